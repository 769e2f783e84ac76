/** The rows of the audit chain. What seals them is in bot/audit/. */
import { and, asc, eq, gt, lte, max, sql } from 'drizzle-orm';
import { type AuditRecord, genesis } from '../../core/audit/fact.ts';
import type { ChainHead } from '../../core/audit/head.ts';
import type { Db } from '../database.ts';
import { chunks } from '../engine/chunks.ts';
import { rowsOf } from '../engine/rows.ts';
import { compiled, compiledSql, type Given } from '../engine/statements/compiled.ts';
import { auditArchived, auditHead, auditRecords } from '../schema/tables.ts';

/** Where the chain goes on, and the fingerprint of the key that sealed it last. */
export type ChainEnd = Pick<ChainHead, 'seq' | 'hash'> & { keyId: string };

const newest = sql<[seq: number, hash: string] | null>`(
  select jsonb_build_array(seq, hash) from audit_records order by seq desc limit 1)`;

/**
 * Locks the chain's end for the rest of the transaction: so append last. Undefined while no chain has begun. When
 * somebody set the head back, the chain still goes on behind its newest record. `audit verify` reports it; the service
 * does not stop.
 */
export async function lockChainEnd(db: Db): Promise<ChainEnd | undefined> {
  const [row] = await lockingEnd(db, {});
  if (!row) return undefined;
  const { newest: there, ...head } = row;
  return there && there[0] > head.seq ? { ...head, seq: there[0], hash: there[1] } : head;
}

const lockingEnd = compiled((db) =>
  db
    .select({ seq: auditHead.seq, hash: auditHead.hash, keyId: auditHead.keyId, newest })
    .from(auditHead)
    .where(eq(auditHead.id, 1))
    .for('update', { of: auditHead }),
);

/** Makes the head of a chain that begins; false where another transaction was first. */
export async function insertHead(db: Db, keyId: string): Promise<boolean> {
  const inserted = await db
    .insert(auditHead)
    .values({ id: 1, seq: 0, hash: genesis, keyId })
    .onConflictDoNothing()
    .returning({ id: auditHead.id });
  return inserted.length > 0;
}

/** Appends records and moves the head, in one statement for up to a thousand. Call with the chain's end locked. */
export async function insertRecords(db: Db, records: readonly AuditRecord[], keyId: string): Promise<void> {
  await Promise.all(
    chunks(records).map((piece) => {
      const end = piece.at(-1);
      return end && appending(db, { seq: end.seq, hash: end.hash, keyId, records: JSON.stringify(piece) });
    }),
  );
}

const appending = compiledSql(
  (_, given: Given<{ seq: number; hash: string; keyId: string; records: string }>) => sql`
  with moved as (
    update audit_head
    set seq = ${given.seq}::bigint, hash = ${given.hash}, key_id = ${given.keyId}
    where id = 1)
  insert into audit_records (seq, at, kind, subject, payload, prev, hash)
  select r.seq, r.at, r.kind, r.subject, r.payload, r.prev, r.hash
  from jsonb_to_recordset(${given.records}::jsonb) r (
    seq bigint, at timestamptz, kind text, subject text, payload text, prev text, hash text)`,
);

/** The next records behind `after` and up to `until`, at most `limit`. */
export function readRecords(db: Db, after: number, until: number, limit: number): Promise<AuditRecord[]> {
  return db
    .select()
    .from(auditRecords)
    .where(and(gt(auditRecords.seq, after), lte(auditRecords.seq, until)))
    .orderBy(asc(auditRecords.seq))
    .limit(limit);
}

/** A record by its number, and as it was sealed: its seal in quotes and behind it what that covers. */
export type SealedLine = { seq: number; line: string | null };

/**
 * The same records as they were sealed, written down by the database as `sealedText` does it. The line is null where it cannot be
 * written so: somebody gave the record an instant that chains do not have.
 */
export async function readSealedLines(db: Db, after: number, until: number, limit: number): Promise<SealedLine[]> {
  return rowsOf<SealedLine>(await writingDown(db, { after, until, limit }));
}

const writingDown = compiledSql(
  (_, given: Given<{ after: number; until: number; limit: number }>) => sql`
    select seq::float8, to_json(hash) || '[' || to_json(prev) || ',' || seq || ',"'
      || case when at > 'epoch' then to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end || '",'
      || to_json(kind) || ',' || to_json(subject) || ',' || to_json(payload) || ']' as line
    from audit_records where seq > ${given.after} and seq <= ${given.until} order by audit_records.seq limit ${given.limit}`,
);

/** When the first record that is there was written, in civil time. */
export async function findBeginning(db: Db): Promise<Date | undefined> {
  const [first] = await db.select({ at: auditRecords.at }).from(auditRecords).orderBy(asc(auditRecords.seq)).limit(1);
  return first?.at;
}

/** The head as it is stored, with the fingerprint of the key that sealed it. */
export type StoredHead = ChainHead & { keyId: string };

/**
 * Reads the head with the instant of its record, and the number of the newest record at the same moment. The instant is
 * null when the record is gone. The head is undefined without a row.
 */
export async function readHead(db: Db): Promise<{ head: StoredHead | undefined; newest: number }> {
  const { seq, hash, keyId } = auditHead;
  const [row] = await db
    .select({ newest, head: { seq, hash, keyId }, at: auditRecords.at })
    .from(sql`(select 1) as always`)
    .leftJoin(auditHead, eq(auditHead.id, 1))
    .leftJoin(auditRecords, eq(auditRecords.seq, seq));
  return { head: row?.head ? { ...row.head, at: row.at } : undefined, newest: row?.newest?.[0] ?? 0 };
}

/** The newest record at which the sealing key changed, also a moved one; 0 where it never did. */
export async function findKeyChange(db: Db): Promise<number> {
  const newest = await Promise.all(
    [auditRecords, auditArchived].map(async (table) => {
      const [row] = await db
        .select({ seq: max(table.seq) })
        .from(table)
        .where(eq(table.kind, 'key-changed'));
      return row?.seq ?? 0;
    }),
  );
  return Math.max(...newest);
}

/** The seal of one record, wherever it stands; undefined where there is none. */
export async function findSeal(db: Db, seq: number): Promise<string | undefined> {
  const [row] = await db.select({ hash: auditRecords.hash }).from(auditRecords).where(eq(auditRecords.seq, seq));
  if (row) return row.hash;
  const [moved] = await db
    .select({ hash: sql<string>`encode(${auditArchived.hash}, 'hex')` })
    .from(auditArchived)
    .where(eq(auditArchived.seq, seq));
  return moved?.hash;
}
