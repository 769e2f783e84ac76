/** Registering by a telephone number: proven by the platform, or typed and so a claim that staff decide. */
import { expect, test } from 'vitest';
import { channelLimits } from '../../core/channels/terms.ts';
import { accounts, people, reports, roleClaims } from '../../db/schema/tables.ts';
import { remindOfClaims } from '../../jobs/reminders/claims.ts';
import * as fixture from '../harness/world/fixture.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

const roster = fixture.roster
  .replace(/^(XA-AN-BINH.*),$/m, '$1,0912 345 678')
  .replace(/^(TH-AN-BINH.*),$/m, '$1,02373.852.246')
  .replace(/^(THCS-BINH-MINH.*),$/m, '$1,+842373852246');

const remind = async (world: World) => {
  await world.transact(remindOfClaims);
  await world.settle();
};

describeTranscripts('a number that the platform proves', (open) => {
  test('asks for consent as a code does, tells staff, and gives the tasks', async () => {
    const world = await open({ roster });
    const hoa = await world.registerStaff();
    await world.issue();
    const lan = world.person('Lan');
    await lan.sharesOwnContact('84912345678');
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/thủ trưởng – UBND xã An Bình/, /dữ liệu cá nhân/, /đồng ý không\?/);
    hoa.sees(/Lan đang đăng ký bằng số điện thoại trong danh bạ: thủ trưởng – UBND xã An Bình/);
    await lan.taps('Đồng ý');
    lan.sees(/đã ghi nhận đồng chí/, /CÔNG VĂN/);
  });

  test('takes all units that one number answers for', async () => {
    const world = await open({ roster });
    const lan = world.person('Lan');
    await lan.sharesOwnContact('02373852246');
    lan.sees(/Trường Tiểu học An Bình; thủ trưởng – Trường THCS Bình Minh/);
  });

  test('leaves somebody who is known who they are', async () => {
    const world = await open({ roster });
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    await nam.sharesOwnContact('0912345678');
    nam.sees(/Đồng chí đã đăng ký: thủ trưởng – UBND xã Bình Minh/);
  });
});

