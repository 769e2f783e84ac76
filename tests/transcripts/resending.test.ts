/** A platform confirmed nothing for a while: staff hear of what was given up, and send it again with one command. */
import { isNotNull } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { importDirective } from '../../bot/acts/import-directive.ts';
import { issueDirective } from '../../bot/acts/issue.ts';
import { outbox } from '../../db/schema/tables.ts';
import * as fixture from '../harness/world/fixture.ts';
import type { Person } from '../harness/world/person.ts';
import { reports } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

const lost = { type: 'uncertain', reason: 'HTTP 502', arrives: false } as const;

/** So often a message goes out on a channel that otherwise works. */
const tries = 4;

const loseTasks = (world: World, ...heads: Person[]): void => {
  for (const head of heads) world.channel.fault(head.address, ...Array.from({ length: tries }, () => lost));
};

const givenUp = (world: World) => world.db.$count(outbox, isNotNull(outbox.givenUp));

describeTranscripts('what was given up', (open) => {
  const openTroubled = async () => {
    const world = await open();
    const hoa = await world.registerStaff('Hoa');
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const binh = await world.register('XA-BINH-MINH', 'Bình');
    const school = await world.register('TH-AN-BINH', 'Hiệu trưởng');
    hoa.looksAway();
    loseTasks(world, lan, binh, school);
    await world.issue();
    for (const head of [lan, binh, school]) head.looksAway();
    return { world, hoa, lan, binh, school };
  };

  test('is told to staff and sent again after a preview; who reported meanwhile gets nothing; again, nothing goes', async () => {
    const { world, hoa, lan, binh, school } = await openTroubled();
    expect(await givenUp(world)).toBeGreaterThanOrEqual(3);
    hoa.sees(/hệ thống đã thôi gửi/, /gõ \/guilai để gửi lại/);
    await reports(lan, [50, 45, 40, 38]);
    lan.looksAway();
    await hoa.says('/guilai');
    hoa.sees(/101\/UBND-VHTT/, /2 tin của 2 đơn vị chưa gửi được: .*UBND xã Bình Minh/, /Gửi lại\?/);
    hoa.doesNotSee(/UBND xã An Bình/, /không kênh nào/);
    await hoa.taps('Gửi lại');
    hoa.sees(/đang gửi lại 2 tin của văn bản số 101\/UBND-VHTT/);
    for (const head of [binh, school]) head.sees(/CÔNG VĂN/);
    lan.seesNothing();
    expect(await givenUp(world)).toBe(0);
    for (const head of [binh, school]) head.looksAway();
    await hoa.says('gửi lại');
    hoa.sees(/Không có tin nào cần gửi lại/);
    for (const head of [lan, binh, school]) head.seesNothing();
  });

  test('stays as it is where staff say no, or cancel', async () => {
    const { world, hoa, binh } = await openTroubled();
    const before = await givenUp(world);
    await hoa.says('gui lai');
    await hoa.says('gì cơ');
    hoa.sees(/Gửi lại\?/);
    await hoa.says('để xem đã');
    hoa.sees(/chưa gửi lại tin nào/);
    await hoa.says('gui lai');
    await hoa.taps('Không');
    hoa.sees(/chưa gửi lại tin nào/);
    await hoa.says('/guilai');
    await hoa.says('/huy');
    hoa.sees(/chưa gửi lại tin nào/);
    binh.seesNothing();
    expect(await givenUp(world)).toBe(before);
  });

  test('waits for a way where there is none, and comes when its reader is back', async () => {
    const { hoa, binh } = await openTroubled();
    await binh.blocks();
    await hoa.says('/guilai');
    hoa.sees(/3 tin của 3 đơn vị/, /1 đơn vị hiện không kênh nào nhắn được: cần gọi điện/);
    await hoa.taps('Gửi lại');
    hoa.sees(/đang gửi lại 2 tin/, /cho 1 đơn vị: UBND xã Bình Minh\. .*\/goidien/);
    binh.seesNothing();
    await hoa.says('/goidien');
    hoa.sees(/UBND xã Bình Minh/);
    await hoa.says('/guilai');
    hoa.sees(/Không có tin nào cần gửi lại/);
    await binh.unblocks();
    binh.sees(/CÔNG VĂN/);
  });

  test('is not sent by the second of two who confirm, who is told so', async () => {
    const { world, hoa, binh } = await openTroubled();
    const nga = await world.registerStaff('Nga');
    await hoa.says('/guilai');
    await nga.says('/guilai');
    binh.looksAway();
    await hoa.taps('Gửi lại');
    const got = binh.reads().length;
    expect(got).toBeGreaterThan(0);
    await nga.taps('Gửi lại');
    nga.sees(/đã được gửi lại hoặc không còn cần gửi/);
    expect(binh.reads()).toHaveLength(got);
  });

  test('of answers, which are about no directive, is offered too; whoever wrote since is not answered again', async () => {
    const world = await open();
    const hoa = await world.registerStaff('Hoa');
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const binh = await world.register('XA-BINH-MINH', 'Bình');
    for (const head of [lan, binh]) {
      loseTasks(world, head);
      await head.says('/trogiup');
      head.looksAway();
    }
    expect(await givenUp(world)).toBe(2);
    world.clock.pass(1);
    await binh.says('/trogiup');
    binh.looksAway();
    await hoa.says('/guilai');
    hoa.sees(/1 tin trả lời, thông báo không thuộc văn bản nào chưa gửi được/, /Gửi lại\?/);
    await hoa.taps('Gửi lại');
    hoa.sees(/đang gửi lại 1 tin trả lời, thông báo/);
    lan.sees(/\/nhiemvu/);
    binh.seesNothing();
    expect(await givenUp(world)).toBe(0);
    await hoa.says('/guilai');
    hoa.sees(/Không có tin nào cần gửi lại/);
  });

  test('of answers is not offered to the staff of another office', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const other = world.person('Nga');
    await other.opens(await world.invite('staff', 'XA-BINH-MINH'));
    await other.taps('Đồng ý');
    loseTasks(world, lan);
    await lan.says('/trogiup');
    await other.says('/guilai');
    other.sees(/Không có tin nào cần gửi lại/);
  });

  test('of a directive and of answers is asked for by which', async () => {
    const { world, hoa, lan } = await openTroubled();
    loseTasks(world, lan);
    await lan.says('/trogiup');
    lan.looksAway();
    await hoa.says('/guilai');
    hoa.sees(/của văn bản nào\?/);
    await hoa.taps('Tin trả lời, thông báo (1 tin)');
    await hoa.taps('Gửi lại');
    lan.sees(/\/nhiemvu/);
  });

  test('of several directives is asked for by directive', async () => {
    const { world, hoa, lan, binh } = await openTroubled();
    const second = JSON.stringify({ ...fixture.directive, number: '102/UBND-VHTT' });
    const imported = await importDirective(world.db, second, world.clock.civil());
    if (!imported.ok) throw new Error(imported.error);
    loseTasks(world, lan, binh);
    await world.transact((work) => issueDirective(work, { via: 'command', by: null }, imported.value.id));
    await world.settle();
    for (const head of [lan, binh]) head.looksAway();
    await hoa.says('/guilai');
    hoa.sees(/của văn bản nào\?/);
    expect(hoa.choices()).toHaveLength(2);
    await hoa.taps(hoa.choices().find((label) => label.startsWith('102/')) ?? '');
    hoa.sees(/Văn bản số 102/, /2 tin của 2 đơn vị/);
    await hoa.taps('Gửi lại');
    for (const head of [lan, binh]) head.sees(/102\/UBND-VHTT/);
    await hoa.says('/guilai');
    hoa.sees(/Văn bản số 101/, /3 tin của 3 đơn vị/);
  });
});
