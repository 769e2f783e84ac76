/** A person sees, withdraws and erases their own data in the chat; staff end a role. */
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { makeCallSheet } from '../../bot/facts/call-sheet.ts';
import { accounts, people, reports as reportRows, roleClaims, unitRoles } from '../../db/schema/tables.ts';
import { eraseLeftovers } from '../../jobs/platforms/retention.ts';
import * as fixture from '../harness/world/fixture.ts';
import { reports } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

/** Every table as one text, but for what is sealed, secret or counted. */
async function everything(world: World): Promise<string> {
  const tables = ['people', 'accounts', 'inbox', 'messages', 'outbox', 'conversations', 'attachments', 'role_claims'];
  const texts: string[] = [];
  for (const table of tables) {
    const rows = await world.db.execute(sql.raw(`select coalesce(json_agg(t)::text, '') as text from ${table} t`));
    const list = Array.isArray(rows) ? rows : (rows as { rows: unknown[] }).rows;
    texts.push(String((list[0] as { text: string }).text));
  }
  return texts.join('\n');
}

const sweep = async (world: World) => {
  while ((await world.transact(eraseLeftovers)) > 0);
};

describeTranscripts('a person who leaves by themselves', (open) => {
  test('is shown what is held of them, also without diacritics', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    for (const said of ['dữ liệu của tôi', 'du lieu cua toi', '/dulieu']) {
      await lan.says(said);
      lan.sees(/Vai trò: thủ trưởng – UBND xã An Bình/, /Tài khoản Telegram: Lan/, /đã gửi: \d+ tin/, /rút đồng ý/);
    }
    const stranger = world.person('Người lạ');
    await stranger.says('dữ liệu của tôi');
    stranger.sees(/Tài khoản Telegram: Người lạ/);
    stranger.doesNotSee(/An Bình/);
  });

  test('is erased after a read-back: nothing names them any more, and what the unit reported stays', async () => {
    const world = await open();
    const hoa = await world.registerStaff();
    const lan = await world.register('XA-AN-BINH', 'Lan Độc Nhất');
    await world.issue();
    await reports(lan, [50, 45, 40, 38]);
    await lan.says('xoa du lieu');
    lan.sees(/không khôi phục được/, /thôi vai trò: thủ trưởng – UBND xã An Bình/, /chắc chắn không\?/);
    await lan.says('1');
    await lan.says('/nhiemvu');
    lan.sees(/UBND xã An Bình/);
    await lan.says('xóa dữ liệu');
    hoa.looksAway();
    await lan.taps('Xác nhận xóa');
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/đã xóa dữ liệu của đồng chí/);
    hoa.sees(/UBND xã An Bình hiện không còn thủ trưởng .*\/moi XA-AN-BINH/);
    await sweep(world);
    const kept = await everything(world);
    expect(kept).not.toMatch(/Độc Nhất/);
    expect(kept).not.toContain(`"${lan.address}"`);
    expect(await world.db.$count(reportRows)).toBe(1);
    await hoa.says('/tonghop');
    hoa.sees(/Bluezone: 45\/50/);
    await hoa.says('/lichsu XA-AN-BINH');
    hoa.sees(/người không lưu tên/);
    await lan.says('/nhiemvu');
    lan.sees(/chưa biết đồng chí thuộc đơn vị nào/);
    await lan.opens(await world.invite('unit', 'XA-AN-BINH'));
    await lan.taps('Đồng ý');
    lan.sees(/đã ghi nhận đồng chí: thủ trưởng – UBND xã An Bình/);
  });

  test('keeps everything when they think better of it', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await lan.says('xóa dữ liệu');
    await lan.taps('Giữ nguyên');
    lan.sees(/giữ nguyên, chưa thay đổi gì/);
    await lan.says('/toi');
    lan.sees(/thủ trưởng – UBND xã An Bình/);
  });

  test('withdraws their consent after a read-back, and then has no right and no message', async () => {
    const world = await open();
    const hoa = await world.registerStaff();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await lan.says('rut dong y');
    lan.sees(/Muốn dùng lại phải có mã mời mới.*chắc chắn không\?/);
    hoa.looksAway();
    await lan.taps('Xác nhận rút');
    lan.sees(/đã ghi nhận đồng chí rút đồng ý/);
    hoa.sees(/không còn thủ trưởng/);
    await lan.says('50 45 40 38');
    lan.sees(/chưa biết đồng chí thuộc đơn vị nào/);
    await lan.says('đồng ý');
    lan.doesNotSee(/đã ghi nhận/);
    expect(await world.db.$count(reportRows)).toBe(0);
    const sheet = await makeCallSheet(world.reading(), world.directiveId);
    expect(sheet.calls.map(({ unit }) => unit)).toContain('XA-AN-BINH');
    lan.looksAway();
    await world.at('2021-09-09T14:00');
    lan.seesNothing();
    await lan.opens(await world.invite('unit', 'XA-AN-BINH'));
    await lan.taps('Đồng ý');
    lan.sees(/đã ghi nhận đồng chí/, /CÔNG VĂN|nhiệm vụ/);
  });

  test('gets no more messages when they want none, until they agree again', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await lan.says('ngừng nhận tin');
    lan.sees(/đã ngừng nhắn tin.*"Đồng ý"/);
    lan.looksAway();
    await world.issue();
    lan.seesNothing();
    await lan.says('đồng ý');
    lan.sees(/đã ghi nhận đồng chí/, /CÔNG VĂN/);
  });

  test('who never registered is erased with the number that they typed', async () => {
    const roster = fixture.roster.replace(/^(XA-AN-BINH.*),$/m, '$1,0912 345 678');
    const world = await open({ roster });
    const lan = world.person('Lan Độc Nhất');
    await lan.says('0912345678');
    await lan.says('xóa dữ liệu');
    await lan.taps('Xác nhận xóa');
    lan.sees(/đã xóa dữ liệu/);
    await sweep(world);
    expect(await everything(world)).not.toMatch(/Độc Nhất|0912345678/);
    expect(await world.db.select({ state: roleClaims.state }).from(roleClaims)).toEqual([{ state: 'ended' }]);
  });
});

