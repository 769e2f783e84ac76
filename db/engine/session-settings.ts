/** What every session sets, whatever the server, the database or the role has by default. */

/** A transaction in which nothing is said for so long is ended: a process that stands still keeps nobody waiting for longer. */
const idleInTransaction = '30s';

/** Settings that read and plan alike, whichever engine answers. */
const common = {
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  bytea_output: 'hex',
  search_path: 'public',
  default_transaction_isolation: 'read committed',
  plan_cache_mode: 'force_custom_plan',
};

/** What the session on the embedded database sets. It is alone and in this process: nothing in it has to be ended in time. */
export const embeddedSettings: Readonly<Record<string, string>> = common;

/**
 * Names of https://www.postgresql.org/docs/current/runtime-config-client.html, with the values that the product relies
 * on: instants are read as ISO, tables stand in `public`, and no session is ended for being idle. A prepared statement is
 * planned with its parameters each time, but for those of `byKey`. A plan for all of them does not know which of the partial
 * indexes it may use.
 */
export const sessionSettings = (statementSeconds: number): Record<string, string> => ({
  ...common,
  // A plan that must read a small table whole counts as dear: compiling it took 100 to 300 ms, carrying it out less than one.
  jit: 'off',
  statement_timeout: `${statementSeconds}s`,
  lock_timeout: '0',
  idle_in_transaction_session_timeout: idleInTransaction,
  idle_session_timeout: '0',
  // What is committed is kept: by it a database that was put back is told from one that lost its last moment.
  synchronous_commit: 'on',
});

/**
 * Settings that not every server or kind of connection has. The first is of PostgreSQL 17; by the others the server finds
 * out within half a minute that this machine is gone, and frees what a session of it held.
 */
export const optionalSettings: Record<string, string> = {
  transaction_timeout: '0',
  tcp_keepalives_idle: '10',
  tcp_keepalives_interval: '5',
  tcp_keepalives_count: '3',
};

/**
 * A session that waits for a lock ends soon after its process has, from PostgreSQL 14. It is said alone: a server whose system cannot
 * tell refuses it.
 */
export const checkedWhileWaiting = `select set_config(name, '2s', false) from pg_settings
  where name = 'client_connection_check_interval'`;

/** The settings that a server did not take, by name. */
export const lacking = (wanted: Record<string, string>, taken: readonly string[]): string[] => {
  const has = new Set(taken.map((name) => name.toLowerCase()));
  return Object.keys(wanted).filter((name) => !has.has(name.toLowerCase()));
};
