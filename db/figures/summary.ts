import { and, desc, eq, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Consolidation, Counts, Figures, Summary } from '../../core/figures/summary.ts';
import { nextSlotAfter, nextSummary, reminderPlan } from '../../core/reminders/plan.ts';
import { groupedBy } from '../../core/roster/grouped.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { readSectionTotals } from '../progress/sections.ts';
import { countSigned } from '../reports/signed-papers.ts';
import { directiveColumns } from '../schema/directive-columns.ts';
import { directives, units } from '../schema/tables.ts';
import { type FoundRound, findRound } from './counted-round.ts';
import { type RoundStanding, readRoundStandings } from './parts/counts.ts';
import { findFirstOwing, findFirstUnreached } from './parts/first-units.ts';
import { findChangedParts, findChangedReach } from './parts/parts.ts';
import { type Reached, readReach } from './parts/reach.ts';
import { countOwing, countStandings, type RoundFigures, readRoundFigures, totalSums } from './parts/round-figures.ts';
import { readPeriod } from './period.ts';

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

/** As many units of a list as a screen or a message may name. */
const mostNamed = 20;

/** No list is as long. */
export const everyUnit = 2 ** 31 - 1;

/** Which round, else the latest that has opened; and how many units a list names at most. */
type SummaryOf = { roundId?: number; most?: number };

/** Reads where an issued directive stands at `now`. It counts over one round. Its cost hardly grows with the number of units. */
export async function readSummary(
  db: Db,
  directiveId: number,
  now: Date,
  { roundId, most = mostNamed }: SummaryOf = {},
): Promise<Summary> {
  const round = await findRound(db, directiveId, now, roundId);
  const [changed, changedReach] = await Promise.all([
    round ? findChangedParts(db, round.id) : [],
    findChangedReach(db, directiveId),
  ]);
  const [reach, figures, signed, directive, period, progress, unreachable, missing] = await Promise.all([
    readReach(db, directiveId, changedReach),
    round && readRoundFigures(db, round, changed),
    round ? countSigned(db, round.id) : 0,
    readDirectiveRef(db, directiveId),
    round && readPeriod(db, round),
    readSectionTotals(db, directiveId, now),
    findFirstUnreached(db, directiveId, { changed: changedReach, most }),
    round ? findFirstOwing(db, round.id, { changed, most }) : [],
  ]);
  const standings = figures?.standings ?? [];
  const counts = countsOf({ reach, standings, signed, directive }, round);
  return {
    ...counts,
    indicators: figures ? totalSums(figures.form, figures.sums) : [],
    ...(period && { period }),
    consolidations: figures ? await consolidationsOf(db, figures, directive.issuer.id) : [],
    next: round && directive.state === 'issued' ? nextOf(round, standings, now) : { reminder: null, summary: null },
    missing: { count: owedIn(standings), first: missing.map(({ unit }) => unit) },
    ...(round && (await extendedOf(db, round, standings, { changed, most, now }))),
    unreachable: { count: counts.units.unreachable, first: unreachable, reasons: reasonsOf(reach) },
    progress,
  };
}

/** Reads the figures of a summary without its lists of units. */
export async function readFigures(db: Db, directiveId: number, now: Date, roundId?: number): Promise<Figures> {
  const round = await findRound(db, directiveId, now, roundId);
  const figures = round && (await readRoundFigures(db, round, await findChangedParts(db, round.id)));
  return {
    ...(await readCountsOf(db, directiveId, round, figures?.standings ?? [])),
    indicators: figures ? totalSums(figures.form, figures.sums) : [],
  };
}

/** Reads the counts of units alone, without totals of indicators. For callers that add the indicators up by group. */
export async function readCounts(db: Db, directiveId: number, now: Date): Promise<Counts> {
  const round = await findRound(db, directiveId, now, undefined);
  const standings = round ? await readRoundStandings(db, round.id, await findChangedParts(db, round.id)) : [];
  return readCountsOf(db, directiveId, round, standings);
}

