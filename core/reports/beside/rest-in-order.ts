/** Where one figure is asked for, it and all that are left: "45, 40, 38", "45, qr 40, smart 38". */

import { putOff } from '../../language/figure-words.ts';
import { readNumber } from '../../language/numbers.ts';
import { patternsOf } from '../../language/reading/patterns.ts';
import { tokensIn, written } from '../../language/reading/tokens.ts';
import { countsToldIn } from '../counts.ts';
import { isCountOfThings } from '../indicators.ts';
import type { Indicator, ObligationFact } from '../obligation.ts';
import { type Answers, denominatorValue, enteredOnly, firstUnanswered } from '../report.ts';

const figure = /^[1-9]\d{0,5}$/;
const mostCharacters = 200;
const later = patternsOf(putOff);

const parted = /^([^,;\n]+)[,;\n]+\s*(.+)$/su;

const toldOf = (pairs: readonly (readonly [string, number])[]): Answers =>
  Object.fromEntries(pairs.map(([key, value]) => [key, { type: 'number', value } as const]));

/**
 * What such a message tells, to be read back with its names. The first number is of `asked`; others are in the order of the form where
 * there are as many as are left, or have their names. Undefined for anything that may be one number, a range or a day.
 */
export function restToldIn(
  text: string,
  whole: ObligationFact,
  asked: Indicator,
  standing: Answers,
): Answers | undefined {
  const form = enteredOnly(whole);
  if (text.length > mostCharacters || !/\d\D+\d|\p{L}.*\d/su.test(text)) return undefined;
  if (asked.kind !== 'count' || isCountOfThings(asked) || firstUnanswered(form, standing) !== asked) return undefined;
  return inOrder(text.trim(), form, asked, standing) ?? headed(text.trim(), form, asked, standing);
}

function inOrder(text: string, form: ObligationFact, asked: Indicator, standing: Answers): Answers | undefined {
  const total = denominatorValue(form, standing);
  const left = form.indicators.slice(form.indicators.indexOf(asked)).filter(({ key }) => standing[key] === undefined);
  if (left.length < 3 || total === undefined || left.some(({ kind }) => kind !== 'count')) return undefined;
  const [stroke = ' ', ...strokes] = new Set(text.match(/\s*[-–—,;|\n]\s*/g)?.map((one) => one.trim() || '\n') ?? []);
  const numbers = strokes.length > 0 ? [] : text.split(stroke === ' ' ? /\s+/ : stroke).map((one) => one.trim());
  const areSure = numbers.length === left.length && numbers.every((one) => figure.test(one) && Number(one) <= total);
  return areSure ? toldOf(left.map(({ key }, at) => [key, Number(numbers[at])])) : undefined;
}

/** A number or a word that puts the asked figure off, and behind it others with their names. */
function headed(text: string, form: ObligationFact, asked: Indicator, standing: Answers): Answers | undefined {
  // "44 qr 39 smart 37": a figure behind each name leaves the first for what is asked.
  const pattern = /\d\s*$/.test(text) && /^\d+ \p{L}/u.test(text) && !/[,;\n]/.test(text) ? /^(\d+) (.+)$/su : parted;
  const [, head = '', rest = ''] = pattern.exec(text) ?? [];
  const words = tokensIn(written(head));
  const isPutOff = words.length > 0 && later.endAt(words, 0) === words.length;
  const reading = isPutOff ? undefined : readNumber(head);
  if (!isPutOff && !(reading?.type === 'count' && /^\d+$/.test(head.trim()))) return undefined;
  const told = countsToldIn(rest, form, denominatorValue(form, standing));
  const others = Object.keys(told?.answers ?? {});
  if (!told || told.unsure.length > 0 || told.aside !== undefined || others.includes(asked.key)) return undefined;
  if (others.length === 0 || others.some((key) => standing[key] !== undefined)) return undefined;
  const own: Answers = reading?.type === 'count' ? toldOf([[asked.key, reading.value]]) : {};
  return { ...own, ...told.answers };
}
