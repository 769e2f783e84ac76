/** Figures that are hard to believe, though nothing forbids them: they are asked about once before they count. */
import { compareExact, type Exact, roughly } from '../exact.ts';
import type { Indicator, ObligationFact } from '../obligation.ts';
import { type Answers, denominatorOf, figureIn, firstUnanswered } from '../report.ts';
import { findUnlike } from './plausible.ts';

/**
 * The example's figure for the indicator at a place of its form. All units read the same one. It is larger than what almost
 * any office has, so that nobody takes it for their own: 999, 888, 777 …
 */
export const exampleFigure = (place: number): number => Math.max(111, 999 - 111 * place);

/** One figure that is asked about, and why. */
export type DoubtedFigure = { indicator: Indicator } & (
  | { why: 'example' }
  /** The number of staff is far from the roster's. */
  | { why: 'roster'; known: number }
  /** A figure that only grows is less than it was the round before. */
  | { why: 'fallen'; before: Exact }
  /** It is unlike what the unit gave before. */
  | { why: 'before'; before: Exact }
  /** It is unlike what units like it give: about so much would be usual. */
  | { why: 'others'; from: number; to: number }
);

/** What is asked in one question: the figures of the example, or all others that nobody has confirmed. */
export type FigureDoubt = { type: 'example' | 'unlike'; figures: DoubtedFigure[] };

type Form = Pick<ObligationFact, 'indicators' | 'noteLabel' | 'unit' | 'previous' | 'targets' | 'beside'>;

/** How far a number of staff may be from the roster's: people come and go; of a small office two are many. */
const [share, few] = [0.2, 2];

/**
 * The doubt that nobody has answered; `sure` holds the names of the answered ones (`namesOfDoubt`). A report is compared with
 * others once it is whole, so that it is asked about once.
 */
export function findDoubt(form: Form, answers: Answers, sure: readonly string[] = []): FigureDoubt | undefined {
  const example = form.indicators.flatMap((indicator, at): DoubtedFigure[] =>
    indicator.kind === 'count' && answers[indicator.key]?.value === exampleFigure(at)
      ? [{ indicator, why: 'example' }]
      : [],
  );
  const isSure = (one: DoubtedFigure): boolean => sure.includes(nameOf(one, answers));
  if (!example.every(isSure)) return { type: 'example', figures: example };
  const found = [...findFallen(form, answers), ...findUnlikeRoster(form, answers)];
  if (!firstUnanswered(form, answers)) found.push(...findOdd(form, answers));
  const figures = form.indicators.flatMap(
    (indicator) => found.find((one) => one.indicator.key === indicator.key && !isSure(one)) ?? [],
  );
  return figures.length > 0 ? { type: 'unlike', figures } : undefined;
}

const findFallen = ({ indicators, previous = {} }: Form, answers: Answers): DoubtedFigure[] =>
  indicators.flatMap((indicator): DoubtedFigure[] => {
    const [before, now] = [previous[indicator.key], figureIn(answers, indicator.key)];
    const hasFallen = before !== undefined && now !== undefined && compareExact(now, before) < 0;
    return hasFallen && indicator.nature === 'cumulative' ? [{ indicator, why: 'fallen', before }] : [];
  });

function findUnlikeRoster(form: Form, answers: Answers): DoubtedFigure[] {
  const total = denominatorOf(form);
  const known = total?.fromRoster ? form.unit.staff : null;
  const said = total && answers[total.key];
  if (!total || known === null || known <= 0 || said?.type !== 'number') return [];
  const gap = Math.abs(Number(said.value) - known);
  return gap > few && gap > share * known ? [{ indicator: total, why: 'roster', known }] : [];
}

const findOdd = (form: Form, answers: Answers): DoubtedFigure[] =>
  findUnlike(form, answers).map(({ indicator, usual, isBefore }): DoubtedFigure => {
    const before = form.beside?.before[indicator.key];
    return before !== undefined && (isBefore || isFar(before, figureIn(answers, indicator.key) ?? 0))
      ? { indicator, why: 'before', before }
      : { indicator, why: 'others', ...usual };
  });

/** What the unit gave itself is said where it differs by a quarter, whatever else tells that the figure is odd. */
const isFar = (before: Exact, now: Exact): boolean =>
  Math.abs(Math.log(roughly(now) / roughly(before))) > Math.log(1.25);

const nameOf = ({ indicator: { key } }: DoubtedFigure, answers: Answers): string => `${key}=${answers[key]?.value}`;

/**
 * What is remembered of a doubt that was answered: each figure with its indicator. Another figure is asked about anew;
 * one that was confirmed is not asked about for another reason.
 */
export const namesOfDoubt = ({ figures }: FigureDoubt, answers: Answers): string[] =>
  figures.map((one) => nameOf(one, answers));
