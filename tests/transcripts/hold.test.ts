/** After a restore staff decide in the chat what becomes of what waited. */
import { expect, test } from 'vitest';
import { issueDirective } from '../../bot/acts/issue.ts';
import { listUncertain } from '../../db/delivery/uncertain.ts';
import { beginRestoredEpoch, readEpoch } from '../../db/time/epochs.ts';
import { alertOfTroubles } from '../../jobs/platforms/alerts.ts';
import { describeTranscripts } from '../harness/world.ts';

describeTranscripts('what is held back since a restore', (open) => {
  async function restored() {
    const world = await open();
    const hoa = await world.registerStaff();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.transact((work) => issueDirective(work, { via: 'command', by: null }, world.directiveId));
    const until = world.clock.machine();
    world.clock.pass(3600);
    await beginRestoredEpoch(world.db, until, world.clock.machine());
    lan.looksAway();
    hoa.looksAway();
    await world.transact(alertOfTroubles);
    await world.settle();
    return { world, hoa, lan };
  }

  test('staff are told once which time is lost, and let it go out', async () => {
    const { world, hoa, lan } = await restored();
    hoa.sees(/lúc 17h00 ngày 22\/11\/2026/, /đến 18h00 ngày 22\/11\/2026/, /tạm giữ 1 tin/);
    expect(hoa.choices()).toEqual(['Gửi tiếp', 'Bỏ']);
    lan.seesNothing();
    await hoa.taps('Gửi tiếp');
    hoa.sees(/gửi tiếp 1 tin/);
    lan.sees(/101\/UBND-VHTT/);
    expect(await readEpoch(world.db)).toMatchObject({ hold: 'released', decidedBy: 1 });
    await world.transact(alertOfTroubles);
    hoa.looksAway();
    await world.settle();
    hoa.seesNothing();
  });

  test('staff give it up', async () => {
    const { world, hoa, lan } = await restored();
    await hoa.says('tạm giữ');
    hoa.sees(/tạm giữ 1 tin/);
    await hoa.taps('Bỏ');
    hoa.sees(/đã bỏ 1 tin/);
    lan.seesNothing();
    expect(await listUncertain(world.db)).toMatchObject([{ kind: 'tasks' }]);
    await hoa.says('/tamgiu gui');
    hoa.sees(/không tạm giữ tin nào/);
  });

  test('nobody else decides, and other work of theirs goes on', async () => {
    const { world, lan } = await restored();
    await lan.says('/tamgiu bo');
    lan.sees(/dành cho cán bộ theo dõi/);
    expect(await readEpoch(world.db)).toMatchObject({ hold: 'held' });
    await lan.says('/nhiemvu');
    lan.sees(/101\/UBND-VHTT/);
  });
});
