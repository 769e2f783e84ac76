/** Who says when they will report is not reminded before; who does not keep it twice is seen. */
import { expect, test } from 'vitest';
import { promises } from '../../db/schema/tables.ts';
import { roster } from '../harness/world/fixture.ts';
import { reports, saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

const withPhone = {
  roster: roster.replace('An Bình,50,,Chủ tịch UBND xã,', 'An Bình,50,Lê Thị Lan,Chủ tịch UBND xã,02373000222'),
};

async function issuedIn(world: World) {
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const nam = await world.register('XA-BINH-MINH', 'Nam');
  const hoa = await world.registerStaff('Hoa');
  const minh = await world.registerLeader('Minh');
  const group = world.group('Giao ban');
  await hoa.writesIn(group, `/start ${await world.invite('group')}`);
  await world.issue();
  for (const person of [lan, nam, hoa, minh]) person.looksAway();
  return { lan, nam, hoa, minh, group };
}

const states = async (world: World): Promise<string[]> =>
  (await world.db.select({ state: promises.state }).from(promises).orderBy(promises.id)).map(({ state }) => state);

describeTranscripts('a promise', (open) => {
  test('is read back as a time, and nobody of the unit is reminded before it; the group does not name the unit', async () => {
    const world = await open();
    const { lan, nam, group } = await issuedIn(world);
    await world.at('2021-09-09T09:00');
    await lan.says('15h gửi');
    lan.sees(
      /UBND xã An Bình hẹn gửi báo cáo lúc 15h00 ngày 09\/9\/2021/,
      /không nhắc trước giờ đó/,
      /Hạn: 17h00 ngày 09\/9\/2021/,
    );
    lan.doesNotSee(/chưa hiểu/);
    lan.looksAway();
    nam.looksAway();
    await world.at('2021-09-09T14:00');
    lan.seesNothing();
    nam.sees(/UBND xã Bình Minh chưa báo cáo/);
    expect(group.newest()).toMatch(/còn 4 đơn vị chưa báo cáo/);
    expect(group.newest()).toMatch(/1 đơn vị đã hẹn giờ gửi/);
    expect(group.newest()).not.toMatch(/An Bình$/m);
    await world.at('2021-09-09T15:04');
    lan.seesNothing();
    await world.at('2021-09-09T15:05');
    lan.sees(/^Đã quá giờ hẹn \(15h00 ngày 09\/9\/2021\): UBND xã An Bình chưa báo cáo/);
    expect(lan.choices()).toContain('Báo cáo');
    await world.at('2021-09-09T15:06');
    expect(lan.reads()).toHaveLength(1);
  });

  test('that is kept says nothing more', async () => {
    const world = await open();
    const { lan } = await issuedIn(world);
    await world.at('2021-09-09T09:00');
    await lan.says('để 15h em gửi ạ');
    await reports(lan, [50, 45, 40, 38]);
    lan.looksAway();
    await world.at('2021-09-09T15:05');
    lan.seesNothing();
    expect(await states(world)).toEqual(['kept']);
  });

  test('that is given anew before its time takes the place of the first, and none was broken', async () => {
    const world = await open();
    const { lan } = await issuedIn(world);
    await world.at('2021-09-09T09:00');
    await lan.says('10h gửi');
    await lan.says('11h gửi nhé');
    lan.sees(/11h00 ngày 09\/9\/2021/);
    lan.looksAway();
    await world.at('2021-09-09T10:30');
    lan.seesNothing();
    expect(await states(world)).toEqual(['replaced', 'waiting']);
  });

  test('broken a second time is told to staff with whom to call, and the leader reads it under what needs a decision', async () => {
    const world = await open(withPhone);
    const { lan, hoa, minh } = await issuedIn(world);
    await world.at('2021-09-08T09:00');
    await lan.says('10h gửi');
    await world.at('2021-09-08T10:05');
    hoa.looksAway();
    await lan.says('để mai 9h em gửi');
    await world.at('2021-09-09T08:30');
    hoa.doesNotSee(/hẹn/);
    await world.at('2021-09-09T09:05');
    lan.sees(/Đã quá giờ hẹn/);
    hoa.sees(
      /UBND xã An Bình đã 2 lần hẹn gửi báo cáo .*101\/UBND-VHTT.* nhưng chưa gửi \(10h00 ngày 08\/9\/2021; 09h00 ngày 09\/9\/2021\)/,
      /Lê Thị Lan.*02373000222/,
    );
    minh.looksAway();
    await world.at('2021-09-09T14:00');
    minh.sees(/Cần quyết định:/, /UBND xã An Bình: 2 lần hẹn gửi báo cáo mà chưa gửi/);
    await reports(lan, [50, 45, 40, 38]);
    minh.looksAway();
    await world.at('2021-09-09T17:00');
    minh.doesNotSee(/Cần quyết định/);
  });

  test('for a time far behind the deadline is none: an extension is asked for', async () => {
    const world = await open();
    const { lan } = await issuedIn(world);
    await lan.says('ngày 20/9 em gửi');
    lan.sees(/muộn hơn hạn/, /xin gia hạn đến/);
    expect(await states(world)).toEqual([]);
  });

  test('without a time is asked for one, and nothing is kept', async () => {
    const world = await open();
    const { lan } = await issuedIn(world);
    await lan.says('lát nữa em gửi');
    lan.sees(/hệ thống chờ báo cáo/, /mấy giờ/);
    expect(await states(world)).toEqual([]);
    await lan.says('30 phút nữa em gửi');
    lan.sees(/08h30 ngày 06\/9\/2021/);
  });

  test('in the middle of a report keeps the figures that are there', async () => {
    const world = await open();
    const { lan } = await issuedIn(world);
    await saysAll(lan, '/baocao', '50', '15h gửi tiếp nhé');
    lan.sees(
      /hẹn gửi báo cáo lúc 15h00 ngày 06\/9\/2021/,
      /nhắn lại giờ đúng\. Hệ thống giữ nguyên các số/,
      /Bluezone: bao nhiêu/,
    );
    expect(await states(world)).toEqual(['waiting']);
  });

  test('for the evening is asked after in the office hours of the next morning, once', async () => {
    const world = await open();
    const { lan } = await issuedIn(world);
    await world.at('2021-09-07T16:00');
    await lan.says('tối em gửi');
    lan.looksAway();
    await world.at('2021-09-07T21:05');
    lan.seesNothing();
    await world.at('2021-09-08T07:30');
    await world.at('2021-09-08T08:00');
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/UBND xã An Bình chưa báo cáo/);
    expect(await states(world)).toEqual(['broken']);
  });
});
