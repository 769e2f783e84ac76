/** What stays of records that were moved to a file, and how they are moved. */
import { and, desc, eq, gt, lte, sql } from 'drizzle-orm';
import type { AuditRecord } from '../../core/audit/fact.ts';
import type { Db } from '../database.ts';
import { rowsOf } from '../engine/rows.ts';
import { auditArchived, auditRecords } from '../schema/tables.ts';

/** The records that say that part of the chain was moved, the newest first. */
export const listArchivedEvents = (db: Db): Promise<AuditRecord[]> =>
  db.select().from(auditRecords).where(eq(auditRecords.kind, 'archived')).orderBy(desc(auditRecords.seq));

/** The last record behind `after` before the first one of `instant` or later; null where there is none at all behind it. */
export async function findLastBefore(db: Db, after: number, instant: Date): Promise<number | null> {
  const behind = (condition?: ReturnType<typeof sql>) =>
    sql`(select min(seq) from audit_records where seq > ${after} ${condition ?? sql``})`;
  const found = await db.execute(sql`
    select coalesce(${behind(sql`and at >= ${instant.toISOString()}::timestamptz`)} - 1,
      (select max(seq) from audit_records where seq > ${after}))::float8 as last`);
  return rowsOf<{ last: number | null }>(found)[0]?.last ?? null;
}

/** Takes the records behind `after` and up to `until` out of the chain, and keeps what stays of them; returns how many. */
export async function keepArchived(tx: Db, after: number, until: number): Promise<number> {
  const kept = await tx.execute(sql`
    with moved as (
      delete from audit_records where seq > ${after} and seq <= ${until} returning *),
    kept as (
      insert into audit_archived (seq, at, kind, subject, prev, hash, digests)
      select m.seq, m.at, m.kind, m.subject, decode(m.prev, 'hex'), decode(m.hash, 'hex'), case when m.kind = 'request' then (
        select jsonb_build_object('address', p -> 'address', 'text', p -> 'text', 'reason', p -> 'reason',
          'attachment', p -> 'attachment')
        from (select m.payload::jsonb as p) said
        where exists (select 1 from outbox o where o.id = m.subject::int and o.erased_in is null)) end
      from moved m returning 1)
    select count(*)::int as count from kept`);
  return rowsOf<{ count: number }>(kept)[0]?.count ?? 0;
}

/** Some of what is kept, as text: `keptText` of each record; `last` is null behind the last one. */
export async function readKeptText(
  db: Db,
  { after, until, limit }: { after: number; until: number; limit: number },
): Promise<{ last: number | null; text: string }> {
  const read = await db.execute(sql`
    select max(seq)::float8 as last, coalesce(string_agg(json_build_array(seq, (extract(epoch from at) * 1000)::bigint, kind,
      subject, encode(prev, 'hex'), encode(hash, 'hex'))::text || chr(10), '' order by seq), '') as text
    from (select * from audit_archived where seq > ${after} and seq <= ${until} order by seq limit ${limit}) page`);
  return rowsOf<{ last: number | null; text: string }>(read)[0] ?? { last: null, text: '' };
}

/** The first row that is kept of a record behind `after`; undefined where there is none. */
export async function findKeptBehind(db: Db, after: number): Promise<number | undefined> {
  const [row] = await db
    .select({ seq: auditArchived.seq })
    .from(auditArchived)
    .where(and(gt(auditArchived.seq, after), lte(auditArchived.seq, Number.MAX_SAFE_INTEGER)))
    .orderBy(auditArchived.seq)
    .limit(1);
  return row?.seq;
}
