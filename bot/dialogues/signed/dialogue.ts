/** The report on paper: its number and date, or its scan, asked for by `/daky` or by a scan that came without a number. */
import type { Context, Saying } from '../../../core/conversation/context.ts';
import { namesPaper, type PaperNumber, readPaperNumber } from '../../../core/language/paper-number.ts';
import { fold } from '../../../core/language/text.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import * as say from '../../../messages/chat/signed.ts';
import type { Dialogue } from '../shape/dialogue.ts';
import type { Intent } from '../shape/intent.ts';
import { isOfOthers, obligationOf, owedOf, reportedOf } from '../shape/obligations.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { askingWhat, idle, type SigningState, type State, signedSchema } from '../shape/states.ts';
import { restOf, signing } from './scan.ts';

export const signedDialogue: Dialogue<SigningState> = {
  schema: signedSchema,
  needs: ({ isOnBehalf, obligation }) => [
    ...(isOnBehalf && obligation !== null ? [{ type: 'obligation', id: obligation } as const] : []),
    { type: 'pictures', album: null },
  ],
  ask: askSigned,
  step: stepSigned,
  cancel: () => ({ state: idle, say: saying(say.nothingRecorded()) }),
};

/** `/daky`, `/daky 15/BC-UBND 09/9/2021`, `/daky 34`; staff also name a unit. What was sent and not told apart is asked first. */
export function beginSigned(context: Context, argument: string): Reply {
  if (argument === '' && (context.pictures?.asked ?? 0) > 0) return { state: askingWhat };
  if (argument === '' && context.own.obligations.length === 0 && context.signed)
    return { say: saying(say.signedOverview(context.signed)) };
  const paper = namesPaper(argument) ? readPaperNumber(argument, context.now) : undefined;
  const reported = reportedOf(context, paper === undefined ? argument : '');
  const [only, ...others] = reported;
  if (!only) return { say: saying(owedOf(context).length > 0 ? say.figuresFirst() : say.nothingToSign()) };
  if (others.length > 0)
    return {
      state: idle,
      say: {
        ...say.askWhose(reported, 'signed'),
        choices: reported.map((o) => ({ id: `/daky ${o.id}`, label: o.unit.name })),
      },
    };
  const state: State = {
    dialogue: 'signed',
    obligation: only.id,
    isOnBehalf: isOfOthers(only, context),
    hasFile: false,
  };
  return paper === undefined ? { state } : takeNumber(state, only, paper, context);
}

function askSigned(state: SigningState, context: Context): Saying | undefined {
  if (state.obligation === null) return say.askWhose(reportedOf(context, ''), 'signed');
  const form = obligationOf(state.obligation, context);
  if (!form) return undefined;
  return state.hasFile ? say.askForNumber() : say.askForPaper(form);
}

function stepSigned(state: SigningState, intent: Intent, context: Context): Reply {
  if (intent.type === 'choice' && intent.id === 'skip') return skipped(context);
  if (intent.type === 'choice' && intent.id === 'cancel') return { state: idle, say: saying(say.nothingRecorded()) };
  if (state.obligation === null) {
    const chosen = reportedOf(context, '').find((o) => intent.type === 'choice' && intent.id === `o:${o.id}`);
    const isOnBehalf = chosen !== undefined && isOfOthers(chosen, context);
    return chosen ? { state: { dialogue: 'signed', obligation: chosen.id, isOnBehalf, hasFile: false } } : {};
  }
  const form = obligationOf(state.obligation, context);
  if (!form) return { state: idle, say: saying(say.nothingToSign()) };
  if (intent.type !== 'answer') return {};
  if (state.hasFile && /^(bo qua|khong|khong co|chua co)$/.test(fold(intent.text))) return skipped(context);
  const paper = readPaperNumber(intent.text, context.now);
  return paper === undefined ? { say: saying(say.numberUnread()) } : takeNumber(state, form, paper, context);
}

const skipped = (context: Context): Reply => ({ state: restOf(context), say: saying(say.numberSkipped()) });

function takeNumber(
  state: SigningState,
  form: ObligationFact,
  paper: PaperNumber | 'future' | 'unreadable',
  context: Context,
): Reply {
  if (typeof paper === 'string') return { state, say: saying(say.dateUnread(paper)) };
  return {
    state: restOf(context),
    kind: 'receipt',
    say: saying(say.paperRecorded(form, paper)),
    effects: [signing(form, paper, null, state.isOnBehalf)],
  };
}
