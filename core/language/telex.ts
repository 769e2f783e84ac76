/** Raw Telex: what a keyboard leaves when the program that turns it into Vietnamese is off. */

const tones: Record<string, string> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };

const letters: [RegExp, string][] = [
  [/dd/g, 'đ'],
  [/aa/g, 'â'],
  [/ee/g, 'ê'],
  [/oo/g, 'ô'],
  [/aw/g, 'ă'],
  [/u([wo])?o([a-z]?)w/g, 'ươ$2'],
  [/uwow?/g, 'ươ'],
  [/ow/g, 'ơ'],
  [/w/g, 'ư'],
  [/uư/g, 'ư'],
];

/**
 * The word that raw Telex in lower case stands for: "ddungs" is "đúng", "rooif" is "rồi". Tones may stand behind the vowel
 * or at the end. A word without Telex comes back as it is. One of another language may change, so callers try the word
 * itself first.
 */
export function fromTelex(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word;
  const vowel = /[aeiouyw]/.exec(word)?.index ?? word.length;
  const behind = word.slice(vowel + 1).replace(/[sfrxj](?![a-z]*[sfrxj])/, (tone) => tones[tone] ?? '');
  const mark = /[\u0300-\u0323]/.exec(behind)?.[0] ?? '';
  const bare = word.slice(0, vowel + 1) + behind.replace(mark, '');
  const turned = letters.reduce((text, [raw, letter]) => text.replace(raw, letter), bare);
  return toned(turned, mark);
}

/** Puts the mark of a tone on the vowel that has it in print: on the last with a hat, a horn or a bow, else on the first. */
function toned(word: string, mark: string): string {
  if (mark === '') return word;
  const hatted = [...word].findLastIndex((letter) => /[âêôăơư]/.test(letter));
  const at = hatted < 0 ? word.search(/[aeiouy]/) : hatted;
  return at < 0 ? word : `${word.slice(0, at + 1)}${mark}${word.slice(at + 1)}`.normalize('NFC');
}