describeTranscripts('a role that staff end', (open) => {
  test('is read back, ends at once, and its holder is told', async () => {
    const world = await open();
    const hoa = await world.registerStaff();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    lan.looksAway();
    await hoa.says('/thuhoi UBND xã An Bình');
    hoa.sees(/Thu hồi vai trò của Lan: thủ trưởng – UBND xã An Bình\?/);
    await hoa.taps('Xác nhận thu hồi');
    hoa.sees(/Đã thu hồi vai trò của Lan/, /không còn thủ trưởng/);
    lan.sees(/đã kết thúc vai trò của đồng chí: thủ trưởng – UBND xã An Bình/);
    await lan.says('50 45 40 38');
    lan.sees(/chưa biết đồng chí thuộc đơn vị nào/);
    const [role] = await world.db.select().from(unitRoles).where(eq(unitRoles.role, 'head'));
    const [staff] = await world.db.select().from(unitRoles).where(eq(unitRoles.role, 'staff'));
    expect(role).toMatchObject({ to: world.clock.civil(), endedBy: staff?.personId });
  });

  test('is found by the person’s name, and of several is chosen', async () => {
    const world = await open();
    const hoa = await world.registerStaff();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await lan.opens(await world.invite('unit', 'XA-BINH-MINH'));
    await lan.taps('Đồng ý');
    await hoa.says('/thuhoi lan');
    await hoa.taps('Lan: thủ trưởng – UBND xã Bình Minh');
    await hoa.taps('Xác nhận thu hồi');
    await lan.says('/toi');
    lan.sees(/Đồng chí là: thủ trưởng – UBND xã An Bình\./);
  });

  test('of another office is answered like one that does not exist, and stays', async () => {
    const world = await open();
    await world.register('XA-AN-BINH', 'Lan');
    const huy = world.person('Chuyên viên Huy');
    await huy.opens(await world.invite('staff', 'PHONG-GDDT'));
    await huy.taps('Đồng ý');
    await huy.says('/thuhoi Lan');
    huy.sees(/Không tìm thấy vai trò đang giữ theo "Lan"/);
    await huy.says('/xacnhanthuhoi 1');
    huy.sees(/Không tìm thấy vai trò/);
    await huy.says('/thuhoi');
    huy.sees(/kèm tên, mã đơn vị/);
    const ended = (await world.db.select().from(unitRoles)).filter(({ to }) => to !== null);
    expect(ended).toEqual([]);
    expect(await world.db.$count(people)).toBe(2);
    expect(await world.db.$count(accounts)).toBe(2);
  });
});
