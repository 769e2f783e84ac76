/** Reads what was answered to one indicator. */

import { readDate, readYesNo } from '../../../core/language/answers.ts';
import { readNumber } from '../../../core/language/numbers.ts';
import type { Indicator, ObligationFact, Value } from '../../../core/reports/obligation.ts';
import { type Answers, denominatorValue } from '../../../core/reports/report.ts';
import { readToldFigures } from '../../../core/reports/told-figures.ts';
import * as say from '../../../messages/chat/report.ts';
import type { Intent } from '../shape/intent.ts';

export type AnswerReading =
  /** `aside` is what stood in brackets behind a figure. */
  | { type: 'value'; value: Value; aside?: string }
  /** Zero is asked about once more: silence, a slip and "none" must not be confused. */
  | { type: 'zero' }
  | { type: 'refused'; why: string };

const number = (value: number): AnswerReading => ({ type: 'value', value: { type: 'number', value } });
const text = (value: string): AnswerReading => ({ type: 'value', value: { type: 'text', value } });
const refused = (why: string): AnswerReading => ({ type: 'refused', why });

export function readAnswer(
  form: ObligationFact,
  indicator: Indicator,
  intent: Intent,
  answers: Answers,
): AnswerReading {
  if (intent.type !== 'answer' && intent.type !== 'choice') return refused(say.unclear(form, indicator));
  switch (indicator.kind) {
    case 'count':
      return intent.type === 'choice' ? number(form.unit.staff ?? 0) : readCount(form, indicator, intent.text, answers);
    case 'yes-no': {
      const isYes = intent.type === 'choice' ? intent.id === 'yes' : readYesNo(intent.text);
      return isYes === undefined ? refused(say.unclear(form, indicator)) : number(isYes ? 1 : 0);
    }
    case 'choice': {
      const option = intent.type === 'choice' ? indicator.options[Number(intent.id.slice(1))] : undefined;
      return option === undefined ? refused(say.unclear(form, indicator)) : text(option);
    }
    case 'date': {
      const date = intent.type === 'answer' ? readDate(intent.text) : undefined;
      return date === undefined ? refused(say.unclear(form, indicator)) : text(date);
    }
    case 'text':
      return intent.type === 'answer' ? text(intent.text.slice(0, 1000)) : refused(say.unclear(form, indicator));
  }
}

/** A figure with the name of what is asked, or with something in brackets behind it: "bluezone 20", "45 (2 nghỉ ốm)". */
function readTold(form: ObligationFact, indicator: Indicator, said: string): AnswerReading | undefined {
  const told = readToldFigures(said, form);
  if (!told || told.type === 'groups') return undefined;
  const isOther = told.type === 'figures' && Object.keys(told.answers).some((key) => key !== indicator.key);
  const value = told.type === 'unnamed' ? told.value : told.answers[indicator.key]?.value;
  if (isOther || typeof value !== 'number') return undefined;
  if (value === 0) return indicator.isDenominator ? undefined : { type: 'zero' };
  return { type: 'value', value: { type: 'number', value }, ...(told.aside !== undefined && { aside: told.aside }) };
}

function readCount(form: ObligationFact, indicator: Indicator, said: string, answers: Answers): AnswerReading {
  const reading = readNumber(said);
  const limit = denominatorValue(form, answers);
  if (indicator.isDenominator) {
    if (reading.type === 'count' && reading.value > 0) return number(reading.value);
    const isZero = reading.type === 'none' || reading.type === 'count';
    if (!isZero) return readTold(form, indicator, said) ?? refused(say.unclear(form, indicator));
    return refused(isZero ? say.denominatorMustBePositive(form, indicator) : say.unclear(form, indicator));
  }
  switch (reading.type) {
    case 'count':
      return reading.value === 0 ? { type: 'zero' } : number(reading.value);
    case 'none':
      return { type: 'zero' };
    case 'all':
      return limit === undefined ? refused(say.denominatorUnknown(form, indicator)) : number(limit);
    case 'fraction':
      if (limit !== undefined && reading.of !== limit) return refused(say.otherDenominator(form, answers, reading.of));
      return reading.value === 0 ? { type: 'zero' } : number(reading.value);
    case 'unclear':
      return readTold(form, indicator, said) ?? refused(say.unclear(form, indicator));
  }
}
