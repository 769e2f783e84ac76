/** Columns that many tables have. */
import { integer, timestamp } from 'drizzle-orm/pg-core';

export const id = () => integer().primaryKey().generatedAlwaysAsIdentity();

/** An instant: civil time unless its column says `machine` (see docs/architecture.md, "The two clocks"). */
export const instant = (name = '') => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });
