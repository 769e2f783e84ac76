/** A figure that is told by another one of the same report: "bằng bluezone", "cũng rứa", "ít hơn 5 người". */
import { amountAt } from '../../language/amounts/amount-at.ts';
import { asAnother, besideAsAnother, lessThanAnother, moreThanAnother } from '../../language/figure-words.ts';
import { plainDecimal } from '../../language/reading/decimal.ts';
import { patternsOf } from '../../language/reading/patterns.ts';
import { tokensIn, type Word, written } from '../../language/reading/tokens.ts';
import { labelAt } from '../labels.ts';
import type { Indicator } from '../obligation.ts';
import { type Answers, enteredOnly, figureIn, type ReportForm } from '../report.ts';

const [same, less, more, beside] = [asAnother, lessThanAnother, moreThanAnother, besideAsAnother].map((list) =>
  patternsOf(list),
) as [Patterns, Patterns, Patterns, Patterns];
type Patterns = ReturnType<typeof patternsOf>;

const mostCharacters = 80;

type Told = { by: 'same' | 'less' | 'more'; other: Indicator | undefined; number: number | undefined };

/**
 * The figure that a text likely means of `asked`, to be confirmed. It is as much as the one that it names, else as the last that was
 * told, or so many more or less. Undefined where a word is not known, or there is no such figure in the report.
 */
export function toldByAnother(text: string, whole: ReportForm, asked: Indicator, answers: Answers): number | undefined {
  if (text.length > mostCharacters || asked.isDenominator) return undefined;
  const form = enteredOnly(whole);
  const told = wordsOf(tokensIn(written(text)), form);
  const { indicators } = form;
  const last = indicators
    .slice(0, indicators.indexOf(asked))
    .findLast((one) => one.kind === 'count' && !one.isDenominator && answers[one.key] !== undefined);
  const other = told?.other ?? last;
  const value = other && other !== asked ? figureIn(answers, other.key) : undefined;
  if (!told || typeof value !== 'number') return undefined;
  if (told.by === 'same') return told.number === undefined ? value : undefined;
  // "hơn 2 người" without a name may as well say more than two.
  if (told.number === undefined || (told.by === 'more' && !told.other)) return undefined;
  const figure = told.by === 'less' ? value - told.number : value + told.number;
  return figure >= 0 ? figure : undefined;
}

function wordsOf(words: readonly Word[], form: ReportForm): Told | undefined {
  let told: Told | undefined;
  let [other, number]: [Indicator | undefined, number | undefined] = [undefined, undefined];
  for (let at = 0; at < words.length; ) {
    const ends = { same: same.endAt(words, at), less: less.endAt(words, at), more: more.endAt(words, at) };
    const [by, end] = Object.entries(ends).reduce((best, one) => (one[1] > best[1] ? one : best)) as [
      Told['by'],
      number,
    ];
    if (end > at) {
      if (told) return undefined;
      told = { by, other: undefined, number: undefined };
      at = end;
      continue;
    }
    const label = labelAt(words, at, form);
    const amount = label ? undefined : amountAt(words, at, { kind: 'count' });
    if ((label && other) || (amount && (number !== undefined || amount.certainty !== 'sure' || amount.isPercent)))
      return undefined;
    other ??= label?.indicator;
    if (amount) number = Number(plainDecimal(amount.value));
    const isSign = words[at]?.kind === 'sign' && words[at]?.text !== '?';
    const next = label?.end ?? amount?.end ?? Math.max(beside.endAt(words, at), isSign ? at + 1 : at);
    if (next === at) return undefined;
    at = next;
  }
  return told && { ...told, other, number };
}
