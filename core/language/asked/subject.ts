/** Of which units something is asked, and what courtesy stands around it. */
import { type Patterns, patternsOf } from '../reading/patterns.ts';
import { isWord, tokensIn, type Word, written } from '../reading/tokens.ts';
import * as table from './ask-words.ts';

export const phrases = (list: string): Patterns => patternsOf(list, table.askClasses);

/** `kind`: the word for them, empty for all. `how`: which of them, how many, or all of them together. */
export type AskedUnits = { kind: string; how: 'which' | 'many' | 'group' };

const besideNames = phrases(table.besideNames);
const [before, behind] = [phrases(table.courtesyBefore), phrases(table.courtesyBehind)];
const [leads, groups, counts] = [table.subjectLeads, table.groupLeads, table.countLeads].map(phrases) as [
  Patterns,
  Patterns,
  Patterns,
];
const listOf = (words: string): string =>
  words
    .split(' ')
    .map((word) => word.replaceAll('_', ' '))
    .join(' | ');
const anyUnit = phrases(listOf(table.anyUnitWords));
const unitKind = phrases(listOf(table.unitKindWords));
const whoWords = phrases(table.whoWords);

/** Where a phrase that ends the words begins; the longest. */
function startAtEnd(pattern: Patterns, words: readonly Word[]): number {
  for (let from = Math.max(0, words.length - 4); from < words.length; from += 1)
    if (pattern.endAt(words, from) === words.length) return from;
  return words.length;
}

/** The words without these phrases at both ends. */
export function trimmed(words: readonly Word[], { front, back }: { front: Patterns; back: Patterns }): readonly Word[] {
  let rest = words;
  for (;;) {
    const from = front.endAt(rest, 0);
    const to = startAtEnd(back, rest.slice(from)) + from;
    if (from === 0 && to === rest.length) return rest;
    rest = rest.slice(from, to);
  }
}

/** What is asked, without the courtesy around it. */
export const withoutCourtesy = (words: readonly Word[]): readonly Word[] =>
  trimmed(words, { front: before, back: behind });

/** Whether nothing stands there but these phrases. */
export function areOnly(pattern: Patterns, words: readonly Word[]): boolean {
  for (let at = 0; at < words.length; ) {
    const end = pattern.endAt(words, at);
    if (end === at) return false;
    at = end;
  }
  return true;
}

/** What stands around a name is no part of it. */
export const nameIn = (words: readonly Word[]): string =>
  wordsSaid(trimmed(words, { front: besideNames, back: besideNames }));

export const wordsSaid = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');

/** "Tiểu học số 2": a number behind these belongs to a name. */
const numbered = phrases(table.numberedWords);

/** Whether a number stands there that belongs to no name. */
export const hasOtherFigure = (words: readonly Word[]): boolean =>
  words.some(({ kind }, at) => kind === 'number' && !(at > 0 && numbered.endAt(words, at - 1) === at));

/** A word for units, as it was written; empty for one that stands for any, and not in front of another: "mấy ông xã". */
function kindAt(words: readonly Word[], at: number): { kind: string; end: number } | undefined {
  const any = anyUnit.endAt(words, at);
  const end = unitKind.endAt(words, any);
  if (end > any) return { kind: wordsSaid(words.slice(any, end)), end };
  return any > at ? { kind: '', end: any } : undefined;
}

const offices = phrases(table.officeWords);

/** Whether a name says that it is one of a unit. */
export function isUnitName(said: string): boolean {
  const words = tokensIn(written(said));
  return kindAt(words, 0) !== undefined || offices.endAt(words, 0) > 0;
}

/** The first word for units, also where nothing says which. */
export function kindIn(words: readonly Word[]): { kind: string; rest: readonly Word[] } | undefined {
  for (let at = 0; at < words.length; at += 1) {
    const found = kindAt(words, at);
    if (found) return { kind: found.kind, rest: [...words.slice(0, at), ...words.slice(found.end)] };
  }
  return undefined;
}

/** "còn những xã nào", "ai", "bao nhiêu trường", "các trường". */
function unitsAt(words: readonly Word[], at: number): { units: AskedUnits; end: number } | undefined {
  let [end, isGroup, isCount] = [at, false, false];
  for (;;) {
    const counted = counts.endAt(words, end);
    const next = Math.max(counted, leads.endAt(words, end));
    if (next === end) break;
    isGroup ||= groups.endAt(words, end) === next;
    isCount ||= counted === next;
    end = next;
  }
  const who = whoWords.endAt(words, end);
  if (who > end) return { units: { kind: '', how: 'which' }, end: who };
  const named = kindAt(words, end);
  if (!named) return undefined;
  const { kind } = named;
  if (table.whichWords.some((which) => isWord(which, words[named.end])))
    return { units: { kind, how: isCount ? 'many' : 'which' }, end: named.end + 1 };
  if (isCount) return { units: { kind, how: 'many' }, end: named.end };
  return isGroup ? { units: { kind, how: 'group' }, end: named.end } : undefined;
}

/** The first words that say of which units, and what stands around them. */
export function unitsIn(words: readonly Word[]): { units: AskedUnits; rest: readonly Word[] } | undefined {
  for (let at = 0; at < words.length; at += 1) {
    const found = unitsAt(words, at);
    if (found) return { units: found.units, rest: [...words.slice(0, at), ...words.slice(found.end)] };
  }
  return undefined;
}

/** The first of these phrases, and what stands around it. */
export function cutOut(
  pattern: Patterns,
  words: readonly Word[],
): { before: readonly Word[]; behind: readonly Word[]; rest: readonly Word[] } | undefined {
  const found = pattern.find(words);
  if (!found) return undefined;
  const [first, last] = [words.slice(0, found.from), words.slice(found.to)];
  return { before: first, behind: last, rest: [...first, ...last] };
}
