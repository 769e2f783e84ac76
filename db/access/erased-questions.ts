/** What people asked the office loses its words with its person, and when its time is up. */
import { and, eq, lt, ne } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { questions } from '../schema/tables.ts';

/** Takes the words of what somebody asked; what the office answered stays with it. Nobody answers any more what waits. */
export async function eraseQuestionsOf(db: Db, personId: number): Promise<void> {
  await db.update(questions).set({ text: '', state: 'answered' }).where(eq(questions.personId, personId));
}

/** Takes the words of at most `limit` questions that were asked before an instant (civil), with their answers; returns how many. */
export async function eraseOldQuestions(db: Db, before: Date, limit: number): Promise<number> {
  const those = db
    .select({ id: questions.id })
    .from(questions)
    .where(and(lt(questions.askedAt, before), ne(questions.text, '')))
    .orderBy(questions.id)
    .limit(limit);
  const rows = await db
    .update(questions)
    .set({ text: '', answer: null, state: 'answered' })
    .where(inArray(questions.id, those))
    .returning({ id: questions.id });
  return rows.length;
}
