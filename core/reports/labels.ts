/** The names that people give to the indicators of a form. */
import { peopleAbbreviations, peopleWords } from '../language/answer-words.ts';
import { linking, totals } from '../language/figure-words.ts';
import { patternsOf } from '../language/reading/patterns.ts';
import { foreignSounds, isSpelled, soundOfSyllables, spelledOut } from '../language/reading/spoken-names.ts';
import { isWord, tokensIn, type Word, written } from '../language/reading/tokens.ts';
import { fold, plainLetters } from '../language/text.ts';
import type { Indicator } from './obligation.ts';
import { denominatorOf, type ReportForm } from './report.ts';

/** Labels as they are compared, by the indicators of a form. */
const folded = new WeakMap<readonly Indicator[], FoldedLabel[]>();

type FoldedLabel = { indicator: Indicator; label: string; words: string[]; initials: string; sounds: string[] };

function labelsOf({ indicators }: ReportForm): FoldedLabel[] {
  const known = folded.get(indicators);
  if (known) return known;
  const labels = indicators.map((indicator) => {
    const label = fold(indicator.label);
    const words = label.split(/[^a-z0-9]+/);
    const initials = words.map((word) => word.charAt(0)).join('');
    return { indicator, label, words, initials, sounds: foreignSounds(words) };
  });
  folded.set(indicators, labels);
  return labels;
}

const onlyOne = (found: FoldedLabel[]): Indicator | undefined => (found.length === 1 ? found[0]?.indicator : undefined);

/** The indicator of this label (folded), or the only one whose label has these words, or this word written apart ("blue zone"). */
export function indicatorCalled(said: string, form: ReportForm): Indicator | undefined {
  if (said === '') return undefined;
  const labels = labelsOf(form);
  const exact = labels.filter(({ label }) => label === said);
  const named = exact.length > 0 ? exact : labels.filter(({ label }) => isPartOf(said, label));
  const joined = said.replaceAll(' ', '');
  if (named.length > 0 || joined === said) return onlyOne(named);
  const apart = joined.length >= shortestApart ? labels.filter(({ words }) => words.includes(joined)) : [];
  if (apart.length > 0) return onlyOne(apart);
  const spelled = labels.some(({ words }) => words.some(isSpelled)) ? spelledOut(said.split(' ')) : undefined;
  if (spelled !== undefined) return onlyOne(labels.filter(({ words }) => words.includes(spelled)));
  const foreign = labels.filter(({ sounds }) => sounds.length > 0);
  const sound = foreign.length > 0 ? soundOfSyllables(said.split(' ')) : undefined;
  return sound === undefined ? undefined : onlyOne(foreign.filter(({ sounds }) => sounds.includes(sound)));
}

/** Letters of a word that is known when it is written apart: two short words may well mean something else. */
const shortestApart = 6;

/** "smart" of "smart thanh hoa", "cbccvc" of "so cbccvc": whole words of the label, one after the other. */
export const isPartOf = (said: string, label: string): boolean => ` ${label} `.includes(` ${said} `);

/**
 * The only indicator that a word (folded) may be short for. It may be the beginning of a word of the label ("blu"), or the
 * first letters of words that stand together ("sth" and "th" of "Smart Thanh Hóa"). Two consonants of a word do as well,
 * where the first is its first letter ("bz").
 */
export function indicatorShortened(word: string, form: ReportForm): Indicator | undefined {
  if (!/^[a-z]{2,12}$/.test(word)) return undefined;
  return onlyOne(labelsOf(form).filter((label) => isShortFor(word, label)));
}

/** No Vietnamese word begins so: "sm" can only be short for a foreign name. */
const foreignBeginning = /^(?:[bcfgps]l|[bcdfgp]r|s[kmnptw])$/;

const isShortFor = (word: string, { words, initials }: FoldedLabel): boolean => {
  const isBeginning = (word.length >= 3 || foreignBeginning.test(word)) && words.some((one) => one.startsWith(word));
  return isBeginning || initials.includes(word) || (word.length <= 4 && words.some((one) => isSkeleton(word, one)));
};

/** "bz" and "blz" of "bluezone": its first letter and later ones, all consonants. */
const isSkeleton = (word: string, whole: string): boolean =>
  /^[^aeiouy]+$/.test(word) &&
  whole.length >= 6 &&
  whole.startsWith(word.charAt(0)) &&
  new RegExp(`^${[...word].join('.*')}`).test(whole);

export type LabelFound = { indicator: Indicator; end: number };

const mostWords = 6;
const all = patternsOf(totals.join(' | '));
const people = patternsOf([...peopleWords, ...peopleAbbreviations].join(' | '));

