/** The guided report: denominator, each indicator, an optional remark, the read-back; nothing counts before "Đúng, gửi". */
import type { Context, Saying } from '../../../core/conversation/context.ts';
import { fold } from '../../../core/language/text.ts';
import type { Indicator, ObligationFact, Value } from '../../../core/reports/obligation.ts';
import { readQuickReport } from '../../../core/reports/quick-report.ts';
import { type Answers, denominatorOf, findExceeding, firstUnanswered } from '../../../core/reports/report.ts';
import { quickLine } from '../../../messages/chat/directive.ts';
import { cancelled } from '../../../messages/chat/help.ts';
import * as say from '../../../messages/chat/report.ts';
import type { Dialogue } from '../shape/dialogue.ts';
import type { Intent } from '../shape/intent.ts';
import { obligationOf } from '../shape/obligations.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { idle, type ReportState, type ReportStep, reportSchema } from '../shape/states.ts';
import { afterFigures, neededWithFigures } from '../signed/waiting.ts';
import { readAnswer } from './answer.ts';

export const reportDialogue: Dialogue<ReportState> = {
  schema: reportSchema,
  locks: ({ obligation }) => obligation,
  needs: ({ isOnBehalf, obligation, step }) => [
    ...(isOnBehalf ? [{ type: 'obligation', id: obligation } as const] : []),
    ...(step.at === 'confirm' || step.at === 'overtaken' ? neededWithFigures : []),
  ],
  ask: (state, context) => {
    const form = obligationOf(state.obligation, context);
    return form && askReport(state, form);
  },
  step: stepReport,
  cancel: giveUp,
};

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
    answers: purpose === 'change' && current ? { ...current.values } : {},
    note: purpose === 'change' && current ? current.note : undefined,
    step: { at: 'change' },
  };
  return purpose === 'change' ? begun : proceed(begun, obligation);
}

const keyed = (form: ObligationFact, key: string): Indicator =>
  form.indicators.find((i) => i.key === key) ?? missingIndicator(key);

function missingIndicator(key: string): never {
  throw new Error(`no indicator "${key}" in this duty`);
}

const at = (state: ReportState, step: ReportStep): ReportState => ({ ...state, step });

/** The step after an answer: what is too great, then what is unanswered, then the remark, then the read-back. */
function proceed(state: ReportState, form: ObligationFact): ReportState {
  const exceeding = findExceeding(form, state.answers);
  if (exceeding) return at(state, { at: 'exceeding', key: exceeding.key });
  const next = firstUnanswered(form, state.answers);
  if (next) return at(state, { at: 'value', key: next.key });
  if (form.noteLabel && state.note === undefined) return at(state, { at: 'note' });
  return at(state, { at: 'confirm' });
}

/** The question of the step that a report stands at. */
function askReport(state: ReportState, form: ObligationFact): Saying {
  const { step, answers } = state;
  switch (step.at) {
    case 'value': {
      const question = say.ask(form, keyed(form, step.key), answers);
      const closing = Object.keys(answers).length === 0 ? quickLine(form) : undefined;
      return closing === undefined ? question : { ...question, closing };
    }
    case 'zero':
      return say.zero(keyed(form, step.key));
    case 'exceeding':
      return say.exceeding(form, keyed(form, step.key), answers);
    case 'note':
      return say.noteQuestion(form.noteLabel ?? '');
    case 'change':
      return say.changeQuestion(form, answers);
    case 'confirm':
      return say.readBack(form, answers, state.note ?? null);
    case 'overtaken':
      return say.overtaken(form, answers);
  }
}

function stepReport(state: ReportState, intent: Intent, context: Context): Reply {
  const form = obligationOf(state.obligation, context);
  if (!form) return { state: idle, say: saying(say.notYours()) };
  if (form.closesAt && form.closesAt <= context.now) return { state: idle, say: saying(say.closed(form)) };
  const { step } = state;
  switch (step.at) {
    case 'value':
      return stepValue(state, form, step.key, intent);
    case 'zero':
      return stepZero(state, form, step.key, intent);
    case 'exceeding':
      return stepExceeding(state, form, step.key, intent);
    case 'note':
      return stepNote(state, form, intent);
    case 'change':
      return stepChange(state, form, intent);
    case 'confirm':
      return stepConfirm(state, form, intent, context);
    case 'overtaken':
      return stepOvertaken(state, form, intent, context);
  }
}

function stepValue(state: ReportState, form: ObligationFact, key: string, intent: Intent): Reply {
  const indicator = keyed(form, key);
  const reading = readAnswer(form, indicator, intent, state.answers);
  if (reading.type === 'refused') return answerAtOnce(state, form, intent) ?? { say: saying(reading.why) };
  if (reading.type === 'zero') return { state: at(state, { at: 'zero', key }) };
  return answered(state, form, indicator, reading.value);
}

/** A message that gives several figures at once, as it may instead of any single one. */
function answerAtOnce(state: ReportState, form: ObligationFact, intent: Intent): Reply | undefined {
  const answers = intent.type === 'answer' ? readQuickReport(intent.text, form) : undefined;
  return (
    answers && {
      state: proceed({ ...state, answers: { ...state.answers, ...answers }, note: state.note ?? null }, form),
    }
  );
}

/** A whole report in one message, outside any conversation; undefined when the message is none. */
export function reportAtOnce(form: ObligationFact, intent: Intent): Reply | undefined {
  return answerAtOnce({ ...beginReport(form, 'report', false), answers: {} }, form, intent);
}

/** The correction of a report that is in by figures that came unasked: to be read back first. */
export const correctAtOnce = (form: ObligationFact, answers: Answers): ReportState => {
  const begun = beginReport(form, 'change', false);
  return proceed({ ...begun, answers: { ...begun.answers, ...answers }, note: begun.note ?? null }, form);
};

