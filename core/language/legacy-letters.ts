/** Vietnamese text of before Unicode, as its letters look once a program has taken them for Western European ones. */
import { fold } from './text.ts';

/**
 * The ways in which letters were kept. `tcvn3`: TCVN 5712:1993, of the fonts .VnTime (ABC). `vni`: VNI-Windows, a letter and
 * the sign of its mark. `utf-8`: UTF-8 that was read as Windows-1252.
 */
export type LegacyEncoding = 'tcvn3' | 'vni' | 'utf-8';

const viqrMarks: Readonly<Record<string, string>> = {
  '(': '\u0306',
  '^': '\u0302',
  '+': '\u031b',
  "'": '\u0301',
  '`': '\u0300',
  '?': '\u0309',
  '~': '\u0303',
  '.': '\u0323',
};

/** A letter in VIQR (RFC 1456), as `e^~` for the e with circumflex and tilde; `dd` is the d with a stroke. */
const fromViqr = (letter: string): string =>
  letter === 'dd'
    ? '\u0111'
    : letter === 'DD'
      ? '\u0110'
      : [...letter]
          .map((sign) => viqrMarks[sign] ?? sign)
          .join('')
          .normalize('NFC');

const letterTable = (first: number, letters: string): [string, string][] =>
  letters.split(' ').map((letter, at) => [String.fromCharCode(first + at), fromViqr(letter)]);

/** TCVN 5712:1993, code table VN3. */
const tcvn3 = new Map<string, string>([
  ...letterTable(0xa1, 'A( A^ E^ O^ O+ U+ DD a( a^ e^ o^ o+ u+ dd'),
  ...letterTable(0xb5, "a` a? a~ a' a."),
  ...letterTable(0xbb, "a(` a(? a(~ a('"),
  ...letterTable(0xc6, "a(. a^` a^? a^~ a^' a^. e`"),
  ...letterTable(0xce, "e? e~ e' e. e^` e^? e^~ e^' e^. i` i?"),
  ...letterTable(0xdc, "i~ i' i. o`"),
  ...letterTable(0xe1, "o? o~ o' o. o^` o^? o^~ o^' o^. o+` o+? o+~ o+' o+. u`"),
  ...letterTable(0xf1, "u? u~ u' u. u+` u+? u+~ u+' u+. y` y? y~ y' y."),
]);

/** VNI-Windows: letters that stand for themselves, and signs that mark the vowel before them. */
const vniLetters = new Map<string, string>(
  [
    ...'\u00d1\u00f1\u00d4\u00f4\u00d6\u00f6\u00cd\u00ed\u00cc\u00ec\u00c6\u00e6\u00d3\u00f3\u00d2\u00f2\u00ce\u00ee',
  ].map((sign, at) => [sign, fromViqr("DD dd O+ o+ U+ u+ I' i' I` i` I? i? I~ i~ I. i. Y. y.".split(' ')[at] ?? sign)]),
);
const vniMarks = new Map<string, string>(
  [...'\u00f9\u00f8\u00fb\u00f5\u00ef\u00e2\u00e1\u00e0\u00e5\u00e3\u00e4\u00ea\u00e9\u00e8\u00fa\u00fc\u00eb'].map(
    (sign, at) => [sign, "' ` ? ~ . ^ ^' ^` ^? ^~ ^. ( (' (` (? (~ (.".split(' ')[at] ?? ''],
  ),
);
const isVowel = /[aeouy\u01a1\u01b0]/i;

function fromVni(text: string): string {
  let out = '';
  for (const sign of text) {
    const mark = vniMarks.get(sign.toLowerCase());
    const before = out.at(-1) ?? '';
    const isMark = mark !== undefined && isVowel.test(before);
    if (isMark) out = out.slice(0, -1) + marked(before, mark);
    else out += vniLetters.get(sign) ?? sign;
  }
  return out;
}

const marked = (letter: string, marks: string): string =>
  (letter + [...marks].map((mark) => viqrMarks[mark] ?? '').join('')).normalize('NFC');

/** What Windows-1252 shows for the bytes 0x80 to 0x9f. */
const windows1252 = new Map(
  [
    0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
    0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e,
    0x178,
  ].map((code, at) => [code, 0x80 + at]),
);

/** Each run of foreign letters by itself: what is no UTF-8 stays. */
const fromMisreadUtf8 = (text: string): string => text.replace(/[^\p{ASCII}]+/gu, misreadRun);

function misreadRun(text: string): string {
  const bytes = [...text].map((sign) => windows1252.get(sign.codePointAt(0) ?? 0) ?? sign.codePointAt(0) ?? 0);
  if (bytes.some((byte) => byte > 0xff)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes)).normalize('NFC');
  } catch {
    return text;
  }
}