/**
 * The name of an indicator that begins at `at`: its label or a part of it, also with spaces too many. It may be misspelt by a
 * letter or two, or be a short form. The number of all may be named by those who are counted, where a figure stands behind.
 */
export function labelAt(words: readonly Word[], at: number, form: ReportForm): LabelFound | undefined {
  const found =
    labelApart(words, at, form) ??
    labelInFull(words, at, form) ??
    totalAt(words, at, form) ??
    labelMisspelt(words, at, form);
  if (!found) return undefined;
  let { end } = found;
  while (
    words[end]?.kind === 'word' &&
    indicatorShortened(plainLetters(words[end]?.text ?? ''), form) === found.indicator
  )
    end += 1;
  return { ...found, end };
}

function labelInFull(words: readonly Word[], at: number, form: ReportForm): LabelFound | undefined {
  if (words[at]?.kind !== 'word') return undefined;
  let length = 0;
  while (length < mostWords && words[at + length]?.kind === 'word') length += 1;
  for (; length > 0; length -= 1) {
    const said = words.slice(at, at + length).map(({ text }) => plainLetters(text));
    const indicator =
      indicatorCalled(said.join(' '), form) ?? (said.length > 1 ? indicatorCalled(said.join(''), form) : undefined);
    const isName = indicator && (length > 1 || !isEverydayWord(said[0] ?? ''));
    if (isName) return { indicator, end: at + length };
  }
  const short = indicatorShortened(plainLetters(words[at]?.text ?? ''), form);
  return short && { indicator: short, end: at + 1 };
}

/** "blu zone": a word of a label apart and misspelt by a letter. */
function labelApart(words: readonly Word[], at: number, form: ReportForm): LabelFound | undefined {
  const two = words.slice(at, at + 2);
  const said = two.map(({ text }) => plainLetters(text));
  const joined = said.join('');
  if (two.length < 2 || two.some(({ kind }) => kind !== 'word') || joined.length < shortestApart) return undefined;
  if (said.some((one) => one.length < 3)) return undefined;
  const isNear = ({ words: label }: FoldedLabel) =>
    label.some((word) => word.length >= shortestApart && distance(word, joined) <= 1);
  const indicator = onlyOne(labelsOf(form).filter(isNear));
  return indicator && { indicator, end: at + 2 };
}

/** A word of a label that names nothing by itself. */
const isEverydayWord = (said: string): boolean =>
  ['so', 'da', 'nguoi', 'co', 'va', 'cua', 'ty', 'le', 'tong'].includes(said);

/** "TS CBCC,VC: 50", "CB 31", "quân số 50". */
function totalAt(words: readonly Word[], at: number, form: ReportForm): LabelFound | undefined {
  const denominator = denominatorOf(form);
  if (!denominator) return undefined;
  const total = all.endAt(words, at);
  let end = total;
  for (;;) {
    const from = words[end]?.text === ',' && end > total ? end + 1 : end;
    const next = people.endAt(words, from);
    if (next === from) break;
    end = next;
  }
  if (end === at) return undefined;
  const isLinked = words[end]?.kind === 'sign' ? /^[:=-]$/.test(words[end]?.text ?? '') : isWord(linking, words[end]);
  const after = isLinked ? end + 1 : end;
  return total > at || words[after]?.kind === 'number' ? { indicator: denominator, end } : undefined;
}

function labelMisspelt(words: readonly Word[], at: number, form: ReportForm): LabelFound | undefined {
  const said = words[at]?.kind === 'word' ? plainLetters(words[at]?.text ?? '') : '';
  if (said.length < 4) return undefined;
  const most = said.length < 6 ? 1 : 2;
  const isNear = ({ words: label }: FoldedLabel) =>
    label.some(
      (word) => word.length >= 5 && Math.abs(word.length - said.length) <= most && distance(word, said) <= most,
    );
  const indicator = onlyOne(labelsOf(form).filter(isNear));
  return indicator && { indicator, end: at + 1 };
}

/** How many letters must be added, left out or changed to make one word of another. */
function distance(a: string, b: string): number {
  let row = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Whether a text names an indicator anywhere. */
export function indicatorNamed(text: string, indicator: Indicator, form: ReportForm): boolean {
  const words = tokensIn(written(text));
  return words.some((_, at) => labelAt(words, at, form)?.indicator === indicator);
}

/** The indicators that a text names, each once. */
export function indicatorsNamedIn(text: string, form: ReportForm): Indicator[] {
  const words = tokensIn(written(text));
  const found = new Set<Indicator>();
  for (let at = 0; at < words.length; ) {
    const label = labelAt(words, at, form);
    if (label) found.add(label.indicator);
    at = label?.end ?? at + 1;
  }
  return [...found];
}
