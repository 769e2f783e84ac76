/** A day that is asked for, told by its distance from today. */
import { dayFromToday } from '../../../core/language/day.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import type { Intent } from '../shape/intent.ts';
import type { ReportStep } from '../shape/states.ts';

/** "mai" where a date is asked for, as a day without its year: it is read back before it is taken. Any other intent as it is. */
export function withDayTold(intent: Intent, step: ReportStep, form: ObligationFact, now: Date): Intent {
  if (intent.type !== 'answer' || (step.at !== 'value' && step.at !== 'sure-day')) return intent;
  if (!form.indicators.some(({ key, kind }) => key === step.key && kind === 'date')) return intent;
  const [, month, day] = dayFromToday(intent.text, now)?.split('-') ?? [];
  return month === undefined || day === undefined ? intent : { ...intent, text: `${Number(day)}/${Number(month)}` };
}
