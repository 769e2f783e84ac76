/** What was done to directives after they were imported. */
import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { DirectiveChange } from '../../core/directives/life/change.ts';
import { id, instant } from './columns.ts';
import { directives } from './directives.ts';
import { people } from './places.ts';

/** One row for each thing that was done; none is changed, and only another undoes it. */
export const directiveChanges = pgTable(
  'directive_changes',
  {
    id: id(),
    directiveId: integer('directive_id')
      .notNull()
      .references(() => directives.id),
    change: jsonb().$type<DirectiveChange>().notNull(),
    reason: text(),
    at: instant().notNull(),
    /** Who did it; null for whoever holds the command line. */
    by: integer('done_by').references(() => people.id),
    /** The inbox row that did it, where it was a message. */
    inboxId: integer('inbox_id'),
  },
  (t) => [index('directive_changes_directive').on(t.directiveId, t.id)],
);
