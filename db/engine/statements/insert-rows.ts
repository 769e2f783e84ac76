/** Rows as one parameter. A statement of many parameters is long to put together, to read and to plan, and ends at 65,535. */
import { getTableColumns, is, SQL, sql } from 'drizzle-orm';
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';

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
  const alike = Object.entries(same).map(([key, value]) => ({ name: all[key]?.name ?? key, value }));
  const records = rows.map((row: Record<string, unknown>) =>
    Object.fromEntries(columns.map(([key, column]) => [column.name, jsonOf(column, row[key])])),
  );
  const names = [...columns.map(([, { name }]) => name), ...alike.map(({ name }) => name)].map((name) => `"${name}"`);
  const types = columns.map(([, column]) => `"${column.name}" ${column.getSQLType()}`).join(', ');
  const values = [...columns.map(([, column]) => readFrom(column)), ...alike.map(({ value }) => value)];
  return sql`insert into ${sql.raw(`"${getTableConfig(table).name}" (${names.join(', ')})`)} select ${sql.join(values, sql`, `)}
    from json_to_recordset(${JSON.stringify(records)}::json) as r(${sql.raw(types)})`;
}

/** A record's value; where it has none, the column's default, if that is an expression. */
function readFrom(column: PgColumn): SQL {
  const value = sql.raw(`r."${column.name}"`);
  return is(column.default, SQL) ? sql`coalesce(${value}, ${column.default})` : value;
}

/** A value as a record holds it: JSON and lists as they are, everything else as the database reads it. */
function jsonOf(column: PgColumn, value: unknown): unknown {
  const kept = value === undefined ? column.default : value;
  if (kept === undefined || kept === null || is(kept, SQL)) return null;
  return Array.isArray(kept) || /^jsonb?$/.test(column.getSQLType()) ? kept : column.mapToDriverValue(kept);
}
