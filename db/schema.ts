/** The tables. Instants are civil time unless the column says `machine` (see docs/architecture.md, "Two clocks"). */

import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { ChannelName, Inbound } from '../core/channel.ts';
import type { Audience, DeadlineRule, DirectiveDraft, IndicatorKind, Plan } from '../core/directive.ts';
import type { Body } from '../core/layout.ts';
import type { MessageKind } from '../core/message.ts';
import type { InviteFor, Role, RoleState } from '../core/people.ts';

const id = () => integer().primaryKey().generatedAlwaysAsIdentity();
const instant = (name = '') => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

// Places and people

export const units = pgTable(
  'units',
  {
    id: id(),
    code: text().notNull(),
    name: text().notNull(),
    kind: text().notNull(),
    parentId: integer('parent_id'),
    aliases: text().array().notNull().default(sql`'{}'`),
    tags: text().array().notNull().default(sql`'{}'`),
    /** Number of staff on the roster; null where not known. */
    staff: integer(),
    headName: text('head_name'),
    headTitle: text('head_title'),
    phone: text(),
    /** Administrative order: the order of the roster file. */
    position: integer().notNull(),
    validFrom: date('valid_from', { mode: 'string' }).notNull().default('1900-01-01'),
    validTo: date('valid_to', { mode: 'string' }),
  },
  (t) => [
    unique('units_code_valid_from').on(t.code, t.validFrom),
    foreignKey({ columns: [t.parentId], foreignColumns: [t.id], name: 'units_parent' }),
  ],
);

export const people = pgTable('people', {
  id: id(),
  name: text().notNull(),
  /** Where the person asked to be told; null: wherever they wrote last. */
  preferredChannel: text('preferred_channel').$type<ChannelName>(),
  createdAt: instant().notNull(),
});

