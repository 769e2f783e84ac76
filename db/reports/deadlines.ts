/** Until when a unit's report is due: its own deadline where it got one, else that of the round. */
import { and, eq, gt, isNull, lte, max, or, sql } from 'drizzle-orm';
import type { Debt, StandingRound } from '../../core/directives/life/standing.ts';
import type { Db } from '../database.ts';
import { chunks } from '../engine/chunks.ts';
import { asked, inArray } from '../engine/lists.ts';
import { byKeys, notByKey } from '../engine/statements/plan.ts';
import { duties, obligations, rounds, units } from '../schema/tables.ts';

/** The queries join `obligations` with `rounds`. */
export const dueOf = sql`coalesce(${obligations.due}, ${rounds.due})`.mapWith(rounds.due);
export const overdueOf = sql`coalesce(${obligations.overdueFrom}, ${rounds.overdueFrom})`.mapWith(rounds.overdueFrom);
export const isExtended = sql<boolean>`(coalesce(${obligations.extendedAt}, ${rounds.extendedAt}) is not null)`;
/** It is due earlier than the words of the document give, so that whoever consolidates is in time. */
export const isEarlier = sql<boolean>`(${obligations.consolidatorId} is not null and ${obligations.due} < ${rounds.due})`;

/** The rounds of a directive that are open at `now` (civil time), the first due first. */
export function findRoundsOf(db: Db, directiveId: number, now: Date): Promise<StandingRound[]> {
  return db
    .select({ id: rounds.id, key: rounds.key, due: rounds.due, closesAt: rounds.closesAt })
    .from(rounds)
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .where(
      and(
        eq(duties.directiveId, directiveId),
        lte(rounds.opensAt, now),
        or(isNull(rounds.closesAt), gt(rounds.closesAt, now)),
      ),
    )
    .orderBy(rounds.due, rounds.id);
}

/** The deadlines of all rounds of a directive, by the keys of their duties, the first due first. */
export function listRoundTimes(db: Db, directiveId: number): Promise<{ duty: string; due: Date; overdueFrom: Date }[]> {
  return db
    .select({ duty: duties.key, due: rounds.due, overdueFrom: rounds.overdueFrom })
    .from(rounds)
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .where(eq(duties.directiveId, directiveId))
    .orderBy(rounds.due, rounds.id);
}

/** Which debts of some rounds: those of these units, or these. */
export type DebtsSought = { units: readonly number[] } | { debts: readonly number[] };

/** How many debts of these rounds are owed. */
export const countOwedIn = (db: Db, roundIds: readonly number[]): Promise<number> =>
  db.$count(obligations, and(inArray(obligations.roundId, roundIds), eq(obligations.state, 'owed')));

/** What units owe or owed in these rounds, in administrative order: all of it, or what is sought. It is listed once, and read piece by piece. */
export async function findDebts(db: Db, roundIds: readonly number[], sought?: DebtsSought): Promise<Debt[]> {
  const found: Debt[] = [];
  if (roundIds.length === 0) return found;
  for (const ids of chunks(await listDebts(db, roundIds, sought))) {
    const read = new Map((await readDebts(db, ids)).map((debt) => [debt.id, debt]));
    for (const id of ids) {
      const debt = read.get(id);
      if (debt) found.push(debt);
    }
  }
  return found;
}

/** The same by id. They come as one text. */
async function listDebts(db: Db, roundIds: readonly number[], sought?: DebtsSought): Promise<number[]> {
  const isSought =
    sought && ('units' in sought ? inArray(obligations.unitId, sought.units) : inArray(obligations.id, sought.debts));
  const inOrder = sql`order by ${units.position}, ${units.id}, ${rounds.due}, ${obligations.id}`;
  const [row] = await db
    .select({ ids: sql<string>`coalesce(json_agg(${obligations.id} ${inOrder}), '[]')::text` })
    .from(obligations)
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .where(and(inArray(obligations.roundId, roundIds), isSought));
  return JSON.parse(row?.ids ?? '[]') as number[];
}

async function readDebts(db: Db, ids: readonly number[]): Promise<Debt[]> {
  const rows = await db
    .select({
      id: obligations.id,
      round: obligations.roundId,
      unit: { id: units.id, code: units.code, name: units.name, kind: units.kind, aliases: units.aliases },
      state: obligations.state,
      due: dueOf,
      by: obligations.consolidatorId,
      leads: obligations.leads,
    })
    .from(asked(ids))
    .innerJoin(obligations, sql`${obligations.id} = asked.id`)
    .innerJoin(rounds, eq(rounds.id, notByKey(obligations.roundId)))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .where(byKeys);
  return rows.map(({ by, leads, ...debt }) => ({ ...debt, ...(by !== null && { below: { by, leads: leads ?? [] } }) }));
}

/** A deadline that was moved, and when it was. */
export type MovedDeadline = { due: Date; overdueFrom: Date; extendedAt: Date };

/** A deadline that only some units have: moved, or earlier from the start because they are consolidated (`extendedAt` null). */
export type OwnDeadline = Omit<MovedDeadline, 'extendedAt'> & { extendedAt: Date | null };

/** The deadlines that only some of the units that owe in a round have, the first first. */
export async function findOwnDeadlines(db: Db, roundId: number): Promise<OwnDeadline[]> {
  const { due, overdueFrom } = obligations;
  const rows = await db
    .select({ due, overdueFrom, extendedAt: max(obligations.extendedAt) })
    .from(obligations)
    .where(and(eq(obligations.roundId, roundId), eq(obligations.state, 'owed'), sql`${due} is not null`))
    .groupBy(due, overdueFrom)
    .orderBy(due);
  return rows.flatMap((row) =>
    row.due && row.overdueFrom ? [{ due: row.due, overdueFrom: row.overdueFrom, extendedAt: row.extendedAt }] : [],
  );
}

const ofRound = { due: null, overdueFrom: null, extendedAt: null };

/** Moves the deadline of rounds for all; deadlines of single units that are no later end. */
export async function moveRounds(db: Db, roundIds: number[], moved: MovedDeadline): Promise<void> {
  if (roundIds.length === 0) return;
  await db.update(rounds).set(moved).where(inArray(rounds.id, roundIds));
  await db
    .update(obligations)
    .set(ofRound)
    .where(and(inArray(obligations.roundId, roundIds), lte(obligations.due, moved.due)));
}

/** Gives debts a deadline of their own. */
export async function moveDebts(db: Db, ids: number[], moved: MovedDeadline): Promise<void> {
  if (ids.length === 0) return;
  await db.update(obligations).set(moved).where(inArray(obligations.id, ids));
}
