/** Several figures of a form in one message. */
import { withoutLetter } from '../language/answers.ts';
import { nobodyBeside } from '../language/figure-words.ts';
import { pointsAsLines } from '../language/reading/list-marks.ts';
import { patternsOf } from '../language/reading/patterns.ts';
import { hasKeycaps, tokensIn, written } from '../language/reading/tokens.ts';
import { readLabelledCounts } from './labelled-counts.ts';
import { indicatorNamed } from './labels.ts';
import { type Answers, denominatorOf, findExceeding, type ReportForm } from './report.ts';
import { readToldFigures } from './told-figures.ts';

/**
 * By the key of an indicator; undefined where its figure must be asked for. Where it is not sure (figures without names,
 * digits as pictures, a share of the total) all of them are to be read back with their names before they count.
 */
export type CountsReading = { figures: ReadonlyMap<string, number | undefined>; isSure: boolean };

/** Reads figures with their names or in the order of the form; undefined where nothing is sure or figures contradict. */
export function readCountsTold(typed: string, form: ReportForm): CountsReading | undefined {
  const text = pointsAsLines(withoutLetter(typed));
  const told = readToldFigures(text, form);
  const isTyped = !hasKeycaps(text);
  if (told?.type === 'figures' && !hasDoubtfulZero(text, told.answers)) {
    if (findExceeding(form, told.answers)) return undefined;
    return { figures: figuresOf(told.answers), isSure: isTyped && isNamed(text, told.answers, form) };
  }
  const labelled = readLabelledCounts(text, form);
  if (!labelled) return undefined;
  const isTold = /\d/.test(text) || [...labelled.figures.values()].some((value) => value !== undefined);
  return isTold ? { figures: labelled.figures, isSure: isTyped && !labelled.isComputed } : undefined;
}

const nobody = patternsOf(nobodyBeside);

/** "QR không": none, or not yet, or a refusal. A 0 and "không có" are none. */
const hasDoubtfulZero = (text: string, answers: Answers): boolean =>
  Object.values(answers).some(({ value }) => value === 0) &&
  !/(?<!\d)0+(?!\d)/.test(text) &&
  !nobody.find(tokensIn(written(text)));

/** What is told of a form, and the keys of what was named without a sure figure. */
export type ToldCounts = { answers: Answers; unsure: string[]; aside?: string };

/**
 * The figures of a message that may be taken with a read-back to come. Undefined where none is told, or none is sure. One
 * figure without a name is none of these.
 */
export function countsToldIn(typed: string, form: ReportForm): ToldCounts | undefined {
  const text = pointsAsLines(withoutLetter(typed));
  const told = readToldFigures(text, form);
  const isDoubtful = told?.type === 'figures' && hasDoubtfulZero(text, told.answers);
  if (told?.type === 'figures' && !isDoubtful) return { ...told, unsure: [] };
  const labelled = told && !isDoubtful ? undefined : readLabelledCounts(text, form);
  const counts = [...(labelled?.figures ?? [])];
  const sure = counts.filter((pair): pair is [string, number] => pair[1] !== undefined);
  if (sure.length === 0) return undefined;
  const answers = Object.fromEntries(sure.map(([key, value]) => [key, { type: 'number', value } as const]));
  return { answers, unsure: counts.filter(([, value]) => value === undefined).map(([key]) => key) };
}

const figuresOf = (answers: Answers): Map<string, number> =>
  new Map(Object.entries(answers).flatMap(([key, { value }]) => (typeof value === 'number' ? [[key, value]] : [])));

/** Whether any figure stands beside a name; in the order of the form none does. */
const isNamed = (text: string, answers: Answers, form: ReportForm): boolean =>
  Object.keys(answers).length < form.indicators.length ||
  form.indicators.some((indicator) => indicator !== denominatorOf(form) && indicatorNamed(text, indicator, form));
