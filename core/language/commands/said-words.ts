/** A text held against the phrases that call a command. */

import { isWordWritten, lowerCase, plainLetters, withoutEnd } from '../text.ts';
import { courtesiesBefore, courtesiesBehind } from './courtesy-words.ts';

/** A text in words: read once, and held against the words of every command. */
export type SaidWords = {
  /** In lower case, without signs. */
  readonly plain: readonly string[];
  /** Where in them a phrase may begin: no more than courtesy stands before it. */
  readonly begins: readonly number[];
  /** Where in them a phrase may have ended: no more than courtesy stands behind it. */
  readonly ends: ReadonlySet<number>;
  /** As they were written, what stands behind each (a space, or the end of a line), and in lower case without the sign behind them. */
  readonly written: readonly string[];
  readonly gaps: readonly string[];
  readonly lowered: readonly string[];
};

export function saidWords(text: string): SaidWords {
  const parts = text.trim().split(/(\s+)/);
  const written = parts.filter((_, at) => at % 2 === 0);
  const plain = lowerCase(text)
    .split(/[^\p{L}\p{M}\p{N}/_-]+/u)
    .filter((word) => word !== '');
  const counts = Array.from({ length: mostCourtesies + 1 }, (_, count) => count).filter((n) => n <= plain.length);
  return {
    plain,
    begins: counts.filter((count) => areCourtesies(courtesiesBefore, plain.slice(0, count))),
    ends: new Set(
      counts.map((count) => plain.length - count).filter((from) => areCourtesies(courtesiesBehind, plain.slice(from))),
    ),
    written,
    gaps: parts.filter((_, at) => at % 2 === 1).map((gap) => (gap.includes('\n') ? '\n' : ' ')),
    lowered: written.map((word) => withoutEnd(lowerCase(word), ':,.!?')),
  };
}

type ByFirst = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The phrases of each table in words, by how their first word looks without marks. Tables are few and made once. */
const indexed = new WeakMap<readonly string[], ByFirst>();

function byFirst(phrases: readonly string[]): ByFirst {
  const known = indexed.get(phrases);
  if (known) return known;
  const index = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    const look = plainLetters(words[0] ?? '');
    index.set(look, [...(index.get(look) ?? []), words]);
  }
  indexed.set(phrases, index);
  return index;
}

const startingLike = (phrases: readonly string[], word: string | undefined): readonly (readonly string[])[] =>
  (word === undefined ? undefined : byFirst(phrases).get(plainLetters(word))) ?? [];

const isAt = (said: readonly string[], from: number, words: readonly string[]): boolean =>
  from + words.length <= said.length && words.every((word, at) => isWordWritten(word, said[from + at] ?? ''));

/** Whether a text is one of the phrases, and no more beside it than courtesy. */
export function isSaying(phrases: readonly string[], { plain, begins, ends }: SaidWords): boolean {
  return begins.some((from) =>
    startingLike(phrases, plain[from]).some((words) => ends.has(from + words.length) && isAt(plain, from, words)),
  );
}

const mostCourtesies = 4;

function areCourtesies(known: readonly string[], words: readonly string[]): boolean {
  if (words.length === 0) return true;
  if (words.length > mostCourtesies) return false;
  return startingLike(known, words[0]).some(
    (parts) => isAt(words, 0, parts) && areCourtesies(known, words.slice(parts.length)),
  );
}

/** What stands behind one of the phrases, line by line as it was written; undefined where the text does not begin so. */
export function behindPhrase(phrases: readonly string[], { written, gaps, lowered }: SaidWords): string | undefined {
  const lengths = startingLike(phrases, lowered[0]).flatMap((words) => (isAt(lowered, 0, words) ? [words.length] : []));
  const longest = Math.max(0, ...lengths);
  const rest = written
    .slice(longest)
    .map((word, at) => `${at === 0 ? '' : gaps[longest + at - 1]}${word}`)
    .join('');
  return longest > 0 && rest !== '' ? rest : undefined;
}

/** Whether a colon stands between a phrase and what `behindPhrase` found behind it. */
export const hasColonBefore = (text: string, behindIt: string): boolean =>
  text.trim().replace(/\s+/g, ' ').slice(0, -behindIt.replace(/\s+/g, ' ').length).trimEnd().endsWith(':');
