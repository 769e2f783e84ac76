/**
 * How the server plans the statements of a session. Planning a statement over several tables takes ten times as long as
 * carrying it out, so those that every turn says are planned once.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';

/** Stands in the text of a statement that is planned once a session. */
export const plannedOnce = '/* by key */';

/**
 * A condition that always holds. It says that the statement follows keys to a few rows, whatever its parameters: one plan serves
 * them all. It must not need a partial index whose condition is a parameter of the statement.
 */
export const byKey = sql.raw(`${plannedOnce} true`);

/** Stands in the text of a statement that follows a list of keys. */
const plannedForList = '/* by keys */';

/**
 * A condition that always holds. It says that the statement follows a long list of keys to as many rows. It is planned for the
 * tables as they have grown meanwhile, and reads none of them whole.
 */
export const byKeys = sql.raw(`${plannedForList} true`);

/**
 * A key that a statement by other keys does not look for its rows by. A table that was empty a minute ago is not known yet to the
 * server. It takes all rows of a round for one, and would read them all for each page.
 */
export const notByKey = (column: AnyPgColumn): SQL<number> => sql<number>`(${column} + 0)`;

type Plan = 'each' | 'once' | 'list';

/**
 * Names of https://www.postgresql.org/docs/current/runtime-config-query.html. A plan that is made once may be made while the
 * tables are empty, when reading all of a table looks cheapest. So only ways along an index are left to it. To start another
 * process of the server takes longer than to follow keys to a few rows. Null: as the server, the database or the role has it.
 */
const settings: Readonly<Record<Plan, Readonly<Record<string, string | null>>>> = {
  once: {
    plan_cache_mode: 'force_generic_plan',
    enable_seqscan: 'off',
    enable_hashjoin: 'off',
    enable_mergejoin: 'off',
    max_parallel_workers_per_gather: '0',
  },
  list: {
    plan_cache_mode: 'force_custom_plan',
    enable_seqscan: 'off',
    enable_hashjoin: 'off',
    enable_mergejoin: 'off',
    max_parallel_workers_per_gather: '0',
  },
  each: {
    plan_cache_mode: 'force_custom_plan',
    enable_seqscan: 'on',
    enable_hashjoin: 'on',
    enable_mergejoin: 'on',
    max_parallel_workers_per_gather: null,
  },
};

const planOf = (text: string): Plan =>
  text.includes(plannedOnce) ? 'once' : text.includes(plannedForList) ? 'list' : 'each';

/** One statement, for the rest of the transaction or of the session. */
const setting = (plan: Plan, isLocal: boolean): string =>
  `select ${Object.entries(settings[plan])
    .map(([name, value]) => `set_config('${name}', ${value === null ? 'null' : `'${value}'`}, ${isLocal})`)
    .join(', ')}`;

/** Follows what is said on a session; tells what must be said before a statement, if anything. */
export type Planning = { before(text: string): string | undefined };

/** What is set in a transaction ends with it; what is set between transactions stays. */
export function createPlanning(): Planning {
  let isInTransaction = false;
  let ofSession: Plan = 'each';
  /** Undefined: what a part that was taken back has left. */
  let current: Plan | undefined = 'each';
  return {
    before(text) {
      if (text === 'begin' || text === 'commit' || text === 'rollback') {
        isInTransaction = text === 'begin';
        current = ofSession;
        return undefined;
      }
      if (text.startsWith('rollback to ')) current = undefined;
      if (text.startsWith('rollback') || text.startsWith('savepoint')) return undefined;
      // No query may stand before it.
      if (text.startsWith('set transaction')) return undefined;
      const wanted = planOf(text);
      if (wanted === current) return undefined;
      current = wanted;
      if (!isInTransaction) ofSession = wanted;
      return setting(wanted, isInTransaction);
    },
  };
}
