/** Figures of a whole report that are unlike what the unit gave before, or what units like it give. */
import { type Exact, roughly } from '../exact.ts';
import { addsUp } from '../indicators.ts';
import type { Beside, BesideReport, Indicator } from '../obligation.ts';
import { type Answers, figureIn } from '../report.ts';
import { type Judge, judgeOf, type RoughReport, type Standing } from './comparisons.ts';

/**
 * So many deviations from the middle are asked about. Iglewicz and Hoaglin (How to Detect and Handle Outliers, 1993) propose 3.5 for
 * figures that are normal but for outliers; those of offices lean and jump. `npm run bench:plausible` says what this one costs.
 */
const far = 5;
/** And so many where one slip of the hand explains the figure: its mend is then nearer than `near`. */
const [suspect, near] = [2.5, 1];
/** Differences of less than a quarter are not worth a question, nor are those between numbers that fingers count. */
const [small, few] = [Math.log(1.25), 10];

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
  const suspects = judged.filter((one) => isOdd(one, suspect));
  const exchanged = suspects.flatMap((one) =>
    judged.filter((other) => other !== one && isExchanged(report, one, other)).flatMap((other) => [one, other]),
  );
  return judged
    .filter((one) => isOdd(one, far) || exchanged.includes(one) || (suspects.includes(one) && isSlip(report, one)))
    .map(({ indicator, standing: { usual, isBefore } }) => ({ indicator, usual, isBefore }));
}

type Judged = { indicator: Indicator; figure: number; judge: Judge; standing: Standing };

function isOdd({ indicator, figure, standing }: Judged, least: number): boolean {
  const { distance, shift, expected } = standing;
  const areFew = indicator.kind === 'count' && figure <= few && expected <= few;
  return Math.abs(distance) > least && shift > small && !areFew;
}

const isNear = (standing: Standing | undefined): boolean =>
  standing !== undefined && Math.abs(standing.distance) < near;

/** One slip of the hand makes it of a usual figure. */
const isSlip = (report: RoughReport, { figure, judge }: Judged): boolean =>
  mendsOf(figure).some((mended) => isNear(judge(report, mended)));

/** What was meant where a digit was typed twice or left out, or two stand in each other's place. */
function mendsOf(figure: number): number[] {
  const text = String(figure);
  return Array.from({ length: text.length + 1 }, (_, at) => {
    const [head, tail] = [text.slice(0, at), text.slice(at)];
    return [
      ...(tail !== '' && tail[0] === head.at(-1) ? [head + tail.slice(1)] : []),
      ...(tail.length > 1 ? [`${head}${tail[1]}${tail[0]}${tail.slice(2)}`] : []),
      ...Array.from({ length: 10 }, (_, digit) => `${head}${digit}${tail}`),
    ];
  })
    .flat()
    .map(Number);
}

/** Each figure would be usual in the other's place. */
function isExchanged(report: RoughReport, one: Judged, other: Judged): boolean {
  const figures = { ...report.figures, [one.indicator.key]: other.figure, [other.indicator.key]: one.figure };
  const mended = { ...report, figures };
  return isNear(one.judge(mended, other.figure)) && isNear(other.judge(mended, one.figure));
}
