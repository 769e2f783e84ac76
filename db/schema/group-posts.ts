/** What stands in groups and is corrected there as reports come in: cards of directives, and reminders. */

import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { GroupPostType, PinState } from '../../core/reminders/group-post.ts';
import { id, instant } from './columns.ts';
import { directives, rounds } from './directives.ts';
import { messages } from './flow.ts';
import { groups } from './places.ts';

export const groupPosts = pgTable(
  'group_posts',
  {
    id: id(),
    type: text().$type<GroupPostType>().notNull(),
    groupId: integer('group_id')
      .notNull()
      .references(() => groups.id),
    directiveId: integer('directive_id')
      .notNull()
      .references(() => directives.id),
    /** The round that it tells of; that of a card moves on. */
    roundId: integer('round_id')
      .notNull()
      .references(() => rounds.id),
    /** The message that put it there. */
    messageId: integer('message_id')
      .notNull()
      .references(() => messages.id),
    /** What it reads, or will once the newest edit has gone. */
    text: text().notNull(),
    /** Of a reminder: the units that it named, in their order, which reminder behind the deadline it was, and whether it only counts. */
    named: jsonb().$type<number[]>().notNull().default([]),
    turn: integer().notNull().default(0),
    isCounted: boolean('is_counted').notNull().default(false),
    at: instant().notNull(),
    edits: integer().notNull().default(0),
    editedAt: instant('edited_at_machine'),
    editMessageId: integer('edit_message_id').references(() => messages.id),
    pin: text().$type<PinState>().notNull().default('none'),
    pinMessageId: integer('pin_message_id').references(() => messages.id),
    /** It is corrected no more. */
    endedAt: instant('ended_at'),
  },
  (t) => [
    uniqueIndex('group_posts_card').on(t.groupId, t.directiveId).where(sql`type = 'card'`),
    uniqueIndex('group_posts_message').on(t.messageId),
    index('group_posts_live').on(t.groupId).where(sql`ended_at is null`),
  ],
);
