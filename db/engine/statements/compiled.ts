/**
 * Statements that are put together once, and planned once a session. Every turn says the same twenty, and to put them together
 * from their parts took a third of what a turn takes of the processor.
 */
import { is, Param, Placeholder, type SQL, sql } from 'drizzle-orm';
import { makePgArray, type PgDialect, type PgSession } from 'drizzle-orm/pg-core';
import type { Db } from '../../database.ts';
import { plannedOnce } from './plan.ts';

/** What stands for the values of a statement while it is put together. */
export type Given<T> = { readonly [K in keyof T & string]: Placeholder<K, T[K]> };

/** A select, an insert, an update or a delete of drizzle. */
type Builder<R> = { prepare(name: string): { execute(): Promise<R> } };

/** As drizzle keeps a statement: bound to the session that it was made for, and run with what stands for its values. */
type Prepared<R> = { params: readonly unknown[]; queryString?: string; execute(): Promise<R> };

/** Drizzle's session, with the connection or the transaction on which it speaks. */
type Speaking = PgSession & { client: unknown };

const sessionOf = (db: Db): Speaking => (db as unknown as { _: { session: Speaking } })._.session;

/**
 * A statement that is put together when it is said first, by `build`, and afterwards is said with other values on whichever
 * connection or in whichever transaction. Which parts it has must not depend on the values. Lists are given as lists of one
 * type, to be read with `any`. One plan serves all values, as `byKey` says: where it needs a partial index, the index's
 * condition is written out.
 */
export function compiled<T extends Record<string, unknown>, R>(
  build: (db: Db, given: Given<T>) => Builder<R>,
): (db: Db, values: T) => Promise<R> {
  return saidAnywhere((db, given) => build(db, given).prepare('') as unknown as Prepared<R>);
}

/** The same of a statement in SQL; resolves with what `rowsOf` takes. */
export function compiledSql<T extends Record<string, unknown>>(
  build: (db: Db, given: Given<T>) => SQL,
): (db: Db, values: T) => Promise<unknown> {
  return saidAnywhere((db, given) => {
    const { dialect } = db as unknown as { dialect: PgDialect };
    const query = dialect.sqlToQuery(build(db, given));
    return sessionOf(db).prepareQuery(query, undefined, undefined, false) as unknown as Prepared<unknown>;
  });
}

function saidAnywhere<T extends Record<string, unknown>, R>(
  prepare: (db: Db, given: Given<T>) => Prepared<R>,
): (db: Db, values: T) => Promise<R> {
  /** By the kind of session: the two engines keep a statement each in their way. */
  const known = new Map<unknown, { statement: Prepared<R>; text: string }>();
  return (db, values) => {
    const session = sessionOf(db);
    const kind = session.constructor;
    let one = known.get(kind);
    if (!one) {
      const statement = prepare(db, standIns<T>());
      one = { statement, text: `${statement.queryString} ${plannedOnce}` };
      known.set(kind, one);
    }
    const { statement, text } = one;
    const said: Prepared<R> = Object.create(statement, {
      client: { value: session.client },
      queryString: { value: text },
      params: { value: statement.params.map((parameter) => filled(parameter, values)) },
    });
    return said.execute();
  };
}

/** A stand-in for whatever value is asked for by its name. */
const standIns = <T>(): Given<T> => new Proxy({}, { get: (_, name) => sql.placeholder(String(name)) }) as Given<T>;

/** A value of a column is written as the column has it, others as the database reads them. */
function filled(parameter: unknown, values: Record<string, unknown>): unknown {
  if (is(parameter, Param) && is(parameter.value, Placeholder)) {
    const value = values[parameter.value.name];
    return value === null ? null : parameter.encoder.mapToDriverValue(value);
  }
  if (!is(parameter, Placeholder)) return parameter;
  const value = values[parameter.name];
  if (value === undefined) throw new Error(`a statement lacks ${parameter.name}`);
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? makePgArray(value) : value;
}
