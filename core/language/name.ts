/** Names that people and platforms outside tell: of accounts, of people, of groups. */
import { normalise } from './text.ts';

/** The longest name that is kept, in characters (code points). */
export const longestName = 80;

/** Characters that no text has, as Unicode says (U+FFFE and the like): papers that are XML cannot hold them. */
const noCharacter = /\p{Noncharacter_Code_Point}/gu;
/** More marks than a Vietnamese letter has, heaped on one letter. */
const heapedMarks = /(\p{M}{3})\p{M}+/gu;
/** What chat programs turn into links, mentions and commands: "https://", "@name", "#tag", "/command". */
const schemes = /\b[a-z][a-z0-9+.-]*:\/\//giu;
const signs = /[@#]|(?<![\p{L}\p{N}<])\/+/gu;
/** A dot between two letters or digits, as in a domain; also the dots of other scripts, which browsers read as one. */
const inWord = /(?<=[\p{L}\p{N}])[.\u3002\uff0e\uff61\u2024]+(?=[\p{L}\p{N}])/gu;

/**
 * A name from outside as it is kept: one line of at most `longestName` characters. No character is invisible, turns the
 * direction of writing, or is none at all. Chat programs make a link of nothing in it: "evil.example" becomes
 * "evil. example". Empty where nothing is left. Idempotent.
 */
export function outsideName(told: string): string {
  const line = normalise(told.replace(noCharacter, ''))
    .replace(/\p{Cf}/gu, '')
    .replace(heapedMarks, '$1')
    .replace(schemes, ' ')
    .replace(signs, ' ')
    .replace(inWord, '. ')
    .replace(/\s+/gu, ' ')
    .trim();
  return [...line].slice(0, longestName).join('').trim();
}
