/** What came in, what is said, and the requests that say it. */
import { sql } from 'drizzle-orm';
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { ErasedRequest } from '../../core/audit/recorded-request.ts';
import type { ChannelName } from '../../core/channels/address.ts';
import type { Inbound, Refusal } from '../../core/channels/channel.ts';
import type { AttachmentPart } from '../../core/delivery/attachment.ts';
import type { Body, OnMessage } from '../../core/delivery/layout.ts';
import type { MessageKind, Recipient } from '../../core/delivery/message.ts';
import type { RequestState } from '../../core/delivery/request-state.ts';
import { id, instant } from './columns.ts';
import { assignments, directives, obligations, rounds } from './directives.ts';
import { accounts, people, units } from './places.ts';

export const inbox = pgTable(
  'inbox',
  {
    id: id(),
    channel: text().$type<ChannelName>().notNull(),
    externalId: text('external_id').notNull(),
    contentKey: text('content_key'),
    /** Codes and links that were written are placeholders here, and sealed in `sealed`. */
    inbound: jsonb().$type<Inbound>().notNull(),
    sealed: text(),
    accountId: integer('account_id').references(() => accounts.id),
    receivedAt: instant('received_at').notNull(),
    state: text().$type<'done' | 'waiting' | 'set-aside'>().notNull(),
    attempts: integer().notNull().default(1),
    retryAt: instant('retry_at_machine'),
    error: text(),
    /** The erasure that took what was said, and by whom. */
    erasedIn: integer('erased_in'),
  },
  (t) => [
    unique('inbox_external').on(t.channel, t.externalId),
    uniqueIndex('inbox_content').on(t.channel, t.contentKey),
    index('inbox_account').on(t.accountId, t.id),
    index('inbox_waiting').on(t.id).where(sql`state = 'waiting'`),
    index('inbox_untaken')
      .on(t.channel, sql`(inbound -> 'from' ->> 'address')`)
      .where(sql`state = 'waiting' and attempts = 0`),
    index('inbox_kept').on(t.id).where(sql`erased_in is null`),
    index('inbox_erased').on(t.erasedIn).where(sql`erased_in is not null`),
  ],
);

/** How much of what a sender writes is taken: a bucket each. */
export const senderRates = pgTable(
  'sender_rates',
  {
    channel: text().$type<ChannelName>().notNull(),
    address: text().notNull(),
    tokens: doublePrecision().notNull(),
    /** When it was counted last. */
    at: instant('at_machine').notNull(),
    isTaken: boolean('is_taken').notNull(),
    /** Whether it was counted as a registered person's. */
    isKnown: boolean('is_known').notNull(),
    /** Messages that were not taken since the sender last kept to the rate. */
    dropped: integer().notNull(),
  },
  (t) => [primaryKey({ name: 'sender_rates_key', columns: [t.channel, t.address] })],
);

/** Where each person's conversation stands. It belongs to the person, not to a chat. */
export const conversations = pgTable('conversations', {
  personId: integer('person_id')
    .primaryKey()
    .references(() => people.id),
  state: jsonb().$type<unknown>().notNull(),
  /** Counts the questions asked; taps carry it, so that an old one cannot answer a new question. */
  turn: integer().notNull().default(0),
  /** What was entered on pages and counts nowhere yet, by the debt that it is for. */
  drafts: jsonb().$type<unknown>().notNull().default({}),
  updatedAt: instant('updated_at').notNull(),
});

export const messages = pgTable(
  'messages',
  {
    id: id(),
    /** With the recipient the message's identity. Opaque: what it is about stands in columns of its own. */
    meaning: text().notNull(),
    recipientType: text('recipient_type').$type<Recipient['type']>().notNull(),
    /** A person, an account or a group, as `recipient_type` says. */
    recipientId: integer('recipient_id').notNull(),
    kind: text().$type<MessageKind>().notNull(),
    /** Codes and links are placeholders here; they are sealed in `sealed`, which is null where there are none. */
    body: jsonb().$type<Body>().notNull(),
    sealed: text(),
    restsOn: integer('rests_on').references(() => obligations.id),
    delivers: integer().references(() => assignments.id),
    /** What an unasked message is about: see `Subject` in core/delivery/message.ts. Null in answers. */
    directiveId: integer('directive_id').references(() => directives.id),
    unitId: integer('unit_id').references(() => units.id),
    roundId: integer('round_id').references(() => rounds.id),
    slot: text(),
    /** What came in and brought this about. */
    inboxId: integer('inbox_id').references(() => inbox.id),
    createdAt: instant('created_at').notNull(),
    /** The erasure that took its words. */
    erasedIn: integer('erased_in'),
  },
  (t) => [
    unique('messages_meaning').on(t.meaning, t.recipientType, t.recipientId),
    index('messages_recipient').on(t.recipientType, t.recipientId, t.id),
    index('messages_directive').on(t.directiveId, t.createdAt, t.id),
    index('messages_rests_on').on(t.restsOn),
    index('messages_delivers').on(t.delivers),
  ],
);

