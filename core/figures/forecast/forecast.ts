/**
 * How many units will have reported when the deadline comes, and which may not. Nothing here judges a unit: it says whom a call
 * may help. docs/forecast.md has the formula and how well it is calibrated. Instants are civil time.
 */
import type { UnitRef } from '../../roster/person.ts';
import { type Chance, countReports, fromLogit, logit } from './counts.ts';

/** Of units that owed at this time before an earlier deadline, how many there were and how many reported until it. */
export type Outcomes = { owed: number; met: number };

/** An earlier round: how many were to report, and had by this time before its deadline; and of the others, by acknowledgement. */
export type PastRound = { asked: number; reported: number; acknowledged: Outcomes; silent: Outcomes };

/** Units that owe and have the same past: `past` over earlier rounds, acknowledged or not in this one. `first`: a few by name. */
export type OwingCell = { past: Outcomes; isAcknowledged: boolean; units: number; first: UnitRef[] };

export type ForecastFacts = {
  now: Date;
  opensAt: Date;
  due: Date;
  /** Units that are to report, and have. */
  asked: number;
  reported: number;
  cells: readonly OwingCell[];
  /** The newest first. */
  past: readonly PastRound[];
};

/** `expected` of `asked` until `due`, between `low` and `high` with 90 % certainty; `atRisk`: units that are more likely to be late. */
export type Forecast = {
  due: Date;
  asked: number;
  expected: number;
  low: number;
  high: number;
  atRisk: { count: number; units: UnitRef[] };
};

/** Earlier rounds, at most: what was longer ago says less of people who hold an office for five years. */
export const mostPast = 12;
/** As many as a line names. */
export const mostAtRisk = 6;

const certainty = 0.9;
const hourMs = 3_600_000;
/** Before that, what came in says nothing of the round. */
const leastHours = 1;
/** Without an earlier round, so many reports must be there. */
const leastReported = 10;

/**
 * What is believed before anything was seen, as so many outcomes: of those who acknowledged three in four report in time, of the
 * others fewer than half. A guess of ours, which five debts of the past outweigh.
 */
const prior = { acknowledged: 0.75, silent: 0.45, weight: 4 };
/** A unit's own past counts against that of all as if it had as many outcomes more of their kind. */
const shrinkage = 2;
/** How much of the difference in pace, up to now, goes on until the deadline. */
const carriedOn = 0.4;
/** The spread of rounds in log-odds that is believed before any was seen, as so many rounds. */
const spreadPrior = { spread: 0.5, weight: 3 };
/** No chance is beyond these. */
const [least, most] = [0.02, 0.98];

const within = (chance: number): number => Math.min(most, Math.max(least, chance));
const rateOf = ({ owed, met }: Outcomes, believed: number, weight: number): number =>
  (met + weight * believed) / (owed + weight);

const sumOf = (past: readonly PastRound[], of: 'acknowledged' | 'silent'): Outcomes =>
  past.reduce((sum, round) => ({ owed: sum.owed + round[of].owed, met: sum.met + round[of].met }), { owed: 0, met: 0 });

/** The share that has reported, a half added on both sides so that none is nothing or all (Anscombe 1956). */
const shareOf = (part: number, whole: number): number => (part + 0.5) / (whole + 1);

/** How much quicker than earlier rounds this one is so far, in log-odds. */
function paceOf({ asked, reported, past }: ForecastFacts): number {
  if (past.length === 0) return 0;
  const before = past.map((round) => logit(shareOf(round.reported, round.asked)));
  const usual = before.reduce((sum, share) => sum + share, 0) / before.length;
  // What one round differs from the mean of few is not all its own.
  return (logit(shareOf(reported, asked)) - usual) * (past.length / (past.length + 1));
}

/** How rounds spread about their mean beyond chance: what is left of the variance once that of counts is taken off. */
function spreadOf(past: readonly PastRound[]): number {
  const rates = past.flatMap(({ acknowledged, silent }) => {
    const [owed, met] = [acknowledged.owed + silent.owed, acknowledged.met + silent.met];
    return owed === 0 ? [] : [{ odds: logit(shareOf(met, owed)), chance: 1 / (met + 0.5) + 1 / (owed - met + 0.5) }];
  });
  const mean = rates.reduce((sum, { odds }) => sum + odds, 0) / Math.max(1, rates.length);
  const extra = rates.reduce((sum, { odds, chance }) => sum + Math.max(0, (odds - mean) ** 2 - chance), 0);
  const { spread, weight } = spreadPrior;
  return Math.sqrt((extra + weight * spread ** 2) / (rates.length + weight));
}

/** The chance of each cell to report in time, of the first to report and of the last alike. */
export function chancesOf(facts: ForecastFacts): (Chance & { cell: OwingCell })[] {
  const { cells, past } = facts;
  const pools = {
    acknowledged: rateOf(sumOf(past, 'acknowledged'), prior.acknowledged, prior.weight),
    silent: rateOf(sumOf(past, 'silent'), prior.silent, prior.weight),
  };
  const shift = carriedOn * paceOf(facts);
  return cells.map((cell) => {
    const pool = cell.isAcknowledged ? pools.acknowledged : pools.silent;
    const own = within(rateOf(cell.past, pool, shrinkage));
    return { cell, units: cell.units, chance: within(fromLogit(logit(own) + shift)) };
  });
}

/** Whether there is enough to tell anything: the deadline is to come, somebody owes, and something was seen. */
const restsOnEnough = ({ now, opensAt, due, reported, cells, past }: ForecastFacts): boolean =>
  now < due &&
  cells.some(({ units }) => units > 0) &&
  now.getTime() - opensAt.getTime() >= leastHours * hourMs &&
  (past.length > 0 || reported >= leastReported);

/**
 * Each unit that owes reports in time with the share of earlier rounds in which units that owed at this time before the deadline
 * still did. Its own rounds count against those of all units; a round that is quicker so far is thought to stay a little
 * quicker. Reminders go out at the same times before each deadline, so that what they bring about is in those shares. Null where
 * it would rest on too little.
 */
export function forecastReports(facts: ForecastFacts): Forecast | null {
  if (!restsOnEnough(facts)) return null;
  const { due, asked, reported, past } = facts;
  const chances = chancesOf(facts);
  const { mean, low, high } = countReports(chances, spreadOf(past), certainty);
  const late = chances.filter(({ chance }) => chance < 0.5).toSorted((a, b) => a.chance - b.chance);
  return {
    due,
    asked,
    expected: Math.round(reported + mean),
    low: reported + low,
    high: reported + high,
    atRisk: {
      count: late.reduce((sum, { units }) => sum + units, 0),
      units: late.flatMap(({ cell }) => cell.first).slice(0, mostAtRisk),
    },
  };
}
