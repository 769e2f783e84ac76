/**
 * Phrases with gaps, as tables: looked for word by word, with marks left out or raw Telex. A phrase is its words with spaces
 * between them:
 * - `a/b` is either word, and `_` joins the words of one alternative
 * - `a?` may be left out
 * - `*` is up to three words, `#` a number
 * - `@name` stands for the alternatives of a class
 */
import { plainLetters } from '../text.ts';
import { isWord, type Word } from './tokens.ts';

type Item = { words: readonly (readonly string[])[]; isOptional: boolean } | { gap: number } | 'number';

export type Patterns = {
  /** Where the longest phrase ends that begins at `at`; `at` where none does. */
  endAt(words: readonly Word[], at: number): number;
  /** The first phrase in the words. */
  find(words: readonly Word[]): { from: number; to: number } | undefined;
};

const mostOfGap = 3;

/** Makes a table ready: one phrase a line, or several with bars between them. */
export function patternsOf(table: string, classes: Readonly<Record<string, string>> = {}): Patterns {
  const byFirst = new Map<string, Item[][]>();
  const anywhere: Item[][] = [];
  for (const phrase of table.split(/[|\n]/).map((one) => one.trim())) {
    if (phrase === '') continue;
    const items = phrase.split(/\s+/).map((part) => itemOf(part, classes));
    const [first] = items;
    if (first === undefined || first === 'number' || 'gap' in first || first.isOptional) anywhere.push(items);
    else
      for (const look of new Set(first.words.map((words) => plainLetters(words[0] ?? ''))))
        byFirst.set(look, [...(byFirst.get(look) ?? []), items]);
  }
  const endAt = (words: readonly Word[], at: number): number => {
    const word = words[at];
    if (word === undefined) return at;
    let end = at;
    for (const look of word.looks)
      for (const items of byFirst.get(look) ?? []) end = Math.max(end, matched(items, 0, words, at) ?? at);
    for (const items of anywhere) end = Math.max(end, matched(items, 0, words, at) ?? at);
    return end;
  };
  return {
    endAt,
    find: (words) => {
      for (let at = 0; at < words.length; at += 1) {
        const to = endAt(words, at);
        if (to > at) return { from: at, to };
      }
      return undefined;
    },
  };
}

function itemOf(part: string, classes: Readonly<Record<string, string>>): Item {
  if (part === '*') return { gap: mostOfGap };
  if (part === '#') return 'number';
  if (part === '/') return { words: [['/']], isOptional: false };
  const isOptional = part.endsWith('?') && part.length > 1;
  const named = isOptional ? part.slice(0, -1) : part;
  const alternatives = named
    .split('/')
    .flatMap((one) => (one.startsWith('@') ? classOf(one.slice(1), classes) : [one]));
  return { words: alternatives.map((one) => one.split('_')), isOptional };
}

function classOf(name: string, classes: Readonly<Record<string, string>>): string[] {
  const found = classes[name];
  if (found === undefined) throw new Error(`no class of words is called "${name}"`);
  return found
    .split(/[/\s]+/)
    .filter((one) => one !== '')
    .flatMap((one) => (one.startsWith('@') ? classOf(one.slice(1), classes) : [one]));
}

/** A gap at the end takes what words there are, up to the next sign. */
function restEnd(words: readonly Word[], at: number, most: number): number {
  let end = at;
  while (end < at + most && (words[end]?.kind === 'word' || words[end]?.kind === 'number')) end += 1;
  return end;
}

/** Where a phrase ends that is matched from its item `i` on; the longest way. A gap does not cross a line. */
function matched(items: readonly Item[], i: number, words: readonly Word[], at: number): number | undefined {
  const item = items[i];
  if (item === undefined) return at;
  if (item === 'number') return words[at]?.kind === 'number' ? matched(items, i + 1, words, at + 1) : undefined;
  if ('gap' in item && i === items.length - 1) return restEnd(words, at, item.gap);
  if ('gap' in item) {
    for (let skipped = 0; skipped <= item.gap; skipped += 1) {
      if (skipped > 0 && (words[at + skipped - 1] === undefined || words[at + skipped - 1]?.kind === 'break'))
        return undefined;
      const end = matched(items, i + 1, words, at + skipped);
      if (end !== undefined) return end;
    }
    return undefined;
  }
  let longest: number | undefined;
  for (const alternative of item.words) {
    if (!alternative.every((word, offset) => isWord(word, words[at + offset]))) continue;
    const end = matched(items, i + 1, words, at + alternative.length);
    if (end !== undefined && (longest === undefined || end > longest)) longest = end;
  }
  const without = item.isOptional ? matched(items, i + 1, words, at) : undefined;
  return without !== undefined && (longest === undefined || without > longest) ? without : longest;
}
