import { and, desc, eq, sql } from 'drizzle-orm';
import type { LastReminder } from '../../core/reminders/reason.ts';
import type { Db } from '../database.ts';
import { dueOf } from '../reports/deadlines.ts';
import { directives, messages, obligations, promises, rounds, units } from '../schema/tables.ts';

const promised = sql<Date | null>`(
  select max(${promises.until}) from ${promises}
  where ${promises.obligationId} = ${messages.restsOn} and ${promises.state} = 'broken' and ${promises.until} < ${messages.createdAt})`;

/** The newest reminder that was written to a person; undefined where there was none. */
export async function findLastReminder(db: Db, personId: number): Promise<LastReminder | undefined> {
  const [row] = await db
    .select({
      at: messages.createdAt,
      unit: { id: units.id, code: units.code, name: units.name },
      directive: { number: directives.number, date: directives.date },
      slot: messages.slot,
      promised: promised.mapWith(promises.until),
      due: dueOf,
      debt: obligations.state,
    })
    .from(messages)
    .innerJoin(directives, eq(directives.id, messages.directiveId))
    .leftJoin(units, eq(units.id, messages.unitId))
    .leftJoin(rounds, eq(rounds.id, messages.roundId))
    .leftJoin(obligations, eq(obligations.id, messages.restsOn))
    .where(and(eq(messages.recipientType, 'person'), eq(messages.recipientId, personId), eq(messages.kind, 'reminder')))
    .orderBy(desc(messages.id))
    .limit(1);
  return row;
}
