import { expect, test } from 'vitest';
import { writeAllowance } from '../../../db/platforms/allowances.ts';
import { writeChannelState } from '../../../db/platforms/channel-states.ts';
import { alertOfTroubles } from '../../../jobs/platforms/alerts.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { createWorld } from '../../harness/world.ts';

describeOnDatabase('a trouble that only people can put right', (db) => {
  test('is told to staff on another channel, once each time', async () => {
    const world = await createWorld(db());
    const hoa = await world.registerStaff();
    const see = (state: 'up' | 'down', detail?: string) =>
      writeChannelState(db(), 'zalo-oa', { state, ...(detail && { detail }) }, world.clock.machine());
    const alert = () => world.transact(alertOfTroubles);
    await see('down', '-221 OA has not been verified');
    expect(await alert()).toBe(0);
    world.clock.pass(61);
    await see('down', '-221 OA has not been verified');
    expect([await alert(), await alert()]).toEqual([1, 0]);
    hoa.looksAway();
    await world.settle();
    hoa.sees(/^Kênh Zalo OA không hoạt động: OA chưa được xác thực \(-221 /, /\/goidien/);

    await see('up');
    await see('down', 'timeout');
    world.clock.pass(61);
    expect(await alert()).toBe(1);
  });

  test('is not told a second time where the consent is asked for with its link', async () => {
    const world = await createWorld(db());
    await world.registerStaff();
    await writeChannelState(db(), 'zalo-oa', { state: 'down', lasting: 'consent' }, world.clock.machine());
    world.clock.pass(3600);
    expect(await world.transact(alertOfTroubles)).toBe(0);
  });

  test('is also a month whose messages are used up', async () => {
    const world = await createWorld(db());
    const hoa = await world.registerStaff();
    world.terms.budgets = { 'zalo-oa': 500 };
    expect(await world.transact(alertOfTroubles)).toBe(0);
    await writeAllowance(db(), 'zalo-oa', 0, world.clock.machine());
    const alert = () => world.transact(alertOfTroubles);
    expect([await alert(), await alert()]).toEqual([1, 0]);
    hoa.looksAway();
    await world.settle();
    hoa.sees(/^Kênh Zalo OA đã hết hạn mức tin nhắn của tháng/);
  });
});
