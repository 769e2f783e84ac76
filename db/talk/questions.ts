/** What people of units asked the office, and what was answered. */
import { and, asc, desc, eq, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { SettledQuestion, WaitingQuestion } from '../../core/directives/inquiry.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { isUnderOrOwn } from '../roster/rights.ts';
import { directives, people, questions, units } from '../schema/tables.ts';

const asker = alias(people, 'asker');

/** A question as it is kept. */
export type NewQuestion = {
  directiveId: number | null;
  unitId: number;
  personId: number;
  text: string;
  inboxId: number | null;
};

/** Keeps a question that waits; returns its id. */
export async function insertQuestion(db: Db, question: NewQuestion, now: Date): Promise<number> {
  const [row] = await db
    .insert(questions)
    .values({ ...question, askedAt: now, state: 'waiting' })
    .returning({ id: questions.id });
  if (!row) throw new Error('an insert returned no row');
  return row.id;
}

/** The newest question of a unit about a directive in these words; undefined where none was asked. */
export async function findQuestionAsked(
  db: Db,
  { directiveId, unitId, text }: { directiveId: number; unitId: number; text: string },
): Promise<{ id: number; state: 'waiting' | 'answered' } | undefined> {
  const [row] = await db
    .select({ id: questions.id, state: questions.state })
    .from(questions)
    .where(and(eq(questions.directiveId, directiveId), eq(questions.unitId, unitId), eq(questions.text, text)))
    .orderBy(desc(questions.id))
    .limit(1);
  return row;
}

type Waiting = WaitingQuestion & { personId: number; issuerId: number | null };

function selectWaiting(db: Db, which: SQL | undefined): Promise<Waiting[]> {
  return db
    .select({
      id: questions.id,
      directive: { id: directives.id, number: directives.number, date: directives.date },
      issuerId: directives.issuerId,
      unit: { id: units.id, code: units.code, name: units.name },
      personId: questions.personId,
      by: asker.name,
      text: questions.text,
      at: questions.askedAt,
    })
    .from(questions)
    .innerJoin(units, eq(units.id, questions.unitId))
    .innerJoin(asker, eq(asker.id, questions.personId))
    .leftJoin(directives, eq(directives.id, questions.directiveId))
    .where(and(eq(questions.state, 'waiting'), which))
    .orderBy(asc(questions.id));
}

/** The questions that wait for these offices: about a directive of theirs, or about none, from a unit below them. */
export const findWaitingQuestions = (db: Db, officeIds: number[]): Promise<Waiting[]> =>
  officeIds.length === 0
    ? Promise.resolve([])
    : selectWaiting(
        db,
        or(
          inArray(directives.issuerId, officeIds),
          and(isNull(questions.directiveId), isUnderOrOwn(questions.unitId, officeIds)),
        ),
      );

/** A question that waits; undefined where it was answered, or there is none. */
export async function findWaitingQuestion(db: Db, id: number): Promise<Waiting | undefined> {
  const [row] = await selectWaiting(db, eq(questions.id, id));
  return row;
}

/** What somebody has asked and waits for. */
export const listWaitingOf = async (db: Db, personId: number): Promise<string[]> =>
  (await selectWaiting(db, eq(questions.personId, personId))).map(({ text }) => text);

/** The other questions about the same directive that wait. */
export const findWaitingBeside = (db: Db, directiveId: number, id: number): Promise<Waiting[]> =>
  selectWaiting(db, and(eq(questions.directiveId, directiveId), ne(questions.id, id)));

/** Those about which staff have not been asked once more since `before` (civil). */
export const findForgottenQuestions = (db: Db, before: Date): Promise<Waiting[]> =>
  selectWaiting(db, and(isNull(questions.remindedAt), lt(questions.askedAt, before)));

/** Keeps that staff were asked once more. */
export async function noteQuestionReminded(db: Db, id: number, now: Date): Promise<void> {
  await db.update(questions).set({ remindedAt: now }).where(eq(questions.id, id));
}

/** Keeps an answer, once; returns whether it was the first. */
export async function keepAnswer(
  db: Db,
  id: number,
  { text, by }: { text: string; by: number },
  now: Date,
): Promise<boolean> {
  const rows = await db
    .update(questions)
    .set({ state: 'answered', answer: text, answeredBy: by, answeredAt: now })
    .where(and(eq(questions.id, id), eq(questions.state, 'waiting')))
    .returning({ id: questions.id });
  return rows.length > 0;
}

/** What was answered about directives, the newest first; what lost its words is left out. */
export async function findSettledQuestions(db: Db, directiveIds: number[], most: number): Promise<SettledQuestion[]> {
  if (directiveIds.length === 0) return [];
  const rows = await db
    .select({
      directive: questions.directiveId,
      text: questions.text,
      answer: sql<string>`${questions.answer}`,
      at: sql`${questions.answeredAt}`.mapWith(questions.askedAt),
    })
    .from(questions)
    .where(and(eq(questions.state, 'answered'), inArray(questions.directiveId, directiveIds), ne(questions.text, '')))
    .orderBy(desc(questions.id))
    .limit(most);
  return rows;
}
