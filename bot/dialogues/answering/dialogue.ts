/** Somebody of the office answers a question: their next words are the answer. */
import type { Context } from '../../../core/conversation/context.ts';
import type { WaitingQuestion } from '../../../core/directives/inquiry.ts';
import { readAssent } from '../../../core/language/assent/assent.ts';
import * as say from '../../../messages/chat/talk/questions.ts';
import type { Dialogue } from '../shape/dialogue.ts';
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
    return question && say.answerQuestionFor(question);
  },
  step: (state, intent, context) => {
    const question = meantOf(state, context);
    if (!question) return { state: idle, say: saying(say.questionGone()) };
    if (intent.type !== 'answer') return {};
    const assent = readAssent(intent.text, []);
    if (assent.type === 'cancel' && assent.isWhole) return dropped;
    return answerWith(question, intent.text);
  },
  cancel: () => dropped,
};

/** Sends the answer. */
export const answerWith = (question: WaitingQuestion, text: string): Reply => ({
  state: idle,
  say: saying(say.answerSent(question)),
  effects: [{ type: 'answer-question', question: question.id, text: text.trim().slice(0, longestAnswer) }],
});
