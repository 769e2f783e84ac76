/** A number of people that is likely meant where the words around it are not all known. Whoever asks must have it confirmed. */
import { withoutLetter } from '../answers.ts';
import { afterSlip } from '../numbers.ts';
import { inDigits } from '../reading/in-digits.ts';
import { numeralAt } from '../reading/numerals.ts';
import { patternsOf } from '../reading/patterns.ts';
import { tokensIn, type Word, written } from '../reading/tokens.ts';
import { momentAt } from '../speech/moments.ts';
import { readSpeech } from '../speech/speech.ts';
import { lowerCase } from '../text.ts';
import { type Amount, amountAt } from './amount-at.ts';
import { readCount } from './count.ts';
import * as table from './likely-words.ts';

/** `remark`: what stands beside the number, as it was written. */
export type LikelyCount = { value: number; remark?: string };

const turning = patternsOf(table.turningRound);
const unsure = patternsOf(table.saidUnsure);
const bounds = patternsOf(table.boundsNumber);
const half = patternsOf(table.halfOfAll);
const besideHalf = patternsOf(table.besideHalf);
const tailTurning = patternsOf(table.turningBehind);
const parts = patternsOf(table.partsOfAll);
const totals = patternsOf(table.wholeOfParts);

const mostCharacters = 160;
/** A tail of more words tells of something else. */
const mostWords = 30;

/**
 * The number of people that an answer likely means. It stands in front of an explanation ("45, tính cả bảo vệ"), is said to be unsure
 * ("chắc 45"), is half of all, or the sum of parts. Undefined where a word bounds or denies it, or more than one number may be meant.
 * `total`: of how many, where that is known.
 */
export function likelyCount(said: string, total?: number): LikelyCount | undefined {
  if (said.length > mostCharacters || said.includes('?')) return undefined;
  const text = written(withoutLetter(said));
  const words = tokensIn(text);
  const found =
    halfIn(words, total) ??
    sumOfParts(words) ??
    inHalfWords(text, total) ??
    explained(text, total) ??
    correctedInWords(text, total) ??
    unsurely(text, words, total);
  return found && found.value > 0 && (total === undefined || found.value <= total) ? found : undefined;
}

/** "một nửa cán bộ" of an even number. */
function halfIn(words: readonly Word[], total: number | undefined): LikelyCount | undefined {
  if (total === undefined || total % 2 > 0) return undefined;
  let [at, isFound] = [0, false];
  while (at < words.length) {
    const is = half.endAt(words, at);
    const end = is > at ? is : Math.max(besideHalf.endAt(words, at), words[at]?.kind === 'sign' ? at + 1 : at);
    if (end === at || (is > at && isFound)) return undefined;
    isFound ||= is > at;
    at = end;
  }
  return isFound ? { value: total / 2 } : undefined;
}

const digitsBefore = new RegExp(`(?<![\\d.,/])([2-9])(?= (?:${table.behindDigit})(?!\\p{L}))`, 'gu');

/** "4 lăm": a number half in figures. */
function inHalfWords(text: string, total: number | undefined): LikelyCount | undefined {
  const spoken = text.replace(digitsBefore, (digit) => table.digitWords[Number(digit)] ?? digit);
  const reading = spoken === text ? undefined : readCount(spoken, total);
  return reading?.type === 'count' && reading.remark === undefined ? { value: reading.value } : undefined;
}

/** "không phải bốn lăm, bốn sáu mới đúng". */
function correctedInWords(text: string, total: number | undefined): LikelyCount | undefined {
  if (/\d/.test(text)) return undefined;
  const said = lowerCase(inDigits(text));
  const kept = afterSlip(said);
  const reading = kept === said ? undefined : readCount(kept, total);
  return reading?.type === 'count' && reading.remark === undefined ? { value: reading.value } : undefined;
}

