/** What the service knows of the platforms. */
import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { ChannelName } from '../../core/channels/address.ts';
import type { LastingTrouble } from '../../core/channels/channel.ts';
import { instant } from './columns.ts';

/** What a platform calls us, learnt at the service's start: links are made from it. */
export const channelIdentities = pgTable('channel_identities', {
  channel: text().$type<ChannelName>().primaryKey(),
  identity: text().notNull(),
});

/** The token pair of a platform that rotates them. Machine time throughout. Never restored from a backup. */
export const platformTokens = pgTable('platform_tokens', {
  platform: text().$type<ChannelName>().primaryKey(),
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

/**
 * How many messages a platform said last may still be sent this month. Our own count knows only of our own messages.
 */
export const channelAllowances = pgTable('channel_allowances', {
  channel: text().$type<ChannelName>().primaryKey(),
  remain: integer().notNull(),
  at: instant('at_machine').notNull(),
});

/** How the service found a platform last: read by `status`, which may run in another process. */
export const channelStates = pgTable('channel_states', {
  channel: text().$type<ChannelName>().primaryKey(),
  state: text().$type<'starting' | 'up' | 'down'>().notNull(),
  detail: text(),
  at: instant('at_machine').notNull(),
  /** Why it will not work again by itself; null where it may. */
  lasting: text().$type<LastingTrouble>(),
  /** Since when it has been down without a break. */
  downSince: instant('down_since_machine'),
  /** The circuit of its sending (core/delivery/circuit.ts); null: closed. */
  circuit: jsonb().$type<unknown>(),
});