describeTranscripts('a number that somebody typed', (open) => {
  test('gives nothing of the unit and takes nothing for it before staff say that it is true', async () => {
    const world = await open({ roster });
    const hoa = await world.registerStaff();
    await world.issue();
    hoa.looksAway();
    const outsider = world.person('Ban quản trị https://evil.example\n@evil_bot');
    await outsider.sharesContact('0912345678');
    expect(outsider.reads()).toHaveLength(1);
    outsider.sees(/đề nghị cán bộ theo dõi đối chiếu/);
    for (const said of ['50 45 40 38', 'Đúng, gửi', 'Đồng ý', '/nhiemvu', '/baocao', 'đã nhận', '/toi']) {
      outsider.doesNotSee(/An Bình|Bluezone|VĂN BẢN/);
      await outsider.says(said);
      outsider.sees(/đang chờ cán bộ theo dõi đối chiếu/);
    }
    expect(await world.db.select().from(reports)).toEqual([]);
    expect(hoa.reads()).toHaveLength(1);
    hoa.sees(
      /Ban quản trị evil\. example evil_bot \(số điện thoại 0912345678\) xin đăng ký: thủ trưởng – UBND xã An Bình/,
    );
    hoa.doesNotSee(/https:|@/);
    expect(hoa.choices()).toEqual(['Đúng người', 'Không phải']);
  });

  test('confirmed by a tap leads to the notice, and from there to the tasks', async () => {
    const world = await open({ roster });
    const hoa = await world.registerStaff();
    await world.issue();
    const lan = world.person('Lan');
    await lan.sharesContact('0912345678');
    lan.looksAway();
    await hoa.taps('Đúng người');
    hoa.sees(/Đã xác nhận Lan là thủ trưởng – UBND xã An Bình/);
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/thủ trưởng – UBND xã An Bình/, /đồng ý không\?/);
    await lan.taps('Đồng ý');
    lan.sees(/đã ghi nhận đồng chí/, /CÔNG VĂN/);
    expect(await world.db.select({ phone: roleClaims.phone }).from(roleClaims)).toEqual([{ phone: null }]);
  });

  test('is confirmed by typed words as well, also without diacritics and without a number', async () => {
    const world = await open({ roster });
    const hoa = await world.registerStaff();
    const lan = world.person('Lan');
    await lan.says('0912 345 678');
    lan.sees(/đề nghị cán bộ theo dõi đối chiếu/);
    await hoa.says('dung nguoi');
    lan.sees(/thủ trưởng – UBND xã An Bình/);
    await lan.says('dong y');
    lan.sees(/đã ghi nhận đồng chí/);
  });

  test('refused is told courteously, and can be answered with a code', async () => {
    const world = await open({ roster });
    const hoa = await world.registerStaff();
    const lan = world.person('Lan');
    await lan.sharesContact('0912345678');
    lan.looksAway();
    await hoa.says('không phải');
    hoa.sees(/Đã từ chối Lan/);
    lan.sees(/chưa xác nhận được số điện thoại .*mong đồng chí thông cảm.*mã mời/);
    await lan.says('xin chào');
    lan.sees(/chưa biết đồng chí thuộc đơn vị nào/);
    expect(await world.db.select().from(people)).toHaveLength(1);
    await lan.opens(await world.invite('unit', 'XA-AN-BINH'));
    lan.sees(/đồng ý không\?/);
  });

  test('is decided once, and only by staff of an office that the unit belongs to', async () => {
    const world = await open({ roster });
    const hoa = await world.registerStaff();
    const huy = world.person('Chuyên viên Huy');
    await huy.opens(await world.invite('staff', 'PHONG-VHTT'));
    await huy.taps('Đồng ý');
    const lan = world.person('Lan');
    await lan.sharesContact('0912345678');
    huy.doesNotSee(/Lan/);
    await huy.says('/doichieu');
    huy.sees(/Không có người nào đang chờ đối chiếu/);
    await huy.says('/dungnguoi 1');
    huy.sees(/không còn chờ đối chiếu/);
    await hoa.says('/dungnguoi 1');
    hoa.sees(/Đã xác nhận/);
    await hoa.says('/khongphai 1');
    hoa.sees(/không còn chờ đối chiếu/);
  });

  test('that nobody answers is asked about once more, in office hours, and stands in the list until then', async () => {
    const world = await open({ roster });
    const hoa = await world.registerStaff();
    const lan = world.person('Lan');
    await lan.sharesContact('0912345678');
    await lan.sharesContact('0912345678');
    expect(await world.db.$count(roleClaims)).toBe(1);
    for (const [civil, asked] of [
      ['2021-09-06T16:00', 0],
      ['2021-09-07T12:00', 0],
      ['2021-09-07T14:00', 1],
      ['2021-09-08T14:00', 0],
    ] as const) {
      hoa.looksAway();
      world.clock.set(civil);
      await remind(world);
      expect(hoa.reads().filter((text) => /Nhắc lại: đang chờ đồng chí đối chiếu/.test(text))).toHaveLength(asked);
    }
    await hoa.says('đối chiếu');
    hoa.sees(/Lan \(số điện thoại 0912345678\)/);
    await hoa.taps('Đúng người');
    hoa.sees(/Đã xác nhận Lan/);
  });

  test('of two units is two questions, each with its own answer', async () => {
    const world = await open({ roster });
    const hoa = await world.registerStaff();
    const lan = world.person('Lan');
    await lan.sharesContact('02373852246');
    await hoa.says('/doichieu');
    hoa.sees(/Đang chờ đối chiếu: 2/);
    await hoa.taps('Đúng: Lan – Trường Tiểu học An Bình');
    await hoa.says('/doichieu');
    await hoa.taps('Không phải');
    lan.sees(/thủ trưởng – Trường Tiểu học An Bình/, /chưa xác nhận được/);
    lan.doesNotSee(/THCS/);
  });

  test('says no more of a number that is unknown, unreadable, or of a unit that has its head', async () => {
    const world = await open({ roster });
    await world.register('XA-AN-BINH', 'Lan');
    const stranger = world.person('Người lạ');
    for (const phone of ['0999999999', 'không có', '', '0912345678']) {
      await stranger.sharesContact(phone);
      stranger.sees(/^Hệ thống chưa đối chiếu được số điện thoại này\. .*mã mời/);
    }
    expect(await world.db.select().from(people)).toHaveLength(1);
  });

  test.each([
    ['0912 345 678 ạ'],
    ['SĐT: 0912345678'],
    ['0912-345-678 - Zalo 2'],
    ['số của tôi là +84 912 345 678'],
    ['912345678'],
    ['dạ em 0912.345.678'],
  ])('that was typed as "%s" is a claim that staff decide', async (typed) => {
    const world = await open({ roster });
    const hoa = await world.registerStaff();
    await world.person('Lan').says(typed);
    await hoa.says('/doichieu');
    hoa.sees(/UBND xã An Bình/);
  });

  test('is looked up five times a day for one account, and no more', async () => {
    const world = await open({ roster });
    const hoa = await world.registerStaff();
    const stranger = world.person('Người lạ');
    for (const at of [1, 2, 3, 4, 5]) {
      await stranger.sharesContact(`099999999${at}`);
      stranger.sees(/chưa đối chiếu được/);
    }
    for (const phone of ['0912345678', '0999999990']) {
      await stranger.says(phone);
      stranger.sees(/tạm dừng đối chiếu.*mã mời/);
    }
    expect(hoa.reads().join()).not.toMatch(/Người lạ/);
    const [account] = (await world.db.select().from(accounts)).filter(({ address }) => address === stranger.address);
    expect(account?.phoneTries).toBe(5);
    world.clock.pass(24 * 3600);
    await stranger.sharesContact('0912345678');
    stranger.sees(/đề nghị cán bộ theo dõi đối chiếu/);
  });

  test('is asked for where the channel has a form, of whoever opens the chat or writes unknown', async () => {
    const world = await open({ roster, limits: channelLimits['zalo-oa'] });
    const lan = world.person('Lan');
    await lan.unblocks();
    lan.sees(/^Kính chào đồng chí\. .*chia sẻ số điện thoại có trong danh bạ của cơ quan, hoặc gửi mã mời/);
    expect(lan.newest()).toMatchObject({ asksContact: true });
    await lan.says('xin chào');
    lan.sees(/chia sẻ số điện thoại/);
    expect(lan.newest()).toMatchObject({ asksContact: true });
    await lan.sharesContact('0912345678');
    expect(lan.newest()).not.toHaveProperty('asksContact');
    const telegram = (await open({ roster })).person('Nam');
    await telegram.unblocks();
    telegram.seesNothing();
    await telegram.says('xin chào');
    expect(telegram.newest()).not.toHaveProperty('asksContact');
  });
});
