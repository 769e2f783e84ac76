/**
 * How the server plans the statements of a session. Planning a statement over several tables takes ten times as long as
 * carrying it out, so those that every turn says are planned once.
 */
import { sql } from 'drizzle-orm';

/** Stands in the text of a statement that is planned once a session. */
export const plannedOnce = '/* by key */';

/**
 * A condition that always holds. It says that the statement follows keys to a few rows, whatever its parameters: one plan serves
 * them all. It must not need a partial index whose condition is a parameter of the statement.
 */
export const byKey = sql.raw(`${plannedOnce} true`);

type Plan = 'each' | 'once';

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
  each: {
    plan_cache_mode: 'force_custom_plan',
    enable_seqscan: 'on',
    enable_hashjoin: 'on',
    enable_mergejoin: 'on',
    max_parallel_workers_per_gather: null,
  },
};

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
      const wanted: Plan = text.includes(plannedOnce) ? 'once' : 'each';
      if (wanted === current) return undefined;
      current = wanted;
      if (!isInTransaction) ofSession = wanted;
      return setting(wanted, isInTransaction);
    },
  };
}
