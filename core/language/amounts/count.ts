/** Answers to "how many people?". */
import { withoutLetter } from '../answers.ts';
import { readNumber } from '../numbers.ts';
import { compareDecimals, type Decimal, plainDecimal, wholeDecimal } from '../reading/decimal.ts';
import { patternsOf } from '../reading/patterns.ts';
import { tokensIn, written } from '../reading/tokens.ts';
import { readSpeech, type Speech } from '../speech/speech.ts';
import { addressedAtEnd } from './amount-words.ts';
import { type AmountReading, isPercentOf, readAmount } from './amounts.ts';
import { hasScale, isBareNo, namesPaperNumber, saysAllAreSoMany, speaksOfAmounts } from './count-words.ts';

export type CountReading =
  /** `remark`: an explanation behind it, as it was written. */
  | { type: 'count'; value: number; remark?: string }
  /** `value` ≤ `of`, `of` > 0. */
  | { type: 'fraction'; value: number; of: number }
  | { type: 'percent'; value: Decimal }
  | { type: 'none' | 'all' }
  /** It speaks of an amount, but not surely of one number. */
  | { type: 'unclear' }
  /** It is no answer; what it is instead, where that is known. */
  | { type: 'other'; speech: Speech | undefined };

const unclear: CountReading = { type: 'unclear' };
const mostCharacters = 400;

/** A figure and nothing else, too short for a telephone number. No word is looked for in it. */
const bareFigure = /^(?:0\d?|[1-9]\d{0,6})$/;

const ofFigure = (value: number, total: number | undefined): CountReading =>
  value === 0 ? { type: 'none' } : within({ type: 'count', value }, total, true);

/**
 * Reads an answer as a number of people, or says what it is instead. `total`: of how many, where that is known: a figure
 * typed above it, and a share of another total, are asked about. A bare "không" may as well refuse, and is asked about.
 */
export function readCount(said: string, total?: number): CountReading {
  if (said.length > mostCharacters) return unclear;
  if (bareFigure.test(said)) return ofFigure(Number(said), total);
  const text = withoutLetter(said);
  const speech = readSpeech(text);
  if (speech?.act === 'phone') return { type: 'other', speech };
  if (namesPaperNumber(text) && speech?.act !== 'paper-number' && speech?.act !== 'paper-sent') return unclear;
  const amount = readAmount(text, { kind: 'count' });
  if (amount.type === 'percent') return amount;
  const reading = readNumber(text);
  switch (reading.type) {
    case 'count':
      if (total !== undefined && reading.value < total && saysAllAreSoMany(text)) return unclear;
      return within({ type: 'count', value: reading.value }, total, isTyped(text));
    case 'fraction':
      return total !== undefined && reading.of !== total ? unclear : reading;
    case 'all':
      return reading;
    case 'none':
      return isBareNo(text) ? unclear : reading;
  }
  switch (amount.type) {
    case 'number':
      return ofAmount(amount, text, total);
    case 'fraction':
      return total !== undefined && compareDecimals(amount.of, wholeDecimal(total)) !== 0
        ? unclear
        : fraction(amount.value, amount.of);
    case 'zero':
      return { type: 'none' };
  }
  const isSpoken = amount.type === 'unclear' && amount.isAmount && !isSureAct(speech);
  if (isSpoken || (speech === undefined && speaksOfAmounts(text))) return unclear;
  return { type: 'other', speech };
}

const address = patternsOf(addressedAtEnd);

/**
 * A number in front of words that address somebody and may as well be counted: "46 cháu ạ". Undefined without such words, and where
 * the number is not sure without them.
 */
export function countAddressed(said: string, total?: number): number | undefined {
  if (said.length > mostCharacters) return undefined;
  const text = written(said);
  const words = tokensIn(text).filter(({ kind }) => kind !== 'sign');
  const from = words.findIndex((_, at) => at > 0 && address.endAt(words, at) === words.length);
  const reading = from > 0 ? readCount(text.slice(0, words[from]?.from), total) : undefined;
  if (reading?.type === 'count' && reading.remark === undefined) return reading.value;
  const isAll = reading?.type === 'all' || (reading?.type === 'percent' && plainDecimal(reading.value) === '100');
  return isAll ? total : undefined;
}

/** A figure typed above the total is more likely a slip than one that was written with thousands or in words. */
const within = (
  reading: CountReading & { type: 'count' },
  total: number | undefined,
  isFigure: boolean,
): CountReading => (total !== undefined && isFigure && reading.value > total ? unclear : reading);

/** "45k" of fifty people is a slip of the finger; "1k2" is none. */
const slipOfScale = /\d ?(?:k|tr)(?![\p{L}\d])/iu;
const isTyped = (text: string): boolean =>
  /\d/.test(text) && !/\d\.\d{3}/.test(text) && (slipOfScale.test(text) || !hasScale(text));

function ofAmount(
  amount: Extract<AmountReading, { type: 'number' }>,
  text: string,
  total: number | undefined,
): CountReading {
  const value = wholeOf(amount.value);
  if (value === undefined) return unclear;
  if (total !== undefined && value < total && saysAllAreSoMany(text)) return unclear;
  const { share } = amount;
  if (share !== undefined && !(total && isPercentOf(share, amount.value, wholeDecimal(total)))) return unclear;
  const left = amount.left === undefined ? undefined : wholeOf(amount.left);
  if (total !== undefined && left !== undefined && amount.isRest === true && value + left !== total) return unclear;
  const reading = { type: 'count', value, ...(amount.remark !== undefined && { remark: amount.remark }) } as const;
  return within(reading, total, isTyped(text));
}

const mostPeople = 999_999_999;

function wholeOf({ units, places }: Decimal): number | undefined {
  return places === 0 && units <= BigInt(mostPeople) ? Number(units) : undefined;
}

function fraction(part: Decimal, whole: Decimal): CountReading {
  const [value, of] = [wholeOf(part), wholeOf(whole)];
  return value === undefined || of === undefined ? unclear : { type: 'fraction', value, of };
}

/** What is surely no figure, though one stands in it. */
const sureActs: readonly Speech['act'][] = [
  'promise',
  'extension',
  'excuse',
  'phone',
  'paper-number',
  'paper-sent',
  'erase',
  'delegates',
  'wrong-person',
  'attachment',
];
const isSureAct = (speech: Speech | undefined): boolean => speech !== undefined && sureActs.includes(speech.act);
