/** An amount that is offered, where it is rough or where a percentage beside it cannot be held against anything. */
import type { Decimal } from '../reading/decimal.ts';
import { patternsOf } from '../reading/patterns.ts';
import { tokensIn, written } from '../reading/tokens.ts';
import type { Asked } from './amount-at.ts';
import { roughWords, shareBehind } from './amount-words.ts';
import { readAmount } from './amounts.ts';
import { turningBehind } from './likely-words.ts';

const rough = patternsOf(roughWords);
const mostCharacters = 400;
/** "khoảng 60%", "12,5 ha (đạt 83,3%)": the amount that is likely meant, to be taken only after a question with it. */
export function amountOffered(said: string, asked: Asked): Decimal | undefined {
  if (said.length > mostCharacters) return undefined;
  const text = written(said);
  const words = tokensIn(text);
  const about = rough.find(words);
  const [from, next] = about ? [words[about.from]?.from ?? 0, words[about.to]] : [0, undefined];
  const plain =
    next === undefined
      ? asked.kind === 'percent'
        ? text
        : text.replace(shareBehind, '')
      : `${text.slice(0, from)}${text.slice(next.from)}`;
  if (plain === text) return headOf(text, asked);
  const reading = readAmount(plain, asked);
  return reading.type === 'number' || reading.type === 'percent' || reading.type === 'confirm'
    ? remarkless(reading)
    : undefined;
}

const [behind, cut] = [patternsOf(turningBehind), /[,;\n]\s*(?=\S)/u];

/** "12 ha, đang làm tiếp": a sure amount, and behind a pause words without another, which do not turn it round. */
function headOf(text: string, asked: Asked): Decimal | undefined {
  const at = text.search(cut);
  const tail = text.slice(at + 1);
  if (at < 0 || /[\d?]/.test(tail) || behind.find(tokensIn(tail))) return undefined;
  const reading = readAmount(text.slice(0, at), asked);
  return reading.type === 'number' || (reading.type === 'percent' && asked.kind === 'percent')
    ? remarkless(reading)
    : undefined;
}

const remarkless = (reading: { value: Decimal; remark?: string }): Decimal | undefined =>
  reading.remark === undefined ? reading.value : undefined;
