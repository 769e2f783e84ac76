import { expect, test } from 'vitest';
import { importDirective } from '../../bot/acts/import-directive.ts';
import { issueDirective } from '../../bot/acts/issue.ts';
import { readSample } from '../../bot/intake/sample.ts';
import { messages, reports as reportRows } from '../../db/schema/tables.ts';
import { directive } from '../harness/world/fixture.ts';
import { reports, saysAll } from '../harness/world/person.ts';
import { describeTranscripts, plainText } from '../harness/world.ts';

describeTranscripts('staff issue a directive', (open) => {
  test('after a preview of who gets what and how many messages it costs; issuing twice sends nothing twice', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff('Hoa');
    await hoa.says('/vanban');
    hoa.sees(/101\/UBND-VHTT.*chưa phát hành/);
    await hoa.says('/phathanh');
    hoa.sees(/Giao nhiệm vụ cho 7 đơn vị/, /- xã: 2/, /- trường học: 2/, /- doanh nghiệp viễn thông: 1/);
    hoa.sees(/Phải báo cáo: 6 đơn vị, hạn 17h00 ngày 09\/9\/2021/, /Sẽ gửi 1 tin nhắn; 6 đơn vị chưa đăng ký/, /\?/);
    lan.looksAway();
    await hoa.taps('Phát hành');
    hoa.sees(/Đã phát hành văn bản số 101\/UBND-VHTT\. Đã giao 7 đơn vị: 1 nhận ngay, 6 chưa đăng ký\./);
    expect(lan.reads()).toHaveLength(1);
    await hoa.says('phát hành');
    hoa.sees(/Không có văn bản nào chờ phát hành/);
    await hoa.says(`/phathanh ${world.directiveId}`);
    hoa.sees(/đã được phát hành trước đó, hệ thống không gửi lại/);
    expect(await world.issue()).toBe(0);
    expect(lan.reads()).toHaveLength(1);
    await hoa.says('/vanban');
    hoa.sees(/đã phát hành, 0\/6 đơn vị đã báo cáo/);
  });
});

