/** What a long play leaves in the database, kept beside it, so that further tests begin where it ended. */
import { sql } from 'drizzle-orm';
import type { Db } from '../../db/database.ts';

/** Copies every table that holds something, and where each identity stands, into a schema of this name. */
export async function remember(db: Db, as: string): Promise<void> {
  await db.execute(
    sql.raw(`
    do $$
    declare
      name text;
      used boolean;
    begin
      drop schema if exists ${as} cascade;
      create schema ${as};
      for name in select tablename from pg_tables where schemaname = 'public' loop
        execute format('select exists (select from public.%I)', name) into used;
        if used then execute format('create table ${as}.%I as table public.%I', name, name); end if;
      end loop;
      create table ${as}.identities as
        select sequencename, last_value from pg_sequences where schemaname = 'public' and last_value is not null;
    end $$`),
  );
}

/** Puts what was remembered under this name into empty tables. */
export async function recall(db: Db, as: string): Promise<void> {
  await db.execute(
    sql.raw(`
    do $$
    declare
      name text;
      identity record;
    begin
      perform set_config('session_replication_role', 'replica', true);
      for name in select tablename from pg_tables where schemaname = '${as}' and tablename <> 'identities' loop
        execute format('insert into public.%I overriding system value select * from ${as}.%I', name, name);
      end loop;
      for identity in select * from ${as}.identities loop
        perform setval(quote_ident(identity.sequencename), identity.last_value);
      end loop;
    end $$`),
  );
}
