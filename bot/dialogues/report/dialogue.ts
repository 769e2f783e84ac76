/** The guided report: denominator, each indicator, an optional remark, the read-back; nothing counts before a yes to it. */
import type { Context, Saying } from '../../../core/conversation/context.ts';
import { findBrokenRule } from '../../../core/reports/computed.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import { findDoubt } from '../../../core/reports/plausible/doubt.ts';
import { quickLine } from '../../../messages/chat/directive.ts';
import { sureAmount, sureDay } from '../../../messages/chat/figures/amounts.ts';
import { brokenRule } from '../../../messages/chat/figures/rules.ts';
import { endedNow } from '../../../messages/chat/life/end.ts';
import { excusedNow } from '../../../messages/chat/life/excuse.ts';
import { progressLines } from '../../../messages/chat/progress/answers.ts';
import { withBehalfLine } from '../../../messages/chat/progress/behalf.ts';
import * as say from '../../../messages/chat/report.ts';
import * as ask from '../../../messages/chat/talk/asking-back.ts';
import type { Dialogue } from '../shape/dialogue.ts';
import type { Intent } from '../shape/intent.ts';
import { hasEnded, obligationOf } from '../shape/obligations.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { idle, type ReportState, reportSchema } from '../shape/states.ts';
import { neededWithFigures } from '../signed/waiting.ts';
import { stepSure, stepSureDay, stepZero } from './confirming.ts';
import { withDayTold } from './day-told.ts';
import { stepDoubt } from './doubt.ts';
import { stepExceeding } from './exceeding.ts';
import { stepValue } from './figures.ts';
import { stepChange, stepConfirm, stepOvertaken, stepRule, stepStopping, stepWhich } from './finish.ts';
import { stepNote } from './note.ts';
import { giveUp, keyed } from './progress.ts';

export const reportDialogue: Dialogue<ReportState> = {
  schema: reportSchema,
  needs: ({ isOnBehalf, obligation, step }) => [
    ...(isOnBehalf ? [{ type: 'obligation', id: obligation } as const, { type: 'progressFor' } as const] : []),
    ...(step.at === 'confirm' || step.at === 'overtaken' ? neededWithFigures : []),
  ],
  ask: (state, context) => {
    const form = obligationOf(state.obligation, context);
    return form && !isOver(state, form) ? askReport(state, form) : undefined;
  },
  step: stepReport,
  cancel: giveUp,
};

/** Whether its directive has ended, or the unit was let off. Staff may record what came late after a closing. */
const isOver = ({ lateReason }: ReportState, form: ObligationFact): boolean =>
  form.state === 'excused' || (hasEnded(form) && !(form.directive.state === 'closed' && lateReason !== undefined));

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
    case 'sure':
      return sureAmount(keyed(form, step.key), step.value);
    case 'sure-day':
      return sureDay(keyed(form, step.key), step.day);
    case 'doubt': {
      const doubt = findDoubt(form, answers, state.sure);
      return doubt ? ask.doubtful(form, doubt, answers) : say.readBack(form, answers, state.note);
    }
    case 'exceeding':
      return say.exceeding(form, keyed(form, step.key), answers);
    case 'rule': {
      const broken = findBrokenRule(form, answers);
      return broken ? brokenRule(broken, answers) : say.readBack(form, answers, state.note);
    }
    case 'note':
      return say.noteQuestion(form.noteLabel ?? '');
    case 'change':
      return say.changeQuestion(form, answers);
    case 'which':
      return ask.whichFigure(form, step.value);
    case 'confirm':
      return withTasks(
        say.readBack(form, answers, state.aside === undefined ? state.note : (state.note ?? state.aside)),
        state,
      );
    case 'stopping':
      return ask.stopping(form);
    case 'overtaken':
      return say.overtaken(form, answers);
  }
}

/** The read-back with what was told of tasks, and why it is told for the unit, above its question. */
function withTasks(saying: Saying, { progress, isOnBehalf, behalfReason }: ReportState): Saying {
  const lines = saying.text.split('\n');
  const text = [...lines.slice(0, -1), ...progressLines(progress?.told ?? []), ...lines.slice(-1)].join('\n');
  const whole = { ...saying, text };
  return isOnBehalf ? withBehalfLine(whole, behalfReason) : whole;
}

function stepReport(state: ReportState, said: Intent, context: Context): Reply {
  const form = obligationOf(state.obligation, context);
  if (!form) return { state: idle, say: saying(say.notYours()) };
  if (isOver(state, form) && form.state !== 'excused')
    return { state: idle, say: saying(endedNow(form, context.contacts?.[0])) };
  if (form.closesAt && form.closesAt <= context.now) return { state: idle, say: saying(say.closed(form)) };
  if (form.state === 'excused')
    return { state: idle, say: saying(excusedNow(form.unit, form.directive, !state.isOnBehalf)) };
  const { step } = state;
  const intent = withDayTold(said, step, form, context.now);
  switch (step.at) {
    case 'value':
      return stepValue(state, form, step.key, intent);
    case 'zero':
      return stepZero(state, form, step, intent);
    case 'sure':
      return stepSure(state, form, step, intent);
    case 'sure-day':
      return stepSureDay(state, form, step, intent);
    case 'doubt':
      return stepDoubt(state, form, intent);
    case 'exceeding':
      return stepExceeding(state, form, step.key, intent);
    case 'rule':
      return stepRule(state, form, intent);
    case 'note':
      return stepNote(state, form, intent);
    case 'change':
      return stepChange(state, form, intent);
    case 'which':
      return stepWhich(state, form, step.value, intent);
    case 'confirm':
      return stepConfirm(state, form, intent, context);
    case 'stopping':
      return stepStopping(state, form, intent);
    case 'overtaken':
      return stepOvertaken(state, form, intent, context);
  }
}
