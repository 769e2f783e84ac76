/** Raw Telex: what a keyboard leaves when the program that turns it into Vietnamese is off. */

const tones: Record<string, string> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };

const letters: [RegExp, string][] = [
  [/dd/g, 'đ'],
  [/aa/g, 'â'],
  [/ee/g, 'ê'],
  [/oo/g, 'ô'],
  [/aw/g, 'ă'],
  [/uow/g, 'ươ'],
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
  // Where in the word a mark stands does not matter for comparing.
  return turned.replace(/[aeiouyâêôăơư]/, (letter) => letter + mark).normalize('NFC');
}
