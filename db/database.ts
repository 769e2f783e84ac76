import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema/tables.ts';

/**
 * The database or a transaction in it, embedded or on a server alike. Every query function takes one as its first
 * argument; inside a transaction only the transaction may be used (the embedded database has one session and would wait for ever).
 */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;
