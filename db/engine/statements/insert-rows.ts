/** Rows as one parameter. A statement of many parameters is long to put together, to read and to plan, and ends at 65,535. */
import { getTableColumns, getTableName, is, SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
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
  const given = new Set<string>();
  for (const row of rows) for (const key in row) given.add(key);
  const { fields, names, values, source } = shapeOf(table, given);
  const records = rows.map((row: Record<string, unknown>) => {
    const record: Record<string, unknown> = {};
    for (const { key, name, jsonOf } of fields) record[name] = jsonOf(row[key]);
    return record;
  });
  const all = getTableColumns(table) as Record<string, PgColumn>;
  const more = Object.entries(same).map(([key, value]) => ({ name: `"${all[key]?.name ?? key}"`, value }));
  const into = sql.raw(
    `insert into "${getTableName(table)}" (${[...names, ...more.map(({ name }) => name)].join(', ')}) select `,
  );
  const selected = sql.join([...values, ...more.map(({ value }) => value)], sql`, `);
  return sql`${into}${selected} from json_to_recordset(${JSON.stringify(records)}::json)${source}`;
}

/** What is the same of all rows of a table that give these columns. */
type Shape = {
  fields: { key: string; name: string; jsonOf: (value: unknown) => unknown }[];
  names: string[];
  values: SQL[];
  source: SQL;
};

/** By table, and the columns that are given: every answer gives the same. */
const shapes = new WeakMap<PgTable, Map<string, Shape>>();

function shapeOf(table: PgTable, given: ReadonlySet<string>): Shape {
  const known = shapes.get(table) ?? new Map<string, Shape>();
  shapes.set(table, known);
  const like = [...given].join();
  const shape = known.get(like) ?? makeShape(table, given);
  known.set(like, shape);
  return shape;
}

function makeShape(table: PgTable, given: ReadonlySet<string>): Shape {
  const columns = Object.entries(getTableColumns(table) as Record<string, PgColumn>).filter(([key]) => given.has(key));
  const types = columns.map(([, column]) => `"${column.name}" ${column.getSQLType()}`);
  return {
    fields: columns.map(([key, column]) => ({ key, name: column.name, jsonOf: writerOf(column) })),
    names: columns.map(([, { name }]) => `"${name}"`),
    values: columns.map(([, { name, default: otherwise }]) =>
      is(otherwise, SQL) ? sql`coalesce(r.${sql.raw(`"${name}"`)}, ${otherwise})` : sql.raw(`r."${name}"`),
    ),
    source: sql.raw(` as r(${types.join(', ')}) ${plannedOnce}`),
  };
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
