/** An amount that is said by its whole: "gieo xong hết", "còn 2 ha chưa gieo", "đạt 80%". Whoever asks must have it confirmed. */
import { compareDecimals, type Decimal, plus, shifted, times } from '../reading/decimal.ts';
import { patternsOf } from '../reading/patterns.ts';
import { tokensIn, written } from '../reading/tokens.ts';
import { type Asked, amountAt } from './amount-at.ts';
import { readAmount } from './amounts.ts';
import { beforeWhole, leftOfWhole, notDone, wholeDone } from './likely-words.ts';

const [whole, before, left, undone] = [wholeDone, beforeWhole, leftOfWhole, notDone].map((list) =>
  patternsOf(list),
) as [Patterns, Patterns, Patterns, Patterns];
type Patterns = ReturnType<typeof patternsOf>;
const mostCharacters = 80;

/** What is likely meant of `all`, in the unit that is asked for; undefined for anything else. */
export function amountOfWhole(said: string, asked: Asked, all: Decimal): Decimal | undefined {
  if (said.length > mostCharacters || said.includes('?')) return undefined;
  const words = tokensIn(written(said)).filter(({ kind }) => kind !== 'sign' || said.includes('%'));
  const share = readAmount(said, asked);
  if (share.type === 'percent') return shifted(times(share.value, all), -2);
  let [at, isWhole, isLeft, isUndone]: [number, boolean, boolean, boolean] = [0, false, false, false];
  let amount: Decimal | undefined;
  while (at < words.length) {
    const number = amountAt(words, at, asked);
    if (number && (number.certainty !== 'sure' || number.isPercent || amount)) return undefined;
    if (number) amount = number.value;
    const ends = [whole, left, undone, before].map((one) => one.endAt(words, at)) as [number, number, number, number];
    isWhole ||= !number && ends[0] > at;
    isLeft ||= !number && ends[1] > at && amount === undefined;
    isUndone ||= !number && ends[2] > at;
    const end = number?.end ?? Math.max(...ends);
    if (end === at) return undefined;
    at = end;
  }
  if (amount === undefined) return isWhole && !isLeft && !isUndone ? all : undefined;
  if (!isLeft || compareDecimals(amount, all) > 0) return undefined;
  return plus(all, { ...amount, units: -amount.units });
}
