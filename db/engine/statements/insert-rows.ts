/** Rows as one parameter. A statement of many parameters is long to put together, to read and to plan, and ends at 65,535. */
import { getTableColumns, is, SQL, sql } from 'drizzle-orm';
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import { plannedOnce } from './plan.ts';

/**
 * `insert into … select …` of rows in their order; what a row leaves out takes the column's default. `same` is what all rows
 * have alike, as expressions. The caller adds what is to be done on a conflict, and what is returned.
 */
export function insertRows<T extends PgTable>(
  table: T,
  rows: readonly Partial<T['$inferInsert']>[],
  same: Readonly<Record<string, SQL>> = {},
): SQL {
  const all = getTableColumns(table) as Record<string, PgColumn>;
  const given = new Set<string>();
  for (const row of rows) for (const key in row) given.add(key);
  const columns = Object.entries(all).filter(([key]) => given.has(key));
  const fields = columns.map(([key, column]) => ({ key, name: column.name, jsonOf: writerOf(column) }));
  const records = rows.map((row: Record<string, unknown>) => {
    const record: Record<string, unknown> = {};
    for (const { key, name, jsonOf } of fields) record[name] = jsonOf(row[key]);
    return record;
  });
  const types = columns.map(([, column]) => `"${column.name}" ${column.getSQLType()}`);
  const plain = columns.map(([, column]) => column).filter((column) => !is(column.default, SQL));
  const expressions = [
    ...columns.flatMap(([, { name, default: otherwise }]) =>
      is(otherwise, SQL) ? [{ name, value: sql`coalesce(r.${sql.raw(`"${name}"`)}, ${otherwise})` }] : [],
    ),
    ...Object.entries(same).map(([key, value]) => ({ name: all[key]?.name ?? key, value })),
  ];
  const names = [...plain, ...expressions].map(({ name }) => `"${name}"`);
  const values = [sql.raw(plain.map(({ name }) => `r."${name}"`).join(', ')), ...expressions.map(({ value }) => value)];
  return sql`insert into ${sql.raw(`"${getTableConfig(table).name}" (${names.join(', ')})`)} select ${sql.join(values, sql`, `)}
    from json_to_recordset(${JSON.stringify(records)}::json) as r(${sql.raw(types.join(', '))}) ${sql.raw(plannedOnce)}`;
}

/** How a value of a column stands in a record: JSON and lists as they are, everything else as the database reads it. */
function writerOf(column: PgColumn): (value: unknown) => unknown {
  const isJson = /^jsonb?$/.test(column.getSQLType());
  const otherwise = is(column.default, SQL) ? null : (column.default ?? null);
  return (value) => {
    const kept = value === undefined ? otherwise : value;
    if (kept === null || is(kept, SQL)) return null;
    return isJson || Array.isArray(kept) ? kept : column.mapToDriverValue(kept);
  };
}
