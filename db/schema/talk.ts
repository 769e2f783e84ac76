/** What people tell the office beside their reports. */
import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { PromiseState } from '../../core/reminders/promise.ts';
import { id, instant } from './columns.ts';
import { obligations } from './directives.ts';
import { people } from './places.ts';

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
