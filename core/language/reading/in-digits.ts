/** A text whose numbers in words are written in digits. */
import { numeralAt } from './numerals.ts';
import { tokensIn, type Word } from './tokens.ts';

/** So many words has a number of people at most: "một nghìn hai trăm ba mươi lăm". */
const mostWords = 7;

/** Sure whole numbers in digits, each as long as its words go: "bốn lăm bốn sáu" is two. `text` is what `written` gives. */
export function inDigits(text: string): string {
  const words = tokensIn(text);
  let said = '';
  let from = 0;
  for (let at = 0; at < words.length; ) {
    const found = words[at]?.kind === 'word' ? wholeAt(words, at) : undefined;
    const [first, last] = found ? [words[at], words[found.end - 1]] : [];
    if (found && first && last) {
      said += text.slice(from, first.from) + String(found.value);
      from = last.to;
    }
    at = found?.end ?? at + 1;
  }
  return said + text.slice(from);
}

function wholeAt(words: readonly Word[], at: number): { value: bigint; end: number } | undefined {
  for (let end = Math.min(words.length, at + mostWords); end > at; end -= 1) {
    const found = numeralAt(words.slice(0, end), at);
    if (!found) return undefined;
    const isWhole = found.sureness === 'sure' && found.value.places === 0 && found.end === end;
    if (isWhole) return { value: found.value.units, end };
  }
  return undefined;
}
