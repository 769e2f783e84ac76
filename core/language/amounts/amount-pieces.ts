/** An answer with an amount, as its pieces: amounts, and the words that change what they say. */
import { addresses } from '../answer-words.ts';
import { type Patterns, patternsOf } from '../reading/patterns.ts';
import { isWord, type Word } from '../reading/tokens.ts';
import { momentAt } from '../speech/moments.ts';
import { type Amount, type Asked, amountAt } from './amount-at.ts';
import * as table from './amount-words.ts';
import { unitNameEnd } from './unit-names.ts';

/** What stands in the text, in its order. */
export type AmountPiece =
  | { type: 'amount'; amount: Amount; at: number }
  | {
      type:
        | 'of'
        | 'total'
        | 'stroke'
        | 'from'
        | 'rise'
        | 'open'
        | 'pause'
        | 'rest'
        | 'right'
        | 'slip'
        | 'target'
        | 'part'
        | 'unknown';
      at: number;
    };

const neutralOf = {
  count: patternsOf(table.countNeutral),
  percent: patternsOf(`${table.neutralWords} | ${table.countNeutral}`),
  amount: patternsOf(table.neutralWords),
};
const from = patternsOf(table.from);
const partOf = patternsOf(table.partOf);
const rises = patternsOf(table.rises);
const rightNow = patternsOf(table.rightNow);
const bracket = patternsOf(table.bracket);
const shareWords = patternsOf(table.shareWords);
const doubting = patternsOf(table.doubting);
const countedNouns = patternsOf(table.countedNouns);
const countedTimes = patternsOf(table.countedTimes);
const countedPeople = patternsOf(table.countedPeople);
const targets = patternsOf(table.targetWords);
const totalWords = patternsOf(table.totalWords);
const slips = patternsOf(table.slipWords);
const mistaken = patternsOf(table.mistakenFor);
const notBut = patternsOf(table.notBut);
const notThis = patternsOf(table.notThis);
const ordinals = patternsOf(table.ordinalNouns);
const partNames = patternsOf(table.partNames);

/** The words that say nothing of what is asked. */
export const neutralFor = ({ kind }: Asked) =>
  kind === 'count' ? neutralOf.count : kind === 'percent' ? neutralOf.percent : neutralOf.amount;

/** What stands behind a word that takes back the number before it. */
export function afterSlips(words: readonly Word[], asked: Asked): readonly Word[] {
  const areNumbers = words.map(({ kind }, at) => kind === 'number' || isSpoken(words, at));
  const [first, last] = [areNumbers.indexOf(true), areNumbers.lastIndexOf(true)];
  for (let at = last; at > first; at -= 1) {
    const end = slips.endAt(words, at);
    if (end > at && last >= end && mistaken.endAt(words, at) === at) return words.slice(end);
  }
  const wrong = asked.kind === 'count' ? undefined : notThis.find(words);
  if (wrong && wrong.from > first && areNumbers.slice(wrong.to).filter((is) => is).length === 1)
    return words.slice(0, wrong.from);
  const found = notBut.find(words);
  return found && last >= found.to ? words.slice(found.to) : words;
}

const isSpoken = (words: readonly Word[], at: number): boolean =>
  words[at]?.kind === 'word' && amountAt(words, at, { kind: 'count' })?.certainty === 'sure';

/** The pieces of a text; `words` are those of `text`. */
export function piecesOf(words: readonly Word[], text: string, asked: Asked): AmountPiece[] {
  const pieces: AmountPiece[] = [];
  const neutral = neutralFor(asked);
  for (let at = 0; at < words.length; ) {
    const { piece, end } = pieceAt(words, at, { text, asked, neutral, counted: countedBehind(pieces, at, asked) });
    if (piece) pieces.push(piece);
    at = end;
  }
  return pieces;
}

/** "đạt 90%" and "đạt 45/50" say a share; "đạt 90" may. */
const isShareAt = (words: readonly Word[], at: number): boolean => {
  const amount = amountAt(words, at, { kind: 'count' });
  return amount !== undefined && (amount.isPercent || words[amount.end]?.text === '/');
};

/** What the last piece may be a number of; nothing where it is no amount that ends here. */
const countedBehind = (pieces: readonly AmountPiece[], at: number, { kind }: Asked): Patterns | undefined => {
  const last = pieces.at(-1);
  if (last?.type !== 'amount' || last.amount.end !== at) return undefined;
  if (kind === 'percent') return last.amount.isPercent ? undefined : countedPeople;
  return kind !== 'count' && last.amount.bare === undefined ? countedTimes : countedNouns;
};

type Setting = { text: string; asked: Asked; neutral: Patterns; counted: Patterns | undefined };

