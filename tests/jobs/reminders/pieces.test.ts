import { and, asc, eq, like } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { usualLadder } from '../../../core/reminders/switches.ts';
import { setLadder } from '../../../db/roster/offices.ts';
import { nudges, outbox, units } from '../../../db/schema/tables.ts';
import { runDueSlots } from '../../../jobs/reminders/run.ts';
import { describeDatabases } from '../../harness/database.ts';
import { createWorld, type World } from '../../harness/world.ts';
import { communes, crowd, schools } from './crowd.ts';

/** More than are told in one transaction. */
const many = 600;

/** As if the process ended after so many transactions. */
const interruptedAfter = (world: World, most: number): World['transact'] => {
  let transactions = 0;
  return (run) => {
    transactions += 1;
    return transactions > most ? Promise.reject(new Error('the process ends')) : world.transact(run);
  };
};

describeDatabases('a slot of a large round', (db) => {
  const reminders = () => db().select().from(outbox).where(eq(outbox.kind, 'reminder')).orderBy(asc(outbox.id));

  test('is queued piece by piece, goes on where it was interrupted, and tells nobody twice', async () => {
    const world = await createWorld(db(), { at: '2021-09-05T10:00' });
    await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await crowd(world, { ...communes, many });
    world.clock.set('2021-09-06T08:00');
    await expect(runDueSlots({ ...world, transact: interruptedAfter(world, 6) })).rejects.toThrow();
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

  test('tells the unit above in one message how many below it owe and who, wherever it was interrupted', async () => {
    const world = await createWorld(db(), { at: '2021-09-05T10:00' });
    await world.register('PHONG-GDDT', 'Tâm');
    const hoa = await world.registerStaff('Hoa');
    const group = world.group('Giao ban');
    await hoa.writesIn(group, `/start ${await world.invite('group')}`);
    const [office] = await db().select().from(units).where(eq(units.code, 'UBND-HUYEN'));
    await setLadder(db(), office?.id ?? 0, { ...usualLadder, superior: true });
    await world.issue();
    await crowd(world, { ...communes, many });
    await crowd(world, { ...schools, many });
    world.clock.set('2021-09-10T08:00');
    // All pieces of those who owe are kept (1,200 and the district's), and what the unit above is told is not.
    await expect(runDueSlots({ ...world, transact: interruptedAfter(world, 3) })).rejects.toThrow();
    expect(await db().select().from(nudges).where(eq(nudges.why, 'superior'))).toEqual([]);
    await runDueSlots(world);
    const said = (kind: 'reminder' | 'group' | 'calls', words: string) =>
      db()
        .select({ text: outbox.text })
        .from(outbox)
        .where(and(eq(outbox.kind, kind), like(outbox.text, `%${words}%`)));
    const above = await said('reminder', 'trực thuộc');
    expect(above).toHaveLength(1);
    expect(above[0]?.text).toMatch(
      /602 đơn vị trực thuộc chưa báo cáo: Trường Tiểu học An Bình; .* và 587 đơn vị khác/,
    );
    expect((await said('group', 'chưa báo cáo:'))[0]?.text).toMatch(
      /còn 604 đơn vị chưa báo cáo:(\n- .*){15}\nvà 589 đơn vị khác\./,
    );
    expect(await said('calls', 'Chưa liên hệ được')).toHaveLength(1);
    await runDueSlots(world);
    expect(await said('reminder', 'trực thuộc')).toHaveLength(1);
  });
});
