/** What a long play leaves in the database, kept beside it, so that further tests begin where it ended. */
import { getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '../../db/database.ts';
import * as schema from '../../db/schema/tables.ts';
import { order } from './door.ts';

/** Rows are deleted with the checks of references off: truncating took five times as long. Identities count from 1 again. */
const emptyAll = `
  perform set_config('session_replication_role', 'replica', true);
  for name in select tablename from pg_tables where schemaname = 'public' loop
    execute format('select exists (select from public.%I)', name) into used;
    if used then execute format('delete from public.%I', name); end if;
  end loop;
  for name in select sequencename from pg_sequences where schemaname = 'public' and last_value is not null loop
    perform setval(format('public.%I', name)::regclass, 1, false);
  end loop;`;

const run = (db: Db, statements: string) =>
  db.execute(
    sql.raw(`do $$
      declare
        name text;
        used boolean;
        identity record;
      begin ${statements} end $$`),
  );

/** After so many times the rows that were deleted are cleared away: left to lie, they slow every test down by half. */
const timesAVacuum = 32;
const tables = Object.values(schema).flatMap((table) => (is(table, PgTable) ? `"${getTableName(table)}"` : []));
let emptied = 0;

async function clearAway(db: Db): Promise<void> {
  emptied += 1;
  if (emptied % timesAVacuum === 0) await db.execute(sql.raw(`vacuum ${tables.join()}`));
}

/** Empties every table that was written to, before anybody speaks to the database. */
export const emptyTables = (db: Db): Promise<void> =>
  order(db, {
    isEmpty: true,
    carryOut: async (behind) => {
      await run(behind, emptyAll);
      await clearAway(behind);
    },
  });

/** Keeps what every table holds, and where each identity stands, under a number that was not used on this database. */
export async function remember(db: Db, as: number): Promise<void> {
  await run(
    db,
    `
    create schema if not exists remembered;
    create table if not exists remembered.identities (play int, name text, at bigint);
    for name in select tablename from pg_tables where schemaname = 'public' loop
      execute format('select exists (select from public.%I)', name) into used;
      if used then
        execute format('create unlogged table if not exists remembered.%I (play int, kept public.%I)', 'of_' || name, name);
        execute format('create index if not exists %I on remembered.%I (play)', 'of_' || name || '_play', 'of_' || name);
        execute format('insert into remembered.%I select ${as}, t from public.%I t', 'of_' || name, name);
      end if;
    end loop;
    insert into remembered.identities select ${as}, sequencename, last_value
      from pg_sequences where schemaname = 'public' and last_value is not null;`,
  );
}

/** Puts what was remembered under this number in the place of all that is there, before anybody speaks to the database. */
export const recall = (db: Db, as: number): Promise<void> =>
  order(db, {
    isEmpty: false,
    carryOut: async (behind) => {
      await run(
        behind,
        `${emptyAll}
        for name in select substr(tablename, 4) from pg_tables where schemaname = 'remembered' and tablename <> 'identities' loop
          execute format(
            'insert into public.%I overriding system value select (kept).* from remembered.%I where play = ${as}', name, 'of_' || name);
        end loop;
        for identity in select * from remembered.identities where play = ${as} loop
          perform setval(format('public.%I', identity.name)::regclass, identity.at);
        end loop;`,
      );
      await clearAway(behind);
    },
  });

const plays = new WeakMap<Db, number>();

/** A number for `remember` that was not used on this database. */
export function nextPlay(db: Db): number {
  const next = (plays.get(db) ?? 0) + 1;
  plays.set(db, next);
  return next;
}
