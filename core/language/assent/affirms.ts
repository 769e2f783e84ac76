/** A yes to a figure that is asked about, with more than a yes: its reason behind it, or the figure once more. */
import { patternsOf } from '../reading/patterns.ts';
import { tokensIn, written } from '../reading/tokens.ts';
import { readAssent } from './assent.ts';
import { againstYes, mereSlip } from './assent-words.ts';

const slip = patternsOf(mereSlip);
const against = patternsOf(againstYes);
const mostCharacters = 200;

/**
 * What stands behind a yes in a clause of its own, and neither takes it back nor puts it off: "đúng, dân xã không có mạng". Undefined
 * for anything else, and where a number stands in it.
 */
export function reasonBehindYes(text: string): string | undefined {
  if (text.length > mostCharacters || /[?\d]/.test(text)) return undefined;
  const [, yes = '', reason = ''] = /^([^,.;\n]+)[,.;\n]+\s*(.+)$/su.exec(text.trim()) ?? [];
  if (reason === '' || readAssent(yes).type !== 'assent') return undefined;
  return against.find(tokensIn(written(reason))) ? undefined : reason;
}

/** Whether a text says this figure once more and no other, with nothing against it: "5 người thật mà". */
export function repeatsFigure(text: string, value: string): boolean {
  if (text.length > mostCharacters || text.includes('?')) return false;
  const numbers = text.match(/\d+(?:[.,]\d+)*/g) ?? [];
  if (numbers.length !== 1 || numbers[0] !== value) return false;
  const { type } = readAssent(text.replace(/\d+(?:[.,]\d+)*/g, ' '));
  if (type === 'denial' || type === 'hold' || type === 'cancel') return false;
  return against.find(tokensIn(written(text))) === undefined;
}

/** "gõ nhầm", and no more: what stands is wrong. */
export function isMereSlip(text: string): boolean {
  const words = tokensIn(written(text)).filter(({ kind }) => kind !== 'sign');
  return words.length > 0 && slip.endAt(words, 0) === words.length;
}
