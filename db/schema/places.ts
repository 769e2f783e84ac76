/** Places and people. */
import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { ChannelName } from '../../core/channels/address.ts';
import type { ClaimState, InviteFor, Role, RoleState } from '../../core/roster/people.ts';
import { id, instant } from './columns.ts';

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
    index('units_order').on(t.position, t.id),
  ],
);

export const people = pgTable('people', {
  id: id(),
  name: text().notNull(),
  /** The number at which units may call the person, as 0…; null: none is known. */
  phone: text(),
  /** Where the person asked to be told; null: wherever they wrote last. */
  preferredChannel: text('preferred_channel').$type<ChannelName>(),
  createdAt: instant().notNull(),
  /** When all that the service held of the person was erased; the row stays, for what refers to it. */
  erasedAt: instant('erased_at'),
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
    /** When it ended; null while it stands. */
    to: instant(),
    /** Staff whom the leader lets approve what is to be issued. */
    mayApprove: boolean('may_approve').notNull().default(false),
    /** Somebody else of the unit answers until then (civil time); null while they are there. */
    awayUntil: instant('away_until'),
    /** Who ended it; null where it was no person whom the service knows. */
    endedBy: integer('ended_by').references(() => people.id),
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
    /** Telephone numbers that its owner gave as their own, and when the first of them came, in machine time. */
    phoneTries: integer('phone_tries').notNull().default(0),
    phoneTriesFrom: instant('phone_tries_from_machine'),
    /** The erasure that took its address and name; the row stays, for what refers to it. */
    erasedIn: integer('erased_in'),
  },
  (t) => [unique('accounts_address').on(t.channel, t.address), index('accounts_person').on(t.personId)],
);

/**
 * Somebody says that they are the head of a unit, by a telephone number that they typed. It gives no right whatever: staff
 * say whether it is true. `ended`: its account was erased or took another way.
 */
export const roleClaims = pgTable(
  'role_claims',
  {
    id: id(),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
    /** As it was typed; null once the claim is decided. */
    phone: text(),
    state: text().$type<ClaimState>().notNull(),
    askedAt: instant('asked_at').notNull(),
    /** When staff were asked once more. */
    remindedAt: instant('reminded_at'),
    decidedAt: instant('decided_at'),
    decidedBy: integer('decided_by').references(() => people.id),
  },
  (t) => [
    uniqueIndex('role_claims_pending').on(t.accountId, t.unitId).where(sql`state = 'pending'`),
    index('role_claims_unit').on(t.unitId).where(sql`state = 'pending'`),
  ],
);

/** `muted`: the bot is in the group and may not write there. */
export type GroupState = 'active' | 'left' | 'muted';

export const groups = pgTable(
  'groups',
  {
    id: id(),
    channel: text().$type<ChannelName>().notNull(),
    address: text().notNull(),
    title: text().notNull(),
    /** The part of the group in which it was bound and is told; null where a group has no parts. */
    topic: text(),
    /** The unit whose directives are followed here. */
    issuerId: integer('issuer_id')
      .notNull()
      .references(() => units.id),
    state: text().$type<GroupState>().notNull().default('active'),
  },
  (t) => [unique('groups_address').on(t.channel, t.address)],
);

/** Who is in a group, as far as its platform tells, and who was invited by us. */
export const groupMembers = pgTable(
  'group_members',
  {
    groupId: integer('group_id')
      .notNull()
      .references(() => groups.id),
    address: text().notNull(),
    /** `invited` and `refused` are kept, so that nobody is asked twice. */
    state: text().$type<'member' | 'invited' | 'refused'>().notNull(),
    /** The newest message with held tasks for which they were called upon here. */
    calledFor: integer('called_for'),
  },
  (t) => [primaryKey({ name: 'group_members_key', columns: [t.groupId, t.address] })],
);

export type GroupOrderState = 'asked' | 'making' | 'made' | 'failed';

/** A group that staff asked for where the bot makes its own. The intent is kept before the platform is asked. */
export const groupOrders = pgTable(
  'group_orders',
  {
    id: id(),
    channel: text().$type<ChannelName>().notNull(),
    issuerId: integer('issuer_id')
      .notNull()
      .references(() => units.id),
    title: text().notNull(),
    askedBy: integer('asked_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    state: text().$type<GroupOrderState>().notNull().default('asked'),
    /** The platform's right to a group that it is made with: tells after a crash whether it was made. */
    asset: text(),
    groupId: integer('group_id').references(() => groups.id),
    reason: text(),
  },
  (t) => [uniqueIndex('group_orders_open').on(t.channel, t.issuerId).where(sql`state in ('asked', 'making')`)],
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
    /** Who made it; null for whoever holds the command line. */
    createdBy: integer('created_by').references(() => people.id),
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

/** From when on the links to a directive's content are good: those that were made before open nothing. */
export const directiveLinkRevocations = pgTable('directive_link_revocations', {
  directiveId: integer('directive_id').primaryKey(),
  revokedAt: instant('revoked_at_machine').notNull(),
});

/** Signed links that are no longer good before they expire. */
export const revokedLinks = pgTable('revoked_links', {
  /** What the link is known by (bot/links/sign.ts), hex; of those revoked earlier, SHA-256 of the token. */
  hash: text().primaryKey(),
  revokedAt: instant('revoked_at_machine').notNull(),
});
