/** A text as words, numbers and signs, whatever keyboard it was written on. */
import { dialect, shorthand } from '../dialect.ts';
import { fromTelex } from '../telex.ts';
import { isWordWritten, lowerCase, normalise, plainLetters } from '../text.ts';
import { remembering } from './newest.ts';
import { fromVni } from './vni.ts';

export type Word = {
  /** In lower case, NFC. */
  text: string;
  /** What it stands for where it was left as raw Telex or VNI. */
  meant: string | undefined;
  kind: 'word' | 'number' | 'sign' | 'break';
  /** How it may look without its marks: for looking it up. */
  looks: readonly string[];
  /** No space stands before it. */
  isGlued: boolean;
  /** Where it stands in the text that `written` gives. */
  from: number;
  to: number;
};

const wide = /[\uff01-\uff5e]/gu;
/** A percent sign as typewriters made it: "85 o/o". */
const typedPercent = /(?<=\d ?)[o0]\/[o0](?![\d\p{L}])/giu;
const keycap = /([0-9])\ufe0f?\u20e3/gu;

/** A text as it is read: full-width signs and keycaps as ordinary ones; the case stays. */
export const written = remembering((text: string): string =>
  normalise(text.replace(wide, (sign) => sign.normalize('NFKC')).replace(keycap, '$1')).replace(typedPercent, '%'),
);

/** Whether digits stand in it as pictures. */
export const hasKeycaps = (text: string): boolean => /[0-9]\ufe0f?\u20e3/u.test(text);

const parts = /\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*|\n|\S/gu;

/** The words of a text that `written` gave. Raw VNI is undone first, since its digits would part a word. */
export const tokensIn = remembering((text: string): readonly Word[] => {
  const words: Word[] = [];
  for (const chunk of asOneWord(lowerCase(text)).matchAll(/[^\s]+|\n/gu))
    words.push(...wordsOfChunk(chunk[0], chunk.index));
  return words;
});

/** "đ/c" as the word that it is; every place in the text stays. */
const asOneWord = (text: string): string => text.replace(/(?<!\p{L})[\u0111d]\/c(?!\p{L})/gu, '\u0111c ');

function wordsOfChunk(chunk: string, start: number): Word[] {
  const core = /^[a-z\u0111]+\d[a-z\d]*/u.exec(chunk)?.[0] ?? '';
  const meant = core === '' ? undefined : fromVni(core);
  if (meant === undefined) return plainWords(chunk, start);
  const place = { isGlued: false, from: start, to: start + core.length };
  const first: Word = { text: meant, meant, kind: 'word', looks: [plainLetters(meant)], ...place };
  return [first, ...plainWords(chunk.slice(core.length), start + core.length, true)];
}

const plainWords = (chunk: string, start: number, isBehind = false): Word[] =>
  [...chunk.matchAll(parts)].map((found) => {
    const [text] = found;
    const meant = shorthand.get(text) ?? dialect.get(text) ?? (/^[a-z]{2,9}$/.test(text) ? raw(text) : undefined);
    return {
      text,
      meant,
      looks: meant === undefined ? [plainLetters(text)] : [plainLetters(text), plainLetters(meant)],
      kind: /^\d/.test(text) ? 'number' : text === '\n' ? 'break' : /^\p{L}/u.test(text) ? 'word' : 'sign',
      isGlued: isBehind || found.index > 0,
      from: start + found.index,
      to: start + found.index + text.length,
    };
  });

function raw(text: string): string | undefined {
  const meant = fromTelex(text);
  return meant === text ? undefined : meant;
}

/** Whether a word is this one, marks left out or typed as raw Telex. A single letter is only itself. */
export const isWord = (known: string, word: Word | undefined): boolean =>
  word !== undefined &&
  (word.text === known ||
    (word.looks.includes(lookOf(known)) &&
      (word.meant === known || (word.text.length > 1 && isWordWritten(known, word.text)))));

/** Words of the tables without their marks. They are few, and none comes from outside. */
const knownLooks = new Map<string, string>();

function lookOf(known: string): string {
  const found = knownLooks.get(known);
  if (found !== undefined) return found;
  const look = plainLetters(known);
  knownLooks.set(known, look);
  return look;
}