describeTranscripts('staff', (open, limits) => {
  test('may leave a directive unissued', async () => {
    const world = await open();
    const hoa = await world.registerStaff();
    await hoa.says('/phathanh');
    await hoa.says('xem đã');
    hoa.sees(/Phát hành văn bản này\?/);
    await hoa.taps('Không');
    hoa.sees(/chưa phát hành/);
    expect(await world.issue()).toBe(0);
    await world.register('XA-AN-BINH');
    await hoa.says('/phathanh');
    hoa.sees(/đã được phát hành|Không có văn bản nào chờ/);
  });

  test('are told when another issued it between the preview and the confirmation', async () => {
    const world = await open();
    const hoa = await world.registerStaff();
    await hoa.says('/phathanh');
    await world.issue();
    await hoa.taps('Phát hành');
    hoa.sees(/đã được phát hành trước đó/);
  });

  test('are told that a document was issued already under another id, and nobody owes it twice', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff();
    await world.issue();
    const again = JSON.stringify({ ...directive, number: '101 / ubnd–vhtt', subject: 'ứng dụng công nghệ, lần nữa' });
    const imported = await importDirective(world.db, again, world.clock.civil());
    expect(imported.ok && imported.value.warnings.at(-1)).toMatch(/đã được phát hành/);
    lan.looksAway();
    await hoa.says('/phathanh');
    hoa.sees(/cùng số, cùng ngày đã được phát hành \(mã \d+\) nên hệ thống không phát hành lần nữa/);
    await hoa.says('Phát hành');
    expect(lan.reads()).toEqual([]);
    const second = imported.ok ? imported.value.id : 0;
    const cause = { via: 'command', by: null } as const;
    expect(await world.transact((work) => issueDirective(work, cause, second))).toEqual({
      ok: false,
      error: 'issued-already',
    });
  });

  test('get a code for a unit with /moi, by code, by name, or chosen from several', async () => {
    const world = await open();
    const hoa = await world.registerStaff();
    await hoa.says('/moi');
    hoa.sees(/\/moi kèm mã hoặc tên đơn vị/);
    await hoa.says('/moi XA-KHONG-CO');
    hoa.sees(/Không tìm thấy đơn vị "XA-KHONG-CO", đề nghị nhập lại/);
    await hoa.says('/moi binh minh');
    hoa.sees(/Mã mời của UBND xã Bình Minh/);
    await hoa.says('/moi trường');
    hoa.sees(/chọn đơn vị nào\?/);
    await hoa.taps('Trường THCS Bình Minh');
    hoa.sees(/Mã mời của Trường THCS Bình Minh/);
    const code = /có hạn\): (\S+)/.exec(hoa.newest().text)?.[1] ?? '';
    const principal = world.person('Hiệu trưởng');
    await principal.opens(code);
    principal.sees(/thủ trưởng – Trường THCS Bình Minh/);
  });

  test('report on behalf of a unit whose head refused, and correct it', async () => {
    const world = await open();
    const hoa = await world.registerStaff('Hoa');
    const lan = world.person('Lan');
    await lan.opens(await world.invite('unit', 'XA-AN-BINH'));
    await lan.taps('Không đồng ý');
    await world.issue();
    await hoa.says('/tonghop');
    await hoa.taps('Chưa báo cáo (6)');
    expect(hoa.choices()).toContain('UBND xã An Bình – không đồng ý nhận tin');
    await hoa.says('/baocao An Bình');
    hoa.sees(/Báo cáo thay cho UBND xã An Bình/, /Số CBCCVC/);
    await saysAll(hoa, '50', '45', '40', '38', 'không');
    await hoa.taps('Đúng, gửi');
    hoa.sees(/Đã ghi nhận báo cáo của UBND xã An Bình/, /\/sua XA-AN-BINH/);
    await hoa.says('/sua XA-AN-BINH');
    await hoa.taps('QR');
    await hoa.says('41');
    await hoa.taps('Đúng, gửi');
    hoa.sees(/lần sửa thứ nhất/, /QR: 41\/50/);
    const kept = await world.db.select().from(reportRows);
    expect(kept.map((r) => r.isOnBehalf)).toEqual([true, true]);
    await hoa.says('/baocao XA-AN-BINH');
    hoa.sees(/UBND xã An Bình đã báo cáo: Hoa/);
    await hoa.says('/baocao VT-SONG-MAY');
    hoa.sees(/không tìm thấy đơn vị "VT-SONG-MAY" còn phải báo cáo/);
  });

  test('and leader read the summary; heads are told that it is not theirs', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const school = await world.register('TH-AN-BINH');
    const minh = await world.registerLeader();
    await minh.says('/tonghop');
    minh.sees(/Chưa có văn bản nào được phát hành/);
    await world.issue();
    await reports(lan, [50, 45, 40, 38]);
    await reports(school, [30, 30, 15, 29]);
    await minh.says('/summary');
    minh.sees(/Đã báo cáo: 2\/6 đơn vị \(33,3%\); đúng hạn: 2/, /Đã nhận văn bản: 2\/7; xác nhận: 2/);
    minh.sees(/Bluezone: 75\/80 \(93,8%\)/, /QR: 55\/80/, /Smart Thanh Hóa: 67\/80/);
    minh.sees(/Chưa báo cáo: 4 đơn vị: Phòng Văn hóa và Thông tin; .*UBND xã Bình Minh/);
    minh.sees(
      /5 đơn vị: Phòng Văn hóa và Thông tin \(chưa đăng ký\); .* và 3 đơn vị khác/,
      /^Hạn: 17h00 ngày 09\/9\/2021 \("trước ngày 10\/9\/2021"\); quá hạn từ ngày 11\/9\/2021\.$/m,
    );
    for (const said of ['/tonghop', '/vanban', '/phathanh', '/moi XA-AN-BINH']) {
      await lan.says(said);
      lan.sees(/dành cho cán bộ theo dõi và lãnh đạo/);
    }
    await minh.says('/phathanh');
    minh.sees(/dành cho cán bộ theo dõi/);
    await lan.says('/baocao XA-BINH-MINH');
    lan.sees(/không thuộc đơn vị của đồng chí/);
  });

  test('are shown the price that issuing the sample really has', async () => {
    const world = await open({ roster: readSample('units.csv'), directive: readSample('directive.yaml') });
    const hoa = await world.registerStaff();
    for (const unit of ['PHONG-YTE', 'PHONG-GDDT', 'XA-QUANG-BINH', 'VNPT-QUANG-XUONG']) await world.register(unit);
    await hoa.says('/phathanh');
    await hoa.taps('Gửi trước khi có số');
    await hoa.says('gửi kịp giao ban');
    const announced = Number(/Sẽ gửi (\d+) tin nhắn/.exec(hoa.newest().text)?.[1]);
    hoa.sees(/văn bản chưa có số và ngày/);
    const before = world.channel.arrived.length;
    await hoa.taps('Phát hành');
    expect(world.channel.arrived.length - before - 1).toBe(announced);
    if (limits === plainText) expect(announced).toBeGreaterThan(4);
    expect((await world.db.select().from(messages)).filter((m) => m.kind === 'tasks')).toHaveLength(4);
  });
});
