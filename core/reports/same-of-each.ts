/** One number for several figures: "cả 3 đều 45", "qr với smart đều 41". */
import { amountAt } from '../language/amounts/amount-at.ts';
import { besideLabels, equally, sameForEach } from '../language/figure-words.ts';
import { plainDecimal } from '../language/reading/decimal.ts';
import { patternsOf } from '../language/reading/patterns.ts';
import { tokensIn, type Word, written } from '../language/reading/tokens.ts';
import { labelAt } from './labels.ts';
import { countsOnly, denominatorOf, enteredOnly, type ReportForm } from './report.ts';

const [before, things, joins, alike, idle] = [
  patternsOf(sameForEach.before),
  patternsOf(sameForEach.things),
  patternsOf(sameForEach.joins),
  patternsOf(equally),
  patternsOf(besideLabels),
];

/** Longer texts say more. */
const mostCharacters = 120;

function numberFrom(words: readonly Word[], at: number): { value: number; end: number } | undefined {
  const amount = amountAt(words, at, { kind: 'count' });
  if (amount?.certainty !== 'sure' || amount.isPercent) return undefined;
  return { value: Number(plainDecimal(amount.value)), end: amount.end };
}

/** "cả 3", "ba mục": where the words end that name as many figures as there are. */
function eachAt(words: readonly Word[], at: number, howMany: number): number {
  const lead = before.endAt(words, at);
  const number = numberFrom(words, lead);
  if (number?.value !== howMany) return at;
  const end = things.endAt(words, number.end);
  return lead > at || end > number.end ? end : at;
}

/**
 * The figures of such a text by the key of an indicator. They are named one by one, or all of them by how many they are; every
 * word is known. Undefined for anything else, and where the number of all would be among them.
 */
export function readSameOfEach(text: string, whole: ReportForm): Map<string, number> | undefined {
  if (text.length > mostCharacters || !/\p{L}/u.test(text)) return undefined;
  const words = tokensIn(written(text));
  if (!words.some((_, at) => alike.endAt(words, at) > at || before.endAt(words, at) > at)) return undefined;
  const form = countsOnly(enteredOnly(whole));
  const shares = form.indicators.filter((one) => one !== denominatorOf(form));
  if (shares.length < 2) return undefined;
  const named = new Set<string>();
  let [value, isEach, isAlike, at]: [number | undefined, boolean, boolean, number] = [undefined, false, false, 0];
  while (at < words.length) {
    const each = eachAt(words, at, shares.length);
    const label = each > at ? undefined : labelAt(words, at, form);
    if (label) {
      if (!shares.includes(label.indicator) || value !== undefined) return undefined;
      named.add(label.indicator.key);
      at = label.end;
      continue;
    }
    const same = alike.endAt(words, at);
    const number = each > at || same > at ? undefined : numberFrom(words, at);
    if (number && value !== undefined) return undefined;
    const said = Math.max(each, same, number?.end ?? at);
    const end = said > at ? said : Math.max(joins.endAt(words, at), idle.endAt(words, at), signEnd(words, at));
    if (end === at) return undefined;
    value = number?.value ?? value;
    isEach ||= each > at;
    isAlike ||= same > at;
    at = end;
  }
  const isMeant = isEach ? named.size === 0 : isAlike && named.size > 1;
  if (!isMeant || !value) return undefined;
  return new Map((isEach ? shares.map(({ key }) => key) : [...named]).map((key) => [key, value ?? 0]));
}

const signEnd = (words: readonly Word[], at: number): number => (/^[,.:!=]$/.test(words[at]?.text ?? '') ? at + 1 : at);
