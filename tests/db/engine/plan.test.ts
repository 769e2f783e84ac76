/** How the server plans the statements of a transaction. */
import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { afterEach, describe, expect, test } from 'vitest';
import { parseAddress } from '../../../db/engine/address.ts';
import { createPool } from '../../../db/engine/pool.ts';
import { byKey, createPlanning } from '../../../db/engine/statements/plan.ts';
import * as schema from '../../../db/schema/tables.ts';
import { createPostgresDatabase, hasPostgres } from '../../harness/database.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of cleanUp.splice(0).reverse()) await each();
});

test('is said where it changes, for the transaction or for the session', () => {
  const planning = createPlanning();
  const keyed = 'select 1 where /* by key */ true';
  const listed = 'select 1 where /* by keys */ true';
  const told = (text: string) => {
    const [, plan, isLocal] = planning.before(text)?.match(/'plan_cache_mode', 'force_(\w+)_plan', (\w+)/) ?? [];
    return plan === undefined ? '' : `${isLocal === 'true' ? 'local ' : ''}${plan}`;
  };
  const said: [text: string, before: string][] = [
    ['select 0', ''],
    ['begin', ''],
    ['select 1', ''],
    [keyed, 'local generic'],
    [keyed, ''],
    ['select 2', 'local custom'],
    ['savepoint s0', ''],
    [keyed, 'local generic'],
    ['rollback to s0', ''],
    ['select 3', 'local custom'],
    [keyed, 'local generic'],
    ['commit', ''],
    ['select 4', ''],
    [keyed, 'generic'],
    ['begin', ''],
    ['set transaction isolation level repeatable read read only', ''],
    [keyed, ''],
    ['select 5', 'local custom'],
    ['rollback', ''],
    [keyed, ''],
    ['select 6', 'custom'],
    // A list of keys is planned each time, too, but along indexes alone.
    [listed, 'custom'],
    [listed, ''],
    [keyed, 'generic'],
    [listed, 'custom'],
    ['select 7', 'custom'],
  ];
  expect(said.map(([text]) => [text, told(text)])).toEqual(said);
});

describe.runIf(hasPostgres())('on PostgreSQL', () => {
  test('a statement by key is planned once a session, any other with its parameters each time', async () => {
    const { url, drop } = await createPostgresDatabase();
    cleanUp.push(drop);
    const address = parseAddress(url);
    if (!address.ok) throw new Error('the test server has an odd address');
    const admin = createPool(address.value, { role: 'admin', statementSeconds: 60, most: 1 });
    const [named] = await drizzle(admin.client).execute<{ name: string }>(sql`select current_database() as name`);
    await drizzle(admin.client).execute(
      sql`alter database ${sql.identifier(named?.name ?? '')} set max_parallel_workers_per_gather = 1`,
    );
    await admin.close();
    const { client, close } = createPool(address.value, { role: 'planned', statementSeconds: 60, most: 1 });
    cleanUp.push(close);
    const db = drizzle(client, { schema });
    const { units } = schema;
    const plans = await db.transaction(async (tx) => {
      for (const id of [1, 2, 3, 4]) {
        await tx
          .select({ id: units.id })
          .from(units)
          .where(sql`${eq(units.id, id)} and ${byKey}`);
        await tx.select({ id: units.id }).from(units).where(eq(units.id, id));
      }
      return tx.execute<{ is_keyed: boolean; once: number; each: number }>(sql`
        select statement like '%by key%' as is_keyed, generic_plans::int as once, custom_plans::int as each
        from pg_prepared_statements where statement like '%"units"%' order by 1`);
    });
    // Prepared where it comes the second time.
    expect([...plans]).toEqual([
      { is_keyed: false, once: 0, each: 3 },
      { is_keyed: true, once: 3, each: 0 },
    ]);
    const [row] = await db.execute<{ seq: string; workers: string }>(sql`
      select current_setting('enable_seqscan') as seq, current_setting('max_parallel_workers_per_gather') as workers`);
    expect(row).toMatchObject({ seq: 'on', workers: '1' });
  });
});
