/** A row as one value: to take twenty columns from the driver one by one costs more than to compare what they say. */
import { is, type SQL, sql } from 'drizzle-orm';
import { PgColumn } from 'drizzle-orm/pg-core';
import type { SelectResultFields } from 'drizzle-orm/query-builders/select.types';

type Fields = Readonly<Record<string, PgColumn | SQL>>;

/** Fields of a select as one field: a list in JSON, read back as the columns would have been. */
export function packed<F extends Fields>(fields: F): SQL<SelectResultFields<F>> {
  const names = Object.keys(fields);
  const columns = Object.values(fields);
  const dates = columns.flatMap((column, index) => (is(column, PgColumn) && column.dataType === 'date' ? [index] : []));
  const read = (values: unknown[]) => {
    for (const index of dates) if (values[index] !== null) values[index] = new Date(Number(values[index]));
    const row: Record<string, unknown> = {};
    for (const [index, name] of names.entries()) row[name] = values[index];
    return row;
  };
  const list = sql`json_build_array(${sql.join(columns.map(asJson), sql`, `)})`;
  return list.mapWith(read) as SQL<SelectResultFields<F>>;
}

/** Instants go in milliseconds, and what the driver gives as text goes as text: exact numbers are such. */
function asJson(column: PgColumn | SQL): SQL {
  if (!is(column, PgColumn)) return sql`${column}`;
  if (column.dataType === 'date') return sql`(extract(epoch from ${column}) * 1000)::bigint`;
  return column.dataType === 'string' ? sql`${column}::text` : sql`${column}`;
}