/** "nam 20, nữ 25": each number with its part; a total behind them is their sum. */
function sumOfParts(words: readonly Word[]): LikelyCount | undefined {
  const clauses: { numbers: number[]; isPart: boolean; isTotal: boolean }[] = [];
  let [numbers, isPart, isTotal]: [number[], boolean, boolean] = [[], false, false];
  const close = (): void => {
    if (numbers.length > 0 || isPart) clauses.push({ numbers, isPart, isTotal });
    [numbers, isPart, isTotal] = [[], false, false];
  };
  for (let at = 0; at < words.length; ) {
    const [part, whole, beside] = [parts.endAt(words, at), totals.endAt(words, at), besideHalf.endAt(words, at)];
    // "20 nam" is no "20 năm".
    const row = words[at]?.kind === 'number' && parts.endAt(words, at + 1) > at + 1 ? words.slice(0, at + 1) : words;
    const amount = part > at ? undefined : amountAt(row, at, { kind: 'count' });
    const isPause = words[at]?.kind === 'break' || /^[,;+.]$/.test(words[at]?.text ?? '');
    // A part or a number begins anew where the clause has both.
    if (isPause || ((part > at || amount) && isPart && numbers.length > 0)) close();
    if (amount && (amount.certainty !== 'sure' || amount.isPercent)) return undefined;
    if (amount) numbers.push(Number(amount.value.units));
    isPart ||= part > at;
    isTotal ||= whole > at;
    const end = amount?.end ?? Math.max(part, whole, beside, isPause || isQuiet(words[at]) ? at + 1 : at);
    if (end === at) return undefined;
    at = end;
  }
  close();
  const named = clauses.filter((one) => one.isPart);
  const others = clauses.filter((one) => !one.isPart);
  if (named.length < 2 || clauses.some((one) => one.numbers.length !== 1)) return undefined;
  const value = named.reduce((sum, one) => sum + (one.numbers[0] ?? 0), 0);
  return others.every((one) => one.isTotal && one.numbers[0] === value) ? { value } : undefined;
}

const isQuiet = (word: Word | undefined): boolean => /^[:=()]$/.test(word?.text ?? '');

const cuts = new RegExp(`[,.;\\n]\\s*(?=\\S)|\\s+(?=(?:${table.beginsExplanation})(?!\\p{L}))`, 'gu');

/** "45 nha, mà tính cả bảo vệ rồi": a number that is sure, and behind it words that neither turn it round nor hold another. */
function explained(text: string, total: number | undefined): LikelyCount | undefined {
  for (const cut of text.matchAll(cuts)) {
    const head = readCount(text.slice(0, cut.index), total);
    if (head.type !== 'count' || head.remark !== undefined) continue;
    const remark = text.slice(cut.index).replace(/^[\s,.;]+|[\s,.;]+$/gu, '');
    const tail = tokensIn(remark);
    const isMeant =
      tail.length <= mostWords &&
      areLesser(tail, head.value, total) &&
      !tail.some((_, at) => isSpokenNumber(tail, at)) &&
      tailTurning.find(tail) === undefined;
    return isMeant ? { value: head.value, remark } : undefined;
  }
  return undefined;
}

/** "51, mới có 1 đ/c chuyển về": a number in an explanation counts some of them, where it says what became of them. */
function areLesser(tail: readonly Word[], value: number, total: number | undefined): boolean {
  const numbers = tail.filter(({ kind }) => kind === 'number');
  if (numbers.length === 0) return true;
  const count = /^\d+$/.test(numbers[0]?.text ?? '') ? Number(numbers[0]?.text) : Number.NaN;
  // Both together are all: the others are told of.
  if (numbers.length === 1 && count + value === total && tail.some(({ kind }) => kind === 'word')) return true;
  const isCounted = count < value;
  return numbers.length === 1 && isCounted && counting.find(tail) !== undefined && totals.find(tail) === undefined;
}

const counting = patternsOf(table.countsSome);

const isSpokenNumber = (words: readonly Word[], at: number): boolean => {
  const numeral = words[at]?.kind === 'word' ? numeralAt(words, at) : undefined;
  return numeral?.sureness === 'sure' && numeral.end > at + 1;
};

/** "chắc 45", "4 lăm": the only number, with nothing that bounds or denies it, and no other act than to tell it. */
function unsurely(text: string, words: readonly Word[], total: number | undefined): LikelyCount | undefined {
  const amounts = amountsIn(words);
  const [only, ...others] = amounts;
  if (!only || others.length > 0 || turning.find(words) || bounds.find(words)) return undefined;
  const speech = readSpeech(text);
  if (speech !== undefined && speech.act !== 'not-ready') return undefined;
  const doubt = unsure.find(words);
  if (!doubt || words.length > mostWords) return undefined;
  const plain = `${text.slice(0, words[doubt.from]?.from)} ${text.slice(words[doubt.to - 1]?.to)}`.trim();
  const reading = readCount(plain, total);
  return reading.type === 'count' && reading.remark === undefined ? { value: reading.value } : undefined;
}

function amountsIn(words: readonly Word[]): Amount[] {
  const found: Amount[] = [];
  for (let at = 0; at < words.length; ) {
    const moment = momentAt(words, at);
    const amount = moment ? undefined : amountAt(words, at, { kind: 'count' });
    if (amount && (words[at]?.kind === 'number' || amount.certainty === 'sure')) found.push(amount);
    at = moment?.end ?? amount?.end ?? at + 1;
  }
  return found;
}
