/** How a table of facts is read for the audit chain. */
import { type SQL, sql } from 'drizzle-orm';
import type { AuditFact, FactKind } from '../../core/audit/fact.ts';
import type { Db } from '../database.ts';

/** A record that was moved to a file: what its seal covers, but for what it says. */
export type MovedRecord = { seq: number; at: Date; prev: string; hash: string };

/** A row as a fact. A row that says nothing yet, or nothing any more, may have no record. */
export type StoredFact = {
  fact: AuditFact;
  mustBeRecorded: boolean;
  record: { seq: number; payload: string } | MovedRecord | null;
};

/** A table of facts, as `audit verify` reads it. */
export type FactTable = {
  /** The table and the text by which records name its rows. */
  rows: SQL;
  subject: SQL;
  /** Rows behind the one with the subject `after` ('' for the first), in a steady order. */
  read(db: Db, after: string, limit: number): Promise<StoredFact[]>;
};

/**
 * "128:{…}": the number and the payload, in one text that needs no reading letter by letter. Of a record that was moved
 * "128@1630890000000 prev hash".
 */
type Newest = string | null;

/** The newest record about a row, inside the statement that reads the row. */
export const newestOf = (kind: FactKind, subject: SQL) => sql<Newest>`coalesce((
  select r.seq || ':' || r.payload from audit_records r
  where r.kind = ${kind} and r.subject = ${subject} order by r.seq desc limit 1), (
  select a.seq || '@' || (extract(epoch from a.at) * 1000)::bigint || ' ' || encode(a.prev, 'hex') || ' ' || encode(a.hash, 'hex')
  from audit_archived a where a.kind = ${kind} and a.subject = ${subject} order by a.seq desc limit 1))`;

/** A fact beside its newest record. */
export const stored = (fact: AuditFact, newest: Newest, mustBeRecorded = true): StoredFact => ({
  fact,
  mustBeRecorded,
  record: newest === null ? null : recordIn(newest),
});

function recordIn(newest: string): NonNullable<StoredFact['record']> {
  const end = newest.search(/\D/);
  const [seq, rest] = [Number(newest.slice(0, end)), newest.slice(end + 1)];
  if (newest[end] === ':') return { seq, payload: rest };
  const [at, prev = '', hash = ''] = rest.split(' ');
  return { seq, at: new Date(Number(at)), prev, hash };
}

/** The id behind which a batch begins, read from a subject. */
export const idAfter = (after: string): number => Number(after || 0);
