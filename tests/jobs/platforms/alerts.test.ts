import { expect, test } from 'vitest';
import { writeAllowance } from '../../../db/platforms/allowances.ts';
import { writeChannelStates } from '../../../db/platforms/channel-states.ts';
import { alertOfTroubles } from '../../../jobs/platforms/alerts.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { createWorld } from '../../harness/world.ts';

describeOnDatabase('a trouble that only people can put right', (db) => {
  test('is told to staff on another channel, once each time', async () => {
    const world = await createWorld(db());
    const hoa = await world.registerStaff();
    const see = (state: 'up' | 'down', detail?: string) =>
      writeChannelStates(db(), [{ channel: 'zalo-oa', state, ...(detail && { detail }) }], world.clock.machine());
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

  test('is another program that receives with the same token', async () => {
    const world = await createWorld(db());
    const hoa = await world.registerStaff();
    const detail = '409 Conflict: terminated by other getUpdates request';
    await writeChannelStates(db(), [{ channel: 'zalo-oa', state: 'down', detail }], world.clock.machine());
    world.clock.pass(61);
    expect(await world.transact(alertOfTroubles)).toBe(1);
    hoa.looksAway();
    await world.settle();
    hoa.sees(/có chương trình khác đang nhận tin bằng cùng mã truy cập/);
  });

  test('is not told a second time where the consent is asked for with its link', async () => {
    const world = await createWorld(db());
    await world.registerStaff();
    await writeChannelStates(db(), [{ channel: 'zalo-oa', state: 'down', lasting: 'consent' }], world.clock.machine());
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

  test('is a year whose days off nobody has told the service, from October of the year before and once', async () => {
    const world = await createWorld(db(), { at: '2027-09-30T10:00' });
    const hoa = await world.registerStaff();
    const alert = () => world.transact(alertOfTroubles);
    expect(await alert()).toBe(0);
    world.clock.set('2027-10-01T06:00');
    expect(await alert()).toBe(0);
    world.clock.set('2027-10-01T08:00');
    expect([await alert(), await alert()]).toEqual([1, 0]);
    hoa.looksAway();
    await world.settle();
    hoa.sees(
      /^Hệ thống chưa có lịch nghỉ lễ, Tết và ngày làm bù chính thức của năm 2028/,
      /mồng 1 Tết ngày 26\/01\/2028, Giỗ Tổ Hùng Vương ngày 04\/4\/2028/,
      /quản trị/,
    );
    world.clock.set('2028-03-01T08:00');
    expect(await alert()).toBe(0);
  });
});
