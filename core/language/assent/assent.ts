/** Whether an answer in words says yes, no, or wait. */

import { inStandard } from '../dialect.ts';
import { fromVni } from '../reading/vni.ts';
import { fromTelex } from '../telex.ts';
import { isWordWritten, lowerCase, plainLetters } from '../text.ts';
import {
  eitherWay,
  onlyInFull,
  onlyRight,
  onlyStop,
  pictures,
  type Sense,
  sending,
  senses,
  shortNegations,
  threeReadings,
  whollyRight,
} from './assent-words.ts';

/**
 * What an answer says of a question of yes and no. `isWhole`: no word of it is left over, so that it says nothing else
 * either.
 */
export type Assent =
  | { type: 'assent' }
  | { type: 'denial'; isWhole: boolean }
  /** Not now: nothing may be done, and nothing is given up. */
  | { type: 'hold'; isWhole: boolean }
  /** The whole is to be given up; `isSure` is false of a mere "thôi". */
  | { type: 'cancel'; isSure: boolean; isWhole: boolean }
  /** A yes among words that may turn it round, or that may be yes as well as no ("dung gui"): to be asked. */
  | { type: 'ambiguous'; isWhole: boolean }
  /** None of these; where it is whole, only courtesy. */
  | { type: 'nothing'; isWhole: boolean };

type Piece = { sense: Sense | 'verb' | 'either' | 'unknown'; isAfterPause: boolean };

const longest = 300;

/**
 * Reads an answer. It is an assent only where every word is known and none of them denies, waits, doubts or asks: "đúng rồi
 * nhưng…" is none. A denial or a hold may stand among other words.
 *
 * Marks decide where they are written: "đừng gửi" is never a yes. Without them, "dung gui" may be that and is ambiguous.
 * A lone "dung" is đúng, the question's own word. So it is before a word that only đúng has behind it: "dung roi".
 *
 * Raw Telex, missing spaces and letters held down are undone. `verbs` are what the question is about: to name what would be
 * done is to agree ("gửi đi"). Never throws. Its work grows with the length of the text; over 300 characters are nothing.
 */
export function readAssent(text: string, verbs: readonly string[] = sending): Assent {
  if (text.length > longest) return { type: 'nothing', isWhole: false };
  const named = wordsOfVerbs(verbs);
  const words = wordsOf(text).flatMap((word) => (named.has(plainLetters(word.text)) ? [word] : apart(word)));
  return judge(piecesOf(words, verbs));
}

/** By list of verbs: there are few, and each is read with every answer. */
const verbWords = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The words of these verbs without marks: nothing in them is to be undone. */
function wordsOfVerbs(verbs: readonly string[]): ReadonlySet<string> {
  const words = verbWords.get(verbs) ?? new Set(verbs.flatMap((verb) => plainLetters(verb).split(' ')));
  verbWords.set(verbs, words);
  return words;
}

function judge(pieces: Piece[]): Assent {
  const said = settleNegations(pieces);
  const has = (...wanted: Piece['sense'][]) => said.some(({ sense }) => wanted.includes(sense));
  const isWhole = !has('unknown');
  const first = said.find(({ sense }) => sense !== 'courtesy')?.sense;
  if (has('hold')) return { type: 'hold', isWhole };
  if (has('cancel')) return { type: 'cancel', isSure: true, isWhole };
  // "thôi gửi đi": enough of it and send, or send no more.
  if (first === 'cease') return has('verb') && !has('no') ? { type: 'ambiguous', isWhole } : ceased(isWhole);
  if (has('no')) return { type: 'denial', isWhole };
  const isYes = has('yes', 'verb') || (isWhole && has('weak-yes'));
  if (has('either') || (isYes && has('doubt', 'question', 'unknown'))) return { type: 'ambiguous', isWhole };
  if (has('doubt')) return { type: 'ambiguous', isWhole };
  return isYes ? { type: 'assent' } : { type: 'nothing', isWhole };
}

