/** The office is asked once more about a question of a unit that nobody has answered. */
import { answerersOf, askingOffice } from '../../bot/acts/talk/questions.ts';
import type { Work } from '../../bot/delivery/work.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import { isWorkingTime } from '../../core/time/calendar.ts';
import { readCalendarOver } from '../../db/roster/offices.ts';
import { findForgottenQuestions, noteQuestionReminded } from '../../db/talk/questions.ts';
import { questionAskedAgain } from '../../messages/chat/talk/questions.ts';

/** How long a question waits (civil milliseconds) before the office is asked once more: a day. */
const patienceMs = 86_400_000;

/** Asks about each forgotten question once, in the hours of the office that is asked; returns how many requests were written. */
export async function remindOfQuestions(work: Work): Promise<number> {
  const { tx, now, say } = work;
  let written = 0;
  for (const question of await findForgottenQuestions(tx, new Date(now.getTime() - patienceMs))) {
    const { issuerId } = question;
    const office = issuerId === null ? undefined : await readCalendarOver(tx, issuerId);
    if (!isWorkingTime(now, office)) continue;
    const asked = await answerersOf(work, question, question.issuerId);
    if (asked.length === 0) continue;
    const body = bodyOf(questionAskedAgain(question));
    written += await say(
      asked.map((person) => ({ ...askingOffice(question, person, `question-${question.id}:again`), body })),
    );
    await noteQuestionReminded(tx, question.id, now);
  }
  return written;
}
