import { expect, it } from 'vitest';
import { alertStaff } from '../../../bot/delivery/alert.ts';
import { accounts } from '../../../db/schema/tables.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { createWorld } from '../../harness/world.ts';

describeOnDatabase('a channel that needs its administrator', (db) => {
  const alertOf = (occasion: string) => ({ broken: 'zalo-oa', occasion, text: 'Zalo OA cần cấp quyền lại.' }) as const;

  it('is told to staff once an occasion, on another channel', async () => {
    const world = await createWorld(db());
    const staff = await world.registerStaff();
    const alert = (occasion: string) => world.transact((work) => alertStaff(work, alertOf(occasion)));
    expect([await alert('pair 1'), await alert('pair 1'), await alert('pair 2')]).toEqual([1, 0, 1]);
    await world.settle();
    staff.sees(/Zalo OA cần cấp quyền lại/);
  });

  it('is told nowhere when the broken channel is all that staff have, and as soon as they have another', async () => {
    const world = await createWorld(db());
    await world.registerStaff();
    const alert = () => world.transact((work) => alertStaff(work, alertOf('pair 1')));
    const [before] = await db().select().from(accounts);
    await db().update(accounts).set({ channel: 'zalo-oa' });
    expect(await alert()).toBe(0);
    await db()
      .update(accounts)
      .set({ channel: before?.channel ?? 'telegram' });
    expect(await alert()).toBe(1);
  });
});
