/** Vietnamese text as it comes from keyboards, files and chat programs, made comparable. */

const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const oddSpaces = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
/**
 * Control and zero-width characters (PostgreSQL refuses NUL), and the code points that Unicode calls no characters (XML
 * refuses U+FFFE and U+FFFF). A joiner that holds an emoji together stays.
 */
const invisible =
  /(?!\n)\p{Cc}|\p{Noncharacter_Code_Point}|(?!\u200d)\p{Cf}|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d/gu;

/** Letters, digits and signs as keyboards type them in Vietnam, composed, with single spaces or line breaks between: nothing is left to do. */
const isNormal =
  /^(?:[!-~\u00c0-\u00ff\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]+(?:[ \n](?! |\n|$)|$))*$/;

/**
 * The one form in which text is kept: NFC, `\n` for every line break, ordinary single spaces, nothing invisible. Broken
 * surrogates become U+FFFD. Every line and the whole are trimmed. Newlines stay. Idempotent.
 */
export function normalise(text: string): string {
  if (isNormal.test(text)) return text;
  return text
    .replace(lineBreaks, '\n')
    .replace(oddSpaces, ' ')
    .replace(invisible, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC')
    .replace(/ +/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/**
 * The form for comparing what people type: normalised, lower case, no diacritics, one space between words, no full
 * stop, comma or exclamation mark at the end. The letters Ð (U+00D0), ð and Ɖ, which some keyboards produce, count as
 * Đ. Only for comparing: "năm" and "nam" become one.
 */
export function fold(text: string): string {
  return withoutEnd(withoutMarks(lowerCase(text)).replace(/đ/g, 'd').replace(/\s+/g, ' '));
}

/**
 * A text without these signs at its end; unless they are named, without spaces, full stops, commas and exclamation marks. It
 * is read from there: a pattern would look at each of thousands of dots once more.
 */
export function withoutEnd(text: string, signs = ' \n.!,'): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Normalised and in lower case, with đ for the letters mistaken for it; the diacritics stay. */
export const lowerCase = (text: string): string => normalise(text).toLowerCase().replace(/[ðɖ]/g, 'đ');

/** A word in lower case without its marks, đ as d. */
export const plainLetters = (word: string): string => withoutMarks(word).replace(/đ/g, 'd');

const stripped = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');

/** The composed letters of Vietnamese in both cases without their marks, by their code; đ has none. */
const lettersWithoutMarks = new Map<number, string>(
  [...Array(0x1efa - 0xc0).keys()]
    .map((at) => at + 0xc0)
    .filter((code) => (code < 0x1b1 && code !== 0xd7 && code !== 0xf7) || code >= 0x1ea0)
    .map((code) => [code, stripped(String.fromCharCode(code))]),
);

/** A text without its marks: letter by letter where every letter is of Vietnamese or of ASCII. */
function withoutMarks(text: string): string {
  let plain = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    const letter = lettersWithoutMarks.get(code);
    if (letter === undefined) return stripped(text);
    plain += text.slice(from, at) + letter;
    from = at + 1;
  }
  return from === 0 ? text : plain + text.slice(from);
}

/**
 * Whether `written` is `word`, both in lower case and NFC, with some of its marks possibly left out: "nguoi" and
 * "nguời" are "người", and "bon" is "bốn". Marks may be missing, never different: "tầm" and "tạm" are not "tám". Where
 * in the word a mark stands does not matter, so both ways to write "hoà" agree.
 */
export function isWordWritten(word: string, written: string): boolean {
  if (word === written) return true;
  if (word.length !== written.length || plainLetter(word) !== plainLetter(written)) return false;
  if (plainLetters(word) !== plainLetters(written)) return false;
  const [wanted, given] = [word.normalize('NFD'), written.normalize('NFD')];
  const letters = (text: string) => text.replace(/[\u0300-\u036f]/g, '');
  if (letters(wanted).replace(/đ/g, 'd') !== letters(given).replace(/đ/g, 'd')) return false;
  if ([...letters(given)].some((letter, at) => letter === 'đ' && letters(wanted)[at] !== 'đ')) return false;
  const marks: string[] = wanted.match(/[\u0300-\u036f]/g) ?? [];
  return (given.match(/[\u0300-\u036f]/g) ?? []).every((mark) => {
    const at = marks.indexOf(mark);
    if (at >= 0) marks.splice(at, 1);
    return at >= 0;
  });
}

const plain = new Map<string, string>();

/** The first letter of a word without its marks. Most words of a table differ in it from what was written. */
function plainLetter(word: string): string {
  const letter = word.charAt(0);
  const known = plain.get(letter);
  if (known !== undefined) return known;
  const found = plainLetters(letter);
  plain.set(letter, found);
  return found;
}

const collator = new Intl.Collator('vi', { numeric: true });

/** The order of a Vietnamese list (đ after d, tones last), with numbers in names by value. For `sort`. */
export const compareVietnamese = (a: string, b: string): number => collator.compare(a, b);
