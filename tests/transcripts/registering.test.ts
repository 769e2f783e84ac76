import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { hashCode } from '../../bot/links/codes.ts';
import { invites, people, unitRoles } from '../../db/schema/tables.ts';
import { describeTranscripts } from '../harness/world.ts';

describeTranscripts('registering', (open) => {
  test('one message names the unit, gives the notice and asks; agreeing is confirmed once and nothing more is asked', async () => {
    const world = await open();
    const lan = world.person('Lan');
    await lan.opens(await world.invite('unit', 'XA-AN-BINH'));
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/thủ trưởng – UBND xã An Bình/, /dữ liệu cá nhân/, /đồng ý không\?/);
    expect(lan.choices()).toEqual(['Đồng ý', 'Không đồng ý']);
    await lan.taps('Đồng ý');
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/đã ghi nhận đồng chí: thủ trưởng – UBND xã An Bình/);
    lan.doesNotSee(/\?/);
  });

  test('who refuses is told what follows, gets nothing, and may change their mind', async () => {
    const world = await open();
    const lan = world.person('Lan');
    await lan.opens(await world.invite('unit', 'XA-AN-BINH'));
    await lan.taps('Không đồng ý');
    lan.sees(/không đồng ý và sẽ không nhắn tin/);
    await world.issue();
    expect(lan.reads()).toHaveLength(1);
    await lan.says('dong y');
    lan.sees(/đã ghi nhận đồng chí: thủ trưởng – UBND xã An Bình/, /CÔNG VĂN/);
  });
});

