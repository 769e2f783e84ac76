import { and, asc, desc, eq, max, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Counts, Figures, Summary } from '../../core/figures/summary.ts';
import { nextSlotAfter, nextSummary, reminderPlan } from '../../core/reminders/plan.ts';
import type { UnitRef } from '../../core/roster/person.ts';
import type { Db } from '../database.ts';
import { countUnreachable, findUnreachable } from '../delivery/reachability.ts';
import { inArray } from '../engine/lists.ts';
import { readSectionTotals } from '../progress/sections.ts';
import { findOwed } from '../reports/rounds.ts';
import { countSigned } from '../reports/signed-papers.ts';
import { directiveColumns } from '../schema/directive-columns.ts';
import { assignments, directives, duties, obligations, officeSwitches, rounds, units } from '../schema/tables.ts';
import { readPeriod } from './period.ts';
import { countByParent, countWhere, progress, totalIndicators, totalRound } from './totals.ts';

const issuer = alias(units, 'issuer');

/**
 * Finds an issued directive of these issuers: the one with this id, or the newest when no id is given, rather one that goes on. `issuerIds`
 * undefined stands for all issuers.
 */
export async function findLatestIssued(
  db: Db,
  issuerIds: number[] | undefined,
  id: number | undefined,
): Promise<number | undefined> {
  if (issuerIds?.length === 0) return undefined;
  const [row] = await db
    .select({ id: directives.id })
    .from(directives)
    .where(
      and(
        // One that was recalled is found only by its id.
        id === undefined ? inArray(directives.state, ['issued', 'closed']) : ne(directives.state, 'draft'),
        issuerIds && inArray(directives.issuerId, issuerIds),
        id === undefined ? undefined : eq(directives.id, id),
      ),
    )
    .orderBy(desc(sql`${directives.state} = 'issued'`), desc(directives.issuedAt), desc(directives.id))
    .limit(1);
  return row?.id;
}

/**
 * Reads where an issued directive stands at `now`. It is counted over the round with this id, or over the latest round
 * that has opened.
 */
export async function readSummary(db: Db, directiveId: number, now: Date, roundId?: number): Promise<Summary> {
  const round = await findRound(db, directiveId, now, roundId);
  const [unreachable, counted, owed, period, totals, parents, lastReportedAt, progress] = await Promise.all([
    findUnreachable(db, directiveId),
    countsOf(db, directiveId, round),
    round ? findOwed(db, round.id) : [],
    round && readPeriod(db, round),
    round && totalRound(db, round),
    round ? countByParent(db, round) : [],
    round && readCompletion(db, round.id),
    readSectionTotals(db, directiveId, now),
  ]);
  const counts = withUnreachable(counted, unreachable.length);
  const isGoingOn = round && counts.directive.state === 'issued';
  return {
    ...counts,
    indicators: totals?.all ?? [],
    ...(period && { period }),
    consolidations: parents
      .filter(({ unit }) => unit.id !== counts.directive.issuer.id)
      .map((parent) => ({ ...parent, indicators: totals?.byParent.get(parent.unit.id) ?? [] })),
    next: isGoingOn ? nextOf(round, counts.units, { owed, lastReportedAt }, now) : { reminder: null, summary: null },
    missing: owed.map(({ unit }) => refOf(unit)),
    extended: owed.flatMap(({ unit, due, isExtended }) =>
      due && isExtended && round && due > round.due ? [{ unit: refOf(unit), due }] : [],
    ),
    unreachable,
    progress,
  };
}

const refOf = ({ id, code, name }: UnitRef): UnitRef => ({ id, code, name });

/**
 * Reads the figures of a summary without its lists of units. The cost does not grow with the number of missing units.
 */
export async function readFigures(db: Db, directiveId: number, now: Date, roundId?: number): Promise<Figures> {
  const round = await findRound(db, directiveId, now, roundId);
  const [counted, unreachable, indicators] = await Promise.all([
    countsOf(db, directiveId, round),
    countUnreachable(db, directiveId),
    round ? totalIndicators(db, round) : [],
  ]);
  return { ...withUnreachable(counted, unreachable), indicators };
}

