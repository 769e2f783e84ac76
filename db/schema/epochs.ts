/** What a database remembers of its own past. */
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { HoldEnd } from '../../core/time/epoch.ts';
import { instant } from './columns.ts';
import { people } from './places.ts';

/**
 * The epochs of this database, a row each; the newest is the one that runs. One begins when a service first runs on the
 * database, and each time that it was put back to an earlier state.
 */
export const epochs = pgTable('epochs', {
  /** 1, 2, 3 … */
  counter: integer().primaryKey(),
  /** Random: tells this epoch from that of any other database. */
  id: text().notNull(),
  begunAt: instant('begun_at_machine').notNull(),
  /** Grows while a service runs, so that an older state of the epoch is known as one. */
  beat: integer().notNull().default(0),
  beatAt: instant('beat_at_machine').notNull(),
  /** Up to when the restored state goes; null in the first epoch, and where nobody knows. */
  keptUntil: instant('kept_until_machine'),
  /** What waited at the restore: held back, or what staff decided. Null in the first epoch. */
  hold: text().$type<'held' | HoldEnd>(),
  /** When and by whom that was decided; null for whoever holds the command line. */
  decidedAt: instant('decided_at'),
  decidedBy: integer('decided_by').references(() => people.id),
});
