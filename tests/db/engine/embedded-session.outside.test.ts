/** The session on the embedded database. */
import type { PGlite } from '@electric-sql/pglite';
import { eq, sql } from 'drizzle-orm';
import { integer, pgTable } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEmbeddedSession } from '../../../db/engine/embedded-session.ts';
import { createEmbeddedPool } from '../../../db/engine/pool.ts';
import { byKey } from '../../../db/engine/statements/plan.ts';
import { loadEmbedded } from '../../harness/database.ts';

const counted = pgTable('counted', { n: integer('n').primaryKey() });

describe('the session on the embedded database', () => {
  let engine: PGlite;
  beforeAll(async () => {
    engine = await loadEmbedded();
    await engine.exec('create table counted (n integer primary key)');
  });
  afterAll(() => engine.close());

  test('answers in order what is said in one breath, with a failure in the middle', async () => {
    const session = await openEmbeddedSession(engine, {});
    const said = ['select 1 as n', 'select n from nowhere', 'select $1::int as n', 'select 3 as n'].map((text) =>
      session.run(text, text.includes('$') ? [2] : []).then(
        ([row]) => row?.n,
        (error: Error) => error.message,
      ),
    );
    expect(await Promise.all(said)).toEqual([1, 'relation "nowhere" does not exist', 2, 3]);
    await session.end();
  });

  test('brings answers and takes statements of any length', async () => {
    const session = await openEmbeddedSession(engine, {});
    const long = 'Quảng Xương '.repeat(100_000);
    const [row] = await session.run('select $1::text as long', [long]);
    expect(row?.long === long).toBe(true);
    expect(await session.run(`select repeat('x', 1000) from generate_series(1, 5000)`)).toHaveLength(5000);
    await session.end();
  });

  test('begins with nothing of the session before, whatever that was in the middle of', async () => {
    const before = await openEmbeddedSession(engine, { isRecurring: () => true });
    await before.run('begin');
    await before.run('insert into counted values ($1)', [1]);
    before.destroy('it broke off');
    await expect(before.run('commit')).rejects.toThrow('it broke off');
    const next = await openEmbeddedSession(engine, {});
    expect(await next.run('select * from counted')).toHaveLength(0);
    expect(await next.run('select * from pg_prepared_statements')).toHaveLength(0);
    await next.end();
  });

  test('has its recurring statements read once, and planned once where they follow a key', async () => {
    const { client, close } = createEmbeddedPool(engine);
    const db = drizzle(client);
    for (const n of [1, 2, 3, 4]) {
      await db
        .select()
        .from(counted)
        .where(sql`${eq(counted.n, n)} and ${byKey}`);
      await db.select().from(counted).where(eq(counted.n, n));
    }
    const plans = await db.execute(sql`
      select statement like '%by key%' as is_keyed, generic_plans::int as once, custom_plans::int as each
      from pg_prepared_statements where statement like '%"counted"%' order by 1`);
    expect([...plans]).toEqual([
      { is_keyed: false, once: 0, each: 3 },
      { is_keyed: true, once: 3, each: 0 },
    ]);
    await close();
  });
});
