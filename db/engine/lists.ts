/**
 * Lists in statements, each as one parameter. A list of parameters makes a statement anew for each length, fails at 65,535,
 * and takes long to put together.
 */
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { type AnyPgColumn, makePgArray } from 'drizzle-orm/pg-core';

type Listed = readonly (number | string)[];

const isList = (values: Listed | SQLWrapper): values is Listed => Array.isArray(values);

/** The list as one parameter of a type that the database knows. */
const listOf = (values: Listed): SQL =>
  values.every((value) => typeof value === 'number')
    ? sql`${`{${values.join()}}`}::int[]`
    : sql`${makePgArray([...values])}::text[]`;

/**
 * Ids as a table of one column, `asked (id)`, to join with `byKeys`: rows are looked for by each of them. Those of a column
 * that holds one of many might be found by reading all of a table.
 */
export const asked = (ids: readonly number[]): SQL => sql`unnest(${listOf([...new Set(ids)])}) as asked (id)`;

/** A column holds one of some values, or of what a query gives; none for an empty list. */
export function inArray(column: AnyPgColumn | SQLWrapper, values: Listed | SQLWrapper): SQL {
  if (!isList(values)) return sql`${column} in ${values}`;
  // The type of an empty list is unknown.
  return values.length === 0 ? sql`false` : sql`${column} = any(${listOf(values)})`;
}

/** A column holds none of some values, and none of what a query gives. */
export function notInArray(column: AnyPgColumn | SQLWrapper, values: Listed | SQLWrapper): SQL {
  if (!isList(values)) return sql`${column} not in ${values}`;
  return values.length === 0 ? sql`true` : sql`${column} <> all(${listOf(values)})`;
}
