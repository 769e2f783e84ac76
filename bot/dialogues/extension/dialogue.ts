/** A unit asks for more time: which report, until when and why are asked, then those who decide are asked. */
import type { Context, Saying } from '../../../core/conversation/context.ts';
import { dayAfter, deadlineUntil } from '../../../core/directives/life/extend.ts';
import { readChangeWords } from '../../../core/directives/life/words.ts';
import { readAssent } from '../../../core/language/assent/assent.ts';
import { readDay } from '../../../core/language/day.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import * as say from '../../../messages/chat/life/extend.ts';
import { type ExtensionState, extensionSchema } from '../shape/change-state.ts';
import type { Dialogue } from '../shape/dialogue.ts';
import type { Intent } from '../shape/intent.ts';
import { owedOf } from '../shape/obligations.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { idle } from '../shape/states.ts';

export const extensionDialogue: Dialogue<ExtensionState> = {
  schema: extensionSchema,
  ask: (state, context) => {
    if (state.obligation === null) return say.whichToExtend(owedOf(context));
    return meantOf(state, context) && question(state);
  },
  step: stepExtension,
  cancel: () => dropped,
};

const dropped: Reply = { state: idle, say: saying(say.requestDropped()) };

const meantOf = ({ obligation }: ExtensionState, context: Context): ObligationFact | undefined =>
  owedOf(context).find(({ id }) => id === obligation);

const question = ({ until }: ExtensionState): Saying => ({
  text: until ? say.requestReasonQuestion() : say.requestUntilQuestion(),
});

/** A request from what somebody said; undefined where nothing is owed that could be given more time. */
export function beginRequest(said: string, context: Context): Reply | undefined {
  const [only, ...others] = owedOf(context);
  if (!only) return undefined;
  const { until, more, reason } = readChangeWords(said, context.now);
  const begun: ExtensionState = {
    dialogue: 'extension',
    obligation: others.length === 0 ? only.id : null,
    ...(typeof until === 'object' && { until }),
    ...(more && { more }),
    ...(reason !== undefined && { reason }),
  };
  const reply = goOnAsking(begun, context);
  return until === 'unreadable' && reply.say === undefined ? { ...reply, say: saying(say.dayUnclear()) } : reply;
}

function goOnAsking(state: ExtensionState, context: Context): Reply {
  const form = meantOf(state, context);
  if (!form) return { state };
  const { more, ...known } = state;
  if (more) return goOnAsking({ ...known, until: known.until ?? dayAfter(more, form.due, context.now) }, context);
  const { until, reason } = known;
  if (until && deadlineUntil(until).due <= form.due) {
    const { until: _, ...without } = state;
    return { state: without, say: saying(say.requestNotLater(form.due)) };
  }
  if (!until || reason === undefined) return { state };
  return {
    state: idle,
    say: saying(say.requestSent(form.unit, until, form.due)),
    effects: [{ type: 'request-extension', obligation: form.id, until, reason }],
  };
}

function stepExtension(state: ExtensionState, intent: Intent, context: Context): Reply {
  if (state.obligation !== null && !meantOf(state, context)) return { state: idle, say: saying(say.nothingToExtend()) };
  if (intent.type === 'choice') return goOnAsking({ ...state, obligation: Number(intent.id.slice(2)) }, context);
  if (intent.type !== 'answer') return {};
  const { text } = intent;
  const assent = readAssent(text, []);
  if (assent.type === 'cancel' || (assent.type === 'denial' && assent.isWhole)) return dropped;
  if (state.obligation === null) return {};
  // A nod is no reason: the question is still there.
  if (state.until && assent.type === 'assent') return { state };
  if (state.until) return goOnAsking({ ...state, reason: text.trim().slice(0, longestReason) }, context);
  const { until: read, more, reason } = readChangeWords(text, context.now);
  if (more) return goOnAsking({ ...state, more, ...(reason !== undefined && { reason }) }, context);
  const until = read ?? readDay(text, context.now);
  if (typeof until !== 'object') return { say: saying(say.dayUnclear()) };
  return goOnAsking({ ...state, until, ...(reason !== undefined && { reason }) }, context);
}

/** A reason is a sentence or two. */
const longestReason = 500;
