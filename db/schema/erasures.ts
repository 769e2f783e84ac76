/** What was erased, and why: of a person who wanted it or left, or because its time was up. */
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { ErasureReason } from '../../core/audit/fact.ts';
import { id, instant } from './columns.ts';
import { people } from './places.ts';

/** Rows of other tables name the erasure that took their words; how many they are is on record in the audit chain. */
export const erasures = pgTable('erasures', {
  id: id(),
  at: instant().notNull(),
  why: text().$type<ErasureReason>().notNull(),
  /** Whose data it was; null where it was not of one person, or of somebody who never registered. */
  personId: integer('person_id').references(() => people.id),
  /** Who asked for it; null for the command line and the clock. */
  by: integer('asked_by').references(() => people.id),
});
