/** The audit chain: see core/audit/fact.ts for what is in it, docs/architecture.md for what it proves. */
import { bigint, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { ErasedRequest } from '../../core/audit/recorded-request.ts';
import { bytea, id, instant } from './columns.ts';

export const auditRecords = pgTable(
  'audit_records',
  {
    /** Counted without gaps from 1. */
    seq: bigint({ mode: 'number' }).primaryKey(),
    at: instant().notNull(),
    kind: text().notNull(),
    /** The id of the row that it is about, within its kind. */
    subject: text().notNull(),
    /** Canonical JSON, as it was sealed. */
    payload: text().notNull(),
    prev: text().notNull(),
    /** HMAC-SHA-256, hex. */
    hash: text().notNull(),
  },
  (t) => [index('audit_records_subject').on(t.kind, t.subject, t.seq)],
);

/** What stays of records that were moved to a file: by its seal a fact is still held against its record. */
export const auditArchived = pgTable(
  'audit_archived',
  {
    seq: bigint({ mode: 'number' }).primaryKey(),
    at: instant().notNull(),
    kind: text().notNull(),
    subject: text().notNull(),
    prev: bytea().notNull(),
    hash: bytea().notNull(),
    /** Of a request that still has its words: the keyed digests of them, for whoever erases it. */
    digests: jsonb().$type<ErasedRequest>(),
  },
  (t) => [index('audit_archived_subject').on(t.kind, t.subject, t.seq)],
);

/** One row: where the chain stands. Whoever appends locks it. */
export const auditHead = pgTable('audit_head', {
  id: integer().primaryKey().default(1),
  seq: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
  /** A fingerprint of the key that seals. */
  keyId: text('key_id').notNull(),
});

/** Commands of the command line that put something on record. */
export const commandRuns = pgTable('command_runs', {
  id: id(),
  at: instant().notNull(),
  /** Its name, as "person revoke-role", without what it was given. */
  command: text().notNull(),
  /** The name that the machine has for whoever ran it. */
  operator: text().notNull(),
  /** How many records of the chain stand behind its own. */
  facts: integer().notNull(),
});
