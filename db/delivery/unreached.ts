import { and, desc, eq, isNull, not, sql } from 'drizzle-orm';
import type { ChannelName } from '../../core/channels/address.ts';
import type { Db } from '../database.ts';
import { assignments, messages, outbox, units } from '../schema/tables.ts';
import { hasTrouble, isBeingDelivered } from './standing.ts';

/** An assigned unit that its tasks have not reached. `refusal` is why the last request failed or still waits. */
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

/**
 * Finds the units that a directive's tasks have not reached, in administrative order. Requests on the `down` channels
 * do not count.
 */
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
