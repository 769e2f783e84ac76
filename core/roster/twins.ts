/** Words of a roster that people take for one another: kinds and tags, codes, names. */
import { fold, lowerCase } from '../language/text.ts';

/** The form in which kinds and tags are compared: `School`, `school ` and `SCHOOL` are one. */
export const kindKey = (word: string): string =>
  fold(word)
    .replace(/[\s_-]+/g, ' ')
    .trim();

const letters = (word: string): string => kindKey(word).replace(/[^\p{L}\p{N}]/gu, '');

const singular = (word: string): string =>
  /[a-z]ies$/.test(word) ? word.replace(/ies$/, 'y') : word.replace(/(?<=s|x|z|ch|sh)es$|(?<=[^s])s$/, '');

/** Words of so few letters differ by one letter on purpose. */
const shortest = 5;

/**
 * Whether two kinds that differ are probably meant as one: a plural (`Schools`), another blank or hyphen, or one slip in a
 * single long word (`schol`).
 */
export function areNearKinds(one: string, other: string): boolean {
  if (kindKey(one) === kindKey(other)) return false;
  const [a, b] = [singular(letters(one)), singular(letters(other))];
  return a === b || (isSingleWord(one) && isSingleWord(other) && isOneSlip(a, b));
}

const isSingleWord = (word: string): boolean => /^\p{L}+$/u.test(kindKey(word)) && letters(word).length >= shortest;

/** One letter too many, missing, wrong, or two that changed places. */
function isOneSlip(a: string, b: string): boolean {
  if (a.length > b.length) return isOneSlip(b, a);
  if (b.length - a.length > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  if (a.length < b.length) return a.slice(at) === b.slice(at + 1);
  const isSwapped = a[at] === b[at + 1] && a[at + 1] === b[at];
  return a.slice(at + 1) === b.slice(at + 1) || (isSwapped && a.slice(at + 2) === b.slice(at + 2));
}

/** What two words have in common where they may be near: each word without one of its letters. */
function traces(word: string): string[] {
  const bare = singular(letters(word));
  return [bare, ...(isSingleWord(word) ? [...bare].map((_, at) => bare.slice(0, at) + bare.slice(at + 1)) : [])];
}

/** For every kind the first other one that is near. Takes thousands of kinds: each is compared with few. */
export function nearKindsAmong(kinds: readonly string[]): Map<string, string> {
  const byTrace = new Map<string, string[]>();
  const near = new Map<string, string>();
  for (const kind of new Set(kinds)) {
    for (const trace of traces(kind)) {
      const others = byTrace.get(trace) ?? [];
      const found = others.find((other) => areNearKinds(kind, other));
      if (found !== undefined && !near.has(kind)) near.set(kind, found);
      if (found !== undefined && !near.has(found)) near.set(found, kind);
      if (others.length < mostOfATrace) byTrace.set(trace, [...others, kind]);
    }
  }
  return near;
}

/** Kinds that share a trace are few, unless a file was made to be slow. */
const mostOfATrace = 50;

/**
 * The form in which codes are taken for one another: letter case, marks, hyphens, blanks and leading zeros do not count.
 * `TH-09`, `TH09` and `th 9` are one; `TH-1-1` and `TH-11` are two.
 */
export const codeKey = (code: string): string =>
  (fold(code).match(/\p{L}+|\p{N}+/gu) ?? [])
    .map((run) => run.replace(/^0+(?=\p{N})/u, ''))
    .join('-')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, '');

/** Names that offices write out or cut short as they like: their words and their letters, folded. */
const shortForms: readonly (readonly [string, string])[] = [
  ['uy ban nhan dan', 'ubnd'],
  ['hoi dong nhan dan', 'hdnd'],
  ['hdnd', 'hdnd'],
  ['trung hoc co so', 'thcs'],
  ['trung hoc pho thong', 'thpt'],
  ['tieu hoc', 'th'],
  ['mam non', 'mn'],
];

/** The words of a name, in lower case, without what stands between them; what is commonly cut short is so. */
function nameWords(name: string): string[] {
  const words = lowerCase(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  const folded = words.map((word) => fold(word));
  const said: string[] = [];
  for (let at = 0; at < words.length; ) {
    const found = shortForms.find(([long]) => long === folded.slice(at, at + long.split(' ').length).join(' '));
    said.push(found ? found[1] : (words[at] ?? ''));
    at += found ? found[0].split(' ').length : 1;
  }
  return said;
}

/** Equal for all names that may be the same; `areNamesAlike` says whether they are. */
export const nameKey = (name: string): string =>
  nameWords(name)
    .map((word) =>
      fold(word)
        .replace(/y/g, 'i')
        .replace(/^0+(?=\d)/, ''),
    )
    .join(' ');

/**
 * Whether two names with one key are the same: either is written without any mark, or each word has the same marks. Where in
 * a word the mark stands does not matter.
 */
export function areNamesAlike(one: string, other: string): boolean {
  if (isUnmarked(one) || isUnmarked(other)) return true;
  const theirs = nameWords(other);
  return nameWords(one).every((word, at) => marksOf(word) === marksOf(theirs[at] ?? ''));
}

const isUnmarked = (name: string): boolean => marksOf(lowerCase(name)) === '';

const marksOf = (word: string): string =>
  [...word.normalize('NFD')]
    .filter((sign) => /[\u0300-\u036f\u0111]/.test(sign))
    .sort()
    .join('');
