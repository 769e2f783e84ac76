/** The figures of one report, from the first question to the read-back. */
import type { Indicator, Value } from './obligation.ts';

export type Answers = Record<string, Value>;

/** The form that a report fills in: its indicators in order, and whether a remark is asked for at the end. */
/** `unit`: whose report it is, where that is known. */
export type ReportForm = { indicators: Indicator[]; noteLabel: string | null; unit?: { name: string } };

export const denominatorOf = (form: ReportForm): Indicator | undefined => form.indicators.find((i) => i.isDenominator);

/** The number that counts are a share of; undefined while it is not known or not asked for. */
export function denominatorValue(form: ReportForm, answers: Answers): number | undefined {
  const denominator = denominatorOf(form);
  const value = denominator && answers[denominator.key];
  return value?.type === 'number' ? value.value : undefined;
}

/** The first count that is greater than the denominator. */
export function findExceeding(form: ReportForm, answers: Answers): Indicator | undefined {
  const limit = denominatorValue(form, answers);
  if (limit === undefined) return undefined;
  return form.indicators.find((indicator) => {
    const value = answers[indicator.key];
    return indicator.kind === 'count' && !indicator.isDenominator && value?.type === 'number' && value.value > limit;
  });
}

/** The first indicator that has no answer yet. */
export const firstUnanswered = (form: ReportForm, answers: Answers): Indicator | undefined =>
  form.indicators.find((indicator) => answers[indicator.key] === undefined);

/** Whether every answer agrees with the recorded one. */
export const agrees = (answers: Answers, recorded: Answers): boolean =>
  Object.entries(answers).every(([key, { value }]) => recorded[key]?.value === value);
