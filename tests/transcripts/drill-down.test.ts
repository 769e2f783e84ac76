import { expect, test } from 'vitest';
import { roster } from '../harness/world/fixture.ts';
import { reports, saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

/** An Bình and its school report on the first day, An Bình corrects on the second, when Bình Minh reports as well. */
async function twoDays(world: World) {
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const nam = await world.register('XA-BINH-MINH', 'Nam');
  const tam = await world.register('TH-AN-BINH', 'Tâm');
  const minh = await world.registerLeader();
  await world.issue();
  await world.scene('two days', async () => {
    await reports(lan, [50, 45, 40, 38]);
    await reports(tam, [30, 30, 15, 29]);
    world.clock.set('2021-09-07T09:00');
    await reports(nam, [20, 10, 5, 20]);
    await saysAll(lan, '/sua', 'Bluezone', '46', 'đúng');
  });
  return { lan, nam, tam, minh };
}

describeTranscripts('behind the summary, a leader', (open) => {
  test('goes from the total to the group, the unit, its revisions and its messages, and back', async () => {
    const world = await open();
    const { minh } = await twoDays(world);
    await minh.says('/tonghop');
    minh.sees(/Đã báo cáo: 3\/6 đơn vị/);
    expect(minh.choices()).toEqual(['Chưa báo cáo (3)', 'Theo nhóm', 'Theo chỉ tiêu', 'So với hôm qua', 'Biểu đồ']);

    await minh.taps('Theo nhóm');
    minh.sees(/theo nhóm đơn vị, 3\/6 \(50,0%\)/);
    expect(minh.choices()).toEqual([
      'Phòng, ban: 0/2 (0,0%)',
      'Xã: 2/2 (100,0%)',
      'Các đơn vị thuộc Phòng Giáo dục và Đào tạo: 1/2 (50,0%)',
      'Tổng hợp chung',
    ]);

    await minh.taps('Xã: 2/2 (100,0%)');
    minh.sees(/^Xã$/m, /Đã báo cáo: 2\/2 \(100,0%\); đúng hạn: 2\./, /- Bluezone: 56\/70 \(80,0%\)/);
    expect(minh.choices().slice(0, 2)).toEqual(['UBND xã An Bình – đúng hạn', 'UBND xã Bình Minh – đúng hạn']);

    await minh.taps('UBND xã An Bình – đúng hạn');
    minh.sees(/^Đúng hạn: 08h00 ngày 06\/9\/2021\.$/m, /- Số CBCCVC: 50\n- Bluezone: 46\/50 \(92,0%\)/);
    minh.sees(/^Người báo cáo: Lan, 08h00 ngày 06\/9\/2021, tin \d+ qua Telegram\.$/m);
    minh.sees(/^Sửa lần 1: Lan, 09h00 ngày 07\/9\/2021, tin \d+ qua Telegram: Bluezone: 45 → 46\.$/m);
    minh.sees(/^Xác nhận đã nhận: Lan, 08h00 ngày 06\/9\/2021\.$/m);

    await minh.taps('Tin đã gửi (1)');
    minh.sees(/- 08h00 ngày 06\/9\/2021: Giao nhiệm vụ – Lan, Telegram\. Nền tảng đã nhận 08h00 ngày 06\/9\/2021\./);
    await minh.taps('UBND xã An Bình');
    await minh.taps('Tổng hợp chung');
    minh.sees(/TỔNG HỢP/);
  });

  test('sees an indicator by group and by unit, the smallest share first', async () => {
    const world = await open();
    const { minh } = await twoDays(world);
    await minh.says('/tonghop');
    await minh.taps('Theo chỉ tiêu');
    await minh.taps('QR: 60/100 (60,0%)');
    minh.sees(/^QR: 60\/100 \(60,0%\)\.$/m, /- Xã: 45\/70 \(64,3%\)/, /từ tỷ lệ thấp đến cao/);
    expect(minh.choices().slice(0, 3)).toEqual([
      'UBND xã Bình Minh: 5/20 (25,0%)',
      'Trường Tiểu học An Bình: 15/30 (50,0%)',
      'UBND xã An Bình: 40/50 (80,0%)',
    ]);
  });

  test('compares with the end of yesterday, as the figures stood then', async () => {
    const world = await open();
    const { minh } = await twoDays(world);
    await minh.says('/tonghop');
    await minh.taps('So với hôm qua');
    minh.sees(/^So với hết ngày 06\/9\/2021:$/m, /^Đã báo cáo: 2\/6 \(33,3%\) → 3\/6 \(50,0%\) \(\+1\)$/m);
    minh.sees(/^- Bluezone: 75\/80 \(93,8%\) → 86\/100 \(86,0%\) \(\+11\)$/m);
    minh.sees(/Mới báo cáo hôm nay: 1 đơn vị: UBND xã Bình Minh\./, /Sửa số liệu hôm nay: 1 đơn vị: UBND xã An Bình\./);
    world.clock.set('2021-09-06T20:00');
    await minh.says('/tonghop hôm qua');
    minh.sees(/bắt đầu báo cáo trong hôm nay nên chưa có số liệu hôm qua/);
  });
});

describeTranscripts('behind the summary', (open) => {
  test('stand those who still owe, with the reason where nobody can be told, page by page', async () => {
    const schools = Array.from(
      { length: 40 },
      (_, at) => `MN-${at},Trường Mầm non ${at},school,PHONG-GDDT,,10,,Hiệu trưởng,`,
    );
    const world = await open({ roster: [roster, ...schools].join('\n') });
    const { minh, tam } = await twoDays(world);
    await tam.blocks();
    await minh.says('/tonghop');
    await minh.taps('Chưa báo cáo (43)');
    minh.sees(/^Chưa báo cáo: 43 đơn vị \(trang 1\/3\)\.$/m);
    expect(minh.choices()).toHaveLength(15 + 3);
    expect(minh.choices()).toContain('Phòng Giáo dục và Đào tạo – chưa đăng ký');
    await minh.taps('Trang sau');
    await minh.taps('Trang sau');
    minh.sees(/trang 3\/3/);
    expect(minh.choices()).toHaveLength(13 + 3);
    await minh.taps('Trường Mầm non 39 – chưa đăng ký');
    minh.sees(/^Chưa báo cáo\.$/m, /Chưa chuyển được nhiệm vụ/, /Chưa liên hệ được: chưa đăng ký\./);
    expect(minh.choices()).toEqual(['Danh sách gọi điện', 'Tổng hợp chung']);
    await minh.says('/tonghop nhóm 3');
    minh.sees(/Từng đơn vị \(trang 1\/3\)/);
    await minh.taps('Trang sau');
    minh.sees(/Từng đơn vị \(trang 2\/3\)/);
    expect(minh.choices()).toContain('Trang trước');
  });

  test('a name leads to the unit, the group or the indicator; one that is not there is said so', async () => {
    const world = await open();
    const { minh } = await twoDays(world);
    await minh.says('/tonghop an binh');
    minh.sees(/^UBND xã An Bình$/m, /Người báo cáo: Lan/);
    await minh.says('/tonghop TH-AN-BINH');
    minh.sees(/^Trường Tiểu học An Bình$/m);
    await minh.says('/tonghop bình');
    minh.sees(/chọn đơn vị nào\?/);
    expect(minh.choices()).toContain('UBND xã Bình Minh');
    await minh.says('/tonghop xã');
    minh.sees(/^Xã$/m);
    await minh.says('/tonghop smart thanh hoa');
    minh.sees(/^Smart Thanh Hóa: 87\/100/m);
    await minh.says('/tonghop Quảng Ninh');
    minh.sees(/Không tìm thấy đơn vị, nhóm hoặc chỉ tiêu "Quảng Ninh"\. Đề nghị gõ \/tonghop kèm tên/);
    for (const said of ['/tonghop nhóm 99', '/tonghop chỉ tiêu 0', `/tonghop ${world.directiveId} donvi 999999`]) {
      await minh.says(said);
      minh.sees(/không có mục đồng chí cần xem/);
    }
    for (const number of ['99999999999999999999', '999999999']) {
      await minh.says(`/tonghop ${number}`);
      minh.sees(`Không có văn bản số ${number}`, /Hiện có:[\s\S]*101\/UBND-VHTT/);
    }
  });

  test('is nothing for heads, and what is tapped in an old message still opens', async () => {
    const world = await open();
    const { lan, minh } = await twoDays(world);
    await lan.says(`/tonghop ${world.directiveId} thieu`);
    lan.sees(/dành cho cán bộ theo dõi và lãnh đạo/);
    await minh.says('/tonghop');
    const old = minh.newest();
    await minh.says('/trogiup');
    if (old.choices.length > 0) {
      await minh.tapsOn(old, 'Theo nhóm');
      minh.sees(/theo nhóm đơn vị/);
    }
  });

  test('says what comes next, and the summary that comes by itself opens as well', async () => {
    const world = await open();
    const { minh } = await twoDays(world);
    await minh.says('/tonghop');
    const when = /^Tiếp theo: nhắc các đơn vị, gửi tổng hợp lúc (\S+) ngày 0(\d)\/9\/2021\.$/m.exec(minh.newest().text);
    minh.looksAway();
    await world.at(`2021-09-0${when?.[2]}T${when?.[1]?.replace('h', ':')}`);
    minh.sees(/TỔNG HỢP/);
    await minh.taps('Theo nhóm');
    minh.sees(/theo nhóm đơn vị/);
  });

  test('names a unit by a code of figures, where no document has that number', async () => {
    const world = await open({ roster: roster.replaceAll('XA-BINH-MINH', '16438') });
    const nam = await world.register('16438', 'Nam');
    const minh = await world.registerLeader();
    await world.issue();
    await reports(nam, [20, 10, 5, 20]);
    for (const said of ['/tonghop 16438', 'tổng hợp 16438', 'tình hình 16438 thế nào rồi']) {
      await minh.says(said);
      expect(minh.reads().join('\n'), said).toMatch(/UBND xã Bình Minh/);
    }
    await minh.says('/tonghop 101');
    minh.sees(/TỔNG HỢP/);
    await minh.says('/tonghop 99999');
    minh.sees(/Không có văn bản số 99999/);
  });
});
