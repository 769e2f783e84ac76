/** JSON as Zalo writes it. */
import { z } from 'zod';
import { fail, ok, type Result } from '../../../core/result.ts';

/** Parses JSON; a whole number that a double cannot hold (an id sent as a number) becomes a string of its digits. */
export function readJson(text: string): Result<unknown, 'no-json'> {
  try {
    return ok(JSON.parse(quoteLongNumbers(text)));
  } catch {
    return fail('no-json');
  }
}

/** A whole number of 16 or more digits. */
const longNumber = /^-?\d{16,}$/;

/** Puts long numbers outside strings in quotes. Each character is looked at once, whatever a stranger sends. */
function quoteLongNumbers(text: string): string {
  const pieces: string[] = [];
  let copied = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (!isOfNumber(code)) at += 1;
    else {
      const end = endOfNumber(text, at);
      const number = text.slice(at, end);
      if (longNumber.test(number)) {
        pieces.push(text.slice(copied, at), `"${number}"`);
        copied = end;
      }
      at = end;
    }
  }
  return copied === 0 ? text : pieces.join('') + text.slice(copied);
}

const quote = 0x22;
const backslash = 0x5c;

/** Where the string that begins at `start` has ended; the end of the text for one that never does. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    at += code === backslash ? 2 : 1;
  }
  return text.length;
}

function endOfNumber(text: string, start: number): number {
  let at = start;
  while (at < text.length && isOfNumber(text.charCodeAt(at))) at += 1;
  return at;
}

/** Digits, signs, the point and the exponent: everything that a number is written with. */
const isOfNumber = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2b || code === 0x2e || code === 0x65 || code === 0x45;

/** An id: opaque, always a string here, whatever it was sent as. */
export const idSchema = z.union([z.string().min(1), z.number()]).transform(String);

/** A number that may arrive as a string. */
export const numberSchema = z.union([z.number(), z.string().regex(/^\s*-?\d+(\.\d+)?\s*$/)]).transform(Number);