/** Nothing counts of what was begun; what was in before stays. */
function giveUp({ base }: ReportState): Reply {
  return { state: idle, say: saying(base > 0 ? say.kept() : cancelled()) };
}

/** Notes an answer, echoes it where the next question does not show it, and goes on. */
function answered(state: ReportState, form: ObligationFact, indicator: Indicator, value: Value): Reply {
  const answers: Answers = { ...state.answers, [indicator.key]: value };
  const next = proceed({ ...state, answers }, form);
  const isEchoed = next.step.at === 'value' || next.step.at === 'note';
  return { state: next, say: isEchoed ? saying(say.noted(form, indicator, answers)) : undefined };
}

function stepZero(state: ReportState, form: ObligationFact, key: string, intent: Intent): Reply {
  if (intent.type === 'choice' && intent.id === 'zero')
    return answered(state, form, keyed(form, key), { type: 'number', value: 0 });
  if (intent.type === 'choice' && intent.id === 'again') return { state: at(state, { at: 'value', key }) };
  if (intent.type === 'answer' && /^(dung|co|phai|ok|vang|da|xac nhan|0|khong co)$/.test(fold(intent.text)))
    return stepZero(state, form, key, { type: 'choice', id: 'zero' });
  return stepValue(at(state, { at: 'value', key }), form, key, intent);
}

function stepExceeding(state: ReportState, form: ObligationFact, key: string, intent: Intent): Reply {
  if (intent.type !== 'choice') return stepValue(state, form, key, intent);
  const wrong = intent.id === 'denominator' ? (denominatorOf(form)?.key ?? key) : key;
  return { state: at(state, { at: 'value', key: wrong }) };
}

const nothing = /^(khong|khong co|khong co gi|ko|ko co|k|k co|khong co y kien|khong y kien|-|0)$/;

function stepNote(state: ReportState, form: ObligationFact, intent: Intent): Reply {
  if (intent.type === 'choice') return { state: proceed({ ...state, note: null }, form) };
  if (intent.type !== 'answer') return {};
  const note = nothing.test(fold(intent.text)) ? null : intent.text.slice(0, 1000);
  return { state: proceed({ ...state, note }, form) };
}

function stepChange(state: ReportState, form: ObligationFact, intent: Intent): Reply {
  if (intent.type === 'choice' && intent.id === 'note') return { state: at(state, { at: 'note' }) };
  if (intent.type === 'choice' && intent.id.startsWith('i:'))
    return { state: at(state, { at: 'value', key: intent.id.slice(2) }) };
  return (
    answerAtOnce(state, form, intent) ?? changeByWords(state, form, intent) ?? { say: saying(say.changeUnclear()) }
  );
}

/** "Bluezone 46" names the indicator and its new figure at once. */
function changeByWords(state: ReportState, form: ObligationFact, intent: Intent): Reply | undefined {
  if (intent.type !== 'answer') return undefined;
  const said = intent.text.trim();
  const named = form.indicators.filter(
    (i) => fold(said).startsWith(`${fold(i.label)} `) || fold(said).startsWith(`${fold(i.label)}:`),
  );
  const indicator = named.sort((a, b) => b.label.length - a.label.length)[0];
  if (!indicator) return undefined;
  const text = said.slice(indicator.label.length).replace(/^[\s:=]+/, '');
  return stepValue(state, form, indicator.key, { type: 'answer', text });
}

/** "ok", "đúng, gửi", and the number of that choice where it no longer stands. */
export const isConfirmation = (text: string): boolean =>
  /^(1|dung|gui|dung roi|dung,? gui|ok|co|xac nhan|dong y|vang)$/.test(fold(text));

function stepConfirm(state: ReportState, form: ObligationFact, intent: Intent, context: Context): Reply {
  const isYes = intent.type === 'answer' && isConfirmation(intent.text);
  if (isYes || (intent.type === 'choice' && intent.id === 'send')) return submit(state, form, context);
  if (intent.type === 'choice' && intent.id === 'change') return { state: at(state, { at: 'change' }) };
  if (intent.type === 'choice' && intent.id === 'cancel') return giveUp(state);
  return answerAtOnce(state, form, intent) ?? changeByWords(state, form, intent) ?? {};
}

function submit(state: ReportState, form: ObligationFact, context: Context): Reply {
  const revision = form.current?.number ?? 0;
  if (revision !== state.base) return { state: at({ ...state, base: revision }, { at: 'overtaken' }) };
  const owed = context.own.obligations.filter((o) => o.id !== form.id && o.state === 'owed');
  const receipt = say.receipt(form, state.answers, {
    now: context.now,
    revision: revision + 1,
    isOnBehalf: state.isOnBehalf,
    draft: context.unitPapers?.get(form.id)?.carriage,
  });
  const after = afterFigures(form, context);
  const more = [...after.lines, ...(owed.length > 0 && !state.isOnBehalf ? [say.stillOwed(owed)] : [])];
  return {
    state: after.state,
    kind: 'receipt',
    say: { ...receipt, text: [receipt.text, ...more].join('\n') },
    effects: [
      {
        type: 'submit',
        obligation: form.id,
        base: state.base,
        answers: state.answers,
        note: state.note ?? null,
        isOnBehalf: state.isOnBehalf,
      },
    ],
  };
}

function stepOvertaken(state: ReportState, form: ObligationFact, intent: Intent, context: Context): Reply {
  if (intent.type !== 'choice') return {};
  return intent.id === 'keep' ? { state: idle, say: saying(say.kept()) } : submit(state, form, context);
}