export const unitRoles = pgTable(
  'unit_roles',
  {
    id: id(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
    role: text().$type<Role>().notNull(),
    /** Whether the person acknowledged the data notice. */
    state: text().$type<RoleState>().notNull(),
    from: instant().notNull(),
    to: instant(),
  },
  (t) => [unique('unit_roles_once').on(t.personId, t.unitId, t.role), index('unit_roles_unit').on(t.unitId)],
);

export const accounts = pgTable(
  'accounts',
  {
    id: id(),
    channel: text().$type<ChannelName>().notNull(),
    address: text().notNull(),
    name: text().notNull(),
    /** Null until the account's owner registers. */
    personId: integer('person_id').references(() => people.id),
    state: text().$type<'active' | 'blocked'>().notNull().default('active'),
    /** Last time its owner wrote: unsolicited messages go to the account used last. */
    lastSeenAt: instant('last_seen_at').notNull(),
    /** The same in machine time: platforms count their windows from it. */
    lastWordAt: instant('last_word_at_machine').notNull().default(sql`'epoch'`),
  },
  (t) => [unique('accounts_address').on(t.channel, t.address), index('accounts_person').on(t.personId)],
);

export const groups = pgTable(
  'groups',
  {
    id: id(),
    channel: text().$type<ChannelName>().notNull(),
    address: text().notNull(),
    title: text().notNull(),
    /** The unit whose directives are followed here. */
    issuerId: integer('issuer_id')
      .notNull()
      .references(() => units.id),
    state: text().$type<'active' | 'left'>().notNull().default('active'),
  },
  (t) => [unique('groups_address').on(t.channel, t.address)],
);

export const invites = pgTable(
  'invites',
  {
    id: id(),
    /** SHA-256 of the code, hex: the code itself is never kept. */
    hash: text().notNull().unique('invites_hash'),
    for: text().$type<InviteFor>().notNull(),
    unitId: integer('unit_id').references(() => units.id),
    personId: integer('person_id').references(() => people.id),
    /** Machine time, as is every instant of an invite. */
    createdAt: instant('created_at_machine').notNull(),
    expiresAt: instant('expires_at_machine').notNull(),
    usedAt: instant('used_at_machine'),
    usedBy: integer('used_by').references(() => accounts.id),
    revokedAt: instant('revoked_at_machine'),
  },
  (t) => [index('invites_unit').on(t.unitId)],
);

/** A browser that holds a web account: the cookie's secret, hashed, and the page's path it is for. */
export const webSessions = pgTable('web_sessions', {
  hash: text().primaryKey(),
  /** The token of the page's address, hashed. */
  pageHash: text('page_hash').notNull().unique('web_sessions_page'),
  accountId: integer('account_id')
    .notNull()
    .references(() => accounts.id),
  createdAt: instant('created_at_machine').notNull(),
  expiresAt: instant('expires_at_machine').notNull(),
});

/** Signed links that are no longer good before they expire. */
export const revokedLinks = pgTable('revoked_links', {
  /** SHA-256 of the token, hex. */
  hash: text().primaryKey(),
  revokedAt: instant('revoked_at_machine').notNull(),
});

// Directives

export const directives = pgTable('directives', {
  id: id(),
  number: text().notNull(),
  date: date({ mode: 'string' }),
  subject: text().notNull(),
  issuerId: integer('issuer_id')
    .notNull()
    .references(() => units.id),
  draft: jsonb().$type<DirectiveDraft>().notNull(),
  state: text().$type<'draft' | 'issued'>().notNull().default('draft'),
  importedAt: instant('imported_at').notNull(),
  issuedAt: instant('issued_at'),
});

export const tasks = pgTable(
  'tasks',
  {
    id: id(),
    directiveId: integer('directive_id')
      .notNull()
      .references(() => directives.id),
    key: text().notNull(),
    section: text().notNull(),
    text: text().notNull(),
    spanFrom: integer('span_from').notNull(),
    spanTo: integer('span_to').notNull(),
    audience: jsonb().$type<Audience>().notNull(),
    position: integer().notNull(),
  },
  (t) => [unique('tasks_key').on(t.directiveId, t.key)],
);

export const duties = pgTable(
  'duties',
  {
    id: id(),
    directiveId: integer('directive_id')
      .notNull()
      .references(() => directives.id),
    key: text().notNull(),
    title: text().notNull(),
    reportToId: integer('report_to_id')
      .notNull()
      .references(() => units.id),
    audience: jsonb().$type<Audience>().notNull(),
    deadline: jsonb().$type<DeadlineRule>().notNull(),
    reminders: jsonb().$type<Plan>().notNull(),
    summaries: jsonb().$type<Plan>().notNull(),
    /** The question of the optional remark; null: none is asked. */
    noteLabel: text('note_label'),
  },
  (t) => [unique('duties_key').on(t.directiveId, t.key)],
);

export const indicators = pgTable(
  'indicators',
  {
    id: id(),
    dutyId: integer('duty_id')
      .notNull()
      .references(() => duties.id),
    key: text().notNull(),
    label: text().notNull(),
    kind: text().$type<IndicatorKind>().notNull(),
    /** The number the counts are a share of; asked first. */
    isDenominator: boolean('is_denominator').notNull().default(false),
    fromRoster: boolean('from_roster').notNull().default(false),
    options: jsonb().$type<string[]>().notNull().default([]),
    position: integer().notNull(),
  },
  (t) => [unique('indicators_key').on(t.dutyId, t.key)],
);

export const rounds = pgTable(
  'rounds',
  {
    id: id(),
    dutyId: integer('duty_id')
      .notNull()
      .references(() => duties.id),
    /** "once", or the civil date of a recurring duty. */
    key: text().notNull(),
    opensAt: instant('opens_at').notNull(),
    due: instant().notNull(),
    overdueFrom: instant('overdue_from').notNull(),
    closesAt: instant('closes_at'),
  },
  (t) => [unique('rounds_key').on(t.dutyId, t.key)],
);

export const assignments = pgTable(
  'assignments',
  {
    id: id(),
    directiveId: integer('directive_id')
      .notNull()
      .references(() => directives.id),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
    taskIds: integer('task_ids').array().notNull(),
    /** When a platform accepted the tasks for one of the unit's people. */
    deliveredAt: instant('delivered_at'),
    acknowledgedAt: instant('acknowledged_at'),
    acknowledgedBy: integer('acknowledged_by').references(() => people.id),
    /** The inbox row that acknowledged. */
    acknowledgedIn: integer('acknowledged_in'),
  },
  (t) => [unique('assignments_unit').on(t.directiveId, t.unitId), index('assignments_of_unit').on(t.unitId)],
);

export const obligations = pgTable(
  'obligations',
  {
    id: id(),
    roundId: integer('round_id')
      .notNull()
      .references(() => rounds.id),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
    state: text().$type<'owed' | 'reported' | 'excused'>().notNull().default('owed'),
    /** The first accepted revision's instant decides whether the unit was on time. */
    firstReportedAt: instant('first_reported_at'),
    currentReportId: integer('current_report_id'),
  },
  (t) => [unique('obligations_unit').on(t.roundId, t.unitId), index('obligations_of_unit').on(t.unitId)],
);

export const reports = pgTable(
  'reports',
  {
    id: id(),
    obligationId: integer('obligation_id')
      .notNull()
      .references(() => obligations.id),
    revision: integer().notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id),
    /** True when staff reported for a unit that cannot be reached by chat. */
    isOnBehalf: boolean('is_on_behalf').notNull().default(false),
    note: text(),
    submittedAt: instant('submitted_at').notNull(),
    inboxId: integer('inbox_id'),
  },
  (t) => [unique('reports_revision').on(t.obligationId, t.revision)],
);

export const reportValues = pgTable(
  'report_values',
  {
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicators.id),
    kind: text().$type<'given' | 'zero'>().notNull(),
    /** Counts, and 1 or 0 for yes-no. */
    number: bigint('number', { mode: 'number' }),
    text: text(),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.indicatorId] }), index('report_values_indicator').on(t.indicatorId)],
);

// Flow

