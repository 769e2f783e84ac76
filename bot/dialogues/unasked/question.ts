/** A head asks something of which no answer is known: it is answered from the document, or goes to who answers for it. */
import type { Context } from '../../../core/conversation/context.ts';
import type { Event } from '../../../core/conversation/event.ts';
import { isSameQuestion, matchClause } from '../../../core/directives/inquiry.ts';
import { inDigits } from '../../../core/language/reading/in-digits.ts';
import { written } from '../../../core/language/reading/tokens.ts';
import { asksWhether } from '../../../core/language/speech/plainly-asked.ts';
import { readSpeech } from '../../../core/language/speech/speech.ts';
import { readTopic } from '../../../core/language/topics.ts';
import { indicatorsNamedIn } from '../../../core/reports/labels.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import * as say from '../../../messages/chat/talk/questions.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { isOneOf, unitsActedFor } from '../shape/roles.ts';
import { affairsOf } from './topics.ts';

/** A question is a sentence or a few. */
const longestQuestion = 500;

/** Of fewer words ("gì cơ?") nobody could tell what is asked. */
const fewestWords = 4;

/** Whether a text asks something of which no fitting answer is known. */
export const isOpenQuestion = (event: Event): boolean =>
  event.type === 'text' &&
  event.text.trim().split(/\s+/).length >= fewestWords &&
  readTopic(event.text) === undefined &&
  asksOpenly(event.text);

const asksOpenly = (text: string): boolean => {
  const speech = readSpeech(text);
  return speech === undefined ? asksWhether(text) : speech.act === 'question';
};

/**
 * Answers a question of whoever answers for a unit: from the clause that clearly does, from what was said before, else by asking the
 * office. Undefined for everybody else. `isForPerson`: they want a person's answer, and no clause.
 */
export function takeQuestion(text: string, context: Context, isForPerson: boolean): Reply | undefined {
  const { inquiry, own } = context;
  const { contact, owed, reported } = affairsOf(context);
  const unit =
    (owed[0] ?? reported[0] ?? own.assignments.at(-1))?.unit.id ?? unitsActedFor('answerer', context.person)[0];
  if (unit === undefined || !inquiry || !isOneOf('answerer', context.person)) return undefined;
  if (!isForPerson && owed.some((form) => tellsFigures(text, form))) return undefined;
  const clause = isForPerson ? undefined : matchClause(text, inquiry.clauses);
  const quoted = own.assignments.find(({ directive }) => directive.id === clause?.directive)?.directive;
  if (clause && quoted) {
    const basis = clause.asksReport ? quoted.basis : null;
    const whom = context.contacts?.find(({ directive }) => directive === quoted.id) ?? contact;
    return { say: saying(say.answeredByClause(clause, quoted, basis, whom)) };
  }
  const settled = inquiry.settled.find((before) => isSameQuestion(before.text, text));
  if (settled) return { say: saying(say.answeredBefore(settled, contact)) };
  if (inquiry.waiting.some((before) => isSameQuestion(before, text))) return { say: saying(say.stillWaiting(contact)) };
  const directive = (owed[0] ?? reported[0] ?? own.assignments.at(-1))?.directive.id ?? null;
  return {
    say: saying(say.passedOn(contact)),
    effects: [{ type: 'ask-office', directive, unit, text: text.trim().slice(0, longestQuestion) }],
  };
}

/** Two figures by their names, each with a number: whatever else stands there, it is a report that could not be read. */
function tellsFigures(text: string, form: ObligationFact): boolean {
  const numbers = inDigits(written(text)).match(/\d+/g) ?? [];
  return numbers.length > 1 && indicatorsNamedIn(text, form).length > 1;
}
