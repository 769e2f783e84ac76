/** Reads what was answered to one indicator. */

import { readDate, readYesNo } from '../../../core/language/answers.ts';
import { readNumber } from '../../../core/language/numbers.ts';
import type { Indicator, ObligationFact, Value } from '../../../core/reports/obligation.ts';
import { type Answers, denominatorValue } from '../../../core/reports/report.ts';
import * as say from '../../../messages/chat/report.ts';
import type { Intent } from '../shape/intent.ts';

export type AnswerReading =
  | { type: 'value'; value: Value }
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
  if (intent.type !== 'answer' && intent.type !== 'choice') return refused(say.unclear(indicator));
  switch (indicator.kind) {
    case 'count':
      return intent.type === 'choice' ? number(form.unit.staff ?? 0) : readCount(form, indicator, intent.text, answers);
    case 'yes-no': {
      const isYes = intent.type === 'choice' ? intent.id === 'yes' : readYesNo(intent.text);
      return isYes === undefined ? refused(say.unclear(indicator)) : number(isYes ? 1 : 0);
    }
    case 'choice': {
      const option = intent.type === 'choice' ? indicator.options[Number(intent.id.slice(1))] : undefined;
      return option === undefined ? refused(say.unclear(indicator)) : text(option);
    }
    case 'date': {
      const date = intent.type === 'answer' ? readDate(intent.text) : undefined;
      return date === undefined ? refused(say.unclear(indicator)) : text(date);
    }
    case 'text':
      return intent.type === 'answer' ? text(intent.text.slice(0, 1000)) : refused(say.unclear(indicator));
  }
}

function readCount(form: ObligationFact, indicator: Indicator, said: string, answers: Answers): AnswerReading {
  const reading = readNumber(said);
  const limit = denominatorValue(form, answers);
  if (indicator.isDenominator) {
    if (reading.type === 'count' && reading.value > 0) return number(reading.value);
    const isZero = reading.type === 'none' || reading.type === 'count';
    return refused(isZero ? say.denominatorMustBePositive(indicator) : say.unclear(indicator));
  }
  switch (reading.type) {
    case 'count':
      return reading.value === 0 ? { type: 'zero' } : number(reading.value);
    case 'none':
      return { type: 'zero' };
    case 'all':
      return limit === undefined ? refused(say.denominatorUnknown(indicator)) : number(limit);
    case 'fraction':
      if (limit !== undefined && reading.of !== limit) return refused(say.otherDenominator(form, answers, reading.of));
      return reading.value === 0 ? { type: 'zero' } : number(reading.value);
    case 'unclear':
      return refused(say.unclear(indicator));
  }
}
