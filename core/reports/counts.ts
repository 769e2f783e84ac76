/** Several figures of a form in one message. */
import { hasKeycaps } from '../language/reading/tokens.ts';
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
export function readCountsTold(text: string, form: ReportForm): CountsReading | undefined {
  const told = readToldFigures(text, form);
  const isTyped = !hasKeycaps(text);
  if (told?.type === 'figures') {
    if (findExceeding(form, told.answers)) return undefined;
    return { figures: figuresOf(told.answers), isSure: isTyped && isNamed(text, told.answers, form) };
  }
  const labelled = readLabelledCounts(text, form);
  return labelled && { figures: labelled.figures, isSure: isTyped && !labelled.isComputed };
}

const figuresOf = (answers: Answers): Map<string, number> =>
  new Map(Object.entries(answers).flatMap(([key, { value }]) => (typeof value === 'number' ? [[key, value]] : [])));

/** Whether any figure stands beside a name; in the order of the form none does. */
const isNamed = (text: string, answers: Answers, form: ReportForm): boolean =>
  Object.keys(answers).length < form.indicators.length ||
  form.indicators.some((indicator) => indicator !== denominatorOf(form) && indicatorNamed(text, indicator, form));
