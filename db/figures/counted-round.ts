/** Which round of a directive is counted. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { directives, duties, officeSwitches, rounds } from '../schema/tables.ts';

export type FoundRound = Awaited<ReturnType<typeof findRound>>;

/** The round of a directive with this id, else the latest that has opened at `now`, else the first to come; null where it asks for no report. */
export async function findRound(db: Db, directiveId: number, now: Date, roundId: number | undefined) {
  const [row] = await db
    .select({
      id: rounds.id,
      dutyId: rounds.dutyId,
      key: rounds.key,
      due: rounds.due,
      overdueFrom: rounds.overdueFrom,
      extendedAt: rounds.extendedAt,
      opensAt: rounds.opensAt,
      closesAt: rounds.closesAt,
      deadline: duties.deadline,
      reminders: duties.reminders,
      summaries: duties.summaries,
      office: officeSwitches.calendar,
    })
    .from(rounds)
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(directives, eq(directives.id, duties.directiveId))
    .leftJoin(officeSwitches, eq(officeSwitches.unitId, directives.issuerId))
    .where(and(eq(duties.directiveId, directiveId), roundId === undefined ? undefined : eq(rounds.id, roundId)))
    // The latest that has opened; before the first opens, the first.
    .orderBy(
      sql`(${rounds.opensAt} <= ${now.toISOString()}::timestamptz) desc`,
      sql`case when ${rounds.opensAt} <= ${now.toISOString()}::timestamptz then -extract(epoch from ${rounds.opensAt}) else extract(epoch from ${rounds.opensAt}) end`,
      asc(rounds.id),
    )
    .limit(1);
  return row ?? null;
}
