/** An answer that says in its own words that nothing was done, or that there is nothing to do it with: "xã không có điểm quét nào". */
import { isNumberWord } from '../number-words.ts';
import { patternsOf } from '../reading/patterns.ts';
import { tokensIn, written } from '../reading/tokens.ts';
import { readSpeech } from '../speech/speech.ts';
import { beforeNothingDone, nothingDone, notKnownYet } from './nothing-words.ts';

const before = patternsOf(beforeNothingDone);
const nothing = patternsOf(nothingDone);
const notKnown = patternsOf(notKnownYet);

const mostCharacters = 120;

/** Whether it does. Silence is no zero: whoever asks must have it confirmed. A figure that is not known yet is none either. */
export function saysNothingDone(said: string): boolean {
  if (said.length > mostCharacters || /\d|\?/.test(said)) return false;
  const words = tokensIn(written(said)).filter(({ kind }) => kind !== 'sign');
  const speech = readSpeech(said);
  if (speech !== undefined || notKnown.find(words)) return false;
  const found = nothing.find(words);
  if (!found) return false;
  let at = 0;
  while (at < found.from) {
    const end = before.endAt(words, at);
    if (end === at) break;
    at = end;
  }
  return at >= found.from && !words.slice(found.to).some(({ text }) => isNumberWord(text) && text.length > 2);
}
