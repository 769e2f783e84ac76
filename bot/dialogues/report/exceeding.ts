/** A figure is greater than what it is a share of: one of both is told anew. */
import { isMereSlip } from '../../../core/language/assent/affirms.ts';
import { denominatorFor } from '../../../core/reports/indicators.ts';
import { readLabelledCounts } from '../../../core/reports/labelled-counts.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import type { Intent } from '../shape/intent.ts';
import type { Reply } from '../shape/reply.ts';
import type { ReportState } from '../shape/states.ts';
import { takeValue } from './figures.ts';
import { at, keyed } from './progress.ts';

export function stepExceeding(state: ReportState, form: ObligationFact, key: string, intent: Intent): Reply {
  if (intent.type === 'answer' && isMereSlip(intent.text)) return { state: at(state, { at: 'value', key }) };
  if (intent.type !== 'choice') return tellTotal(state, form, key, intent) ?? takeValue(state, form, key, intent);
  const wrong = intent.id === 'denominator' ? (denominatorFor(form, keyed(form, key))?.key ?? key) : key;
  return { state: at(state, { at: 'value', key: wrong }) };
}

/** "cán bộ là 60", "tổng 55": the total of both that do not agree. */
function tellTotal(state: ReportState, form: ObligationFact, key: string, intent: Intent): Reply | undefined {
  const told = intent.type === 'answer' ? readLabelledCounts(intent.text, form)?.figures : undefined;
  const total = denominatorFor(form, keyed(form, key))?.key;
  const value = total === undefined || told?.get(key) !== undefined ? undefined : told?.get(total);
  return total === undefined || value === undefined
    ? undefined
    : takeValue(state, form, total, { type: 'answer', text: String(value) });
}
