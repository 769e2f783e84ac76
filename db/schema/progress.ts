/** How the tasks stand at the units: every change is a row for good, the newest of a task is how it stands. */
import { boolean, index, integer, numeric, pgTable, text } from 'drizzle-orm/pg-core';
import type { ProgressState } from '../../core/progress/state.ts';
import { id, instant } from './columns.ts';
import { assignments, tasks } from './directives.ts';
import { people } from './places.ts';

export const taskProgress = pgTable(
  'task_progress',
  {
    id: id(),
    assignmentId: integer('assignment_id')
      .notNull()
      .references(() => assignments.id),
    taskId: integer('task_id')
      .notNull()
      .references(() => tasks.id),
    state: text().$type<ProgressState>().notNull(),
    /** Of `doing`, where one was said. */
    percent: numeric(),
    /** Of `done`: the number of the document that proves it. */
    paper: text(),
    /** Of `blocked` what blocks it, of `na` why it is not the unit's. */
    reason: text(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id),
    /** True when staff said it for a unit that cannot be reached by chat. */
    isOnBehalf: boolean('is_on_behalf').notNull().default(false),
    /** The inbox row that said so; null where it was no message. */
    inboxId: integer('inbox_id'),
    at: instant().notNull(),
    /** Since when it stands so: of several rows with one state after another, the instant of the first. */
    since: instant().notNull(),
  },
  (t) => [index('task_progress_of_task').on(t.assignmentId, t.taskId, t.id)],
);
