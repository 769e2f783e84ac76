/** Reads what was answered to a measure, a sum of money, a percentage, or a count of things. */

import { type Asked, askedIn } from '../../../core/language/amounts/amount-at.ts';
import { type AmountReading, readAmount } from '../../../core/language/amounts/amounts.ts';
import { amountOfWhole } from '../../../core/language/amounts/of-whole.ts';
import { amountOffered } from '../../../core/language/amounts/offered.ts';
import { behindLabel } from '../../../core/language/numbers.ts';
import { decimalOf } from '../../../core/language/reading/decimal.ts';
import { fold } from '../../../core/language/text.ts';
import { compareExact, type Exact, exactDecimal } from '../../../core/reports/exact.ts';
import { denominatorFor, placesOf, unitOf } from '../../../core/reports/indicators.ts';
import type { Indicator, ObligationFact } from '../../../core/reports/obligation.ts';
import { type Answers, figureIn } from '../../../core/reports/report.ts';
import * as say from '../../../messages/chat/figures/amounts.ts';
import type { AnswerReading } from './answer.ts';

/** What the reader of amounts is asked for. */
const askedOf = (indicator: Indicator): Asked =>
  indicator.kind === 'percent'
    ? { kind: 'percent' }
    : askedIn(indicator.kind === 'money' ? 'money' : 'measure', unitOf(indicator) ?? '');

/** Reads an answer in the unit of its indicator: a figure, one to be confirmed, or what to type instead. */
export function readAmountAnswer(
  form: ObligationFact,
  indicator: Indicator,
  said: string,
  answers: Answers,
): AnswerReading {
  const whole = readAmount(said, askedOf(indicator));
  const own = whole.type === 'unclear' ? withoutLabel(said, indicator) : undefined;
  const reading = own === undefined ? whole : readAmount(own, askedOf(indicator));
  const offered = reading.type === 'unclear' ? amountOffered(own ?? said, askedOf(indicator)) : undefined;
  const all = figureIn(answers, denominatorFor(form, indicator)?.key);
  const isOpen = offered === undefined && (reading.type === 'unclear' || reading.type === 'percent');
  const part =
    isOpen && indicator.kind !== 'percent' && all !== undefined
      ? amountOfWhole(own ?? said, askedOf(indicator), decimalOf(String(all)))
      : undefined;
  if (part !== undefined && part.units > 0n) return asked(indicator, exactDecimal(part));
  return offered === undefined
    ? judge(form, indicator, reading, answers)
    : judge(form, indicator, { type: 'confirm', value: offered }, answers);
}

/** "Diện tích gieo trồng: 12,5 ha": what stands behind the name of what is asked. */
function withoutLabel(said: string, { label }: Indicator): string | undefined {
  const text = said.trim();
  if (!fold(text).startsWith(fold(label))) return undefined;
  return behindLabel(text.slice(label.length));
}

function judge(form: ObligationFact, indicator: Indicator, reading: AmountReading, answers: Answers): AnswerReading {
  const unclear: AnswerReading = { type: 'refused', why: say.amountUnclear(indicator) };
  switch (reading.type) {
    case 'number':
      if (reading.remark !== undefined && form.noteLabel === null) return unclear;
      return fitting(indicator, exactDecimal(reading.value), reading.remark);
    case 'confirm':
      return asked(indicator, exactDecimal(reading.value));
    case 'percent':
      return indicator.kind === 'percent'
        ? fitting(indicator, exactDecimal(reading.value))
        : { type: 'refused', why: say.noShare(indicator) };
    case 'fraction': {
      if (indicator.kind === 'percent') return unclear;
      const [value, of] = [exactDecimal(reading.value), exactDecimal(reading.of)];
      const known = figureIn(answers, denominatorFor(form, indicator)?.key);
      return known !== undefined && compareExact(known, of) === 0 ? fitting(indicator, value) : asked(indicator, value);
    }
    case 'zero':
      return { type: 'zero' };
    case 'unclear':
      return unclear;
  }
}

/** A figure with no more places than its indicator has. */
function fitting(indicator: Indicator, value: Exact, aside?: string): AnswerReading {
  if (placesIn(value) > placesOf(indicator)) return { type: 'refused', why: say.tooManyPlaces(indicator) };
  return { type: 'value', value: { type: 'number', value }, ...(aside !== undefined && { aside }) };
}

/** One that is likely meant, and asked about. */
function asked(indicator: Indicator, value: Exact): AnswerReading {
  const reading = fitting(indicator, value);
  return reading.type === 'value' ? { type: 'sure', value } : reading;
}

const placesIn = (value: Exact): number => String(value).split('.')[1]?.length ?? 0;
