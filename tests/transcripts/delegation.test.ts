/** A head gives the work to somebody, is away, or hands over. */
import { expect, test } from 'vitest';
import { reports } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

async function issuedIn(world: World) {
  const hoa = await world.registerStaff('Hoa');
  const lan = await world.register('XA-AN-BINH', 'Lan');
  await world.issue();
  lan.looksAway();
  hoa.looksAway();
  return { hoa, lan };
}

/** Somebody opens the code that was given out last. */
async function joins(world: World, inviting: { newest(): { text: string } }, name: string) {
  const code = /có hạn\): (\S+)/.exec(inviting.newest().text)?.[1] ?? '';
  const joining = world.person(name);
  await joining.opens(code);
  await joining.taps('Đồng ý');
  return joining;
}

describeTranscripts('a delegate', (open) => {
  test('is invited by a sentence of the head, gets the tasks, is reminded too, reports; the head hears, and takes it back', async () => {
    const world = await open();
    const { lan } = await issuedIn(world);
    await lan.says('giao đồng chí Nga phụ trách');
    lan.sees(/Mã mời cán bộ đầu mối của UBND xã An Bình/, /chuyển riêng cho đồng chí Nga/, /vẫn chịu trách nhiệm/);
    const nga = await joins(world, lan, 'Nga');
    lan.sees(/Cán bộ đầu mối của UBND xã An Bình đã nhận mã mời/);
    nga.sees(/CÔNG VĂN/);
    lan.looksAway();
    nga.looksAway();
    await world.at('2021-09-08T08:00');
    for (const person of [lan, nga]) person.sees(/UBND xã An Bình chưa báo cáo/);
    await reports(nga, [50, 45, 40, 38]);
    await lan.says('/nhiemvu');
    lan.sees(/An Bình/);
    nga.looksAway();
    await lan.says('/thoiuyquyen');
    lan.sees(/Đã thôi giao Nga – UBND xã An Bình/);
    nga.sees(/Vai trò của đồng chí đã kết thúc/);
    await lan.says('thôi ủy quyền');
    lan.sees(/không có cán bộ đầu mối nào/);
  });

  test('cannot invite further ones, nor end the role of the head', async () => {
    const world = await open();
    const { lan } = await issuedIn(world);
    await lan.says('/uyquyen Nga');
    const nga = await joins(world, lan, 'Nga');
    await nga.says('/uyquyen Tý');
    nga.sees(/do thủ trưởng đơn vị thực hiện/);
    await nga.says('/thoiuyquyen');
    nga.sees(/không có cán bộ đầu mối nào/);
  });

  test('is offered where somebody is only named', async () => {
    const world = await open();
    const { lan } = await issuedIn(world);
    await lan.says('liên hệ chị Nga văn phòng');
    lan.sees(/muốn giao đồng chí Nga/);
    await lan.taps('Lấy mã mời');
    lan.sees(/Mã mời cán bộ đầu mối/);
  });

  test('for one of several units is asked for which', async () => {
    const world = await open();
    const { lan } = await issuedIn(world);
    await lan.opens(await world.invite('unit', 'XA-BINH-MINH'));
    await lan.taps('Đồng ý');
    await lan.says('/uyquyen');
    lan.sees(/ủy quyền cho đơn vị nào/);
    await lan.taps('UBND xã Bình Minh');
    lan.sees(/Mã mời cán bộ đầu mối của UBND xã Bình Minh/);
  });
});

describeTranscripts('a head who is away', (open) => {
  test('is not reminded while somebody else of the unit is there, and is again afterwards', async () => {
    const world = await open();
    const { lan } = await issuedIn(world);
    await lan.says('/uyquyen Nga');
    const nga = await joins(world, lan, 'Nga');
    await lan.says('tôi đi công tác đến 8/9');
    lan.sees(/vắng mặt đến 17h00 ngày 08\/9\/2021/);
    lan.looksAway();
    nga.looksAway();
    await world.at('2021-09-08T08:00');
    lan.seesNothing();
    nga.sees(/chưa báo cáo/);
    await world.at('2021-09-09T14:00');
    lan.sees(/chưa báo cáo/);
    await lan.says('/vangmat đến 20/9');
    await lan.says('đã về');
    lan.looksAway();
    await world.at('2021-09-09T17:00');
    lan.sees(/chưa báo cáo/);
  });

  test('is reminded all the same where nobody else answers for the unit', async () => {
    const world = await open();
    const { lan } = await issuedIn(world);
    await lan.says('/vangmat');
    lan.sees(/vắng mặt đến ngày nào/);
    await lan.says('/vangmat đến 10/9');
    lan.looksAway();
    await world.at('2021-09-08T08:00');
    lan.sees(/chưa báo cáo/);
  });
});

describeTranscripts('a handover', (open) => {
  test('ends the roles of who leaves and tells staff; the new head reads what was reported and what is owed', async () => {
    const world = await open();
    const { lan, hoa } = await issuedIn(world);
    await reports(lan, [50, 45, 40, 38]);
    await lan.says('tôi chuyển công tác rồi');
    await lan.taps('Bàn giao');
    lan.sees(/thôi vai trò: thủ trưởng – UBND xã An Bình\?/);
    await lan.says('xác nhận bàn giao');
    lan.sees(/đã thôi vai trò/);
    hoa.sees(/UBND xã An Bình hiện không còn thủ trưởng/);
    const nam = await world.register('XA-AN-BINH', 'Nam');
    nam.sees(/Hồ sơ UBND xã An Bình chuyển giao cho đồng chí: 1 văn bản; 1 báo cáo đã gửi, 0 báo cáo còn phải gửi/);
    expect(nam.reads().filter((text) => text.includes('CÔNG VĂN'))).toHaveLength(1);
    await nam.says('/lichsu');
    nam.sees(/Lan/);
  });

  test('of a head who is still there is put before staff, who end the role of the one before', async () => {
    const world = await open();
    const { lan, hoa } = await issuedIn(world);
    await world.register('XA-AN-BINH', 'Nam');
    hoa.sees(/UBND xã An Bình có thủ trưởng mới nhận tin qua hệ thống; trước đó là Lan/);
    await hoa.taps('Kết thúc: Lan');
    await hoa.taps('Xác nhận thu hồi');
    lan.sees(/đã kết thúc vai trò/);
  });
});
