/** Columns that many tables have. */
import { customType, integer, timestamp } from 'drizzle-orm/pg-core';
import { type Exact, exactOf } from '../../core/reports/exact.ts';

export const id = () => integer().primaryKey().generatedAlwaysAsIdentity();

/** An instant: civil time unless its column says `machine` (see docs/architecture.md, "The two clocks"). */
export const instant = (name = '') => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/** An exact figure, with as many digits as it has. */
export const exact = customType<{ data: Exact; driverData: string }>({
  dataType: () => 'numeric',
  fromDriver: (value) => exactOf(String(value)),
  toDriver: String,
});

/** Bytes as they are. */
export const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
