import { and, asc, eq, sql } from 'drizzle-orm';
import type { DueTimes } from '../../core/directives/consolidation.ts';
import type { RoundTimes } from '../../core/directives/deadline.ts';
import type { Db } from '../database.ts';
import { chunks } from '../engine/chunks.ts';
import { inArray } from '../engine/lists.ts';
import { insertRows } from '../engine/statements/insert-rows.ts';
import { assignments, directives, duties, obligations, rounds, tasks } from '../schema/tables.ts';

/** A directive's row, as issuing reads it. */
export type IssuableDirective = typeof directives.$inferSelect;

/** Locks a directive for the rest of the transaction; undefined when there is none. */
export async function lockDirective(db: Db, id: number): Promise<IssuableDirective | undefined> {
  const [row] = await db.select().from(directives).where(eq(directives.id, id)).for('update');
  return row;
}

/** A directive as far as it may be the same document as another of its office. */
export type OfficeDirective = Pick<IssuableDirective, 'id' | 'number' | 'date' | 'state' | 'issuerId'>;

/**
 * Locks all directives of a directive's office for the rest of the transaction, in one order, so that of two that are one
 * document only one is issued or numbered. Empty when there is no such directive.
 */
export const lockOfOffice = async (db: Db, id: number): Promise<OfficeDirective[]> =>
  await selectOfOffice(db, id).for('update');

/** The same, without a lock. */
export const listOfOffice = async (db: Db, id: number): Promise<OfficeDirective[]> => await selectOfOffice(db, id);

function selectOfOffice(db: Db, id: number) {
  const { number, date, state, issuerId } = directives;
  const office = db.select({ id: issuerId }).from(directives).where(eq(directives.id, id));
  return db
    .select({ id: directives.id, number, date, state, issuerId })
    .from(directives)
    .where(inArray(issuerId, office))
    .orderBy(asc(directives.id));
}

/** Gives a directive its number and date. */
export async function numberDirectiveRow(db: Db, id: number, given: { number: string; date: string }): Promise<void> {
  await db.update(directives).set(given).where(eq(directives.id, id));
}

/** A directive's tasks in the order of the document. */
export const findTasks = (db: Db, directiveId: number) =>
  db.select().from(tasks).where(eq(tasks.directiveId, directiveId)).orderBy(asc(tasks.position));

/** A directive's duties, oldest first. */
export const findDuties = (db: Db, directiveId: number) =>
  db.select().from(duties).where(eq(duties.directiveId, directiveId)).orderBy(asc(duties.id));

/** Marks a directive as issued at `now` (civil time). */
export async function markIssued(
  db: Db,
  id: number,
  issued: { issuedBy: number | null; issuedInboxId: number | null },
  now: Date,
): Promise<void> {
  await db
    .update(directives)
    .set({ state: 'issued', issuedAt: now, ...issued })
    .where(eq(directives.id, id));
}

/** Closes, reopens or recalls an issued directive. */
export async function setDirectiveState(db: Db, id: number, state: 'issued' | 'closed' | 'recalled'): Promise<void> {
  await db.update(directives).set({ state }).where(eq(directives.id, id));
}

/** Assigns a directive's tasks to units. */
export async function insertAssignments(
  db: Db,
  directiveId: number,
  rows: { unitId: number; taskIds: number[] }[],
): Promise<void> {
  for (const part of chunks(rows))
    await db.execute(insertRows(assignments, part, { directiveId: sql`${directiveId}::int` }));
}

/** Of these units those to which a directive was given. */
export async function findAssignedAmong(db: Db, directiveId: number, unitIds: readonly number[]): Promise<Set<number>> {
  const { unitId } = assignments;
  const rows = await db
    .select({ unitId })
    .from(assignments)
    .where(and(eq(assignments.directiveId, directiveId), inArray(unitId, unitIds)));
  return new Set(rows.map((row) => row.unitId));
}

/** What a unit owes in a new round: to whom it reports, and until when, where that is not as the duty says. */
export type NewDebt = { unitId: number; consolidatorId?: number; leads?: string[]; own?: DueTimes | null };

/** Adds a round and what each unit owes in it; a round without an opening of its own opens at `opensAt`. Returns its id. */
export async function insertRound(
  db: Db,
  dutyId: number,
  { times, opensAt, debts }: { times: RoundTimes; opensAt: Date; debts: NewDebt[] },
): Promise<number> {
  const { key, due, overdueFrom, closesAt } = times;
  const [round] = await db
    .insert(rounds)
    .values({ dutyId, key, opensAt: times.opensAt ?? opensAt, due, overdueFrom, closesAt })
    .returning({ id: rounds.id });
  if (!round) throw new Error('an insert returned no row');
  await insertDebts(db, round.id, debts);
  return round.id;
}

/** Adds what units owe in a round. */
export async function insertDebts(db: Db, roundId: number, debts: readonly NewDebt[]): Promise<void> {
  for (const part of chunks(debts))
    await db.execute(
      insertRows(
        obligations,
        part.map(({ own, ...debt }) => ({ ...debt, ...own })),
        { roundId: sql`${roundId}::int` },
      ),
    );
}

/** How many units a directive was given to. */
export async function countAssignments(db: Db, directiveId: number): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(assignments)
    .where(eq(assignments.directiveId, directiveId));
  return row?.n ?? 0;
}

/** How many units have reported in a directive's latest open rounds, for lists. */
export async function countReported(
  db: Db,
  directiveIds: number[],
  now: Date,
): Promise<Map<number, { reporting: number; reported: number }>> {
  if (directiveIds.length === 0) return new Map();
  const latest = db
    .selectDistinctOn([rounds.dutyId], { id: rounds.id })
    .from(rounds)
    .where(sql`${rounds.opensAt} <= ${now.toISOString()}::timestamptz`)
    .orderBy(rounds.dutyId, sql`${rounds.opensAt} desc`, sql`${rounds.due} desc`);
  const rows = await db
    .select({
      id: duties.directiveId,
      reporting: sql<number>`count(*)::int`,
      reported: sql<number>`(count(*) filter (where ${obligations.state} = 'reported'))::int`,
    })
    .from(obligations)
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .where(and(inArray(duties.directiveId, directiveIds), inArray(rounds.id, latest)))
    .groupBy(duties.directiveId);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
