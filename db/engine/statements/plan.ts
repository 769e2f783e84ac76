/**
 * How the server plans the statements of a transaction. Planning a statement over several tables takes ten times as long as
 * carrying it out, so those that every turn says are planned once a session.
 */
import { sql } from 'drizzle-orm';

const mark = '/* by key */';

/**
 * A condition that always holds. It says that the statement follows keys to a few rows, whatever its parameters: one plan serves
 * them all. It must not need a partial index whose condition is a parameter of the statement.
 */
export const byKey = sql.raw(`${mark} true`);

type Plan = 'each' | 'once';

/**
 * Names of https://www.postgresql.org/docs/current/runtime-config-query.html. A plan that is made once may be made while the
 * tables are empty, when reading all of a table looks cheapest. So only ways along an index are left to it.
 */
const settings: Readonly<Record<Plan, string>> = {
  once: `set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off;
    set local enable_hashjoin = off; set local enable_mergejoin = off`,
  each: `set local plan_cache_mode = force_custom_plan; set local enable_seqscan = on;
    set local enable_hashjoin = on; set local enable_mergejoin = on`,
};

/** Follows what is said on a session; tells what must be said before a statement, if anything. */
export type Planning = { before(text: string): string | undefined };

export function createPlanning(): Planning {
  let isInTransaction = false;
  /** Undefined: what a part that was taken back has left. */
  let current: Plan | undefined = 'each';
  return {
    before(text) {
      if (text === 'begin' || text === 'commit' || text === 'rollback') {
        isInTransaction = text === 'begin';
        current = 'each';
        return undefined;
      }
      if (text.startsWith('rollback to ')) current = undefined;
      if (!isInTransaction || text.startsWith('rollback') || text.startsWith('savepoint')) return undefined;
      const wanted: Plan = text.includes(mark) ? 'once' : 'each';
      if (wanted === current) return undefined;
      current = wanted;
      return settings[wanted];
    },
  };
}
