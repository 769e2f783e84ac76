/** JSON as Zalo writes it. */
import { z } from 'zod';
import { fail, ok, type Result } from '../../../core/result.ts';

/** A whole number of 16 or more digits outside a string; strings are matched first, so nothing inside one is. */
const stringOrLongNumber = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,}(?=\s*[,}\]]|\s*$)/g;

/** Parses JSON; a whole number that a double cannot hold (an id sent as a number) becomes a string of its digits. */
export function readJson(text: string): Result<unknown, 'no-json'> {
  try {
    const quoted = text.replace(stringOrLongNumber, (found) => (found.startsWith('"') ? found : `"${found}"`));
    return ok(JSON.parse(quoted));
  } catch {
    return fail('no-json');
  }
}

/** An id: opaque, always a string here, whatever it was sent as. */
export const idSchema = z.union([z.string().min(1), z.number()]).transform(String);

/** A number that may arrive as a string. */
export const numberSchema = z.union([z.number(), z.string().regex(/^\s*-?\d+(\.\d+)?\s*$/)]).transform(Number);
