/** A sentence of staff that sends a report back: "xã Quảng Bình báo sai, trả lại cho sửa". */
import { patternsOf } from '../reading/patterns.ts';
import { tokensIn, written } from '../reading/tokens.ts';
import { asksPlainly } from '../speech/plainly-asked.ts';
import { notSentBack, sendingBack } from './extension-words.ts';

const [back, not] = [patternsOf(sendingBack), patternsOf(notSentBack)];
const longest = 400;

/** What such a sentence says in front of and behind the order: whose report, and why. Undefined for a text that sends nothing back. */
export function readReturnOrder(said: string): string | undefined {
  if (said.length > longest || said.trim().includes('\n') || asksPlainly(said)) return undefined;
  const text = written(said);
  const words = tokensIn(text);
  const found = back.find(words);
  if (!found || found.from === 0 || not.endAt(words, found.from - 1) === found.from) return undefined;
  const [before, behind] = [text.slice(0, words[found.from]?.from), text.slice(words[found.to - 1]?.to)];
  return [before, behind]
    .map((part) => part.replace(/^[\s,.;]+|[\s,.;]+$/gu, ''))
    .filter(Boolean)
    .join(', ');
}
