/** A transaction whose last statements are said in one breath with its commit. */
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { createTransact, type OnCommitted } from '../../../bot/delivery/transact.ts';
import type { Work } from '../../../bot/delivery/work.ts';
import { bodyOf } from '../../../core/delivery/layout.ts';
import { insertCommandRun } from '../../../db/audit/command-runs.ts';
import { renamePerson } from '../../../db/roster/people.ts';
import { people } from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';
import { createWorld } from '../../harness/world.ts';

describeDatabases('what a transaction leaves to its end', (db) => {
  const nameOf = async () => (await db().select({ name: people.name }).from(people))[0]?.name;
  const onlyPerson = async () => (await db().select({ id: people.id }).from(people))[0]?.id ?? 0;

  test('is written with all the rest', async () => {
    const world = await createWorld(db());
    await world.register('XA-AN-BINH', 'Lan');
    const id = await onlyPerson();
    const outcome = await world.transact(async ({ tx, leave }) => {
      leave(renamePerson(tx, id, 'Nguyễn Thị Lan'));
      return 'done';
    });
    expect(outcome).toBe('done');
    expect(await nameOf()).toBe('Nguyễn Thị Lan');
  });

  test('takes all the rest back when it fails', async () => {
    const world = await createWorld(db());
    await world.register('XA-AN-BINH', 'Lan');
    const id = await onlyPerson();
    const work = world.transact(async ({ tx, leave }) => {
      await renamePerson(tx, id, 'Nguyễn Thị Lan');
      leave(tx.execute(sql`select 1 / ${0}::int`));
    });
    await expect(work).rejects.toThrow();
    expect(await nameOf()).toBe('Lan');
    // The session is in order for what comes next.
    await world.transact(({ tx }) => renamePerson(tx, id, 'Lê Thị Lan'));
    expect(await nameOf()).toBe('Lê Thị Lan');
  });

  test('is told to whoever sends, and to the jobs, once it is committed', async () => {
    const world = await createWorld(db());
    await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    const told: string[] = [];
    const hooks: OnCommitted = { onSaid: () => told.push('said'), onRecorded: () => told.push('recorded') };
    const { auditor, terms, vault } = world;
    const transact = createTransact(
      { db: db(), clock: world.clock, auditor, terms, vault, links: world.reading().links },
      hooks,
    );
    const recipient = { type: 'person', id: await onlyPerson() } as const;
    const hello = ({ say }: Pick<Work, 'say'>) =>
      say([{ meaning: 'hello', recipient, kind: 'receipt', body: bodyOf({ text: 'x' }) }]);
    await transact(async () => 'nothing');
    expect(told).toEqual([]);
    await transact(hello);
    expect(told).toEqual(['said']);
    await transact(async ({ tx, now, record }) =>
      record(await insertCommandRun(tx, { command: 'test', operator: 'test', at: now, facts: 1 })),
    );
    expect(told).toEqual(['said', 'recorded']);
    // Said already, or taken back: nobody is told.
    await transact(hello);
    const failing = transact(async (work) => {
      await work.say([]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(told).toEqual(['said', 'recorded']);
  });
});
