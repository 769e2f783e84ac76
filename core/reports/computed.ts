/** Figures that are computed from others, and what must hold between figures. */
import { type FigureRule, keysOfFormula, keysOfRule } from '../directives/duty-figures.ts';
import { compute, holds, type KnownFigures } from '../expressions/evaluate.ts';
import { addExact, compareExact, decimalIn, type Exact, exactDecimal } from './exact.ts';
import { placesOf } from './indicators.ts';
import type { Indicator } from './obligation.ts';
import { type Answers, figureIn, type ReportForm } from './report.ts';

type Form = Pick<ReportForm, 'indicators' | 'rules'>;

const figuresIn =
  (answers: Answers): KnownFigures =>
  (key) => {
    const figure = figureIn(answers, key);
    return figure === undefined ? undefined : decimalIn(figure);
  };

/** How the figure of a formula is rounded. */
export const roundingOf = (
  indicator: Pick<Indicator, 'kind' | 'unit' | 'decimals'>,
): { places: number; factor: bigint } => ({
  places: placesOf(indicator),
  factor: indicator.kind === 'percent' ? 100n : 1n,
});

/** The answers with what is computed from them, anew; a formula without all its figures, or of a whole that is 0, has none. */
export function withFormulas(form: Pick<Form, 'indicators'>, answers: Answers): Answers {
  if (!form.indicators.some(({ formula }) => formula)) return answers;
  const computed = { ...answers };
  for (const indicator of form.indicators) {
    if (!indicator.formula) continue;
    const value = compute(indicator.formula, figuresIn(answers), roundingOf(indicator));
    if (value) computed[indicator.key] = { type: 'number', value: exactDecimal(value) };
    else delete computed[indicator.key];
  }
  return computed;
}

/** The first thing that does not hold, with the figures that it is about. */
export type BrokenRule =
  | { type: 'rule'; rule: FigureRule; indicators: Indicator[] }
  | { type: 'parts'; whole: Indicator; parts: Indicator[]; sum: Exact; indicators: Indicator[] };

export function findBrokenRule(form: Form, answers: Answers): BrokenRule | undefined {
  for (const rule of form.rules ?? []) {
    if (holds(rule.comparison, figuresIn(answers)) === false)
      return { type: 'rule', rule, indicators: enteredFor(form, keysOfRule(rule)) };
  }
  for (const whole of form.indicators) {
    const parts = form.indicators.filter(({ partOf }) => partOf === whole.key);
    const figures = parts.flatMap(({ key }) => figureIn(answers, key) ?? []);
    const total = figureIn(answers, whole.key);
    if (parts.length === 0 || figures.length < parts.length || total === undefined) continue;
    const sum = figures.reduce(addExact, 0);
    if (compareExact(sum, total) !== 0) return { type: 'parts', whole, parts, sum, indicators: [whole, ...parts] };
  }
  return undefined;
}

/** What can be entered anew: in place of a computed figure those that it comes from. */
function enteredFor(form: Form, keys: readonly string[]): Indicator[] {
  const entered = keys.flatMap((key) => {
    const formula = form.indicators.find((one) => one.key === key)?.formula;
    return formula ? keysOfFormula(formula) : [key];
  });
  return form.indicators.filter(({ key }) => entered.includes(key));
}
