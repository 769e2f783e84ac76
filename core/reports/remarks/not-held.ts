/** A unit says that something that is asked for does not exist there: "đơn vị em không có mục 3". */
import { heldItems, notApplied, notHeldBefore, thisItem } from '../../language/figure-words.ts';
import { type Patterns, patternsOf } from '../../language/reading/patterns.ts';
import { tokensIn, type Word, written } from '../../language/reading/tokens.ts';
import { isFigure } from '../indicators.ts';
import { labelAt } from '../labels.ts';
import type { Indicator } from '../obligation.ts';
import { enteredOnly, type ReportForm } from '../report.ts';

const [before, items, this_, applied] = [notHeldBefore, heldItems, thisItem, notApplied].map((list) =>
  patternsOf(list),
) as [Patterns, Patterns, Patterns, Patterns];

/**
 * The figure that a unit says is none of its own: the one that it names, by its place or by its name, else the one that is asked
 * for. Undefined where the text says no such thing, or of one of which there must be a number.
 */
export function notHeldIn(text: string, form: ReportForm, asked: Indicator): Indicator | undefined {
  const words = tokensIn(written(text)).filter(({ kind }) => kind !== 'sign');
  const found = before.find(words);
  const named = found ? namedAt(words, found.to, form, asked) : undefined;
  const meant = named ?? (applied.find(words) && !words.some(({ kind }) => kind === 'number') ? asked : undefined);
  return meant && isFigure(meant.kind) && !meant.isDenominator && !meant.formula ? meant : undefined;
}

function namedAt(words: readonly Word[], at: number, form: ReportForm, asked: Indicator): Indicator | undefined {
  const item = items.endAt(words, at);
  const others = words.filter(({ kind }) => kind === 'number').length;
  if (item > at) {
    const number = words[item];
    if (number?.kind === 'number')
      return others === 1 ? enteredOnly(form).indicators[Number(number.text) - 1] : undefined;
    return others === 0 && this_.endAt(words, item) > item ? asked : undefined;
  }
  return others === 0 ? labelAt(words, at, form)?.indicator : undefined;
}
