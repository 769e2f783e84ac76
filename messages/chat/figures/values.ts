/** Values of a report as chats say them, and what one might look like. */

import type { Exact } from '../../../core/reports/exact.ts';
import { denominatorFor, isFigure, spokenUnit } from '../../../core/reports/indicators.ts';
import type { Indicator, Value } from '../../../core/reports/obligation.ts';
import { exampleFigure } from '../../../core/reports/plausible/doubt.ts';
import { type Answers, figureIn } from '../../../core/reports/report.ts';
import { planText, withUnit } from '../../words/figures.ts';
import { fileText } from '../../words/file-answer.ts';
import { count, isoDay } from '../../words/format.ts';
import { amountExample } from './amounts.ts';

type Form = { indicators: Indicator[]; targets?: Record<string, Exact> };

/** A value without its unit. */
export const valueSaid = (indicator: Indicator, value: Value): string => {
  if (value.type === 'text' && indicator.kind === 'file') return fileText(value.value);
  if (value.type === 'text') return indicator.kind === 'date' ? isoDay(value.value) : value.value;
  return indicator.kind === 'yes-no' ? (value.value === 1 ? 'Có' : 'Không') : count(value.value);
};

/** "45/50", "12,5 ha", "10/12,5 ha": a value with what it is a share of. */
function answerText(form: Form, indicator: Indicator, value: Value, answers: Answers): string {
  const of = isFigure(indicator.kind) ? figureIn(answers, denominatorFor(form, indicator)?.key) : undefined;
  const shared = `${valueSaid(indicator, value)}${of === undefined ? '' : `/${count(of)}`}`;
  return withUnit(shared, spokenUnit(indicator));
}

/** `Nhãn: n/N` a line, of every indicator that was answered, or of one. */
export function valueLines({ indicators, targets = {} }: Form, answers: Answers, only?: Indicator): string[] {
  return (only ? [only] : indicators).flatMap((indicator) => {
    const value = answers[indicator.key];
    if (!value) return [];
    const plan = value.type === 'number' ? planText(value.value, targets[indicator.key], spokenUnit(indicator)) : '';
    const said = answerText({ indicators }, indicator, value, answers);
    return [`${indicator.label}: ${said}${plan === '' ? '' : ` (${plan})`}`];
  });
}

const examples: Record<'yes-no' | 'choice' | 'text' | 'date' | 'file', string> = {
  'yes-no': 'Có',
  choice: 'số thứ tự của lựa chọn',
  text: 'một câu ngắn',
  date: '09/9/2021',
  file: 'ảnh chụp, tệp PDF, hoặc số văn bản 12/BC-UBND',
};

/** What a figure that was not read might look like. No office has as many people, so that none takes it for its own. */
export function figureExample(form: Form, { key, kind, ...rest }: Indicator): string {
  switch (kind) {
    case 'count':
      return String(exampleFigure(form.indicators.findIndex((one) => one.key === key)));
    case 'measure':
    case 'money':
    case 'percent':
      return amountExample({ key, kind, ...rest });
    default:
      return examples[kind];
  }
}
