import { expect, it } from 'vitest';
import { alertStaff } from '../../bot/alert.ts';
import { accounts, unitRoles } from '../../db/schema.ts';
import { describeDatabases } from '../database.ts';
import { createWorld } from '../world.ts';

describeDatabases('a channel that needs its administrator', (db) => {
  it('is told to staff once a day, on another channel', async () => {
    const world = await createWorld(db());
    const staff = await world.registerStaff();
    const alert = () => alertStaff(db(), 'zalo-oa', 'Zalo OA cần cấp quyền lại.', world.voice, world.clock.civil());
    expect(await alert()).toBe(1);
    expect(await alert()).toBe(0);
    await world.settle();
    staff.sees(/Zalo OA cần cấp quyền lại/);
  });

  it('is told nowhere when the broken channel is all that staff have', async () => {
    const world = await createWorld(db());
    await world.registerStaff();
    await db().update(accounts).set({ channel: 'zalo-oa' });
    expect(await db().select().from(unitRoles)).not.toEqual([]);
    expect(await alertStaff(db(), 'zalo-oa', 'x', world.voice, world.clock.civil())).toBe(0);
  });
});
