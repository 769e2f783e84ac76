/** How the tasks of a unit stand: told in words or choice by choice, read back, and counted after a yes alone. */
import type { Context, Saying } from '../../../core/conversation/context.ts';
import { readAssent } from '../../../core/language/assent/assent.ts';
import type { ProgressForm } from '../../../core/progress/form.ts';
import { hearProgress } from '../../../core/progress/heard.ts';
import * as say from '../../../messages/chat/progress/answers.ts';
import * as ask from '../../../messages/chat/progress/asking.ts';
import { progressReceiptForUnit, withBehalfLine } from '../../../messages/chat/progress/behalf.ts';
import type { Dialogue } from '../shape/dialogue.ts';
import type { Intent } from '../shape/intent.ts';
import { owedOf } from '../shape/obligations.ts';
import { tellEffect } from '../shape/pending-progress.ts';
import { type ProgressTalk, progressTalkSchema } from '../shape/progress-talk.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { idle } from '../shape/states.ts';
import { tellUnitEffect } from '../shape/tell-unit.ts';
import { backToReport, begunTalk, fittingForms, formOf, groupsAsked, takeHeard } from './hear.ts';
import { stepProof, stepReason, stepState, stepTell } from './steps.ts';

export const progressDialogue: Dialogue<ProgressTalk> = {
  schema: progressTalkSchema,
  needs: ({ behalf, report }) => [
    ...(behalf
      ? ([
          { type: 'progressFor', unit: behalf.unit },
          { type: 'unitWays', unit: behalf.unit },
        ] as const)
      : ([{ type: 'progress' }] as const)),
    ...(report?.isOnBehalf ? [{ type: 'obligation', id: report.obligation } as const] : []),
  ],
  ask: askProgress,
  step: stepProgress,
  cancel: giveUpProgress,
};

/** Nothing counts of what was told; a report in the middle of which it was told goes on. */
function giveUpProgress({ report }: ProgressTalk): Reply {
  return { state: report ?? idle, say: saying(say.progressDropped()) };
}

/** The forms that are asked which of them is meant. */
const meantOf = ({ said, behalf }: ProgressTalk, { progress = [], progressFor = [] }: Context): ProgressForm[] => {
  const forms = behalf ? progressFor : progress;
  const fitting = said === undefined ? [] : fittingForms(said, forms).map(({ form }) => form);
  return fitting.length > 0 ? fitting : forms;
};

function askProgress(state: ProgressTalk, context: Context): Saying | undefined {
  if (state.assignment === null) return ask.whichProgress(meantOf(state, context));
  const form = formOf(state.assignment, context);
  return form && askStep(state, form);
}

/** Why it is told for the unit stands above the question of the read-back. */
function readBackOf({ told, behalf }: ProgressTalk, form: ProgressForm): Saying {
  const question = ask.progressReadBack(form, told);
  return behalf ? withBehalfLine(question, behalf.reason) : question;
}

function askStep(state: ProgressTalk, form: ProgressForm): Saying {
  const { step, told } = state;
  switch (step.at) {
    case 'tell':
      return ask.progressQuestion(form, told);
    case 'state':
      return ask.stateQuestion(groupsAsked(form, step.sections, step.place));
    case 'reason':
    case 'proof': {
      const group = told[step.index];
      if (!group) return ask.progressQuestion(form, told);
      return step.at === 'reason' ? ask.whyQuestion(group) : ask.proofQuestion(group);
    }
    case 'confirm':
      return readBackOf(state, form);
  }
}

/** Begins with what stands, or with the question which unit or directive is meant. `argument` is an assignment's id. */
export function beginProgress(context: Context, argument: string): Reply {
  const forms = (context.progress ?? []).filter(({ id }) => argument === '' || String(id) === argument);
  const [only, ...others] = forms;
  if (!only) return { say: saying(say.noProgressAsked()) };
  return { state: begunTalk(others.length > 0 ? null : only) };
}

