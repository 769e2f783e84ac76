/** All of the people for each of the figures: "tất cả 50 người đều đã cài cả 3 ứng dụng". */
import { amountAt } from '../language/amounts/amount-at.ts';
import { allOfThem, besideLabels, eachOfThem, everybodyOfThem } from '../language/figure-words.ts';
import { plainDecimal } from '../language/reading/decimal.ts';
import { patternsOf } from '../language/reading/patterns.ts';
import { tokensIn, type Word, written } from '../language/reading/tokens.ts';
import { denominatorOf, type ReportForm } from './report.ts';

const [each, whole, everybody, idle] = [
  patternsOf(eachOfThem.before),
  patternsOf(allOfThem),
  patternsOf(everybodyOfThem),
  patternsOf(besideLabels),
];
const things = patternsOf(eachOfThem.things);
const undone = patternsOf(eachOfThem.undone);

/** Longer texts say more. */
const mostCharacters = 300;

type Found = { value: number; end: number };

function numberFrom(words: readonly Word[], at: number): Found | undefined {
  const amount = amountAt(words, at, { kind: 'count' });
  if (amount?.certainty !== 'sure' || amount.isPercent) return undefined;
  return { value: Number(plainDecimal(amount.value)), end: amount.end };
}

/** "cả 3 ứng dụng": how many. */
function eachAt(words: readonly Word[], at: number): Found | undefined {
  const number = numberFrom(words, each.endAt(words, at));
  const end = number && things.endAt(words, number.end);
  return number && end !== undefined && end > number.end ? { value: number.value, end } : undefined;
}

/** "tất cả 50", "50/50". */
function wholeAt(words: readonly Word[], at: number): Found | undefined {
  const lead = whole.endAt(words, at);
  const number = numberFrom(words, lead);
  if (!number) return undefined;
  const of = words[number.end]?.text === '/' ? numberFrom(words, number.end + 1) : undefined;
  if (of) return of.value === number.value ? of : undefined;
  return lead > at ? number : undefined;
}

/**
 * The figures of such a text by the key of an indicator, to be read back: as many as the form has are named, and every word is known.
 * `total` counts where all are named without a number. Undefined for anything else.
 */
export function readAllOfEach(text: string, form: ReportForm, total?: number): Map<string, number> | undefined {
  const denominator = denominatorOf(form);
  const shares = form.indicators.filter((one) => one !== denominator);
  if (text.length > mostCharacters || !denominator || shares.length < 2 || shares.some(({ kind }) => kind !== 'count'))
    return undefined;
  const words = tokensIn(written(text));
  if (undone.find(words)) return undefined;
  let [people, isEach, isAll]: [number | undefined, boolean, boolean] = [undefined, false, false];
  for (let at = 0; at < words.length; ) {
    const some = eachAt(words, at);
    const all = some ? undefined : wholeAt(words, at);
    if (some ? isEach || some.value !== shares.length : all && people !== undefined) return undefined;
    const named = everybody.endAt(words, at);
    const end = some?.end ?? all?.end ?? Math.max(named, idle.endAt(words, at), isPause(words[at]) ? at + 1 : at);
    if (end === at) return undefined;
    isEach ||= some !== undefined;
    isAll ||= named > at;
    people ??= all?.value;
    at = end;
  }
  const value = people ?? (isAll ? total : undefined);
  if (!isEach || value === undefined || value === 0) return undefined;
  return new Map(form.indicators.map(({ key }) => [key, value]));
}

const isPause = (word: Word | undefined): boolean => word?.kind === 'break' || /^[,.;:!]$/.test(word?.text ?? '');
