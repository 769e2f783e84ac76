/** A directive as people name it: by its number, whole or in part, however it is written; buttons name it by its id. */
import { fold } from '../language/text.ts';

/** What a directive is found by. */
export type NamedDirective = { id: number; number: string };

/** What the words of a command say of a directive; `rest` is what stands behind it. */
export type DirectiveSearch<D extends NamedDirective> =
  | { type: 'unnamed'; rest: string }
  | { type: 'found'; directive: D; rest: string }
  | { type: 'several'; directives: D[]; rest: string }
  | { type: 'unknown'; said: string; rest: string };

/** How a button names a directive: no number of a paper begins so. */
export const directiveTag = (id: number): string => `#${id}`;

/**
 * The directive that an argument begins with: "07/UBND-VP thieu", "văn bản số 7", "07 ubnd vp", "#12" of a button. Capitals,
 * blanks, strokes, marks and zeros in front do not matter, and the symbol may be left out. A bare figure that is no number
 * of a directive may be an id. Two that fit are both told; a number that none has is `unknown`.
 */
export function findDirective<D extends NamedDirective>(
  directives: readonly D[],
  argument: string,
): DirectiveSearch<D> {
  const words = argument.trim().split(/\s+/).filter(Boolean);
  const [first = ''] = words;
  const tag = /^#(\d{1,9})$/.exec(first);
  if (tag)
    return one(
      directives.filter(({ id }) => id === Number(tag[1])),
      first,
      words.slice(1),
    );
  const named = words.slice(leadIn(words));
  if (!/^\d/.test(named[0] ?? '')) return { type: 'unnamed', rest: argument.trim() };
  const wholes = named.slice(0, mostWords).map((_, at) => keyOf(named.slice(0, at + 1).join(' ')));
  for (let count = wholes.length; count > 0; count -= 1) {
    const said = wholes[count - 1] ?? '';
    const begun = directives.filter(({ number }) => isNumbered(number, said));
    const exact = begun.filter(({ number }) => keyOf(number) === said);
    const those = exact.length > 0 ? exact : begun;
    if (those.length > 0) return one(those, named.slice(0, count).join(' '), named.slice(count));
  }
  const [figure = '', ...rest] = named;
  if (!/^\d+[.,:]?$/.test(figure)) return { type: 'unknown', said: numberIn(named), rest: '' };
  const value = String(Number(figure.replace(/\D/g, '')));
  const those = directives.filter(({ id, number }) => figureOf(number) === value || String(id) === value);
  return one(those, figure, rest);
}

/** As many words as a number takes when all its parts stand apart: "07 / UBND - VH & TT". */
const mostWords = 8;

const kinds = new Set([
  'van',
  'ban',
  'cong',
  'cv',
  'vb',
  'so',
  'chi',
  'thi',
  'dao',
  'quyet',
  'dinh',
  'ke',
  'hoach',
  'cua',
  'theo',
  've',
]);

/** How many words stand before a number: "văn bản số". */
function leadIn(words: readonly string[]): number {
  const end = words.findIndex((word) => !kinds.has(fold(word).replace(/[^a-z]/g, '')) || /\d/.test(word));
  return end > 0 && /^\d/.test(words[end] ?? '') ? end : 0;
}

/** Letters and figures alone, without zeros in front: "07/UBND-VP" as "7ubndvp". */
const keyOf = (number: string): string =>
  fold(number)
    .replace(/[^a-z0-9]/g, '')
    .replace(/^0+(?=\d)/, '');

const figureOf = (number: string): string => /^\d+/.exec(keyOf(number))?.[0] ?? '';

/** Whether a directive has the number that was said, with its symbol or the beginning of it. */
const isNumbered = (number: string, said: string): boolean =>
  /\D/.test(said) && keyOf(number).startsWith(said) && figureOf(number) === figureOf(said);

function one<D extends NamedDirective>(those: D[], said: string, behind: readonly string[]): DirectiveSearch<D> {
  const rest = behind.join(' ').replace(/^ng(?:\u00e0|a)y\s+\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?\s*/iu, '');
  const [only, ...others] = those;
  if (!only) return { type: 'unknown', said: said.replace(/[.,:]$/, ''), rest };
  return others.length > 0 ? { type: 'several', directives: those, rest } : { type: 'found', directive: only, rest };
}

/** The number as it was written, up to where plain words begin. */
function numberIn(words: readonly string[]): string {
  const end = words.findIndex((word, at) => at > 0 && !/^[\p{Lu}\d&/-]+$/u.test(word));
  return (end < 0 ? words : words.slice(0, end)).join(' ');
}