function pieceAt(
  words: readonly Word[],
  at: number,
  { text, asked, neutral, counted: nouns }: Setting,
): { piece?: AmountPiece; end: number } {
  const word = words[at];
  if (word?.kind === 'break') return { piece: { type: 'pause', at }, end: at + 1 };
  if (word?.kind === 'sign') return { piece: signAt(word, at), end: at + 1 };
  if (word && table.doubtfulUnits.includes(word.text)) return { piece: { type: 'unknown', at }, end: at + 1 };
  const moment = momentAt(words, at);
  const which = ordinals.endAt(words, at);
  if (which > at && words[which]?.kind === 'number' && (moment?.end ?? at) <= which)
    return { ...(!isMonth(words, at) && { piece: { type: 'unknown', at } as const }), end: which + 1 };
  const doubt = doubting.endAt(words, at);
  const known = neutral.endAt(words, at);
  const target = asked.kind === 'count' || asked.kind === 'percent' ? at : targets.endAt(words, at);
  if (target > at && target >= known) return { piece: { type: 'target', at }, end: target };
  if (doubt > at && known <= doubt && moment?.when.time === undefined)
    return { piece: { type: 'unknown', at }, end: doubt };
  const counted = nouns?.endAt(words, at) ?? at;
  if (counted > at && counted >= known) return { piece: { type: 'unknown', at }, end: counted };
  const slip = slips.endAt(words, at);
  if (slip > at) return { piece: { type: 'slip', at }, end: slip };
  const right = rightNow.endAt(words, at);
  if (right > at) return { piece: { type: 'right', at }, end: right };
  const total = asked.kind === 'count' ? totalWords.endAt(words, at) : at;
  if (total > at) return { piece: { type: 'total', at }, end: total };
  const part = asked.kind === 'count' ? partNames.endAt(words, at) : at;
  if (part > at) return { piece: { type: 'part', at }, end: part };
  if (known > at + 1) return { end: known };
  const share = asked.kind === 'count' ? shareWords.endAt(words, at) : at;
  if (share > at && isShareAt(words, share)) return { end: share };
  const name = unitNameEnd(words, at, text);
  if (name > at) return { end: name };
  if (moment) return { ...(!isDated(moment.when) && { piece: { type: 'unknown', at } as const }), end: moment.end };
  const of = partOf.endAt(words, at);
  if (of > at) return { piece: { type: 'of', at }, end: of };
  const rise = rises.endAt(words, at);
  if (rise > at) return { piece: { type: 'rise', at }, end: rise };
  const start = from.endAt(words, at);
  if (start > at) return { piece: { type: 'from', at }, end: start };
  const amount = amountAt(words, at, asked);
  if (amount && !isName(words, at, amount)) return { piece: { type: 'amount', amount, at }, end: amount.end };
  const meaning = bracket.endAt(words, at);
  if (meaning > at) return { piece: { type: 'open', at }, end: meaning };
  if (known > at) return { end: known };
  if (isWord(table.left, word)) return { piece: { type: 'rest', at }, end: at + 1 };
  return { piece: { type: 'unknown', at }, end: at + 1 };
}

/** A day or a time of today dates an answer; a span of days or a day gone by does not. */
/** "tháng 9: 45"; alone it is no amount. */
const isMonth = (words: readonly Word[], at: number): boolean =>
  isWord(table.monthNoun, words[at]) && words.slice(at + 2).some(({ kind }) => kind === 'number');

const isDated = ({
  time,
  day,
  part,
  span,
  vague,
  isNextWeek,
}: NonNullable<ReturnType<typeof momentAt>>['when']): boolean =>
  span === undefined &&
  vague === undefined &&
  !isNextWeek &&
  (time !== undefined || (day !== undefined && day !== 'yesterday' && day !== 'tomorrow') || part !== undefined);

const strokes: ReadonlyMap<string, 'stroke' | 'open'> = new Map([
  ['/', 'stroke'],
  ['(', 'open'],
  ['=', 'open'],
]);

/** A picture, a flag, or what only colours the one before it. */
const picture = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\ufe0f|\u200d/u;

function signAt(word: Word, at: number): AmountPiece {
  if (/^[,.;:!)"\u201c\u201d\u2026'*]$/u.test(word.text) || picture.test(word.text)) return { type: 'pause', at };
  return { type: strokes.get(word.text) ?? 'unknown', at };
}

/** "anh Ba", "chị Tư": one word of a number behind a form of address. */
const isName = (words: readonly Word[], at: number, amount: Amount): boolean =>
  amount.isWordAlone && addresses.some((address) => isWord(address, words[at - 1]));
