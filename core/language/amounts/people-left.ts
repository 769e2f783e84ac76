/** How many are still to do what all should: "còn 5 người chưa cài", "thiếu 2 đồng chí", "4 người chưa cài". */

import {
  allButWords,
  aroundLeft,
  besideAllBut,
  bodiesOfAll,
  courtesies,
  enough as enoughWords,
  everyone,
  leftPeople,
  notYetDone,
  peopleWords,
  personTitles,
  punctuation,
} from '../answer-words.ts';
import { inStandard } from '../dialect.ts';
import { readNumberWords } from '../number-words.ts';
import { inFull } from '../numbers.ts';
import { type Phrases, phrasesOf } from '../phrases.ts';
import { lowerCase } from '../text.ts';
import { absence } from './amount-words.ts';
import { onePerson, personOffices } from './likely-words.ts';

const leftOver = phrasesOf(leftPeople);
const people = phrasesOf(peopleWords);
const notYet = phrasesOf(notYetDone);
const around = phrasesOf([...courtesies, ...punctuation, ...aroundLeft]);
const enough = phrasesOf(enoughWords);
const allBut = phrasesOf(allButWords);
const besideAll = phrasesOf(besideAllBut);
const away = phrasesOf(absence.split(' | '));
const everybody = phrasesOf([...everyone.filter((word) => !enoughWords.includes(word)), ...bodiesOfAll]);
const titles = phrasesOf(personTitles.split('|'));

/** More words are no such answer. */
const mostWords = 24;
/** No office counts so many of its people: it is another number. */
const tooMany = 10_000;

/**
 * How many people are left; undefined where the whole text does not say so, or says it with another number beside. Whoever asks must
 * have it confirmed: what is reported is the total without them.
 */
export function readPeopleLeft(text: string): number | undefined {
  const words = inFull(inStandard(lowerCase(oneNamed(text)))).match(/\d+|\p{L}[\p{L}\p{M}]*|\S/gu) ?? [];
  if (words.length > mostWords) return undefined;
  let left: number | undefined;
  let [isLeftOver, isNotYet, isNumber, at] = [false, false, false, 0];
  const has = (phrases: Phrases): boolean => words.some((_, i) => phrases.longestAt(words, i) > 0);
  // What stands beside them says of the others that they have done it.
  const isAllBut = has(allBut) || (has(notYet) && (has(everybody) || has(leftOver)));
  while (at < words.length) {
    const [over, undone] = [leftOver.longestAt(words, at), notYet.longestAt(words, at)];
    const number = numberAt(words, at);
    const beside = isAllBut ? Math.max(besideAll.longestAt(words, at), away.longestAt(words, at)) : 0;
    const title = isNumber ? titles.longestAt(words, at) : 0;
    // "chưa đủ 45" is a bound, "5 người nữa là đủ" is not.
    const full = left === undefined ? 0 : enough.longestAt(words, at);
    const other = Math.max(people.longestAt(words, at), around.longestAt(words, at), beside, title, full);
    if (number && left === undefined) left = number.value;
    else if (number || Math.max(over, undone, other) === 0) return undefined;
    isLeftOver ||= over > 0 && left === undefined;
    isNotYet ||= undone > 0;
    isNumber = number !== undefined;
    at += number?.length ?? Math.max(over, undone, other);
  }
  return isLeftOver || isNotYet ? left : undefined;
}

/** "thiếu mỗi ông Ba", "trừ anh Tư bảo vệ": a person by their name, where no number stands, is one. */
function oneNamed(text: string): string {
  if (/\d/.test(text)) return text;
  const found = [...text.normalize('NFC').matchAll(named)];
  return found.length === 1 ? text.normalize('NFC').replace(named, onePerson) : text;
}

const named = new RegExp(`(?<!\\p{L})(?:${personTitles})(?: \\p{Lu}\\p{Ll}*){1,4}(?: (?:${personOffices}))?`, 'gu');

/** The number that begins at a word, in figures or in words, and how many words it takes. */
function numberAt(words: readonly string[], at: number): { value: number; length: number } | undefined {
  for (let length = Math.min(4, words.length - at); length > 0; length -= 1) {
    const said = words.slice(at, at + length);
    const value = readNumberWords(said.map((word) => (/^\d{1,4}$/.test(word) ? Number(word) : word)));
    if (value !== undefined && value > 0) return value < tooMany ? { value, length } : undefined;
  }
  return undefined;
}
