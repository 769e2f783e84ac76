/** Figures that are hard to believe, though nothing forbids them: they are asked about once before they count. */
import { compareExact, type Exact } from './exact.ts';
import type { Indicator, ObligationFact } from './obligation.ts';
import { type Answers, denominatorOf, figureIn } from './report.ts';

/**
 * The example's figure for the indicator at a place of its form. All units read the same one. It is larger than what almost
 * any office has, so that nobody takes it for their own: 999, 888, 777 …
 */
export const exampleFigure = (place: number): number => Math.max(111, 999 - 111 * place);

export type FigureDoubt =
  /** The figures of these indicators are those of the example. */
  | { type: 'example'; indicators: Indicator[] }
  /** The number of staff is far from the roster's. */
  | { type: 'roster'; indicator: Indicator; known: number }
  /** A figure that only grows is less than it was the round before. */
  | { type: 'fallen'; indicator: Indicator; before: Exact };

type Form = Pick<ObligationFact, 'indicators' | 'noteLabel' | 'unit' | 'previous'>;

/** How far a number of staff may be from the roster's: people come and go; of a small office two are many. */
const [share, few] = [0.2, 2];

/** The first doubt that nobody has answered; `sure` holds the names of the answered ones (`namesOfDoubt`). */
export function findDoubt(form: Form, answers: Answers, sure: readonly string[] = []): FigureDoubt | undefined {
  const asExample = form.indicators.filter(
    (indicator, at) => indicator.kind === 'count' && answers[indicator.key]?.value === exampleFigure(at),
  );
  const example: FigureDoubt = { type: 'example', indicators: asExample };
  if (asExample.length > 0 && !isSure(example, answers, sure)) return example;
  const fallen = findFallen(form, answers).find((one) => !isSure(one, answers, sure));
  if (fallen) return fallen;
  const total = denominatorOf(form);
  const known = total?.fromRoster ? form.unit.staff : null;
  const said = total && answers[total.key];
  if (!total || known === null || known <= 0 || said?.type !== 'number') return undefined;
  const gap = Math.abs(Number(said.value) - known);
  const roster: FigureDoubt = { type: 'roster', indicator: total, known };
  return gap > few && gap > share * known && !isSure(roster, answers, sure) ? roster : undefined;
}

const findFallen = ({ indicators, previous = {} }: Form, answers: Answers): FigureDoubt[] =>
  indicators.flatMap((indicator): FigureDoubt[] => {
    const [before, now] = [previous[indicator.key], figureIn(answers, indicator.key)];
    const hasFallen = before !== undefined && now !== undefined && compareExact(now, before) < 0;
    return hasFallen && indicator.nature === 'cumulative' ? [{ type: 'fallen', indicator, before }] : [];
  });

const isSure = (doubt: FigureDoubt, answers: Answers, sure: readonly string[]): boolean =>
  namesOfDoubt(doubt, answers).every((name) => sure.includes(name));

/**
 * What is remembered of a doubt that was answered: each figure with its indicator. Another figure is asked about anew;
 * one that was confirmed is not asked about for another reason.
 */
export const namesOfDoubt = (doubt: FigureDoubt, answers: Answers): string[] =>
  (doubt.type === 'example' ? doubt.indicators : [doubt.indicator]).map(({ key }) => `${key}=${answers[key]?.value}`);
