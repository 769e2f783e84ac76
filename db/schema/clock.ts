/** What happens by the clock. */
import { doublePrecision, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/** What the clock has already done: one row a job and period, so that nothing is done twice. */
export const jobRuns = pgTable(
  'job_runs',
  {
    name: text().notNull(),
    period: text().notNull(),
    result: text().$type<'done' | 'skipped'>().notNull(),
    ranAt: instant('ran_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.name, t.period] })],
);

/** The anchor of a rehearsal's clock; empty in real life. */
export const civilClock = pgTable('civil_clock', {
  id: integer().primaryKey().default(1),
  simulated: instant().notNull(),
  real: instant('real_machine').notNull(),
  speed: doublePrecision().notNull(),
});

/** Who leads: one row. The term counts the leaders; what carries an older term may change nothing any more. */
export const leadership = pgTable('leadership', {
  id: integer().primaryKey().default(1),
  term: integer().notNull(),
  /** The process, for whoever looks into the database. */
  owner: text().notNull(),
  since: instant('since_machine').notNull(),
  /** Moved by the leader's pulse: one that stands still tells the others that the leader has gone silent. */
  beat: integer().notNull().default(0),
});
