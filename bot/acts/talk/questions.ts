/** A unit's question goes to who answers for the directive, and the answer comes back to whoever asked. */
import { bodyOf } from '../../../core/delivery/layout.ts';
import type { Message } from '../../../core/delivery/message.ts';
import { isSameQuestion, type WaitingQuestion } from '../../../core/directives/inquiry.ts';
import { fold } from '../../../core/language/text.ts';
import type { OfficeContact } from '../../../core/roster/contact.ts';
import { findContacts } from '../../../db/roster/contacts.ts';
import { findNamedHolders, findStaffOver } from '../../../db/roster/rights.ts';
import { findWaitingBeside, findWaitingQuestion, insertQuestion, keepAnswer } from '../../../db/talk/questions.ts';
import { questionAnswered, questionAsked } from '../../../messages/chat/talk/questions.ts';
import type { Work } from '../../delivery/work.ts';
import type { Speaker } from './keep-promise.ts';

/** Who is asked: whom the directive names, where they are among its office's staff; else all of these. */
export async function answerersOf(
  { tx }: Pick<Work, 'tx'>,
  { directive, unit }: Pick<WaitingQuestion, 'directive' | 'unit'>,
  issuerId: number | null,
): Promise<number[]> {
  if (issuerId === null || directive === null) return findStaffOver(tx, unit.id);
  const staff = await findNamedHolders(tx, issuerId, 'staff');
  const [contact] = await findContacts(tx, [directive.id]);
  const named = staff.filter((person) => isNamed(person, contact));
  return (named.length > 0 ? named : staff).map(({ personId }) => personId);
}

const isNamed = (
  { name, phone }: { name: string; phone: string | null },
  contact: OfficeContact | undefined,
): boolean =>
  contact?.named !== undefined &&
  contact.named !== null &&
  (fold(contact.named.name) === fold(name) || (phone !== null && contact.named.phone === phone));

/** Keeps a question, and asks who answers for the directive; who is asked the same already is not asked twice. */
export async function askOffice(
  work: Work,
  { by, inboxId }: Speaker,
  { directive, unit, text }: { directive: number | null; unit: number; text: string },
): Promise<void> {
  const { tx, now } = work;
  const id = await insertQuestion(tx, { directiveId: directive, unitId: unit, personId: by, text, inboxId }, now);
  const beside = directive === null ? [] : await findWaitingBeside(tx, directive, id);
  if (beside.some((other) => isSameQuestion(other.text, text))) return;
  const question = await findWaitingQuestion(tx, id);
  if (!question) return;
  const asked = (await answerersOf(work, question, question.issuerId)).filter((person) => person !== by);
  await work.say(asked.map((person) => askingOffice(question, person, `question-${id}`)));
}

/** The message that asks somebody of the office. */
export const askingOffice = (question: WaitingQuestion, person: number, meaning: string): Message => ({
  meaning,
  about: { ...(question.directive && { directive: question.directive.id }), unit: question.unit.id },
  recipient: { type: 'person', id: person },
  kind: 'receipt',
  body: bodyOf(questionAsked(question)),
});

/** Answers a question that waits, once, and all that ask the same about the directive; each asker hears. */
export async function answerQuestion(
  { tx, now, say }: Work,
  by: number,
  { question: id, text }: { question: number; text: string },
): Promise<void> {
  const question = await findWaitingQuestion(tx, id);
  if (!question) return;
  const beside = question.directive ? await findWaitingBeside(tx, question.directive.id, id) : [];
  const same = [question, ...beside.filter((other) => isSameQuestion(other.text, question.text))];
  for (const one of same) {
    if (!(await keepAnswer(tx, one.id, { text, by }, now))) continue;
    await say([
      {
        meaning: `question-${one.id}:answer`,
        about: { ...(one.directive && { directive: one.directive.id }), unit: one.unit.id },
        recipient: { type: 'person', id: one.personId },
        kind: 'receipt',
        body: bodyOf({ text: questionAnswered(one, text) }),
      },
    ]);
  }
}
