/** Why a task could not be done, within an answer about tasks. */
import { patternsOf } from '../reading/patterns.ts';
import type { Word } from '../reading/tokens.ts';
import * as table from './progress-words.ts';

const section = patternsOf(table.sectionWords);

/** Where a reason ends: at a pause, or before the next section. */
function reasonEnd(words: readonly Word[], at: number): number {
  let end = at;
  while (end < words.length) {
    const word = words[end];
    if (word === undefined || word.kind === 'break' || /^[,;.!]$/.test(word.text)) break;
    if (end > at && section.endAt(words, end) > end && words[section.endAt(words, end)]?.kind === 'number') break;
    end += 1;
  }
  while (end > at + 1 && isEnding(words[end - 1])) end -= 1;
  return end;
}

const ending = patternsOf(table.endings);
const isEnding = (word: Word | undefined): boolean => word !== undefined && ending.endAt([word], 0) > 0;

/** The reason that begins at `from`, word for word, and where it ends. */
export function reasonFrom(
  words: readonly Word[],
  from: number,
  text: string,
): { reason: { type: 'reason'; text: string }; end: number } | undefined {
  const start = words[from]?.kind === 'sign' ? from + 1 : from;
  const end = reasonEnd(words, start);
  const [first, last] = [words[start], words[end - 1]];
  if (!first || !last || end <= start) return undefined;
  return { reason: { type: 'reason', text: text.slice(first.from, last.to) }, end };
}
