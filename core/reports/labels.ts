/** The names that people give to the indicators of a form. */
import { fold } from '../language/text.ts';
import type { Indicator } from './obligation.ts';
import type { ReportForm } from './report.ts';

const onlyOne = (found: Indicator[]): Indicator | undefined => (found.length === 1 ? found[0] : undefined);

/** The indicator of this label (folded), or the only one whose label has these words. */
export function indicatorCalled(said: string, form: ReportForm): Indicator | undefined {
  if (said === '') return undefined;
  const exact = form.indicators.filter((indicator) => fold(indicator.label) === said);
  return onlyOne(exact.length > 0 ? exact : form.indicators.filter(({ label }) => isPartOf(said, fold(label))));
}

/** "smart" of "smart thanh hoa", "cbccvc" of "so cbccvc": whole words of the label, one after the other. */
export const isPartOf = (said: string, label: string): boolean => ` ${label} `.includes(` ${said} `);

/**
 * The only indicator that a word (folded) may be short for. It may be the beginning of a word of the label ("blu"), or the
 * first letters of words that stand together ("sth" and "th" of "Smart Thanh Hóa"). Two consonants of a word do as well,
 * where the first is its first letter ("bz").
 */
export function indicatorShortened(word: string, form: ReportForm): Indicator | undefined {
  if (!/^[a-z]{2,12}$/.test(word)) return undefined;
  return onlyOne(form.indicators.filter(({ label }) => isShortFor(word, fold(label).split(/[^a-z0-9]+/))));
}

const isShortFor = (word: string, label: string[]): boolean => {
  const initials = label.map((one) => one.charAt(0)).join('');
  const isBeginning = word.length >= 3 && label.some((one) => one.startsWith(word));
  return isBeginning || initials.includes(word) || (word.length === 2 && label.some((one) => isSkeleton(word, one)));
};

/** "bz" of "bluezone": its first letter and a later one, both consonants. */
const isSkeleton = (word: string, whole: string): boolean =>
  /^[^aeiouy]+$/.test(word) &&
  whole.length >= 6 &&
  whole.startsWith(word.charAt(0)) &&
  whole.includes(word.charAt(1), 1);