const readers: Readonly<Record<LegacyEncoding, (text: string) => string>> = {
  tcvn3: (text) => [...text].map((sign) => tcvn3.get(sign) ?? sign).join(''),
  vni: fromVni,
  'utf-8': fromMisreadUtf8,
};

/** A text with its letters as Unicode has them. */
export const fromLegacy = (text: string, encoding: LegacyEncoding): string => readers[encoding](text).normalize('NFC');

const words = /[^\s,;|/()[\]"'.:!?&+=<>*#%@\d-]+/gu;
/** What a Vietnamese word is made of, once taken apart; others stand there instead of its own. */
const ownSign = /^(?:[A-Za-z\u0111\u0110\u00d0\u00f0]|\p{M})$/u;
const syllable = /^(b|ch?|d|gh?|gi|h|kh?|l|m|nh?|ngh?|ph?|qu|r|s|th?|tr|v|x)?[aeiouy]{1,3}(ch?|m|nh?|ng|p|t)?$/;
const vietnameseMarks = /^[\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323]*$/;

/** Whether a word may be one syllable of Vietnamese, with the marks that it has. */
function isSyllable(word: string): boolean {
  const taken = word.normalize('NFD');
  const marks = taken.match(/[\u0300-\u036f]/g) ?? [];
  const tones = marks.filter((mark) => /[\u0300\u0301\u0303\u0309\u0323]/.test(mark));
  if (!vietnameseMarks.test(marks.join('')) || tones.length > 1) return false;
  const isMixed = /\p{Ll}\p{Lu}/u.test(word) || /[\u00d0\u00f0]/.test(word);
  // An abbreviation in capitals is no syllable.
  return !isMixed && (syllable.test(fold(word)) || /^[A-Z\u0110]{2,8}$/.test(word));
}

/** A word whose letters cannot all be Vietnamese: a sign within it, a foreign letter, or a capital behind a small one. */
function isStrange(word: string): boolean {
  const taken = word.normalize('NFD');
  if ([...taken].some((sign) => !ownSign.test(sign))) return /\p{L}/u.test(word);
  const marks = taken.match(/[\u0300-\u036f]/g) ?? [];
  return !vietnameseMarks.test(marks.join('')) || (/\p{Ll}[\u00c0-\u1ef9]/u.test(word) && /\p{Ll}\p{Lu}/u.test(word));
}

/**
 * How the letters of a text were kept. `unicode`: they are as they should be, or of no way that is known. `mixed`: some of
 * them are of an old way and others of Unicode, so that none can be told for certain; `words` are the first of the old ones.
 */
export type Letters =
  | { type: 'unicode' }
  | { type: 'legacy'; encoding: LegacyEncoding }
  | { type: 'mixed'; words: string[] };

/** So much of a text must become Vietnamese for its letters to be sure: names of places of the peoples are not. */
const sure = 0.9;

/** Tells from the words with other letters than A to Z. One word with a foreign letter in a Unicode text proves nothing. */
export function lettersOf(text: string): Letters {
  const marked = [...new Set(text.match(words) ?? [])].filter((word) => /[^\p{ASCII}]/u.test(word));
  const odd = marked.filter(isStrange);
  if (odd.length === 0) return { type: 'unicode' };
  const scores = (['tcvn3', 'vni', 'utf-8'] as const).map((encoding) => {
    const becomes = (word: string): boolean => isSyllable(fromLegacy(word, encoding));
    return { encoding, all: share(marked, becomes), odd: share(odd, becomes) };
  });
  const [best, next] = scores.sort((a, b) => b.odd - a.odd || b.all - a.all);
  if (!best || best.odd < sure) return { type: 'unicode' };
  const isUnicode = marked.some((word) => /[\u0102-\u01b0\u1ea0-\u1ef9]/.test(word) && !isStrange(word));
  const isSure = best.all >= sure && (!next || next.odd < best.odd || next.all < best.all);
  if (!isUnicode && isSure) return { type: 'legacy', encoding: best.encoding };
  return { type: 'mixed', words: odd.slice(0, 5) };
}

const share = (items: readonly string[], is: (item: string) => boolean): number =>
  items.length === 0 ? 0 : items.filter(is).length / items.length;

/** The share of the words with other letters than A to Z that may be Vietnamese: 1 where all are, 0 where there is none. */
export const vietnameseShare = (text: string): number =>
  share(
    [...new Set(text.match(words) ?? [])].filter((word) => /[^\p{ASCII}]/u.test(word)),
    isSyllable,
  );
