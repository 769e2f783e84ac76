/** Numbers in figures. */
import { type Decimal, decimalOf } from './decimal.ts';
import type { Word } from './tokens.ts';

/**
 * How sure a way to write a number is. `slip`: one dot and one or two digits, which stands for a decimal comma. `thousand`:
 * one dot and three digits. `zero`: a dot behind a leading zero. `spaced`: "500 000". `unclear`: to be asked.
 */
export type Sureness = 'sure' | 'slip' | 'thousand' | 'zero' | 'spaced' | 'unclear';

export type ReadNumeral = { value: Decimal; sureness: Sureness };

/** Figures as Vietnam writes them: a dot groups thousands, a comma begins the decimals, of which there are at most three. */
export function readDigits(text: string): ReadNumeral | undefined {
  const sure = (digits: string): ReadNumeral => ({ value: decimalOf(digits), sureness: 'sure' });
  if (/^(?:\d|0\d|[1-9]\d{0,14})$/.test(text)) return sure(text);
  if (/^[1-9]\d{0,2}(?:\.\d{3}){2,4}$/.test(text)) return sure(text.replaceAll('.', ''));
  if (/^(?:0|[1-9]\d{0,14}|[1-9]\d{0,2}(?:\.\d{3})+),\d{1,3}$/.test(text)) {
    const isThousand = /^[1-9]\d*,\d{3}$/.test(text);
    return isThousand ? undefined : sure(text.replaceAll('.', '').replace(',', '.'));
  }
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(text)) return { value: decimalOf(text.replace('.', '')), sureness: 'thousand' };
  if (/^0\.\d{1,3}$/.test(text)) return { value: decimalOf(text), sureness: 'zero' };
  if (/^[1-9]\d{0,14}\.\d{1,2}$/.test(text)) return { value: decimalOf(text), sureness: 'slip' };
  return undefined;
}

/** Figures in groups of three, "1 250 000": one group alone may as well be two numbers. */
export function readSpaced(run: readonly Word[]): ReadNumeral | undefined {
  const [first, ...groups] = run.map(({ text }) => text);
  const isOne =
    /^[1-9]\d{0,2}$/.test(first ?? '') && groups.every((group) => /^\d{3}$/.test(group)) && groups.length < 5;
  if (!isOne) return undefined;
  return { value: decimalOf([first, ...groups].join('')), sureness: groups.length > 1 ? 'sure' : 'spaced' };
}