describeTranscripts('registering, otherwise', (open) => {
  test('a head who registers after issuing gets the tasks at once', async () => {
    const world = await open();
    await world.issue();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    expect(lan.reads()).toHaveLength(2);
    lan.sees(/đã ghi nhận đồng chí[\s\S]*CÔNG VĂN[\s\S]*Quán triệt/);
  });

  test('agreeing in words works, anything else repeats the question', async () => {
    const world = await open();
    const lan = world.person('Lan');
    await lan.opens(await world.invite('unit', 'XA-AN-BINH'));
    await lan.says('chào em');
    lan.sees(/đồng ý không\?/);
    await lan.says('Tôi đồng ý.');
    lan.sees(/đã ghi nhận đồng chí/);
  });

  test('a refusal, once regretted in other words, is asked about again', async () => {
    const world = await open();
    const lan = world.person('Lan');
    await lan.opens(await world.invite('unit', 'XA-AN-BINH'));
    await lan.says('không đồng ý');
    await lan.says('cho tôi đăng ký lại');
    lan.sees(/đồng ý nhận lại thông tin không\?/);
    await lan.taps('Đồng ý');
    lan.sees(/đã ghi nhận đồng chí/);
  });

  test('the code alone registers as well as /start with it', async () => {
    const world = await open();
    const lan = world.person('Lan');
    await lan.says(await world.invite('unit', 'XA-AN-BINH'));
    lan.sees(/thủ trưởng – UBND xã An Bình/, /đồng ý không\?/);
  });

  test('a used, a revoked, an expired and an unknown code each get their own clear sentence', async () => {
    const world = await open();
    const used = await world.invite('unit', 'XA-AN-BINH');
    await world.person('Lan').opens(used);
    const nam = world.person('Nam');
    await nam.opens(used);
    nam.sees(/đã được dùng.*mã mới/);
    const revoked = await world.invite('unit', 'XA-AN-BINH');
    await world.db
      .update(invites)
      .set({ revokedAt: world.clock.machine() })
      .where(eq(invites.hash, hashCode(revoked)));
    await nam.opens(revoked);
    nam.sees(/đã được thu hồi/);
    const old = await world.invite('unit', 'XA-AN-BINH');
    world.clock.pass(15 * 24 * 3600);
    await nam.opens(old);
    nam.sees(/đã hết hạn/);
    await nam.opens('khong-co-ma-nay');
    nam.sees(/Mã mời không đúng/);
    await nam.says('/start');
    nam.sees(/gửi mã mời/);
    await nam.says('xin chào');
    nam.sees(/^Kính chào đồng chí\. Hệ thống chưa biết đồng chí .*mở đường liên kết mời, hoặc gửi mã mời/);
    nam.doesNotSee(/số điện thoại/);
    expect(await world.db.select().from(people)).toHaveLength(1);
  });

  test('opening one own link again asks again while unanswered, and afterwards says that one is registered', async () => {
    const world = await open();
    const lan = world.person('Lan');
    const code = await world.invite('unit', 'XA-AN-BINH');
    await lan.opens(code);
    await lan.opens(code);
    lan.sees(/đồng ý không\?/);
    await lan.taps('Đồng ý');
    await lan.opens(code);
    lan.sees(/đã đăng ký: thủ trưởng – UBND xã An Bình/);
    await lan.opens(await world.invite('unit', 'XA-AN-BINH'));
    lan.sees(/đã đăng ký/);
    await lan.says('/nhiemvu');
    lan.sees(/chưa có nhiệm vụ/);
  });

  test('a code at any step registers a further unit of the same head', async () => {
    const world = await open();
    await world.issue();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await lan.says('/baocao');
    await lan.says('50');
    await lan.says(await world.invite('unit', 'XA-BINH-MINH'));
    lan.sees(/vai trò: thủ trưởng – UBND xã Bình Minh\./);
    await lan.taps('Đồng ý');
    lan.sees(/Kính gửi: Đồng chí Chủ tịch UBND xã Bình Minh/);
    lan.doesNotSee(/Nhiệm vụ của UBND xã An Bình/);
    expect(await world.db.select().from(people)).toHaveLength(1);
  });

  test('agreeing to a new unit says nothing about one that was refused before', async () => {
    const world = await open();
    const lan = world.person('Lan');
    await lan.opens(await world.invite('unit', 'XA-AN-BINH'));
    await lan.taps('Không đồng ý');
    await lan.opens(await world.invite('unit', 'XA-BINH-MINH'));
    lan.sees(/Bình Minh/);
    lan.doesNotSee(/An Bình/);
    await lan.taps('Đồng ý');
    lan.doesNotSee(/An Bình/);
    const roles = await world.db.select({ state: unitRoles.state }).from(unitRoles).orderBy(unitRoles.id);
    expect(roles).toEqual([{ state: 'refused' }, { state: 'agreed' }]);
    await lan.says('đồng ý');
    lan.sees(/đã ghi nhận đồng chí: thủ trưởng – UBND xã An Bình/);
  });

  test('a notice left unanswered in favour of other work can still be agreed to', async () => {
    const world = await open();
    await world.issue();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await lan.opens(await world.invite('unit', 'XA-BINH-MINH'));
    await lan.says('/baocao');
    await lan.says('/huy');
    await lan.says('Đồng ý');
    lan.sees(/đã ghi nhận đồng chí: thủ trưởng – UBND xã Bình Minh/);
  });

  test('two people of one unit are both told', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const nam = await world.register('XA-AN-BINH', 'Nam');
    await world.issue();
    lan.sees(/UBND xã An Bình/);
    nam.sees(/UBND xã An Bình/);
  });

  test('/toi gives a code that binds a further account, where a report under way goes on', async () => {
    const world = await open();
    await world.issue();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await lan.says('/toi');
    lan.sees(/Đồng chí là: thủ trưởng – UBND xã An Bình/, /dùng một lần/);
    const code = /dùng một lần\): (\S+)/.exec(lan.newest().text)?.[1] ?? '';
    await lan.says('/baocao');
    await lan.says('50');
    const tablet = world.person('Lan, máy tính bảng');
    await tablet.says(code);
    tablet.sees(/thêm tài khoản này/);
    await tablet.says('45');
    tablet.sees(/Đã ghi Bluezone: 45\/50/, /QR: bao nhiêu/);
    expect(await world.db.select().from(people)).toHaveLength(1);
    const stranger = world.person('Người lạ');
    await stranger.says(code);
    stranger.sees(/đã được dùng/);
  });

  test('a further account of one person is not merged into another', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    await lan.says('/toi');
    await nam.says(/dùng một lần\): (\S+)/.exec(lan.newest().text)?.[1] ?? '');
    nam.sees(/đã đăng ký cho người khác/);
  });
});

describeTranscripts('the head of a company', (open) => {
  test('is addressed as companies are, from the notice to the acknowledgement', async () => {
    const world = await open();
    const viet = world.person('Việt');
    await viet.opens(await world.invite('unit', 'VT-SONG-MAY'));
    viet.sees(/^Kính chào Ông \(Bà\)\..* Ông \(Bà\) được đăng ký với vai trò: thủ trưởng – Viễn thông Sông Mây/);
    await viet.says('hôm nay thời tiết đẹp');
    viet.doesNotSee(/đồng chí/i);
    viet.sees(/chưa rõ trả lời của Ông \(Bà\)/);
    await viet.taps('Đồng ý');
    await viet.says('nhiệm vụ');
    viet.sees(/chưa có nhiệm vụ nào được giao cho đơn vị của Ông \(Bà\)/);
    await world.issue();
    viet.sees(/Kính gửi: Ông \(Bà\) Giám đốc Viễn thông Sông Mây/, /Đề nghị Ông \(Bà\) xác nhận đã nhận/);
    await viet.taps('Đã nhận');
    expect(viet.reads().join('\n')).not.toMatch(/đồng chí/i);
  });
});
