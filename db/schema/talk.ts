/** What people tell the office beside their reports. */
import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { PromiseState } from '../../core/reminders/promise.ts';
import type { DifficultyState } from '../../core/reports/difficulty.ts';
import { id, instant } from './columns.ts';
import { directives, obligations, reports } from './directives.ts';
import { people, units } from './places.ts';

/** Somebody of a unit said until when they will report. */
export const promises = pgTable(
  'promises',
  {
    id: id(),
    obligationId: integer('obligation_id')
      .notNull()
      .references(() => obligations.id),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id),
    until: instant().notNull(),
    madeAt: instant('made_at').notNull(),
    inboxId: integer('inbox_id'),
    state: text().$type<PromiseState>().notNull(),
  },
  (t) => [
    index('promises_obligation').on(t.obligationId, t.id),
    index('promises_due').on(t.until).where(sql`state = 'waiting'`),
    uniqueIndex('promises_waiting').on(t.obligationId).where(sql`state = 'waiting'`),
  ],
);

export type QuestionState = 'waiting' | 'answered';

/** Somebody of a unit asked what no document answers; the office answers. Words go with their person, and when their time is up. */
export const questions = pgTable(
  'questions',
  {
    id: id(),
    /** The directive that it is about; null where there is none. */
    directiveId: integer('directive_id').references(() => directives.id),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id),
    text: text().notNull(),
    askedAt: instant('asked_at').notNull(),
    inboxId: integer('inbox_id'),
    state: text().$type<QuestionState>().notNull(),
    answer: text(),
    answeredAt: instant('answered_at'),
    answeredBy: integer('answered_by').references(() => people.id),
    /** When staff were asked once more. */
    remindedAt: instant('reminded_at'),
  },
  (t) => [
    index('questions_directive').on(t.directiveId, t.id),
    index('questions_person').on(t.personId),
    index('questions_waiting').on(t.askedAt).where(sql`state = 'waiting'`),
  ],
);

/** What staff made of a difficulty or request that a unit put into its report; one row for a report once anything was. */
export const difficulties = pgTable('difficulties', {
  reportId: integer('report_id')
    .primaryKey()
    .references(() => reports.id),
  /** What it is about, in the words of staff; null: not grouped. */
  topic: text(),
  state: text().$type<DifficultyState>().notNull(),
  /** What the unit was answered, to whom it went, or why it was declined. */
  answer: text(),
  decidedBy: integer('decided_by').references(() => people.id),
  decidedAt: instant('decided_at'),
});
