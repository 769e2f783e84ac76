import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { outbox } from '../../../db/schema/tables.ts';
import { runDueSlots } from '../../../jobs/reminders/run.ts';
import { databaseForEach } from '../../harness/database.ts';
import { createWorld, type World } from '../../harness/world.ts';

const db = databaseForEach();
/** More than are told in one transaction. */
const many = 1200;

/** So many communes more owe a report, each with a head on Telegram. */
async function crowd(world: World): Promise<void> {
  const statements = [
    sql`insert into units (code, name, kind, parent_id, position)
      select 'XA-N' || n, 'UBND xã số ' || n, 'commune', (select parent_id from units where code = 'XA-AN-BINH'), 1000 + n
      from generate_series(1, ${many}::int) n`,
    sql`insert into obligations (round_id, unit_id) select (select max(id) from rounds), id from units where code like 'XA-N%'`,
    sql`insert into people (name, "createdAt") select 'Người ' || code, '2021-09-05 10:00+07' from units where code like 'XA-N%'`,
    sql`insert into accounts (channel, address, name, person_id, last_seen_at)
      select 'telegram', '7' || id, 'x', id, '2021-09-05 10:00+07' from people where name like 'Người XA-N%'`,
    sql`insert into unit_roles (person_id, unit_id, role, state, "from")
      select p.id, u.id, 'head', 'agreed', '2021-09-05 10:00+07' from people p join units u on p.name = 'Người ' || u.code`,
  ];
  for (const statement of statements) await world.db.execute(statement);
}

const reminders = () => db().select().from(outbox).where(eq(outbox.kind, 'reminder'));

test('a slot of a large round is queued piece by piece, goes on where it was interrupted, and tells nobody twice', async () => {
  const world = await createWorld(db(), { at: '2021-09-05T10:00' });
  await world.register('XA-AN-BINH', 'Lan');
  await world.issue();
  await crowd(world);
  world.clock.set('2021-09-06T08:00');
  let transactions = 0;
  const interrupted: World['transact'] = (run) => {
    transactions += 1;
    return transactions > 7 ? Promise.reject(new Error('the process ends')) : world.transact(run);
  };
  await expect(runDueSlots({ ...world, transact: interrupted })).rejects.toThrow();
  const before = (await reminders()).length;
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(many);

  await runDueSlots(world);
  const all = await reminders();
  expect(all.length).toBe(many + 1);
  expect(new Set(all.map(({ address }) => address)).size).toBe(many + 1);
  await runDueSlots(world);
  expect((await reminders()).length).toBe(many + 1);
});
