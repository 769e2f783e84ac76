/** Somebody of the office answers a question: their next words are the answer, or what they said is once they confirm it. */
import type { Context } from '../../../core/conversation/context.ts';
import type { WaitingQuestion } from '../../../core/directives/inquiry.ts';
import { readAssent } from '../../../core/language/assent/assent.ts';
import { answeringWords } from '../../../core/language/assent/assent-words.ts';
import { asksPlainly } from '../../../core/language/speech/plainly-asked.ts';
import * as say from '../../../messages/chat/talk/questions.ts';
import { readChoiceOfTwo } from '../shape/choice-of-two.ts';
import type { Dialogue } from '../shape/dialogue.ts';
import type { Intent } from '../shape/intent.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { idle } from '../shape/states.ts';
import { type AnsweringState, answeringSchema } from '../shape/talk-state.ts';

/** The most that an answer may hold. */
const longestAnswer = 1000;

const dropped: Reply = { state: idle, say: saying(say.notAnswered()) };

const meantOf = ({ question }: AnsweringState, { questions = [] }: Context): WaitingQuestion | undefined =>
  questions.find(({ id }) => id === question);

export const answeringDialogue: Dialogue<AnsweringState> = {
  schema: answeringSchema,
  needs: () => [{ type: 'questions' }],
  ask: (state, context) => {
    const question = meantOf(state, context);
    if (!question) return undefined;
    return state.words === undefined ? say.answerQuestionFor(question) : say.answerMeant(question, state.words);
  },
  step: (state, intent, context) => {
    const question = meantOf(state, context);
    if (!question) return { state: idle, say: saying(say.questionGone()) };
    if (state.words !== undefined) return confirm(state, state.words, question, intent);
    if (intent.type !== 'answer') return {};
    if (putsOff(intent.text)) return dropped;
    // "chờ chị hỏi sở đã" may be said to the unit as well as to the system.
    const words = intent.text.trim().split(/\s+/);
    const isPutOff = words.length < fewestOfAnswer && putsOff(words[0] ?? '');
    return isPutOff ? { state: { ...state, words: intent.text } } : answerWith(question, intent.text);
  },
  cancel: () => dropped,
};

/** What is longer answers, whatever its first word looks like. */
const fewestOfAnswer = 7;

/** "thôi", "để sau", and no other word. */
function putsOff(text: string): boolean {
  const { type, ...assent } = readAssent(text, []);
  return (type === 'cancel' || type === 'hold') && 'isWhole' in assent && assent.isWhole;
}

/** Other words take the place of those that were shown. */
function confirm(state: AnsweringState, words: string, question: WaitingQuestion, intent: Intent): Reply {
  const isMeant = readChoiceOfTwo(intent, 'send', answeringWords, false);
  if (isMeant === true) return answerWith(question, words);
  if (intent.type === 'choice') return dropped;
  if (intent.type !== 'answer') return {};
  const assent = readAssent(intent.text, answeringWords);
  const isNo = isMeant === false && 'isWhole' in assent && assent.isWhole;
  return isNo ? dropped : { state: { ...state, words: intent.text } };
}

/** Words that came right behind a question, as its answer perhaps; undefined where none was shown last, or they ask themselves. */
export function answerShown(text: string, { offered, isOfferOld, questions = [] }: Context): Reply | undefined {
  const [, shown] = /^\/traloi (\d+)$/.exec(offered[0]?.id ?? '') ?? [];
  const question = isOfferOld ? undefined : questions.find(({ id }) => id === Number(shown));
  if (!question || text.trim() === '' || asksPlainly(text)) return undefined;
  return { state: { dialogue: 'answering', question: question.id, words: text } };
}

/** Sends the answer. */
export const answerWith = (question: WaitingQuestion, text: string): Reply => ({
  state: idle,
  say: saying(say.answerSent(question)),
  effects: [{ type: 'answer-question', question: question.id, text: text.trim().slice(0, longestAnswer) }],
});
