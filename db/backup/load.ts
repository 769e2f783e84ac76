/** Puts back what `dumpTables` read. */
import { getTableName, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { addedUp, type KeptTable, keptTables } from './tables.ts';

/** A row that is to be put back: one JSON text. */
export type KeptRow = { table: string; row: string };

const mostRows = 500;
const mostCharacters = 4_000_000;

const byName = new Map(keptTables.map((table) => [table.name, table]));

/** Tables that a service writes when it starts: they make no database a used one. */
const writtenAtStart = ['audit_head', 'audit_records', 'channel_identities', 'civil_clock', 'epochs'];

/** Whether nothing was ever done with this database. */
export async function isUnused(db: Db): Promise<boolean> {
  for (const { name } of keptTables.filter((table) => !writtenAtStart.includes(table.name)))
    if ((await db.$count(sql`${sql.identifier(name)}`)) > 0) return false;
  return true;
}

/**
 * Puts rows into the tables, in place of all that stood there. Throws at a table that is not known, and at a row that the
 * database does not take. Returns how many rows each table got. Call inside a transaction.
 */
export async function loadTables(tx: Db, rows: AsyncIterable<KeptRow>): Promise<Record<string, number>> {
  const names = [...keptTables.map(({ name }) => name), ...addedUp.map(getTableName)];
  await tx.execute(sql.raw(`truncate ${names.map((name) => `"${name}"`).join()} restart identity`));
  const counts: Record<string, number> = {};
  let piece: { table: KeptTable; rows: string[]; characters: number } | undefined;
  for await (const { table: name, row } of rows) {
    const table = byName.get(name);
    if (!table) throw new Error(`no table ${name}`);
    const isFull =
      piece &&
      !piece.table.pointsAtItself &&
      (piece.rows.length >= mostRows || piece.characters + row.length > mostCharacters);
    if (piece && (isFull || piece.table !== table)) {
      await insert(tx, piece);
      piece = undefined;
    }
    piece ??= { table, rows: [], characters: 0 };
    piece.rows.push(row);
    piece.characters += row.length;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  if (piece) await insert(tx, piece);
  await leapIdentities(tx);
  return counts;
}

async function insert(tx: Db, { table, rows }: { table: KeptTable; rows: string[] }): Promise<void> {
  const name = sql.identifier(table.name);
  // As text, so that no driver writes the JSON a second time.
  await tx.execute(sql`
    insert into ${name} overriding system value
    select * from jsonb_populate_recordset(null::${name}, ${`[${rows.join()}]`}::text::jsonb)`);
}

/** Far more than any table grows by in the time that a restore loses. */
const leap = 100_000;

/**
 * Has every identity go on far beyond its highest number. Those that were given out in the time that is lost stand in
 * links and buttons that people have: they must never come to mean something else.
 */
export async function leapIdentities(tx: Db): Promise<void> {
  for (const { name, identity } of keptTables) {
    if (identity === undefined) continue;
    const highest = sql`(select coalesce(max(${sql.identifier(identity)}), 0) from ${sql.identifier(name)})`;
    await tx.execute(sql`select setval(pg_get_serial_sequence(${name}, ${identity}), ${highest} + ${leap}::int)`);
  }
}