function stepProgress(state: ProgressTalk, intent: Intent, context: Context): Reply {
  if (state.assignment === null) return stepWhich(state, intent, context);
  const form = formOf(state.assignment, context);
  if (!form) return { state: idle, say: saying(say.noProgressAsked()) };
  return stepOf(state, form, { intent, context }) ?? stopOrUnclear(state, intent);
}

type Turn = { intent: Intent; context: Context };

function stepOf(state: ProgressTalk, form: ProgressForm, turn: Turn): Reply | undefined {
  const { step } = state;
  const { intent } = turn;
  switch (step.at) {
    case 'tell':
      return stepTell(state, form, intent);
    case 'state':
      return stepState(state, form, step, intent);
    case 'reason':
      return stepReason(state, form, step.index, intent);
    case 'proof':
      return stepProof(state, form, step.index, turn);
    case 'confirm':
      return stepConfirmProgress(state, form, turn);
  }
}

function stepWhich(state: ProgressTalk, intent: Intent, context: Context): Reply {
  if (intent.type !== 'choice') return stopOrUnclear(state, intent);
  const form = formOf(Number(intent.id.slice(2)), context);
  if (!form) return { state: idle, say: saying(say.noProgressAsked()) };
  const begun = { ...begunTalk(form, state.behalf), ...(state.report && { report: state.report }) };
  const heard = state.said === undefined ? undefined : takeHeard(begun, form, hearProgress(state.said, form));
  return heard ?? { state: begun };
}

/** The read-back. Only a yes sends; what is told anew takes its place. */
function stepConfirmProgress(state: ProgressTalk, form: ProgressForm, { intent, context }: Turn): Reply | undefined {
  const change: Reply = { state: { ...state, step: { at: 'tell' } } };
  if (intent.type === 'choice') {
    if (intent.id === 'send') return send(state, form, context);
    return intent.id === 'change' ? change : giveUpProgress(state);
  }
  if (intent.type !== 'answer') return {};
  const heard = hearProgress(intent.text, form);
  if (heard.type !== 'nothing') return takeHeard(state, form, heard);
  const assent = readAssent(intent.text);
  if (assent.type === 'assent') return send(state, form, context);
  if (assent.type === 'denial') return change;
  return assent.type === 'nothing' || assent.type === 'ambiguous'
    ? { say: saying(say.confirmProgressUnclear()) }
    : undefined;
}

function send(state: ProgressTalk, form: ProgressForm, context: Context): Reply {
  if (state.report) return { state: backToReport(state, form, state.report) };
  const { behalf, told } = state;
  if (behalf) return sendForUnit(form, told, behalf.reason, context);
  const owed = owedOf(context).filter((o) => o.unit.id === form.unit.id && o.directive.id === form.directive.id);
  return {
    state: idle,
    kind: 'receipt',
    say: say.progressReceipt(form, told, { owed, now: context.now }),
    effects: [tellEffect({ assignment: form.id, told }, { isOnBehalf: false })],
  };
}

function sendForUnit(
  form: ProgressForm,
  told: ProgressTalk['told'],
  behalfReason: string | undefined,
  context: Context,
): Reply {
  return {
    state: idle,
    kind: 'receipt',
    say: progressReceiptForUnit(form, told, { now: context.now, isTold: isUnitTold(context) }),
    effects: [
      tellEffect({ assignment: form.id, told }, { isOnBehalf: true, behalfReason }),
      tellUnitEffect(form, { tasks: told, reason: behalfReason }, context),
    ],
  };
}

/** Whether somebody of the unit hears of it: whoever reports for it knows already. */
const isUnitTold = ({ unitWays, person }: Context): boolean =>
  unitWays?.people.some((one) => one.person !== person?.id) === true;

function stopOrUnclear(state: ProgressTalk, intent: Intent): Reply {
  const assent = intent.type === 'answer' ? readAssent(intent.text, []) : undefined;
  if (assent?.type === 'cancel') return giveUpProgress(state);
  if (assent?.type === 'hold') return { say: saying(say.progressWaiting()) };
  return { say: saying(state.step.at === 'proof' ? say.proofUnclear() : say.progressUnclear()), isUnheard: true };
}
