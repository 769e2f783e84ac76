/** How a table of facts is read for the audit chain. */
import { type SQL, sql } from 'drizzle-orm';
import type { AuditFact, FactKind } from '../../core/audit/fact.ts';
import type { Db } from '../database.ts';

/** A row as a fact. A row that says nothing yet, or nothing any more, may have no record. */
export type StoredFact = { fact: AuditFact; mustBeRecorded: boolean; record: { seq: number; payload: string } | null };

/** A table of facts, as `audit verify` reads it. */
export type FactTable = {
  /** The table and the text by which records name its rows. */
  rows: SQL;
  subject: SQL;
  /** Rows behind the one with the subject `after` ('' for the first), in a steady order. */
  read(db: Db, after: string, limit: number): Promise<StoredFact[]>;
};

/** "128:{…}": the number and the payload, in one text that needs no reading letter by letter. */
type Newest = string | null;

/** The newest record about a row, inside the statement that reads the row. */
export const newestOf = (kind: FactKind, subject: SQL) => sql<Newest>`(
  select r.seq || ':' || r.payload from audit_records r
  where r.kind = ${kind} and r.subject = ${subject} order by r.seq desc limit 1)`;

/** A fact beside its newest record. */
export const stored = (fact: AuditFact, newest: Newest, mustBeRecorded = true): StoredFact => ({
  fact,
  mustBeRecorded,
  record: newest === null ? null : recordIn(newest),
});

function recordIn(newest: string): NonNullable<StoredFact['record']> {
  const at = newest.indexOf(':');
  return { seq: Number(newest.slice(0, at)), payload: newest.slice(at + 1) };
}

/** The id behind which a batch begins, read from a subject. */
export const idAfter = (after: string): number => Number(after || 0);
