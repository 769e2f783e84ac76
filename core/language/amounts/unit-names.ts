/** Names of units in an answer: their figures are none of the answer's. */
import { patternsOf } from '../reading/patterns.ts';
import { isWord, type Word } from '../reading/tokens.ts';
import { beforeFigureOfName, behindName, bodies, numberedBodies, placeSyllables } from './unit-name-words.ts';

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

/**
 * A body that has only a figure or a day for a name: the third hamlet, a school that is called after the first of June. A
 * colon and a count stand behind it.
 */
function numberedEnd(words: readonly Word[], at: number): number {
  const named = numbered.endAt(words, at);
  if (named === at) return at;
  const first = isWord(beforeFigureOfName, words[named]) ? named + 1 : named;
  const isDay = /^[-/]$/.test(words[first + 1]?.text ?? '') && isSmall(words[first + 2]);
  const end = isDay ? first + 3 : first + 1;
  const isName = isSmall(words[first]) && behind.endAt(words, end) > end;
  return isName && words.slice(end).some(({ kind }) => kind === 'number') ? end : at;
}

const isSmall = (word: Word | undefined): boolean => /^\d{1,2}$/.test(word?.text ?? '');

function isSyllable(word: Word | undefined, at: number, start: number, text: string): boolean {
  if (word?.kind !== 'word') return false;
  const first = text.slice(word.from, word.from + 1);
  if (first !== first.toLowerCase()) return text !== text.toUpperCase() || placeSyllables.has(word.text);
  return placeSyllables.has(word.text) && at < start + 3;
}
