/** The report on paper: its number and date, or its scan, come back after the figures. */
import type { Context, Saying } from '../../../core/conversation/context.ts';
import type { Effect } from '../../../core/conversation/effect.ts';
import { namesPaper, type PaperNumber, readPaperNumber } from '../../../core/language/paper-number.ts';
import { fold } from '../../../core/language/text.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import { mediaUnread } from '../../../messages/chat/help.ts';
import * as say from '../../../messages/chat/signed.ts';
import type { Dialogue } from '../shape/dialogue.ts';
import type { Intent } from '../shape/intent.ts';
import { isOfOthers, obligationOf, owedOf, reportedOf } from '../shape/obligations.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { idle, type SigningState, type State, signedSchema } from '../shape/states.ts';

export const signedDialogue: Dialogue<SigningState> = {
  schema: signedSchema,
  needs: ({ isOnBehalf, obligation }) =>
    isOnBehalf && obligation !== null ? [{ type: 'obligation', id: obligation }] : [],
  ask: askSigned,
  step: stepSigned,
  cancel: () => ({ state: idle, say: saying(say.nothingRecorded()) }),
};

/** `/daky`, `/daky 15/BC-UBND 09/9/2021`, `/daky 34`; staff also name a unit. */
export function beginSigned(context: Context, argument: string): Reply {
  if (argument === '' && context.own.obligations.length === 0 && context.signed)
    return { say: saying(say.signedOverview(context.signed)) };
  const paper = namesPaper(argument) ? readPaperNumber(argument, context.now) : undefined;
  const reported = reportedOf(context, paper === undefined ? argument : '');
  const [only, ...others] = reported;
  if (!only) return { say: saying(owedOf(context).length > 0 ? say.figuresFirst() : say.nothingToSign()) };
  if (others.length > 0)
    return {
      state: idle,
      say: { ...say.askWhose(reported), choices: reported.map((o) => ({ id: `/daky ${o.id}`, label: o.unit.name })) },
    };
  const state: State = {
    dialogue: 'signed',
    obligation: only.id,
    isOnBehalf: isOfOthers(only, context),
    hasFile: false,
  };
  return paper === undefined ? { state } : takeNumber(state, only, paper);
}

/** A file that was sent unasked, or for the report that is asked about. */
export function takeFile(state: State, caption: string, context: Context): Reply {
  const asked = state.dialogue === 'signed' ? obligationOf(state.obligation, context) : undefined;
  const reported = asked ? [asked] : reportedOf(context, '');
  const [only, ...others] = reported;
  if (!only) return { say: saying(owedOf(context).length > 0 ? say.figuresFirst() : mediaUnread()) };
  if (others.length > 0) return { state: { dialogue: 'signed', obligation: null, isOnBehalf: false, hasFile: true } };
  return takeScan(only, caption, context);
}

function askSigned(state: SigningState, context: Context): Saying | undefined {
  if (state.obligation === null) return say.askWhose(reportedOf(context, ''));
  const form = obligationOf(state.obligation, context);
  if (!form) return undefined;
  return state.hasFile ? say.askForNumber() : say.askForPaper(form);
}

function stepSigned(state: SigningState, intent: Intent, context: Context): Reply {
  if (intent.type === 'choice' && intent.id === 'skip') return { state: idle, say: saying(say.numberSkipped()) };
  if (intent.type === 'choice' && intent.id === 'cancel') return { state: idle, say: saying(say.nothingRecorded()) };
  if (state.obligation === null) {
    const chosen = reportedOf(context, '').find((o) => intent.type === 'choice' && intent.id === `o:${o.id}`);
    return chosen ? takeScan(chosen, '', context) : {};
  }
  const form = obligationOf(state.obligation, context);
  if (!form) return { state: idle, say: saying(say.nothingToSign()) };
  if (intent.type !== 'answer') return {};
  if (state.hasFile && /^(bo qua|khong|khong co|chua co)$/.test(fold(intent.text)))
    return { state: idle, say: saying(say.numberSkipped()) };
  const paper = readPaperNumber(intent.text, context.now);
  return paper === undefined ? { say: saying(say.numberUnread()) } : takeNumber(state, form, paper);
}

function takeScan(form: ObligationFact, caption: string, context: Context): Reply {
  const isOnBehalf = isOfOthers(form, context);
  const paper = readPaperNumber(caption, context.now);
  if (typeof paper === 'object')
    return {
      state: idle,
      kind: 'receipt',
      say: saying(say.paperRecorded(form, paper)),
      effects: [signing(form, paper, true, isOnBehalf)],
    };
  return {
    state: { dialogue: 'signed', obligation: form.id, isOnBehalf, hasFile: true },
    kind: 'receipt',
    say: saying(say.scanReceived(form)),
    effects: [signing(form, null, true, isOnBehalf)],
  };
}

function takeNumber(state: SigningState, form: ObligationFact, paper: PaperNumber | 'future' | 'unreadable'): Reply {
  if (typeof paper === 'string') return { state, say: saying(say.dateUnread(paper)) };
  return {
    state: idle,
    kind: 'receipt',
    say: saying(say.paperRecorded(form, paper)),
    effects: [signing(form, paper, false, state.isOnBehalf)],
  };
}

const signing = (form: ObligationFact, paper: PaperNumber | null, withFile: boolean, isOnBehalf: boolean): Effect => ({
  type: 'sign',
  obligation: form.id,
  paper,
  withFile,
  isOnBehalf,
});
