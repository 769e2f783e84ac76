/** What people are to be reminded of, thing by thing, and the message that said it. */
import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { NudgeReason } from '../../core/reminders/nudge.ts';
import { id, instant } from './columns.ts';
import { directives, obligations, rounds } from './directives.ts';
import { messages } from './flow.ts';
import { people, units } from './places.ts';

export const nudges = pgTable(
  'nudges',
  {
    id: id(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id),
    why: text().$type<NudgeReason>().notNull(),
    /** With the person its identity: what is due again after a crash is written once. */
    key: text().notNull(),
    directiveId: integer('directive_id')
      .notNull()
      .references(() => directives.id),
    roundId: integer('round_id')
      .notNull()
      .references(() => rounds.id),
    unitId: integer('unit_id').references(() => units.id),
    obligationId: integer('obligation_id').references(() => obligations.id),
    slot: text(),
    turn: integer().notNull().default(0),
    promised: instant(),
    at: instant().notNull(),
    /** How often a message that said it was withdrawn before it left. */
    tries: integer().notNull().default(0),
    /** The message that says it; null while it waits. */
    messageId: integer('message_id').references(() => messages.id),
    /** Set where it held no more before it was said. */
    endedAt: instant('ended_at'),
  },
  (t) => [
    unique('nudges_key').on(t.personId, t.key),
    index('nudges_waiting').on(t.personId, t.id).where(sql`message_id is null and ended_at is null`),
    index('nudges_message').on(t.messageId),
    index('nudges_obligation').on(t.obligationId),
  ],
);

/** What one message to a leader sums up, where it is of several rounds. */
export const summaryParts = pgTable(
  'summary_parts',
  {
    messageId: integer('message_id')
      .notNull()
      .references(() => messages.id),
    directiveId: integer('directive_id')
      .notNull()
      .references(() => directives.id),
    roundId: integer('round_id')
      .notNull()
      .references(() => rounds.id),
    /** No summary of the round follows. */
    isLast: boolean('is_last').notNull(),
  },
  (t) => [
    primaryKey({ name: 'summary_parts_key', columns: [t.messageId, t.roundId] }),
    index('summary_parts_directive').on(t.directiveId),
  ],
);
