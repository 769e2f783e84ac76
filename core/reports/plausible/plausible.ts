/** Figures of a whole report that are unlike what the unit gave before, or what units like it give. */
import { type Exact, roughly } from '../exact.ts';
import { addsUp } from '../indicators.ts';
import type { Beside, BesideReport, Indicator } from '../obligation.ts';
import { type Answers, figureIn } from '../report.ts';
import { type Judge, judgeOf, type RoughReport, type Standing } from './comparisons.ts';
import { meantBy, small } from './slip.ts';

/**
 * So many deviations from the middle are asked about. Iglewicz and Hoaglin (How to Detect and Handle Outliers, 1993) propose 3.5 for
 * figures that are normal but for outliers; those of offices lean and jump. `npm run bench:plausible` says what this one costs.
 */
const far = 5;
/**
 * A figure is asked about as well where a slip of the hand is so many times as likely to give it as the unit is. No other rule finds as
 * many slips for as many questions (Neyman and Pearson 1933, On the problem of the most efficient tests). With one slip in every
 * six or seven figures it would be as likely a slip as not.
 */
const likelier = 5.5;
/** Beside a slip that is so many times as likely, another figure of the report is not asked about. */
const outshone = 20;
/** Of two figures in each other's place those that stand apart in the form are so much rarer than neighbours. */
const apart = 0.1;
/** Differences between numbers that fingers count are not worth a question. */
const few = 10;

/** `usual`: about between which figures it would be; `isBefore`: judged by what the unit gave before. */
export type UnlikeFigure = { indicator: Indicator } & Pick<Standing, 'usual' | 'isBefore'>;

/** What is known of a report beside its figures. */
type Unjudged = {
  indicators: readonly Indicator[];
  unit: { staff: number | null };
  targets?: Record<string, Exact>;
  beside?: Beside;
};

const rough = (figures: Record<string, Exact> = {}): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, roughly(value)]));

const roughOf = ({ figures, before, staff, targets }: BesideReport): RoughReport => ({
  ...{ figures: rough(figures), before: rough(before), targets: rough(targets), staff },
});

/** In the order of the form. Nothing is unlike where nothing is known to compare with. Zeros have a question of their own. */
export function findUnlike({ indicators: form, unit, targets, beside }: Unjudged, answers: Answers): UnlikeFigure[] {
  if (!beside) return [];
  const entered = form.filter(({ kind, formula }) => !formula && addsUp(kind));
  const figures = Object.fromEntries(
    entered.flatMap(({ key }): [string, Exact][] => {
      const value = figureIn(answers, key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
  const report = roughOf({ figures, before: beside.before, targets: targets ?? {}, staff: unit.staff });
  const peers = beside.peers.map(roughOf);
  const judged = entered.flatMap((indicator): Judged[] => {
    const figure = report.figures[indicator.key];
    if (figure === undefined || figure <= 0) return [];
    const judge = judgeOf(indicator, form, peers);
    const standing = judge(report, figure);
    return standing ? [{ indicator, figure, judge, standing }] : [];
  });
  const odds = slipOdds(report, judged);
  const asked = Math.max(likelier, Math.max(...odds) / outshone);
  return judged
    .filter((one, at) => isOdd(one, far) || (isOdd(one, 0) && (odds[at] ?? 0) > asked))
    .map(({ indicator, standing: { usual, isBefore } }) => ({ indicator, usual, isBefore }));
}

/** How many times as likely a slip gives each figure as the unit does: a slip in the figure, or an exchange with another. */
function slipOdds(report: RoughReport, judged: readonly Judged[]): number[] {
  const odds = judged.map((one) => handOdds(report, one));
  const [neighbours, pairs] = [judged.length - 1, judged.length ** 2];
  for (const [at, one] of judged.entries())
    for (const [to, other] of judged.entries()) {
      if (to <= at) continue;
      const chance = to === at + 1 ? 1 / neighbours : apart / pairs;
      const exchanged = chance * exchangeOdds(report, one, other);
      odds[at] = (odds[at] ?? 0) + exchanged;
      odds[to] = (odds[to] ?? 0) + exchanged;
    }
  return odds;
}

const handOdds = (report: RoughReport, { figure, judge, standing }: Judged): number =>
  meantBy(figure).reduce((sum, { figure: meant, chance }) => {
    const there = judge(report, meant);
    return there ? sum + chance * Math.exp(there.likelihood - standing.likelihood) : sum;
  }, 0);

function exchangeOdds(report: RoughReport, one: Judged, other: Judged): number {
  const figures = { ...report.figures, [one.indicator.key]: other.figure, [other.indicator.key]: one.figure };
  const mended = { ...report, figures };
  const [first, second] = [one.judge(mended, other.figure), other.judge(mended, one.figure)];
  if (!first || !second) return 0;
  return Math.exp(first.likelihood + second.likelihood - one.standing.likelihood - other.standing.likelihood);
}

type Judged = { indicator: Indicator; figure: number; judge: Judge; standing: Standing };

function isOdd({ indicator, figure, standing }: Judged, least: number): boolean {
  const { distance, shift, expected } = standing;
  const areFew = indicator.kind === 'count' && figure <= few && expected <= few;
  return Math.abs(distance) > least && shift > small && !areFew;
}
