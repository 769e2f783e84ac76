/** What units put into their reports as difficulties and requests, and what staff made of it. */
import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { Difficulty, DifficultyOrder } from '../../core/reports/difficulty.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { difficulties, directives, duties, obligations, reports, rounds, units } from '../schema/tables.ts';

type Found = Difficulty & { personId: number };

function selectDifficulties(db: Db, which: SQL | undefined): Promise<Found[]> {
  return db
    .select({
      id: reports.id,
      unit: { id: units.id, code: units.code, name: units.name },
      directive: { id: directives.id, number: directives.number, date: directives.date },
      note: sql<string>`${reports.note}`,
      topic: difficulties.topic,
      state: sql<Difficulty['state']>`coalesce(${difficulties.state}, 'open')`,
      answer: difficulties.answer,
      personId: reports.personId,
    })
    .from(reports)
    .innerJoin(obligations, eq(obligations.currentReportId, reports.id))
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(directives, eq(directives.id, duties.directiveId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .leftJoin(difficulties, eq(difficulties.reportId, reports.id))
    .where(and(sql`${reports.note} is not null`, inArray(directives.state, ['issued', 'closed']), which))
    .orderBy(asc(units.position), asc(reports.id));
}

/** Those of the reports that stand, under the directives of these offices. */
export const findDifficulties = (db: Db, officeIds: number[]): Promise<Found[]> =>
  officeIds.length === 0 ? Promise.resolve([]) : selectDifficulties(db, inArray(directives.issuerId, officeIds));

/** Those of one round. */
export const findDifficultiesOfRound = (db: Db, roundId: number): Promise<Found[]> =>
  selectDifficulties(db, eq(rounds.id, roundId));

/** Those of these reports. */
export const findDifficultiesOf = (db: Db, reportIds: number[]): Promise<Found[]> =>
  reportIds.length === 0 ? Promise.resolve([]) : selectDifficulties(db, inArray(reports.id, reportIds));

/** Keeps what staff made of one; what was answered stays answered. Returns whether anything changed. */
export async function keepDifficulty(
  db: Db,
  reportId: number,
  order: DifficultyOrder,
  { by, now }: { by: number; now: Date },
): Promise<boolean> {
  const kept =
    order.act === 'group'
      ? { topic: order.topic }
      : { state: order.act, answer: order.text, decidedBy: by, decidedAt: now };
  const rows = await db
    .insert(difficulties)
    .values({ reportId, state: 'open', ...kept })
    .onConflictDoUpdate({
      target: difficulties.reportId,
      set: kept,
      ...(order.act !== 'group' && { setWhere: eq(difficulties.state, 'open') }),
    })
    .returning({ id: difficulties.reportId });
  return rows.length > 0;
}
