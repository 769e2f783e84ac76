/** What people ask or say while they are asked something else. */
import type { Context } from '../../../core/conversation/context.ts';
import { readAssent } from '../../../core/language/assent/assent.ts';
import { fold } from '../../../core/language/text.ts';
import { readTopic } from '../../../core/language/topics.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { answerAsked } from '../figures/asked.ts';
import type { Intent } from '../shape/intent.ts';
import { obligationOf } from '../shape/obligations.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { asksForFigures, type State } from '../shape/states.ts';
import { askForTime } from './free.ts';
import { isOpenQuestion, takeQuestion } from './question.ts';
import { answerSpeech } from './speech.ts';
import { answerTopic } from './topics.ts';

/** A question that people ask while they are asked something, where the dialogue could do nothing with it. */
export function answerBeside(state: State, intent: Intent, context: Context, reply: Reply): Reply {
  const isLeft = reply.state === undefined && (reply.effects ?? []).length === 0 && !reply.notGranted;
  if (intent.type !== 'answer' || state.dialogue === 'idle' || state.dialogue === 'registration' || !isLeft)
    return reply;
  // Another question does not stand beside the one that is asked, nor do the ways on.
  const ledger = answerAsked(context, 'overseer');
  if (ledger?.say) return { say: saying(ledger.say.text) };
  const topic = readTopic(intent.text);
  // Whoever says until when and why has asked, whatever else is asked of them.
  const { effects, say } = askForTime(topic, intent.text, context) ?? {};
  if (effects && say) return { effects, say };
  const spoken =
    asksForFigures(state) && !asksForDate(state, context) ? answerSpeech(intent.text, context, true) : undefined;
  if (spoken?.say) return { say: saying(spoken.say.text), ...(spoken.effects && { effects: spoken.effects }) };
  const isOfUnit = state.dialogue === 'report' || state.dialogue === 'extension';
  // "đúng mà hỏi gì hoài" answers the read-back in its way.
  const isYes =
    state.dialogue === 'report' && state.step.at === 'confirm' && readAssent(intent.text).type === 'ambiguous';
  const isQuestion =
    isOfUnit &&
    !isYes &&
    !namesOption(state, intent.text, context) &&
    isOpenQuestion({ type: 'text', text: intent.text });
  const asked = isQuestion ? takeQuestion(intent.text, context, false) : undefined;
  if (asked?.say) return { say: saying(asked.say.text), ...(asked.effects && { effects: asked.effects }) };
  const answered = topic === undefined || topic === 'nod' ? undefined : answerTopic(topic, context, 0);
  // Another question does not stand beside the one that is asked.
  return answered?.say && !answered.state && topic !== 'stop' && topic !== 'paper'
    ? { say: saying(answered.say.text) }
    : reply;
}

/** Where a day is asked for, one that could not be read is no promise. */
const asksForDate = (state: State, context: Context): boolean => askedOf(state, context)?.kind === 'date';

/** "tốt hay khá gì đó" of the options that are asked about: who says so is not sure which. */
const namesOption = (state: State, text: string, context: Context): boolean =>
  askedOf(state, context)?.options.some((option) => fold(text).includes(fold(option))) === true;

function askedOf(state: State, context: Context): Indicator | undefined {
  if (state.dialogue !== 'report' || state.step.at !== 'value') return undefined;
  const { key } = state.step;
  return obligationOf(state.obligation, context)?.indicators.find((one) => one.key === key);
}
