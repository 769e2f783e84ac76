/** A text with figures beside names, as its pieces: names, figures, and the words that make a figure unsure. */
import { type Amount, amountAt } from '../language/amounts/amount-at.ts';
import { unitNameEnd } from '../language/amounts/unit-names.ts';
import {
  allBeside,
  beforeLabel,
  besideLabels,
  forEach,
  leftOver,
  moreThan,
  nobodyBeside,
  outOfAll,
  risenTo,
  thousands,
  unsureBeside,
} from '../language/figure-words.ts';
import { markedNumberWord } from '../language/number-words.ts';
import { patternsOf } from '../language/reading/patterns.ts';
import { isWord, type Word } from '../language/reading/tokens.ts';
import { momentAt } from '../language/speech/moments.ts';
import { labelAt } from './labels.ts';
import type { Indicator } from './obligation.ts';
import type { ReportForm } from './report.ts';

export type LabelledPiece =
  | { type: 'label'; indicator: Indicator }
  | { type: 'number'; amount: Amount; of: Amount | undefined; isSplit: boolean }
  | { type: 'none' | 'unsure' | 'moment' | 'risen' | 'pause' | 'line' | 'rest' | 'each' | 'unknown' };

const neutral = patternsOf(besideLabels);
const unsure = patternsOf(unsureBeside);
const allOf = patternsOf(allBeside);
const nobody = patternsOf(nobodyBeside);
const risen = patternsOf(risenTo);
const leads = patternsOf(beforeLabel.join(' | '));
const rest = patternsOf(leftOver);
const each = patternsOf(forEach);
const outOf = patternsOf(outOfAll);

/** The pieces of a text; `words` are those of `text`. */
export function labelledPieces(words: readonly Word[], text: string, form: ReportForm): LabelledPiece[] {
  const pieces: LabelledPiece[] = [];
  for (let at = 0; at < words.length; ) {
    const isBehind = pieces.at(-1)?.type === 'number';
    const { piece, end } = moreThanAt(words, at, isBehind) ?? pieceAt(words, at, { text, form });
    if (piece) pieces.push(piece);
    at = end;
  }
  return pieces;
}

/** "trên 45": more than that; behind a figure it leads to the total. */
const moreThanAt = (words: readonly Word[], at: number, isBehind: boolean): Found | undefined =>
  !isBehind && isWord(moreThan, words[at]) && words[at + 1]?.kind === 'number'
    ? { piece: { type: 'unsure' }, end: at + 1 }
    : undefined;

type Found = { piece?: LabelledPiece; end: number };

function pieceAt(words: readonly Word[], at: number, { text, form }: { text: string; form: ReportForm }): Found {
  const word = words[at];
  if (word?.kind === 'break') return { piece: { type: 'line' }, end: at + 1 };
  if (word?.kind === 'sign') return signAt(word, at, words[at + 1]);
  for (const [pattern, type] of [
    [rest, 'rest'],
    [each, 'each'],
    [nobody, 'none'],
    [risen, 'risen'],
  ] as const) {
    const end = pattern.endAt(words, at);
    if (end > at) return { piece: { type }, end };
  }
  const lead = leads.endAt(words, at);
  if (lead > at && labelAt(words, lead, form)) return { end: lead };
  const label = labelAt(words, at, form);
  const known = neutral.endAt(words, at);
  if (label && label.end >= known) return { piece: { type: 'label', indicator: label.indicator }, end: label.end };
  const name = unitNameEnd(words, at, text);
  if (name > Math.max(known, at)) return { end: name };
  const number = numberAt(words, at);
  if (number) return number;
  const whole = allOf.endAt(words, at);
  if (whole > at && words[whole]?.kind === 'number') return { end: whole };
  const doubt = unsure.endAt(words, at);
  if (doubt > at && doubt >= known) return { piece: { type: 'unsure' }, end: doubt };
  if (known > at) return { end: known };
  const moment = momentAt(words, at);
  if (moment) return momentPiece(moment);
  return { piece: { type: 'unknown' }, end: at + 1 };
}

/** Of another day than today; a date or an hour only says as of when. */
function momentPiece({ when, end }: NonNullable<ReturnType<typeof momentAt>>): Found {
  if (when.day === 'today') return { end };
  const isAsOf = when.span === undefined && !when.isNextWeek && /^\d|^$/.test(when.day ?? '');
  return { piece: { type: isAsOf ? 'moment' : 'unsure' }, end };
}

function signAt(word: Word, at: number, next: Word | undefined): Found {
  // "bluezone -2": less by two, or a dash.
  if (word.text === '-' && !word.isGlued && next?.kind === 'number' && next.isGlued)
    return { piece: { type: 'unsure' }, end: at + 1 };
  if (/^[,;.]$/.test(word.text)) return { piece: { type: 'pause' }, end: at + 1 };
  const isIdle = /^[:=()\u2013\u2014*"'|-]$/.test(word.text) || /\p{Extended_Pictographic}/u.test(word.text);
  return isIdle ? { end: at + 1 } : { piece: { type: 'unknown' }, end: at + 1 };
}

function numberAt(words: readonly Word[], at: number): Found | undefined {
  const amount = amountAt(words, at, { kind: 'count' });
  if (!amount) return undefined;
  if (words.slice(at, amount.end).some(({ text }) => thousands.includes(text)))
    return { piece: { type: 'unsure' }, end: amount.end };
  const next = words[amount.end];
  const whole = next?.text === '/' ? amount.end + 1 : outOf.endAt(words, amount.end);
  if (whole > amount.end) {
    const of = amountAt(words, whole, { kind: 'count' });
    if (of && !of.isPercent) return { piece: { type: 'number', amount, of, isSplit: false }, end: of.end };
  }
  // "4 5": a space inside a number, or two numbers.
  const isSplit = amount.certainty === 'unclear' && words.slice(at, amount.end).every(({ kind }) => kind === 'number');
  if (isSplit) return { piece: { type: 'number', amount, of: undefined, isSplit }, end: amount.end };
  return {
    piece: {
      type: 'number',
      amount: amount.certainty === 'unclear' ? (withMarks(words, at, amount) ?? amount) : amount,
      of: undefined,
      isSplit: false,
    },
    end: amount.end,
  };
}

/** Beside a name "ba tam" is a number, and the words of no other thing. */
function withMarks(words: readonly Word[], at: number, { end }: Amount): Amount | undefined {
  const marked = words.slice(at, end).map((word) => ({ ...word, text: markedNumberWord(word.text) ?? word.text }));
  const amount = amountAt(marked, 0, { kind: 'count' });
  return amount?.end === marked.length ? { ...amount, end } : undefined;
}
