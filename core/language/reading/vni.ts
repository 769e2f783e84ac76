/** Raw VNI: what a keyboard leaves when the program that turns its digits into marks is off. */
import { isNumberWord } from '../number-words.ts';
import { others } from './vni-words.ts';

const tones: Record<string, string> = { 1: '\u0301', 2: '\u0300', 3: '\u0309', 4: '\u0303', 5: '\u0323' };
const circumflex = '\u0302';
const horn = '\u031b';
const breve = '\u0306';

/**
 * The word that raw VNI in lower case stands for: "bo61n" is bốn, "mu7o7i" is mươi. Undefined where no word of an answer
 * comes of it, so that "qr4" and "muc1" stay what they are.
 */
export function fromVni(word: string): string | undefined {
  if (!/^[a-z\u0111]+\d[a-z\d]*$/u.test(word) || word.length > 12) return undefined;
  let letters = '';
  let tone = '';
  for (const sign of word) {
    if (/\D/.test(sign)) letters += sign;
    else if (tones[sign] !== undefined) tone = tones[sign];
    else letters = marked(letters, sign);
  }
  letters = letters.replace(/uo\u031b/, 'u\u031bo\u031b');
  const vowel = /[aeiouy][\u0302\u031b\u0306]|[aeiouy]/u.exec(letters);
  if (!vowel) return undefined;
  const end = vowel.index + vowel[0].length;
  const meant = `${letters.slice(0, end)}${tone}${letters.slice(end)}`.normalize('NFC');
  return isNumberWord(meant) || others.has(meant) ? meant : undefined;
}

/** 6 puts a roof on a, e or o; 7 a horn on o or u; 8 a bow on a; 9 a stroke through d. */
function marked(letters: string, sign: string): string {
  if (sign === '9') return letters.replace(/d/, '\u0111');
  const [vowels, mark] = sign === '6' ? ['aeo', circumflex] : sign === '7' ? ['ou', horn] : ['a', breve];
  const at = [...letters].map((letter) => vowels.includes(letter)).lastIndexOf(true);
  return at < 0 ? letters : `${letters.slice(0, at + 1)}${mark}${letters.slice(at + 1)}`;
}