const ceased = (isWhole: boolean): Assent => ({ type: 'cancel', isSure: false, isWhole });

/**
 * A negation turns round what stands behind it: "chưa đúng" is a no, "chưa gửi" a hold. Behind a yes, with nothing after
 * it, it makes a question: "đúng chưa". Alone it is a no.
 */
function settleNegations(pieces: Piece[]): Piece[] {
  const said: Piece[] = [];
  for (const [at, piece] of pieces.entries()) {
    const before = said.at(-1);
    if (before?.sense === 'negation' && !piece.isAfterPause) {
      if (piece.sense === 'verb') said[said.length - 1] = { ...before, sense: 'hold' };
      else if (['yes', 'weak-yes', 'either', 'unknown'].includes(piece.sense))
        said[said.length - 1] = { ...before, sense: 'no' };
      else if (piece.sense !== 'courtesy') said.push(piece);
      continue;
    }
    if (piece.sense !== 'negation') said.push(piece);
    else {
      const rest = pieces.slice(at + 1);
      const isLast = rest.every(({ sense }) => sense === 'courtesy' || sense === 'question');
      const isTag =
        isLast && !piece.isAfterPause && said.some(({ sense }) => ['yes', 'verb', 'either'].includes(sense));
      said.push(isTag ? { ...piece, sense: 'question' } : piece);
    }
  }
  return said.map((piece) => (piece.sense === 'negation' ? { ...piece, sense: 'no' } : piece));
}

type Word = { text: string; isAfterPause: boolean };

const picture = /\p{Extended_Pictographic}/u;
const pause = /^[,;:.\n!…-]+$/;

/** Words, pictures and question marks; a pause before one of them is kept, for "dung, gui". */
function wordsOf(text: string): Word[] {
  const plain = inStandard(lowerCase(text)).replace(/\ufe0e|\ufe0f|\u200d|\u20e3|\p{Emoji_Modifier}/gu, '');
  const meant = plain.replace(/[a-z\u0111]+\d[a-z\d]*/gu, (word) => fromVni(word) ?? word);
  const found =
    meant.replace(whollyRight, ' ').match(/\p{L}[\p{L}\p{M}]*|\d+|\p{Extended_Pictographic}|\?|[,;:.\n!…-]+/gu) ?? [];
  return found.flatMap((word, at) =>
    pause.test(word) ? [] : [{ text: word, isAfterPause: at > 0 && pause.test(found[at - 1] ?? '') }],
  );
}

type Phrase = { phrase: readonly string[]; sense: Piece['sense'] };

/** Phrases by their first word without marks, the longest first. */
function byFirstWord(all: readonly Phrase[]): Map<string, Phrase[]> {
  const found = new Map<string, Phrase[]>();
  for (const one of all) {
    const first = plainLetters(one.phrase[0] ?? '');
    found.set(first, [...(found.get(first) ?? []), one]);
  }
  for (const some of found.values()) some.sort((a, b) => b.phrase.length - a.phrase.length);
  return found;
}

const phrases = byFirstWord(senses);

/** The words of all phrases, by how they look without marks. */
const vocabulary = new Map<string, string[]>();
for (const word of [...senses.flatMap(({ phrase }) => phrase), ...sending.flatMap((verb) => verb.split(' '))]) {
  const known = vocabulary.get(plainLetters(word)) ?? [];
  if (!known.includes(word)) vocabulary.set(plainLetters(word), [...known, word]);
}

const isKnown = (word: string): boolean =>
  word === threeReadings || (vocabulary.get(plainLetters(word)) ?? []).some((one) => isWritten(one, word));

const isWritten = (word: string, written: string): boolean =>
  word === written || (!onlyInFull.includes(word) && isWordWritten(word, written));

const [negationInFull = ''] = senses.find(({ sense }) => sense === 'negation')?.phrase ?? [];

