/** What a figure is compared with, and how unlike it is: on a scale where chance alone gives about one. */
import { addsUp } from '../indicators.ts';
import type { Indicator } from '../obligation.ts';
import { distanceFrom, logDensityAt, quantile, type Spread, spreadOf, tempered } from './spread.ts';

/** A report as binary floats, which do for comparing. */
export type RoughReport = {
  figures: Record<string, number>;
  before: Record<string, number>;
  targets: Record<string, number>;
  staff: number | null;
};

/** Something of any report that a figure is compared with. Counts vary by chance as events do, amounts do not. */
type Comparison = {
  isBefore: boolean;
  isCount: boolean;
  guess: number;
  of: (report: RoughReport) => number | null | undefined;
};

/** One of them with what is usual: the spread of other units' figures, or a guess where too few have reported. */
type Usual = Comparison & { spread: Spread; drift: number };

/** So many reports of other units are needed to know what is usual; where they are few, a guess counts beside them. */
const enough = 3;
/**
 * The guess, as a logarithm: one unit moves by so much from round to round. Units differ by so much in their share of a whole or of a
 * target, and by so much in anything else.
 */
const [move, share, differ] = [0.25, 0.5, 1];
/** Even where nothing changes, a figure moves by so much of itself. */
const drift = 0.05;
/** Where nobody else has reported, a figure moves by as much from round to round as it is guessed to. */
const alone: Pick<Usual, 'drift' | 'spread'> = { drift: move, spread: { middle: 0, below: 1, above: 1 } };
/** No spread counts as smaller than this part of what chance alone gives. */
const least = 0.4;
/** What is up to so much wider than the narrowest comparison is heard too: where they differ, the milder holds. */
const heard = 1.3;
/** And up to so much wider it is asked how likely the figure is. */
const asked = 2;

function comparisonsFor({ key, kind }: Indicator, form: readonly Indicator[]): Comparison[] {
  const [isCount, isBefore] = [kind === 'count', false];
  return [
    { isBefore: true, isCount, guess: move, of: ({ before }) => before[key] },
    { isBefore, isCount, guess: share, of: ({ targets }) => targets[key] },
    { isBefore, isCount: true, guess: share, of: ({ staff }) => staff },
    ...form.flatMap((other): Comparison[] => {
      if (other.key === key || other.formula || !addsUp(other.kind)) return [];
      const guess = other.isDenominator ? share : differ;
      return [{ isBefore, isCount: other.kind === 'count', guess, of: ({ figures }) => figures[other.key] }];
    }),
    { isBefore, isCount: false, guess: differ, of: () => 1 },
  ];
}

type Figure = { value: number | undefined; isCount: boolean };
type Residual = { ratio: number; deviation: number };

/**
 * The logarithm of a figure over what it is compared with, and its deviation by chance. A count's is that of events; one half
 * keeps small ones finite (Anscombe, On estimating binomial response relations, Biometrika 1956). Undefined of nothing.
 */
function residualOf(
  { value, isCount }: Figure,
  usual: Omit<Usual, 'spread'>,
  report: RoughReport,
): Residual | undefined {
  const whole = usual.of(report);
  if (value === undefined || whole === undefined || whole === null || whole <= 0) return undefined;
  const [top, bottom] = [value + (isCount ? 0.5 : 0), whole + (usual.isCount ? 0.5 : 0)];
  const chance = (isCount ? 1 / top : 0) + (usual.isCount ? 1 / bottom : 0);
  return top <= 0 ? undefined : { ratio: Math.log(top / bottom), deviation: Math.sqrt(usual.drift ** 2 + chance) };
}

/**
 * How a figure stands: deviations from the middle, and the logarithm of how many times the middle it is. About what was expected, and
 * between what is usual. The logarithm of how likely it is, but for a constant.
 */
export type Standing = {
  distance: number;
  shift: number;
  expected: number;
  usual: { from: number; to: number };
  isBefore: boolean;
  likelihood: number;
};

/** Undefined where there is nothing to compare with. */
export type Judge = (report: RoughReport, figure: number) => Standing | undefined;

/** Learns from the reports of other units what is usual of an indicator. */
export function judgeOf(indicator: Indicator, form: readonly Indicator[], peers: readonly RoughReport[]): Judge {
  const isCount = indicator.kind === 'count';
  const all = comparisonsFor(indicator, form);
  const known = all.flatMap((comparison): Usual[] => {
    const others = peers.flatMap((peer) => {
      const value = peer.figures[indicator.key];
      return residualOf({ value, isCount }, { ...comparison, drift }, peer) ?? [];
    });
    return others.length < enough ? [] : [{ ...comparison, drift, spread: spreadAmong(others, comparison) }];
  });
  const guessed = all.flatMap((one): Usual[] => (one.isBefore ? [{ ...one, ...alone }] : []));
  return (report, value) => {
    const standings = (some: readonly Usual[]): Compared[] =>
      some.flatMap((usual) => {
        const residual = residualOf({ value, isCount }, usual, report);
        return residual ? [standingOf({ value, isCount }, residual, usual)] : [];
      });
    const measured = standings(known);
    return judged(measured.length > 0 ? measured : standings(guessed));
  };
}

function spreadAmong(others: readonly Residual[], { guess }: Comparison): Spread {
  const deviations = others.map(({ deviation }) => deviation).sort((a, b) => a - b);
  return tempered(spreadOf(others.map(({ ratio, deviation }) => ratio / deviation)), {
    values: others.length,
    guess: guess / quantile(deviations, 0.5),
    least,
  });
}

type Compared = Standing & { width: number };

function standingOf(
  { value, isCount }: { value: number; isCount: boolean },
  { ratio, deviation }: Residual,
  { spread, isBefore }: Usual,
): Compared {
  const { middle, below, above } = spread;
  const at = (place: number): number => value * Math.exp(place * deviation - ratio);
  return {
    isBefore,
    distance: distanceFrom(spread, ratio / deviation, least),
    shift: Math.abs(ratio - middle * deviation),
    expected: at(isBefore ? 0 : middle),
    width: Math.max(below, above, least) * deviation,
    usual: { from: at(middle - 2 * Math.max(below, least)), to: at(middle + 2 * Math.max(above, least)) },
    // Of the figure itself, not of its logarithm: a slip to ten times as much has ten times as many figures beside it.
    likelihood:
      logDensityAt(spread, ratio / deviation, least) - Math.log(deviation) - Math.log(value + (isCount ? 0.5 : 0)),
  };
}

/** The mildest of the sharp comparisons; likely is what several say, the sharper the louder (a logarithmic pool by precision). */
function judged(standings: readonly Compared[]): Standing | undefined {
  const narrowest = Math.min(...standings.map(({ width }) => width));
  const sharp = standings.filter(({ width }) => width <= heard * narrowest);
  const mildest = sharp.sort((a, b) => Math.abs(a.distance) - Math.abs(b.distance))[0];
  const pool = standings.filter(({ width }) => width <= asked * narrowest);
  const weight = pool.reduce((sum, { width }) => sum + width ** -2, 0);
  const likelihood = pool.reduce((sum, one) => sum + one.likelihood * one.width ** -2, 0) / weight;
  return mildest && { ...mildest, likelihood };
}
