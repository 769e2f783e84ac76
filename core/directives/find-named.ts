/** A directive that is named among other words: "cho xã An Bình theo văn bản 07". */

import { fold } from '../language/text.ts';
import { findDirective, type NamedDirective } from './find.ts';

const kinds = /^(?:van ban|cong van|cv|vb|chi thi|ke hoach)\b/;

/** The directive that a part of the words names, and the other words. */
export function findNamed<D extends NamedDirective>(
  directives: readonly D[],
  said: string,
): { directive: D | undefined; rest: string } {
  const words = said.split(/\s+/).filter(Boolean);
  const from = words.findIndex(
    (word, at) => word.startsWith('#') || kinds.test(fold(words.slice(at, at + 2).join(' '))),
  );
  const at = from < 0 && /^\d/.test(words[0] ?? '') ? 0 : from;
  if (at < 0) return { directive: undefined, rest: said };
  const search = findDirective(directives, words.slice(at).join(' '));
  if (search.type !== 'found') return { directive: undefined, rest: said };
  const before = words.slice(0, at).filter((word, place) => place < at - 1 || !/^(?:theo|cua)$/.test(fold(word)));
  return { directive: search.directive, rest: [...before, search.rest].join(' ').trim() };
}