/** A word as it was meant: raw Telex turned into letters, letters held down let go, words that stuck together parted. */
function apart({ text, isAfterPause }: Word): Word[] {
  if (shortNegations.includes(text)) return [{ text: negationInFull, isAfterPause }];
  if (!/^\p{L}/u.test(text) || isKnown(text)) return [{ text, isAfterPause }];
  const slow = text.replace(/(\p{L})\1{2,}/gu, '$1');
  const meant = [slow, fromTelex(slow), text.replace(/(\p{L})\1+/gu, '$1')].find(isKnown);
  if (meant !== undefined) return [{ text: meant, isAfterPause }];
  const parts = partsOf(slow) ?? partsOf(fromTelex(slow)) ?? [text];
  return parts.map((part, at) => ({ text: part, isAfterPause: isAfterPause && at === 0 }));
}

/** So many letters have the longest words that are parted, and the longest of their parts. */
const [mostLetters, mostOfPart] = [30, 7];

/** Known words that make up one without spaces, as few as possible; a single letter only at the end. */
function partsOf(text: string): string[] | undefined {
  if (text.length > mostLetters) return undefined;
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= text.length; end += 1) {
    for (let length = Math.min(mostOfPart, end); length > 0; length -= 1) {
      const before = best[end - length];
      const part = text.slice(end - length, end);
      if (!before || (length === 1 && end < text.length) || !isKnown(part)) continue;
      if (before.length + 1 < (best[end]?.length ?? Number.POSITIVE_INFINITY)) best[end] = [...before, part];
    }
  }
  return best[text.length];
}

function piecesOf(words: Word[], verbs: readonly string[]): Piece[] {
  const wanted = byFirstWord(verbs.map((verb) => ({ phrase: verb.split(' '), sense: 'verb' })));
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length; ) {
    const found = phraseAt(words, at, wanted);
    pieces.push({
      sense: found?.sense ?? senseOfOne(words, at, verbs),
      isAfterPause: words[at]?.isAfterPause ?? false,
    });
    at += found?.phrase.length ?? 1;
  }
  return pieces;
}

/** The longest phrase that begins here; of two as long, a verb, then the one that is written out. */
function phraseAt(words: Word[], at: number, wanted: Map<string, Phrase[]>): Phrase | undefined {
  const first = plainLetters(words[at]?.text ?? '');
  if (words[at]?.text === threeReadings) return undefined;
  const here = [...(wanted.get(first) ?? []), ...(phrases.get(first) ?? [])].filter(({ phrase }) =>
    phrase.every((word, i) => isWritten(word, words[at + i]?.text ?? '') && (i === 0 || !words[at + i]?.isAfterPause)),
  );
  const length = Math.max(0, ...here.map(({ phrase }) => phrase.length));
  const longestHere = here.filter(({ phrase }) => phrase.length === length);
  const exact = longestHere.find(({ phrase }) => phrase.every((word, i) => word === words[at + i]?.text));
  return exact ?? longestHere[0];
}

function senseOfOne(words: Word[], at: number, verbs: readonly string[]): Piece['sense'] {
  const { text } = words[at] ?? { text: '' };
  if (text === threeReadings) return readDung(words, at, verbs);
  if (text === '?') return 'question';
  if (picture.test(text)) return pictures.get(text) ?? 'courtesy';
  return 'unknown';
}

/** "dung": đúng, dừng or đừng, as the word behind it leaves open. */
function readDung(words: Word[], at: number, verbs: readonly string[]): Piece['sense'] {
  const next = words[at + 1];
  if (!next || next.isAfterPause) return 'yes';
  const isOne = (list: readonly string[]) => list.some((word) => isWordWritten(word, next.text));
  if (isOne(onlyStop)) return 'hold';
  if (isOne(onlyRight)) return 'yes';
  if (isOne(eitherWay) || isOne(verbs.flatMap((verb) => verb.split(' ').slice(0, 1)))) return 'either';
  return isKnown(next.text) ? 'yes' : 'either';
}
