/** Amounts with units one after the other: "1 tấn 2 tạ", "18 tấn 4", "2 km 300". */
import { type Decimal, decimalOf, plus, shifted, wholeDecimal } from '../reading/decimal.ts';
import { halfWords } from '../reading/numeral-words.ts';
import { type Numeral, nextPlace, numeralAt } from '../reading/numerals.ts';
import { patternsOf } from '../reading/patterns.ts';
import { isWord, type Word } from '../reading/tokens.ts';
import { behindAmount } from './amount-words.ts';
import { type Dimension, poweredUnits, unitWords } from './unit-words.ts';

/** A unit as it stands in a text. */
export type UnitFound = { dimension: Dimension; power: number; next?: number; isSlang?: true; end: number };

const units = unitWords.map((unit) => ({ ...unit, pattern: patternsOf(unit.words) }));

/** The unit that begins at `at`, the longest. */
export function unitAt(words: readonly Word[], at: number): UnitFound | undefined {
  const [word, exponent] = [words[at], words[at + 1]];
  for (const unit of poweredUnits) {
    const isRaised =
      exponent?.text === '²' || exponent?.text === '³'
        ? exponent.text.normalize('NFKC')
        : exponent?.isGlued
          ? exponent.text
          : '';
    if (word?.text === unit.letter && isRaised === unit.exponent) return { ...unit, end: at + 2 };
  }
  let found: UnitFound | undefined;
  for (const { pattern, words: _, ...unit } of units) {
    const end = pattern.endAt(words, at);
    const isExact = end > at && (found === undefined || end > found.end);
    if (isExact) found = { ...unit, end };
  }
  return found;
}

type Chain = { value: Decimal; end: number; isUnclear: boolean; isSlang: boolean };

/** "1 tấn 2 tạ", "18 tấn 4", "2 km 300", "1 tạ rưỡi": the first unit and what follows it. In the base unit. */
export function chainAt(words: readonly Word[], numeral: Numeral, first: UnitFound): Chain {
  let unit = first;
  let chain: Chain = {
    value: shifted(numeral.value, first.power),
    end: first.end,
    isUnclear: false,
    isSlang: first.isSlang === true,
  };
  for (;;) {
    if (halfWords.some((half) => isWord(half, words[chain.end])))
      return {
        ...chain,
        value: plus(chain.value, shifted({ units: 5n, places: 0 }, unit.power - 1)),
        end: chain.end + 1,
      };
    const next = numeralAt(words, chain.end);
    if (!next) return chain;
    const below = unitAt(words, next.end);
    if (!below) return isTail(words, next.end) ? withTail(chain, unit, words.slice(chain.end, next.end), next) : chain;
    if (below.dimension !== unit.dimension || below.power >= unit.power || next.sureness !== 'sure')
      return { ...chain, isUnclear: true, end: below.end };
    chain = {
      ...chain,
      value: plus(chain.value, shifted(next.value, below.power)),
      end: below.end,
      isSlang: chain.isSlang || below.isSlang === true,
    };
    unit = below;
  }
}

/** Nothing but the end, a sign or a courtesy stands behind a number without a unit. */
export const isTail = (words: readonly Word[], at: number): boolean => {
  const next = words[at];
  return (
    next === undefined ||
    next.kind === 'break' ||
    (next.kind === 'sign' && next.text !== '/') ||
    tailCourtesies.endAt(words, at) > at
  );
};

const tailCourtesies = patternsOf(behindAmount);

/** One digit is of the next place of its unit; three are of the unit a thousand times less. */
function withTail(chain: Chain, unit: UnitFound, said: readonly Word[], tail: Numeral): Chain {
  const text = said.length === 1 && said[0]?.kind === 'number' ? said[0].text : undefined;
  const isThree =
    text !== undefined && /^\d{3}$/.test(text) && (unit.power === 3 || unit.power === 0) && unit.dimension !== 'area';
  if (isThree) return { ...chain, value: plus(chain.value, shifted(decimalOf(text), unit.power - 3)), end: tail.end };
  const [only, ...more] = said;
  const digit = only && more.length === 0 ? nextPlace(only) : undefined;
  if (digit !== undefined && unit.next !== undefined)
    return { ...chain, value: plus(chain.value, shifted(wholeDecimal(digit), unit.next)), end: tail.end };
  return { ...chain, isUnclear: true, end: tail.end };
}
