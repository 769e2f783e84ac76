/** A report from its beginning to its read-back: what stands, and which question comes next. */

import { findBrokenRule, withFormulas } from '../../../core/reports/computed.ts';
import type { Indicator, ObligationFact, Value } from '../../../core/reports/obligation.ts';
import { findDoubt } from '../../../core/reports/plausible/doubt.ts';
import { type Answers, findExceeding, firstUnanswered } from '../../../core/reports/report.ts';
import { cancelled } from '../../../messages/chat/help.ts';
import * as say from '../../../messages/chat/report.ts';
import { pendingProgressSchema } from '../shape/pending-progress.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { idle, type ReportState, type ReportStep } from '../shape/states.ts';

/** Begins a report, or the correction of one that was handed in. */
export function beginReport(
  obligation: ObligationFact,
  purpose: 'report' | 'change',
  isOnBehalf: boolean,
): ReportState {
  const current = obligation.current;
  const begun: ReportState = {
    dialogue: 'report',
    obligation: obligation.id,
    base: current?.number ?? 0,
    isOnBehalf,
    // A report that is owed again after an amendment keeps what is asked as before.
    answers: current ? { ...current.values } : {},
    step: { at: 'change' },
  };
  const { begun: onPage } = obligation;
  if (purpose === 'report' && onPage) {
    const { answers, note, sure, behalfReason } = onPage;
    const { data: progress } = pendingProgressSchema.safeParse(onPage.progress);
    const more = {
      ...(note !== undefined && { note }),
      ...(sure && { sure }),
      ...(progress && { progress }),
      ...(behalfReason !== undefined && { behalfReason }),
    };
    return proceed({ ...begun, answers, ...more }, obligation);
  }
  if (purpose === 'report') return proceed(begun, obligation);
  if (current?.saidNoNote) return { ...begun, note: null };
  return current?.note ? { ...begun, note: current.note } : { ...begun, isNoteLeftOut: true };
}

/** The indicator of a key that a state holds. */
export const keyed = (form: ObligationFact, key: string): Indicator =>
  form.indicators.find((i) => i.key === key) ?? missingIndicator(key);

function missingIndicator(key: string): never {
  throw new Error(`no indicator "${key}" in this duty`);
}

export const at = (state: ReportState, step: ReportStep): ReportState => ({ ...state, step });

/** The step after an answer: what cannot be, what is hard to believe, what is unanswered, the remark, the read-back. */
export function proceed(entered: ReportState, form: ObligationFact): ReportState {
  const state = { ...entered, answers: withFormulas(form, entered.answers) };
  const exceeding = findExceeding(form, state.answers);
  if (exceeding) return at(state, { at: 'exceeding', key: exceeding.key });
  if (findBrokenRule(form, state.answers)) return at(state, { at: 'rule' });
  if (findDoubt(form, state.answers, state.sure)) return at(state, { at: 'doubt' });
  const next = firstUnanswered(form, state.answers);
  if (next) return at(state, { at: 'value', key: next.key });
  if (form.noteLabel && state.note === undefined && !state.isNoteLeftOut) return at(state, { at: 'note' });
  return at(state, { at: 'confirm' });
}

/** Notes an answer, echoes it where the next question does not show it, and goes on. */
export function answered(state: ReportState, form: ObligationFact, indicator: Indicator, value: Value): Reply {
  const answers: Answers = { ...state.answers, [indicator.key]: value };
  const next = proceed({ ...state, answers }, form);
  const isEchoed = next.step.at === 'value' || next.step.at === 'note';
  return { state: next, say: isEchoed ? saying(say.noted(form, indicator, answers)) : undefined };
}

/** Nothing counts of what was begun; what was in before stays. */
export function giveUp({ base }: ReportState): Reply {
  return { state: idle, say: saying(base > 0 ? say.kept() : cancelled()) };
}

/** What somebody wants to stop is asked about where figures would be lost. */
export const askToStop = (state: ReportState): Reply =>
  Object.keys(state.answers).length === 0 ? giveUp(state) : { state: at(state, { at: 'stopping' }) };
