import { getTableName, sql } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Db } from '../../../db/database.ts';
import { inArray } from '../../../db/engine/lists.ts';
import { rowsOf } from '../../../db/engine/rows.ts';
import {
  accounts,
  messages,
  nudges,
  obligations,
  outbox,
  people,
  unitRoles,
  units,
} from '../../../db/schema/tables.ts';
import { runDueSlots } from '../../../jobs/reminders/run.ts';
import { connectPostgres, createPostgresDatabase, hasPostgres } from '../../harness/database.ts';
import { createWorld, type World } from '../../harness/world.ts';
import { communes, crowd } from './crowd.ts';

/** What grows with each round. */
const growing = [obligations, nudges, messages, outbox];

/** Rows of these tables and of their indexes that a transaction has read. It counts what ran before the transaction, too. */
async function readSoFar(tx: Db): Promise<number> {
  const names = growing.map(getTableName);
  const result = await tx.execute(sql`
    select sum(pg_stat_get_xact_tuples_fetched(c.oid) + pg_stat_get_xact_tuples_returned(c.oid))::int as n from (
      select oid from pg_class where ${inArray(sql`relname`, names)}
      union all select indexrelid from pg_index where ${inArray(sql`indrelid::regclass::text`, names)}) c`);
  return rowsOf<{ n: number }>(result)[0]?.n ?? 0;
}

/** Runs the slot; returns how many rows each of its transactions read. */
async function rowsRead(world: World): Promise<number[]> {
  const read: number[] = [];
  const transact: World['transact'] = (run) =>
    world.transact(async (work) => {
      const before = await readSoFar(work.tx);
      const outcome = await run(work);
      read.push((await readSoFar(work.tx)) - before);
      return outcome;
    });
  await runDueSlots({ ...world, transact });
  return read;
}

// A database of its own: what others left behind would be read as well.
describe.runIf(hasPostgres())('a piece of a round', () => {
  test('costs by what is in it, not by how many owe, also while the database does not know yet that they do', async () => {
    const { url, drop } = await createPostgresDatabase();
    const { db, close } = connectPostgres(url, 4);
    onTestFinished(async () => {
      await close();
      await drop();
    });
    const world = await createWorld(db, { at: '2021-09-05T10:00' });
    await world.issue();
    for (const table of growing) await db.execute(sql`vacuum analyze ${table}`);
    await crowd(world, { ...communes, many: 8000 });
    for (const table of [accounts, people, unitRoles, units]) await db.execute(sql`vacuum analyze ${table}`);
    world.clock.set('2021-09-06T08:00');
    const read = await rowsRead(world);
    expect(read.length).toBeGreaterThan(32);
    // To read each debt of the round once would be 8,000 more. One transaction lists whom something waits for.
    expect(read.filter((rows) => rows > 14_000).length).toBeLessThanOrEqual(1);
  });
});
