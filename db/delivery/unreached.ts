import { and, desc, eq, isNull, not, sql } from 'drizzle-orm';
import type { ChannelName } from '../../core/channels/address.ts';
import type { Db } from '../database.ts';
import { assignments, messages, outbox, units } from '../schema/tables.ts';
import { hasTrouble, isBeingDelivered } from './standing.ts';

/** An assigned unit that no message has reached and none is on its way to; `refusal` is why the last one failed, or may have. */
export type Unreached = {
  assignmentId: number;
  unit: {
    id: number;
    code: string;
    name: string;
    headName: string | null;
    headTitle: string | null;
    phone: string | null;
  };
  refusal: string | null;
};

/** Units of a directive that were not told, in administrative order; what waits on the `down` channels counts for nothing. */
export function findUnreached(db: Db, directiveId: number, down: ChannelName[]): Promise<Unreached[]> {
  const refusal = db
    .select({ reason: sql`coalesce(${outbox.reason}, 'the channel is down')` })
    .from(outbox)
    .innerJoin(messages, eq(messages.id, outbox.messageId))
    .where(and(eq(messages.delivers, assignments.id), hasTrouble))
    .orderBy(desc(outbox.id))
    .limit(1);
  return db
    .select({
      assignmentId: assignments.id,
      unit: {
        id: units.id,
        code: units.code,
        name: units.name,
        headName: units.headName,
        headTitle: units.headTitle,
        phone: units.phone,
      },
      refusal: sql<string | null>`(${refusal})`,
    })
    .from(assignments)
    .innerJoin(units, eq(units.id, assignments.unitId))
    .where(and(eq(assignments.directiveId, directiveId), isNull(assignments.deliveredAt), not(isBeingDelivered(down))))
    .orderBy(units.position, units.id);
}