/** Reads the counts of units alone, without totals of indicators. For callers that add the indicators up by group. */
export async function readCounts(db: Db, directiveId: number, now: Date): Promise<Counts> {
  const round = await findRound(db, directiveId, now, undefined);
  const [counted, unreachable] = await Promise.all([
    countsOf(db, directiveId, round),
    countUnreachable(db, directiveId),
  ]);
  return withUnreachable(counted, unreachable);
}

type Counted = Omit<Counts, 'units'> & { units: Omit<Counts['units'], 'unreachable'> };

const withUnreachable = (counted: Counted, unreachable: number): Counts => ({
  ...counted,
  units: { ...counted.units, unreachable },
});

async function countsOf(db: Db, directiveId: number, round: Awaited<ReturnType<typeof findRound>>): Promise<Counted> {
  const [counts, owed, signed, directive] = await Promise.all([
    countAssignments(db, directiveId),
    round ? countObligations(db, round.id) : { reporting: 0, reported: 0, onTime: 0, excused: 0 },
    round ? countSigned(db, round.id) : 0,
    readDirectiveRef(db, directiveId),
  ]);
  return {
    directive,
    round: round && {
      id: round.id,
      key: round.key,
      quote: round.deadline.quote,
      due: round.due,
      overdueFrom: round.overdueFrom,
      isExtended: round.extendedAt !== null,
    },
    units: { ...counts, ...owed, signed },
  };
}

/** How a directive is named. Throws when there is none with this id. */
export async function readDirectiveRef(db: Db, id: number): Promise<Summary['directive']> {
  const [row] = await db
    .select({
      ...directiveColumns,
      issuer: { id: issuer.id, code: issuer.code, name: issuer.name },
    })
    .from(directives)
    .innerJoin(issuer, eq(issuer.id, directives.issuerId))
    .where(eq(directives.id, id));
  if (!row) throw new Error(`directive ${id} is gone`);
  return row;
}

/** Nobody is reminded once all have reported. */
function nextOf(
  round: NonNullable<Awaited<ReturnType<typeof findRound>>>,
  { reporting, reported, excused }: { reporting: number; reported: number; excused: number },
  { owed, lastReportedAt }: { owed: { due: Date | null }[]; lastReportedAt: Date | null },
  now: Date,
): Summary['next'] {
  const isComplete = reporting - excused <= reported;
  const completedAt = isComplete ? (lastReportedAt ?? round.opensAt) : null;
  return {
    reminder: isComplete ? null : nextReminder(round, owed, now),
    summary: nextSummary(round.summaries, round, { completedAt, now }) ?? null,
  };
}

/** The first reminder to come, of the deadlines that units which owe have. */
function nextReminder(
  round: NonNullable<Awaited<ReturnType<typeof findRound>>>,
  owed: { due: Date | null }[],
  now: Date,
): Date | null {
  const dues = new Map(owed.map(({ due }) => [(due ?? round.due).getTime(), due ?? round.due]));
  const next = [...dues.values()].flatMap(
    (due) => nextSlotAfter(reminderPlan(round.reminders, { ...round, due }), { ...round, due }, now)?.at ?? [],
  );
  return next.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

/** When the last unit of a round that has reported did so for the first time; null while none has. */
async function readCompletion(db: Db, roundId: number): Promise<Date | null> {
  const [row] = await db
    .select({ at: max(obligations.firstReportedAt) })
    .from(obligations)
    .where(eq(obligations.roundId, roundId));
  return row?.at ?? null;
}

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

async function countAssignments(db: Db, directiveId: number) {
  const [row] = await db
    .select({
      assigned: sql<number>`count(*)::int`,
      delivered: countWhere(sql`${assignments.deliveredAt} is not null`),
      acknowledged: countWhere(sql`${assignments.acknowledgedAt} is not null`),
    })
    .from(assignments)
    .where(eq(assignments.directiveId, directiveId));
  return row ?? { assigned: 0, delivered: 0, acknowledged: 0 };
}

async function countObligations(db: Db, roundId: number) {
  const [row] = await db
    .select(progress)
    .from(obligations)
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .where(eq(obligations.roundId, roundId));
  return row ?? { reporting: 0, reported: 0, onTime: 0, excused: 0 };
}
