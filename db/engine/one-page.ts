/** Rows of a select as one text. Column by column, as drivers give them, a million rows take three times as long. */
import { is, type SQLWrapper, sql } from 'drizzle-orm';
import { PgTimestamp } from 'drizzle-orm/pg-core';
import type { Db } from '../database.ts';
import { rowsOf } from './rows.ts';

/** A select of fields that are not nested; of its columns only instants need to be read. */
type Selecting<T> = SQLWrapper & Promise<T[]> & { _: { selectedFields: Record<string, unknown> } };

/** The same rows as the select itself gives, in its order. Numbers are those of JSON: no exact figures, and no bytes. */
export async function onePage<T>(db: Db, query: Selecting<T>): Promise<T[]> {
  const fields = Object.entries(query._.selectedFields);
  const names = sql.raw(fields.map(([name]) => `"${name}"`).join());
  const [read] = rowsOf<{ page: string }>(
    await db.execute(sql`select coalesce(json_agg(p), '[]')::text as page from (${query}) p(${names})`),
  );
  const instants = fields.flatMap(([name, field]) => (is(field, PgTimestamp) ? [name] : []));
  const rows = JSON.parse(read?.page ?? '[]') as Record<string, unknown>[];
  for (const row of rows)
    for (const name of instants) if (typeof row[name] === 'string') row[name] = new Date(row[name]);
  return rows as T[];
}
