/** Names of units in an answer: their figures are none of the answer's. */
import { patternsOf } from '../reading/patterns.ts';
import type { Word } from '../reading/tokens.ts';
import { behindName, bodies, numberedBodies, placeSyllables } from './unit-name-words.ts';

const body = patternsOf(bodies);
const numbered = patternsOf(numberedBodies);
const behind = patternsOf(behindName);
const mostSyllables = 5;

/**
 * Where a unit's name ends that begins at `at`; `at` where none does. `text` is the answer with its capitals. A figure behind
 * the name is its own where more figures follow: "Trường TH Quảng Nham 1: 31".
 */
export function unitNameEnd(words: readonly Word[], at: number, text: string): number {
  const start = body.endAt(words, at);
  if (start === at) return at;
  let end = start;
  while (end - start < mostSyllables && isSyllable(words[end], end, start, text)) end += 1;
  if (end === start) return numberedEnd(words, at);
  const isNumbered =
    numbered.endAt(words, at) > at && words[end]?.kind === 'number' && /^\d{1,2}$/.test(words[end]?.text ?? '');
  const hasMore = words.slice(end + 1).some(({ kind }) => kind === 'number');
  return isNumbered && hasMore && behind.endAt(words, end + 1) > end + 1 ? end + 1 : end;
}

/** A body that has only a figure for a name: the third hamlet, with a colon and a count behind it. */
function numberedEnd(words: readonly Word[], at: number): number {
  const end = numbered.endAt(words, at);
  const isName = end > at && /^\d{1,2}$/.test(words[end]?.text ?? '') && behind.endAt(words, end + 1) > end + 1;
  return isName && words.slice(end + 1).some(({ kind }) => kind === 'number') ? end + 1 : at;
}

function isSyllable(word: Word | undefined, at: number, start: number, text: string): boolean {
  if (word?.kind !== 'word') return false;
  const first = text.slice(word.from, word.from + 1);
  if (first !== first.toLowerCase()) return text !== text.toUpperCase() || placeSyllables.has(word.text);
  return placeSyllables.has(word.text) && at < start + 3;
}
