/** How offices want their own affairs done. */
import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { IssuingRule } from '../../core/directives/approval.ts';
import type { LadderSwitches } from '../../core/reminders/switches.ts';
import type { OfficeCalendar } from '../../core/time/office-calendar.ts';
import { units } from './places.ts';

/** How an office wants things done, where it is otherwise than usual. */
export const officeSwitches = pgTable('office_switches', {
  unitId: integer('unit_id')
    .primaryKey()
    .references(() => units.id),
  issuing: text().$type<IssuingRule>().notNull().default('alone'),
  /** The steps of its reminders; null: the usual ones. */
  ladder: jsonb().$type<LadderSwitches>(),
  /** Its hours by season, and days that it has otherwise than the country; null: the usual ones. */
  calendar: jsonb().$type<OfficeCalendar>(),
});
