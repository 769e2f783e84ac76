/** The figures of one report, from the first question to the read-back. */
import type { FigureRule } from '../directives/duty-figures.ts';
import { compareExact, type Exact } from './exact.ts';
import { denominatorFor, isAmount } from './indicators.ts';
import type { Indicator, Value } from './obligation.ts';

export type Answers = Record<string, Value>;

/** The form that a report fills in: its indicators in order, and whether a remark is asked for at the end. */
/** `unit`: whose report it is, where that is known. */
export type ReportForm = {
  indicators: Indicator[];
  noteLabel: string | null;
  unit?: { name: string };
  rules?: FigureRule[];
};

export const denominatorOf = (form: ReportForm): Indicator | undefined => form.indicators.find((i) => i.isDenominator);

/** The figure that was answered; undefined where none was. */
export function figureIn(answers: Answers, key: string | undefined): Exact | undefined {
  const value = key === undefined ? undefined : answers[key];
  return value?.type === 'number' ? value.value : undefined;
}

/** The number of people that counts are a share of; undefined while it is not known or not asked for. */
export function denominatorValue(form: ReportForm, answers: Answers): number | undefined {
  const value = figureIn(answers, denominatorOf(form)?.key);
  return typeof value === 'number' ? value : undefined;
}

/** The first figure that is greater than what it is a share of. */
export function findExceeding(form: ReportForm, answers: Answers): Indicator | undefined {
  return form.indicators.find((indicator) => {
    const limit = figureIn(answers, denominatorFor(form, indicator)?.key);
    const value = figureIn(answers, indicator.key);
    return !indicator.formula && limit !== undefined && value !== undefined && compareExact(value, limit) > 0;
  });
}

/** Whether a figure is within the bounds of its indicator. */
export const isWithinBounds = ({ min = null, max = null }: Indicator, value: Exact): boolean =>
  (min === null || compareExact(value, min) >= 0) && (max === null || compareExact(value, max) <= 0);

/** The first figure beyond the bounds of its indicator. */
export const findOutside = (form: ReportForm, answers: Answers): Indicator | undefined =>
  form.indicators.find((indicator) => {
    const value = figureIn(answers, indicator.key);
    return !indicator.formula && value !== undefined && !isWithinBounds(indicator, value);
  });

/** The form without what is computed: what can be told. The same where all of it is entered. */
export const enteredOnly = <F extends { indicators: Indicator[] }>(form: F): F =>
  form.indicators.some(({ formula }) => formula)
    ? { ...form, indicators: form.indicators.filter(({ formula }) => !formula) }
    : form;

/** The form without its measures, money and shares: what readers of counts know. The same where it has none. */
export const countsOnly = (form: ReportForm): ReportForm =>
  form.indicators.some(({ kind }) => isAmount(kind))
    ? { ...form, indicators: form.indicators.filter(({ kind }) => !isAmount(kind)) }
    : form;

/** The first indicator that has no answer yet. */
export const firstUnanswered = (form: ReportForm, answers: Answers): Indicator | undefined =>
  form.indicators.find((indicator) => !indicator.formula && answers[indicator.key] === undefined);

/** Whether every answer agrees with the recorded one. */
export const agrees = (answers: Answers, recorded: Answers): boolean =>
  Object.entries(answers).every(([key, { value }]) => recorded[key]?.value === value);
