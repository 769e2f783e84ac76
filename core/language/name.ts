/** Names that people and platforms outside tell: of accounts, of people, of groups. */
import { fold, normalise } from './text.ts';

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

const leadIns = new Set('da vang thua kinh xin bao cao anh chi em toi minh ten'.split(' '));
/** "La" and "Hồ" are family names as well: these words lead in only beside others. */
const leadInPairs = new Set(['ho ten', 'ho va', 'toi la', 'em la', 'minh la', 'anh la', 'chi la', 'ten la', 'va ten']);
const asks = /(?:^| )(?:nao|gi|dau|ai|sao|khong|ko|chua|may)$/;
const ends = new Set(['a', 'nhe', 'nha', 'em']);
const noNames = new Set(
  'ok oke vang da u uh duoc roi dung gui sua huy nhan nhiem vu hello alo chao day hien nay'.split(' '),
);

/**
 * A person's name, with the title that they add, in their words: "Tôi là Nguyễn Văn Thử, Chủ tịch xã". Undefined for what is
 * no name: figures, a yes, a question. One word alone is no full name.
 */
export function readPersonName(text: string): string | undefined {
  const words = normalise(text)
    .replace(/[.!\s]+$/u, '')
    .split(/\s+/u);
  const folded = words.map((word) => fold(word).replace(/[:,]$/, ''));
  let from = 0;
  for (;;) {
    if (leadInPairs.has(`${folded[from]} ${folded[from + 1]}`)) from += 2;
    else if (leadIns.has(folded[from] ?? '')) from += 1;
    else break;
  }
  if (folded[from - 1] === 'va' && folded[from] === 'ten') from += 1;
  const to = ends.has(folded.at(-1) ?? '') ? words.length - 1 : words.length;
  const said = words.slice(from, to);
  const isPlain = said.every((word) => /^[\p{L}\p{M}.,()/–-]+$/u.test(word)) && !asks.test(folded.join(' '));
  if (!isPlain || said.length < 2 || said.length > 14) return undefined;
  if (folded.slice(from, to).every((word) => noNames.has(word))) return undefined;
  return outsideName(said.join(' ').replace(/\s*\/\s*/g, ', ')) || undefined;
}