/** One platform request each. */
export const outbox = pgTable(
  'outbox',
  {
    id: id(),
    messageId: integer('message_id')
      .notNull()
      .references(() => messages.id),
    channel: text().$type<ChannelName>().notNull(),
    address: text().notNull(),
    isGroup: boolean('is_group').notNull().default(false),
    /** The part of the group; null where it has none. */
    topic: text(),
    kind: text().$type<MessageKind>().notNull(),
    /** How often it went out or is about to; above 1 it was in doubt, and may have arrived so often. */
    attempt: integer().notNull().default(1),
    part: integer().notNull(),
    parts: integer().notNull(),
    /** Of a paper its label. Codes and links are placeholders in it, as in the link of a paper, and sealed in `sealed`. */
    text: text().notNull(),
    sealed: text(),
    choices: jsonb().$type<{ tap: string; label: string; page?: string }[]>().notNull().default([]),
    /** What it does to a message that the chat has; null: it is a message of its own. */
    onMessage: jsonb('on_message').$type<OnMessage>(),
    /** The paper that this request carries; null: the text. */
    attachment: jsonb().$type<AttachmentPart>(),
    /** The text goes with the platform's form for name and phone number. */
    asksContact: boolean('asks_contact').notNull().default(false),
    urgency: integer().notNull(),
    state: text().$type<RequestState>().notNull().default('queued'),
    tries: integer().notNull().default(0),
    /** Whose claim it is or was last: the leader's term. Null before the first, and for claims of no leader. */
    claimTerm: integer('claim_term'),
    /** When it was last taken to be sent, in machine time. */
    claimedAt: instant('claimed_at_machine'),
    notBefore: doublePrecision('not_before_machine').notNull().default(0),
    externalId: text('external_id'),
    reason: text(),
    /** Why a refused request was refused; null for all others. */
    refusedBecause: text('refused_because').$type<Refusal>(),
    createdAt: instant('created_at').notNull(),
    settledAt: instant('settled_at'),
    /** When the platform accepted it, in machine time: budgets count by the platform's calendar. */
    sentAt: instant('sent_at_machine'),
    /** When it last ended in doubt, in machine time. */
    doubtedAt: instant('doubted_at_machine'),
    /** Why it is not said any more although it may not have arrived; null: it was not given up, or was said anew. */
    givenUp: text('given_up').$type<'doubts' | 'stale'>(),
    /** What it takes from the channel's monthly budget: 0 or 1. */
    cost: integer().notNull().default(0),
    /** The erasure that took its text and address, and the keyed digests of them, as the audit chain has them. */
    erasedIn: integer('erased_in'),
    erased: jsonb().$type<ErasedRequest>(),
    /** It waited when the database was put back, and does not go before staff say so (db/schema/epochs.ts). */
    isHeld: boolean('is_held').notNull().default(false),
  },
  (t) => [
    unique('outbox_request').on(t.messageId, t.channel, t.address, t.part),
    index('outbox_queue').on(t.channel, t.urgency, t.id).where(sql`state = 'queued' and not is_held`),
    index('outbox_chat').on(t.channel, t.address, t.id).where(sql`state in ('queued', 'sending')`),
    index('outbox_uncertain').on(t.channel).where(sql`state = 'uncertain' or attempt > 1`),
    index('outbox_given_up').on(t.messageId).where(sql`given_up is not null`),
    index('outbox_history').on(t.channel, t.address, t.id),
    index('outbox_kept').on(t.id).where(sql`erased_in is null`),
    index('outbox_erased').on(t.erasedIn).where(sql`erased_in is not null`),
  ],
);
