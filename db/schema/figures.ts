/**
 * Figures that were added up before, for each part of a round or directive: the units whose ids divided by 128 give the same. They count
 * only while nothing has changed in the part since (db/figures/parts/). Nothing here is known from here alone.
 */
import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, numeric, pgTable, text } from 'drizzle-orm/pg-core';
import { exact, instant } from './columns.ts';

/**
 * What has changed since it was added up; triggers write it in the transaction that changes. A row is never changed, so nobody waits
 * for another.
 */
export const figureChanges = pgTable(
  'figure_changes',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    of: text().$type<'round' | 'directive'>().notNull(),
    /** The round or the directive; 0 stands for all directives of the part. */
    key: integer().notNull(),
    part: integer().notNull(),
  },
  (t) => [index('figure_changes_of').on(t.of, t.key, t.part)],
);

/** How the units of one part stand in a round, apart by what figures are told apart by. */
export const figureCounts = pgTable(
  'figure_counts',
  {
    roundId: integer('round_id').notNull(),
    part: integer().notNull(),
    /** The unit above; 0: none. */
    parentId: integer('parent_id').notNull(),
    kind: text().notNull(),
    /** The deadline of these units alone; null: that of the round. */
    due: instant(),
    isExtended: boolean('is_extended').notNull(),
    reporting: integer().notNull(),
    reported: integer().notNull(),
    onTime: integer('on_time').notNull(),
    excused: integer().notNull(),
    /** Where the first of the units stands in administrative order, and the first that owes. */
    firstAt: integer('first_at').notNull(),
    firstOwedAt: integer('first_owed_at'),
    lastReportedAt: instant('last_reported_at'),
  },
  (t) => [index('figure_counts_part').on(t.roundId, t.part)],
);

/** What the figures of one part come to in a round, and what its units have been assigned to reach. */
export const figureSums = pgTable(
  'figure_sums',
  {
    roundId: integer('round_id').notNull(),
    part: integer().notNull(),
    parentId: integer('parent_id').notNull(),
    kind: text().notNull(),
    indicatorId: integer('indicator_id').notNull(),
    total: exact().notNull(),
    of: exact().notNull(),
    units: integer().notNull(),
    target: exact(),
  },
  (t) => [index('figure_sums_part').on(t.roundId, t.part)],
);

/** The smallest share that a unit of one part came to, of each figure in a round. */
export const figureShares = pgTable(
  'figure_shares',
  {
    roundId: integer('round_id').notNull(),
    part: integer().notNull(),
    indicatorId: integer('indicator_id').notNull(),
    /** Infinite where no unit of the part has a share. */
    share: numeric().notNull(),
    /** Where the first unit with this share stands in administrative order. */
    firstAt: integer('first_at').notNull(),
  },
  (t) => [
    index('figure_shares_indicator').on(t.roundId, t.indicatorId),
    index('figure_shares_part').on(t.roundId, t.part),
  ],
);

/** How many units of one part a directive reached, and why others cannot be. */
export const figureReach = pgTable(
  'figure_reach',
  {
    directiveId: integer('directive_id').notNull(),
    part: integer().notNull(),
    /** Why nobody of these units can be told anything; null: somebody can. */
    reason: text(),
    assigned: integer().notNull(),
    delivered: integer().notNull(),
    acknowledged: integer().notNull(),
    /** Where the first of these units stands in administrative order. */
    firstAt: integer('first_at').notNull(),
    /** Something has changed that concerns all directives; those that go on are added up again. */
    isStale: boolean('is_stale').notNull().default(false),
  },
  (t) => [
    index('figure_reach_part').on(t.directiveId, t.part),
    index('figure_reach_of_part').on(t.part),
    index('figure_reach_stale').on(t.directiveId).where(sql`${t.isStale}`),
  ],
);
