/** One amount in a text: a number with its unit, in the unit that is asked for. */

import { type Decimal, shifted, wholeDecimal } from '../reading/decimal.ts';
import type { Sureness } from '../reading/figures.ts';
import { halfWords } from '../reading/numeral-words.ts';
import { type Numeral, nextPlace, numeralAt } from '../reading/numerals.ts';
import { patternsOf } from '../reading/patterns.ts';
import { isWord, type Word } from '../reading/tokens.ts';
import { hundredPercentWords, percentWords } from './amount-words.ts';
import { chainAt, isTail, unitAt } from './unit-chain.ts';
import { currencyWords, type Dimension, moneyUnits, poweredUnits, unitWords } from './unit-words.ts';

/** What an answer is asked in. `power`: of ten, of the base unit of the dimension, or of đồng. */
export type Asked =
  | { kind: 'count' }
  | { kind: 'percent' }
  | { kind: 'measure'; dimension: Dimension | undefined; power: number; unit: string }
  | { kind: 'money'; power: number };

export type Amount = {
  /** In the unit that is asked for. */
  value: Decimal;
  certainty: 'sure' | 'confirm' | 'unclear';
  isPercent: boolean;
  /** Its number as it is written, where it has neither unit nor scale: it may take those of the amount behind it. */
  bare: Decimal | undefined;
  /** The power of ten between its number and `value`. */
  shift: number;
  /** It is a lone word of a number ("ba"), which may be a name. */
  isWordAlone: boolean;
  end: number;
};

const percent = patternsOf(percentWords);
const hundredPercent = patternsOf(hundredPercentWords);
const currency = patternsOf(currencyWords.join(' | '));

/** What the unit of an indicator asks for: "ha", "triệu đồng". A unit of no known dimension is only itself. */
export function askedIn(kind: 'measure' | 'money', unit: string): Asked {
  const power = moneyUnits.get(unit);
  if (kind === 'money') return { kind, power: power ?? 0 };
  const known =
    unitWords.find(({ words }) => words === unit) ??
    poweredUnits.find(({ letter, exponent }) => `${letter}${exponent}` === unit || `${letter}²` === unit);
  return { kind, dimension: known?.dimension, power: known?.power ?? 0, unit };
}

/** The amount that begins at `at`; undefined where no number does. */
export function amountAt(words: readonly Word[], at: number, asked: Asked): Amount | undefined {
  const hundred = hundredPercent.endAt(words, at);
  if (hundred > at) return { ...oneHundred, end: hundred };
  const numeral = numeralAt(words, at);
  if (!numeral) return asked.kind === 'measure' ? unitFirst(words, at, asked) : undefined;
  const isWordAlone = numeral.end === at + 1 && words[at]?.kind === 'word';
  const share = percent.endAt(words, numeral.end);
  if (share > numeral.end) {
    const isDotted = numeral.sureness === 'slip' || numeral.sureness === 'zero';
    const certainty = numeral.sureness === 'sure' || isDotted ? 'sure' : 'unclear';
    return {
      value: numeral.value,
      certainty,
      isPercent: true,
      bare: undefined,
      shift: 0,
      isWordAlone: false,
      end: share,
    };
  }
  const found =
    asked.kind === 'money'
      ? moneyAt(words, numeral, asked.power)
      : asked.kind === 'measure'
        ? measureAt(words, numeral, asked)
        : plainAt(numeral, asked);
  return { ...found, isPercent: false, isWordAlone };
}

const oneHundred = {
  value: wholeDecimal(100),
  certainty: 'sure',
  isPercent: true,
  bare: undefined,
  shift: 0,
  isWordAlone: false,
} as const;

