/** Scores forecasts of simulated districts against what came, and against two naive ones. */
import { chancesOf, forecastReports, type PastRound } from '../../core/figures/forecast/forecast.ts';
import { type Chance, createChance } from '../plausible/chance.ts';
import { factsAt, isInTime } from './facts.ts';
import { makeReportingDistricts, type ReportingDistrict } from './rounds.ts';

/** Sums over forecasts; `units` are the single chances that were told. */
export type Score = {
  forecasts: number;
  units: number;
  /** Squared distances of chances to what came (Brier 1950): of ours, of all at the average, of the share of this time. */
  brier: number;
  brierAverage: number;
  brierShare: number;
  /** How far the expected count was from the one that came: of ours, and of all at the average. */
  missed: number;
  missedAverage: number;
  /** How often what came lay between the bounds, and how far apart they were. */
  covered: number;
  width: number;
};

const none = (): Score => ({
  ...{
    forecasts: 0,
    units: 0,
    brier: 0,
    brierAverage: 0,
    brierShare: 0,
    missed: 0,
    missedAverage: 0,
    covered: 0,
    width: 0,
  },
});

/** When it is forecast, hours before the deadline: with the summaries, and between them. */
const lefts = [48, 24, 6, 3, 1];
/** With fewer rounds behind it, a round says how soon the forecast learns; it counts like the others. */
const firstRound = 1;

const within = (chance: number): number => Math.min(0.99, Math.max(0.01, chance));

/** Each unit that owes with the chance that makes the average share of earlier rounds come true. */
function averageChance(asked: number, reported: number, past: readonly PastRound[]): number {
  const finals = past.map(
    (round) => (round.reported + round.acknowledged.met + round.silent.met) / Math.max(1, round.asked),
  );
  const final = finals.reduce((sum, share) => sum + share, 0) / Math.max(1, finals.length);
  return within((final * asked - reported) / Math.max(1, asked - reported));
}

/** The share of those who owed at this time before earlier deadlines and still reported until them, the same for all. */
function shareChance(past: readonly PastRound[]): number {
  const [owed, met] = past.reduce(
    ([all, some], { acknowledged, silent }) => [
      all + acknowledged.owed + silent.owed,
      some + acknowledged.met + silent.met,
    ],
    [0, 0],
  );
  return within(met / Math.max(1, owed));
}

/** Adds the forecasts of one round at one time; nothing where none would be shown. */
function scoreAt(district: ReportingDistrict, round: number, left: number, score: Score): void {
  const { facts, courses } = factsAt(district, round, left);
  const told = forecastReports(facts);
  if (!told) return;
  const [average, share] = [averageChance(facts.asked, facts.reported, facts.past), shareChance(facts.past)];
  const chances = chancesOf(facts);
  for (const [at, course] of courses.entries()) {
    const came = isInTime(course) ? 1 : 0;
    score.units += 1;
    score.brier += ((chances[at]?.chance ?? 0) - came) ** 2;
    score.brierAverage += (average - came) ** 2;
    score.brierShare += (share - came) ** 2;
  }
  const final = facts.reported + courses.filter(isInTime).length;
  score.forecasts += 1;
  score.missed += Math.abs(told.expected - final);
  score.missedAverage += Math.abs(facts.reported + average * courses.length - final);
  score.covered += Number(told.low <= final && final <= told.high);
  score.width += told.high - told.low;
}

/** The scores of one seed, by the name of the district; a seed gives the same each time. */
export function scoreSeed(seed: number): Map<string, Score> {
  const chance: Chance = createChance(seed);
  return new Map(
    makeReportingDistricts(chance).map((district) => {
      const score = none();
      for (let round = firstRound; round < district.rounds.length; round += 1)
        for (const left of lefts.filter((hours) => hours < district.hours - 1)) scoreAt(district, round, left, score);
      return [district.name, score];
    }),
  );
}

export function addScores(scores: readonly Score[]): Score {
  const sum = none();
  for (const score of scores) for (const key of Object.keys(sum) as (keyof Score)[]) sum[key] += score[key];
  return sum;
}
