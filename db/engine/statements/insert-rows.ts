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
  const given = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = Object.entries(all).filter(([key]) => given.has(key));
  const records = rows.map((row: Record<string, unknown>) =>
    Object.fromEntries(columns.map(([key, column]) => [column.name, jsonOf(column, row[key])])),
  );
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

/** A value as a record holds it: JSON and lists as they are, everything else as the database reads it. */
function jsonOf(column: PgColumn, value: unknown): unknown {
  const kept = value === undefined ? column.default : value;
  if (kept === undefined || kept === null || is(kept, SQL)) return null;
  return Array.isArray(kept) || /^jsonb?$/.test(column.getSQLType()) ? kept : column.mapToDriverValue(kept);
}