/** "tạ rưỡi", "tấn hai": one of the unit, and a part of it. */
function unitFirst(words: readonly Word[], at: number, asked: Extract<Asked, { kind: 'measure' }>): Amount | undefined {
  const unit = unitAt(words, at);
  const next = unit && words[unit.end];
  if (!unit || !next || unit.dimension !== asked.dimension || next.kind !== 'word') return undefined;
  const isHalf = halfWords.some((half) => isWord(half, next));
  if (!isHalf && (unit.next === undefined || nextPlace(next) === undefined || !isTail(words, unit.end + 1)))
    return undefined;
  const one = {
    value: wholeDecimal(1),
    sureness: 'sure',
    end: at,
    power: 0,
    isFigures: false,
    isSlang: false,
  } as const;
  return { ...measureAt(words, one, asked), isPercent: false, isWordAlone: false };
}

type Found = Omit<Amount, 'isPercent' | 'isWordAlone'>;

const bareOf = (numeral: Numeral): Decimal | undefined => (numeral.power === 0 ? numeral.value : undefined);

function plainAt(numeral: Numeral, asked: Asked): Found {
  const { value, sureness, end } = numeral;
  const isCount = asked.kind === 'count';
  const certainty = isCount
    ? sureness === 'sure' || sureness === 'thousand'
      ? 'sure'
      : 'unclear'
    : certaintyOf(sureness);
  return {
    value,
    certainty: isCount && value.places > 0 ? 'unclear' : certainty,
    bare: bareOf(numeral),
    shift: numeral.power,
    end,
  };
}

const certaintyOf = (sureness: Sureness): Amount['certainty'] =>
  sureness === 'sure' ? 'sure' : sureness === 'unclear' || sureness === 'spaced' ? 'unclear' : 'confirm';

/** A number of đồng below this is a short form of thousands, and one of millions above it of đồng. */
const [fewDong, manyMillions] = [1000n, 1_000_000n];

function moneyAt(words: readonly Word[], numeral: Numeral, power: number): Found {
  const end = currency.endAt(words, numeral.end);
  const isNamed = end > numeral.end;
  const isDong = numeral.power === 0 && (isNamed || power === 0);
  const { sureness } = numeral;
  const isWhole = isDong && (sureness === 'thousand' || sureness === 'spaced');
  const isCut =
    isDong && (sureness === 'slip' || sureness === 'zero' || (sureness === 'sure' && numeral.value.places > 0));
  const inDong = numeral.power > 0 || isNamed;
  const value = inDong ? shifted(numeral.value, -power) : numeral.value;
  const whole = value.units / 10n ** BigInt(value.places);
  const isOdd =
    !isNamed && numeral.power === 0 && (power === 0 ? whole > 0n && whole < fewDong : whole >= manyMillions);
  const certainty = isCut || isOdd ? 'unclear' : isWhole ? 'sure' : certaintyOf(sureness);
  return {
    value,
    certainty: certainty === 'sure' && numeral.isSlang ? 'confirm' : certainty,
    bare: inDong ? undefined : numeral.value,
    shift: inDong ? numeral.power - power : 0,
    end,
  };
}

const millions = 6;

function measureAt(words: readonly Word[], numeral: Numeral, asked: Extract<Asked, { kind: 'measure' }>): Found {
  const certainty = certaintyOf(numeral.sureness);
  const plain: Found = {
    value: numeral.value,
    certainty,
    bare: bareOf(numeral),
    shift: numeral.power,
    end: numeral.end,
  };
  if (asked.dimension === undefined) {
    const end = patternsOf(asked.unit).endAt(words, numeral.end);
    return end > numeral.end ? { ...plain, bare: undefined, end } : plain;
  }
  const first = unitAt(words, numeral.end);
  // "3 triệu" of hectares is rather money.
  if (!first) return numeral.power < millions ? plain : { ...plain, certainty: 'unclear' };
  if (first.dimension !== asked.dimension) return { ...plain, certainty: 'unclear', end: first.end };
  const chain = chainAt(words, numeral, first);
  const shift = first.power - asked.power;
  return {
    value: shifted(chain.value, -asked.power),
    certainty: chain.isUnclear || certainty === 'unclear' ? 'unclear' : chain.isSlang ? 'confirm' : certainty,
    bare: undefined,
    shift,
    end: chain.end,
  };
}
