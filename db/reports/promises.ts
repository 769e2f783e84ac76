/** When people said that they will report. */
import { and, asc, eq, gt, lte, sql } from 'drizzle-orm';
import type { AuditFact } from '../../core/audit/fact.ts';
import { type BrokenWord, brokenTooOften, graceMs, type PromiseState } from '../../core/reminders/promise.ts';
import { recordedPromise } from '../audit/promises.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { byKeys } from '../engine/statements/plan.ts';
import { directives, duties, obligations, officeSwitches, promises, rounds, units } from '../schema/tables.ts';
import { dueOf } from './deadlines.ts';

type PromiseFact = Extract<AuditFact, { kind: 'promise' }>;
type NewPromise = { obligationId: number; personId: number; until: Date; inboxId: number | null };

const isWaiting = eq(promises.state, 'waiting');

/** Keeps a promise that waits, in the place of an older one of the same debt. Returns what is to be recorded. */
export async function makePromise(db: Db, promise: NewPromise, now: Date): Promise<PromiseFact[]> {
  const replaced = await db
    .update(promises)
    .set({ state: 'replaced' })
    .where(and(isWaiting, eq(promises.obligationId, promise.obligationId)))
    .returning(recordedPromise);
  const made = await db
    .insert(promises)
    .values({ ...promise, madeAt: now, state: 'waiting' })
    .returning(recordedPromise);
  return [...replaced, ...made].map((row) => ({ kind: 'promise', ...row }));
}

/** Says what became of a promise. Returns what is to be recorded. */
export async function settlePromise(
  db: Db,
  id: number,
  state: Exclude<PromiseState, 'waiting'>,
): Promise<PromiseFact[]> {
  const rows = await db
    .update(promises)
    .set({ state })
    .where(and(isWaiting, eq(promises.id, id)))
    .returning(recordedPromise);
  return rows.map((row) => ({ kind: 'promise', ...row }));
}

/** The promises whose time and grace are over at `now` (civil), oldest first, with the debt of each and how it stands. */
export function findEndedPromises(db: Db, now: Date) {
  return db
    .select({
      id: promises.id,
      until: promises.until,
      obligation: obligations.id,
      debt: obligations.state,
      firstReportedAt: obligations.firstReportedAt,
      round: {
        id: rounds.id,
        opensAt: rounds.opensAt,
        deadline: duties.deadline,
        due: dueOf,
        closesAt: rounds.closesAt,
        office: officeSwitches.calendar,
      },
      reminders: duties.reminders,
      unit: { id: units.id, code: units.code, name: units.name, kind: units.kind },
      directive: {
        id: directives.id,
        number: directives.number,
        date: directives.date,
        issuerId: directives.issuerId,
        state: directives.state,
      },
    })
    .from(promises)
    .innerJoin(obligations, eq(obligations.id, promises.obligationId))
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(directives, eq(directives.id, duties.directiveId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .leftJoin(officeSwitches, eq(officeSwitches.unitId, directives.issuerId))
    .where(and(isWaiting, lte(promises.until, new Date(now.getTime() - graceMs))))
    .orderBy(asc(promises.until), asc(promises.id));
}

/** Those of these debts whose people said when they will report, and whose time has not come at `now` (civil). */
export async function findPromised(db: Db, debts: number[], now: Date): Promise<number[]> {
  if (debts.length === 0) return [];
  const rows = await db
    .selectDistinct({ id: promises.obligationId })
    .from(promises)
    .where(
      and(
        sql`${promises.state} = 'waiting'`,
        gt(promises.until, new Date(now.getTime() - graceMs)),
        inArray(promises.obligationId, debts),
        byKeys,
      ),
    );
  return rows.map(({ id }) => id);
}

/** The times that were named and not kept for one debt, in their order. */
export async function listBrokenTimes(db: Db, obligationId: number): Promise<Date[]> {
  const rows = await db
    .select({ until: promises.until })
    .from(promises)
    .where(and(eq(promises.state, 'broken'), eq(promises.obligationId, obligationId)))
    .orderBy(asc(promises.id));
  return rows.map(({ until }) => until);
}

/** The units that owe under a directive and broke their word too often, in administrative order. */
export async function findWordBreakers(db: Db, directiveId: number): Promise<BrokenWord[]> {
  const rows = await db
    .select({
      unit: { id: units.id, code: units.code, name: units.name },
      times: sql<number[]>`array_agg(extract(epoch from ${promises.until})::float8 order by ${promises.id})`,
    })
    .from(promises)
    .innerJoin(obligations, eq(obligations.id, promises.obligationId))
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .where(and(eq(duties.directiveId, directiveId), eq(obligations.state, 'owed'), eq(promises.state, 'broken')))
    .groupBy(obligations.id, units.id)
    .having(sql`count(*) >= ${brokenTooOften}`)
    .orderBy(asc(units.position), asc(units.id));
  return rows.map(({ unit, times }) => ({ unit, times: times.map((seconds) => new Date(seconds * 1000)) }));
}
