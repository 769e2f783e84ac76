import { index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { exact } from './columns.ts';
import { indicators } from './directives.ts';
import { units } from './places.ts';

/** What a unit has been assigned to reach of an indicator. */
export const targets = pgTable(
  'targets',
  {
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicators.id),
    value: exact().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.indicatorId] }), index('targets_indicator').on(t.indicatorId)],
);