export const inbox = pgTable(
  'inbox',
  {
    id: id(),
    channel: text().$type<ChannelName>().notNull(),
    externalId: text('external_id').notNull(),
    contentKey: text('content_key'),
    inbound: jsonb().$type<Inbound>().notNull(),
    accountId: integer('account_id').references(() => accounts.id),
    receivedAt: instant('received_at').notNull(),
    state: text().$type<'done' | 'failed' | 'set-aside'>().notNull(),
    attempts: integer().notNull().default(1),
    retryAt: instant('retry_at_machine'),
    error: text(),
  },
  (t) => [
    unique('inbox_external').on(t.channel, t.externalId),
    uniqueIndex('inbox_content').on(t.channel, t.contentKey),
    index('inbox_account').on(t.accountId, t.id),
    index('inbox_failed').on(t.retryAt).where(sql`state = 'failed'`),
  ],
);

/** Where each person's conversation stands. It belongs to the person, not to a chat. */
export const conversations = pgTable('conversations', {
  personId: integer('person_id')
    .primaryKey()
    .references(() => people.id),
  state: jsonb().$type<unknown>().notNull(),
  /** Counts the questions asked; taps carry it, so that an old one cannot answer a new question. */
  turn: integer().notNull().default(0),
  updatedAt: instant('updated_at').notNull(),
});

export const messages = pgTable(
  'messages',
  {
    id: id(),
    /** `directive:unit:kind:slot` for what is unsolicited, the inbox row for replies. */
    meaning: text().notNull(),
    /** `person:1`, `account:1` or `group:1`. */
    recipient: text().notNull(),
    kind: text().$type<MessageKind>().notNull(),
    body: jsonb().$type<Body>().notNull(),
    restsOn: integer('rests_on').references(() => obligations.id),
    delivers: integer().references(() => assignments.id),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    unique('messages_meaning').on(t.meaning, t.recipient),
    index('messages_recipient').on(t.recipient, t.id),
    index('messages_rests_on').on(t.restsOn),
    index('messages_delivers').on(t.delivers),
  ],
);

export type OutboxState = 'queued' | 'sending' | 'sent' | 'uncertain' | 'refused' | 'withdrawn';

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
    kind: text().$type<MessageKind>().notNull(),
    /** 2 once an uncertain request was sent again: it may have arrived twice. */
    attempt: integer().notNull().default(1),
    part: integer().notNull(),
    parts: integer().notNull(),
    text: text().notNull(),
    choices: jsonb().$type<{ tap: string; label: string }[]>().notNull().default([]),
    urgency: integer().notNull(),
    state: text().$type<OutboxState>().notNull().default('queued'),
    tries: integer().notNull().default(0),
    notBefore: doublePrecision('not_before_machine').notNull().default(0),
    externalId: text('external_id'),
    reason: text(),
    createdAt: instant('created_at').notNull(),
    settledAt: instant('settled_at'),
    /** When the platform accepted it, in machine time: budgets count by the platform's calendar. */
    sentAt: instant('sent_at_machine'),
    /** What it takes from the channel's monthly budget: 0 or 1. */
    cost: integer().notNull().default(0),
  },
  (t) => [
    unique('outbox_request').on(t.messageId, t.channel, t.address, t.part),
    index('outbox_queue').on(t.channel, t.urgency, t.id).where(sql`state = 'queued'`),
    index('outbox_chat').on(t.channel, t.address, t.id).where(sql`state in ('queued', 'sending')`),
    index('outbox_uncertain').on(t.channel).where(sql`state = 'uncertain' or attempt > 1`),
    index('outbox_history').on(t.channel, t.address, t.id),
  ],
);

/** What a platform calls us, learnt at the service's start: links are made from it. */
export const channelIdentities = pgTable('channel_identities', {
  channel: text().$type<ChannelName>().primaryKey(),
  identity: text().notNull(),
});

/** The token pair of a platform that rotates them. Machine time throughout. Never restored from a backup. */
export const platformTokens = pgTable('platform_tokens', {
  platform: text().$type<'zalo-oa'>().primaryKey(),
  /** The app the pair belongs to: with another app the row is worthless. */
  appId: text('app_id').notNull(),
  /** {access, refresh} as JSON, sealed with AES-256-GCM under the secret key; base64url. */
  sealed: text().notNull(),
  /** Counts the pairs: a change of it is the only sign that another process saved a new one. */
  generation: integer().notNull(),
  /** claimed: the refresh token is in use, or was by a process that died; it is never used again. */
  state: text().$type<'fresh' | 'claimed' | 'spent'>().notNull(),
  claimedAt: instant('claimed_at_machine'),
  /** When the access token ends. */
  expiresAt: instant('expires_at_machine').notNull(),
  refreshAt: instant('refresh_at_machine').notNull(),
  /** SHA-256 of the refresh token of the environment that was taken over last: a seed is taken once. */
  seedHash: text('seed_hash'),
});

/** How the service found a platform last: read by `status`, which may run in another process. */
export const channelStates = pgTable('channel_states', {
  channel: text().$type<ChannelName>().primaryKey(),
  state: text().$type<'starting' | 'up' | 'down'>().notNull(),
  detail: text(),
  at: instant('at_machine').notNull(),
});

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
