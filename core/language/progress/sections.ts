/** The sections that an answer names: one by one, in ranges, all of them, or what is left. */
import { percentWords } from '../amounts/amount-words.ts';
import { numeralAt } from '../reading/numerals.ts';
import { patternsOf } from '../reading/patterns.ts';
import { isWord, type Word } from '../reading/tokens.ts';
import * as table from './progress-words.ts';

export type Sections = 'all' | 'rest' | readonly number[];

/** `parts`: the same sections as commas part them. */
type SectionsFound = { sections: Sections; parts: readonly (readonly number[])[]; end: number };

/**
 * The text that the words are of, and how many sections the directive has. `isSpoken`: a lone number in words names one here, since one
 * was named so before and a state stands behind it.
 */
type Setting = { text: string; count: number; isSpoken?: boolean | undefined };

const section = patternsOf(table.sectionWords);
const joiner = patternsOf(table.joiners);
const range = patternsOf(table.ranges);
const all = patternsOf(table.allWords);
const rest = patternsOf(table.restWords);
const percent = patternsOf(percentWords);

/** "mục 1, 2 và 4", "1-3", "III", "còn lại", "cả 5 mục"; a number alone only where a section has it. */
export function sectionsAt(
  words: readonly Word[],
  at: number,
  { text, count, isSpoken }: Setting,
): SectionsFound | undefined {
  const left = rest.endAt(words, at);
  if (left > at) return { sections: 'rest', parts: [], end: left };
  const every = all.endAt(words, at);
  if (every > at && words[every]?.kind !== 'number' && areAll(words.slice(at, every), count))
    return { sections: 'all', parts: [], end: every };
  const start = isWord(table.rangeFrom, words[at]) ? at + 1 : at;
  const named = section.endAt(words, start);
  const first = refsAt(words, named, { text, count, isNamed: named > start, isSpoken });
  if (!first) return undefined;
  const list = [...first.refs];
  const parts = [[...first.refs]];
  let end = first.end;
  for (;;) {
    const to = range.endAt(words, end);
    const last = to > end ? refsAt(words, section.endAt(words, to), { text, count, isNamed: true }) : undefined;
    const [from, until] = [list.at(-1), last?.refs[0]];
    if (last && from !== undefined && until !== undefined && until > from && last.refs.length === 1) {
      for (let n = from + 1; n <= until; n += 1) list.push(n);
      parts.at(-1)?.push(...list.slice(list.indexOf(from) + 1));
      end = last.end;
      continue;
    }
    const joined = joinedEnd(words, end);
    const again = section.endAt(words, joined);
    const next = refsAt(words, again, { text, count, isNamed: again > joined });
    if (!next) break;
    if (words.slice(end, joined).some(({ text: sign }) => sign === ',' || sign === ';' || sign === '.'))
      parts.push([...next.refs]);
    else parts.at(-1)?.push(...next.refs);
    list.push(...next.refs);
    end = next.end;
  }
  return { sections: list, parts, end: words[end]?.text === ':' || words[end]?.text === '.' ? end + 1 : end };
}

/** "cả 5 mục", "cả năm mục": all, where there are as many. */
const areAll = (said: readonly Word[], count: number): boolean =>
  said.every((word, at) => {
    if (word.kind === 'number') return Number(word.text) === count;
    const spoken = at > 0 && section.endAt(said, at) === at ? numeralAt(said.slice(0, at + 1), at) : undefined;
    return spoken?.sureness !== 'sure' || Number(spoken.value.units) === count;
  });

function joinedEnd(words: readonly Word[], at: number): number {
  const end = joiner.endAt(words, at);
  return end > at ? joinedEnd(words, end) : at;
}

type Refs = { refs: number[]; end: number };

function refsAt(
  words: readonly Word[],
  at: number,
  { text, count, isNamed, isSpoken }: Setting & { isNamed: boolean },
): Refs | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
  const written = table.roman.get(word.text);
  if (written !== undefined && (isNamed || isCapital(word, text)))
    return written <= count ? { refs: [written], end: at + 1 } : undefined;
  if (word.kind === 'number') {
    if (isCounted(words, at)) return undefined;
    const refs = word.text.split(/[.,]/).map(Number);
    const isList =
      refs.every((ref) => ref >= 1 && ref <= count) &&
      (refs.length === 1 || word.text.split(/[.,]/).every((ref) => ref.length <= 2));
    return isList ? { refs, end: at + 1 } : undefined;
  }
  const spoken =
    (isNamed || isSpoken === true) && word.kind === 'word' ? numeralAt(words.slice(0, at + 1), at) : undefined;
  const value = spoken?.sureness === 'sure' && spoken.value.places === 0 ? Number(spoken.value.units) : 0;
  return value >= 1 && value <= count ? { refs: [value], end: at + 1 } : undefined;
}

const isCapital = (word: Word, text: string): boolean => /^\p{Lu}/u.test(text.slice(word.from));

/** "3 mục", "60 %", "3/5", "16h": a number of something, and of no section. */
const isCounted = (words: readonly Word[], at: number): boolean =>
  percent.endAt(words, at + 1) > at + 1 ||
  (section.endAt(words, at + 1) > at + 1 && words[section.endAt(words, at + 1)]?.kind !== 'number') ||
  words[at + 1]?.text === '/' ||
  words[at - 1]?.text === '/' ||
  (words[at + 1]?.isGlued === true && words[at + 1]?.kind === 'word');