async function readCountsOf(
  db: Db,
  directiveId: number,
  round: FoundRound,
  standings: RoundStanding[],
): Promise<Counts> {
  const [reach, signed, directive] = await Promise.all([
    findChangedReach(db, directiveId).then((changed) => readReach(db, directiveId, changed)),
    round ? countSigned(db, round.id) : 0,
    readDirectiveRef(db, directiveId),
  ]);
  return countsOf({ reach, standings, signed, directive }, round);
}

type Read = { reach: Reached[]; standings: RoundStanding[]; signed: number; directive: Summary['directive'] };

function countsOf({ reach, standings, signed, directive }: Read, round: FoundRound): Counts {
  const sum = (count: (one: Reached) => number): number => reach.reduce((all, one) => all + count(one), 0);
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
    units: {
      assigned: sum(({ assigned }) => assigned),
      delivered: sum(({ delivered }) => delivered),
      acknowledged: sum(({ acknowledged }) => acknowledged),
      ...countStandings(standings),
      signed,
      unreachable: sum(({ reason, assigned }) => (reason === null ? 0 : assigned)),
    },
  };
}

const reasonsOf = (reach: Reached[]): Summary['unreachable']['reasons'] =>
  Object.fromEntries(reach.flatMap(({ reason, assigned }) => (reason === null ? [] : [[reason, assigned]])));

const owedIn = (standings: readonly RoundStanding[]): number =>
  standings.reduce((all, one) => all + countOwing(one), 0);

/** The units below each unit that has reporting units below it, in the order of those units; the issuer's own are no such line. */
async function consolidationsOf(
  db: Db,
  { form, ...figures }: RoundFigures,
  issuerId: number,
): Promise<Consolidation[]> {
  const standings = groupedBy(figures.standings, ({ parentId }) => parentId);
  const sums = groupedBy(figures.sums, ({ parentId }) => parentId);
  const above = [...standings.keys()].filter((id) => id !== 0 && id !== issuerId);
  if (above.length === 0) return [];
  const parents = await db
    .select({ id: units.id, code: units.code, name: units.name })
    .from(units)
    .where(inArray(units.id, above))
    .orderBy(units.position);
  return parents.map((unit) => {
    const { reporting, reported } = countStandings(standings.get(unit.id) ?? []);
    return { unit, reporting, reported, indicators: totalSums(form, sums.get(unit.id) ?? []) };
  });
}

/** The units that owe and have more time than the round gives. */
async function extendedOf(
  db: Db,
  round: NonNullable<FoundRound>,
  standings: readonly RoundStanding[],
  { changed, most, now }: { changed: readonly number[]; most: number; now: Date },
): Promise<Pick<Summary, 'extended'>> {
  const extended = standings.filter(({ due, isExtended }) => due && isExtended && due > round.due);
  const count = owedIn(extended);
  if (count === 0) return {};
  const first = await findFirstOwing(db, round.id, { changed, most, after: round.due });
  const waiting = owedIn(extended.filter(({ due }) => due && due > now));
  return { extended: { count, waiting, first: first.flatMap(({ unit, due }) => (due ? [{ unit, due }] : [])) } };
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
function nextOf(round: NonNullable<FoundRound>, standings: readonly RoundStanding[], now: Date): Summary['next'] {
  const owing = standings.filter((standing) => countOwing(standing) > 0);
  const reported = standings.flatMap(({ lastReportedAt }) => lastReportedAt?.getTime() ?? []);
  const last = reported.length === 0 ? round.opensAt : new Date(Math.max(...reported));
  const isComplete = owing.length === 0;
  return {
    reminder: isComplete ? null : nextReminder(round, owing, now),
    summary: nextSummary(round.summaries, round, { completedAt: isComplete ? last : null, now }) ?? null,
  };
}

/** The first reminder to come, of the deadlines that units which owe have. */
function nextReminder(round: NonNullable<FoundRound>, owing: readonly RoundStanding[], now: Date): Date | null {
  const dues = new Map(owing.map(({ due }) => [(due ?? round.due).getTime(), due ?? round.due]));
  const next = [...dues.values()].flatMap(
    (due) => nextSlotAfter(reminderPlan(round.reminders, { ...round, due }), { ...round, due }, now)?.at ?? [],
  );
  return next.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
