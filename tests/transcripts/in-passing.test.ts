/** What heads, staff and leaders say in passing, in their own words. */
import { expect, test } from 'vitest';
import { promises } from '../../db/schema/tables.ts';
import { consolidated } from '../harness/world/consolidated.ts';
import { reports, saysAll } from '../harness/world/person.ts';
import { describeTranscripts } from '../harness/world.ts';

describeTranscripts('a head, in passing', (open) => {
  test('says that other figures will come: of a report that is in, what is in stands', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await reports(lan, [50, 45, 40, 38]);
    for (const said of [
      'ngày kia e mới có số liệu chính xác dc k ạ',
      'mai e bổ sung số liệu',
      'tối nay em sửa lại nhé',
      'chiều em gửi lại số mới nhé',
    ]) {
      await lan.says(said);
      lan.sees(/UBND xã An Bình đã báo cáo/, /Số đã báo giữ nguyên cho đến khi đồng chí gửi số mới/);
      lan.doesNotSee(/chưa hiểu/);
    }
    expect(await world.db.select().from(promises)).toEqual([]);
    await lan.says('qr 41');
    lan.sees(/QR: 41\/50/);
  });

  test('asks leave for a time, or to be reminded at one: of a report that is owed that is a promise', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await lan.says('ngày mai e mới có số liệu được k ạ');
    lan.sees(/hẹn gửi báo cáo lúc 17h00 ngày 07\/9\/2021/);
    await lan.says('nhắc em lúc 3h');
    lan.sees(/hẹn gửi báo cáo lúc 15h00 ngày 06\/9\/2021/);
    await lan.says('bữa ni bận đám cưới, mai gửi');
    lan.sees(/hẹn gửi báo cáo lúc 17h00 ngày 07\/9\/2021/);
    await saysAll(lan, '/baocao', '50');
    await lan.says('3h nhắc lại em nhé');
    lan.sees(/15h00 ngày 06\/9\/2021/, /Bluezone: bao nhiêu/);
    await lan.says('tính cả người nghỉ thai sản không em');
    lan.doesNotSee(/uyquyen/);
  });

  test('looks at what they sent, and at their tasks', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await lan.says('cho xem lại nhiệm vụ cái');
    lan.sees(/Quán triệt đến từng cán bộ/);
    await lan.says('đã nhận, xã đang triển khai');
    lan.sees(/đã nhận văn bản/);
    await reports(lan, [50, 45, 40, 38]);
    await lan.says('cho xem lại số liệu tôi đã báo');
    lan.sees(/Bluezone 45; QR 40/);
    for (const said of ['báo cáo của em đến chưa', 'rút báo cáo về sửa']) {
      await lan.says(said);
      lan.sees(/UBND xã An Bình đã báo cáo/);
    }
  });

  test('tells a whole report with the unit in short, or with the number of all behind it', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    for (const said of [
      'xã e 50 cán bộ, bluezone 45, qr 40, smart 38',
      'bz 45 qr 40 sm 38 trên 50',
      'tuần này 50 45 40 38',
      'xã tui có 50 người, bluezone được 45, qr 40, smart tỉnh 38',
      'dạ xã An Bình báo cáo ạ: tổng cbccvc 50, bluezone 45, qr 40, smart thanh hoá 38, không vướng mắc chi',
    ]) {
      await lan.says(said);
      lan.sees(/Số CBCCVC: 50\nBluezone: 45\/50\nQR: 40\/50\nSmart Thanh Hóa: 38\/50/);
      await lan.says('/huy');
    }
  });
});

describeTranscripts('staff, in passing', (open) => {
  test('name a unit among the words of their order, and say why behind it', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.register('XA-BINH-MINH', 'Nam');
    const hoa = await world.registerStaff('Hoa');
    await world.issue();
    await reports(lan, [50, 45, 40, 38]);
    for (const said of ['miễn báo cáo đợt này cho xã bình minh', 'miễn cho xã bình minh lần này']) {
      await hoa.says(said);
      hoa.sees(/nêu lý do/);
      await hoa.says('sáp nhập');
      hoa.sees(/Bình Minh/, /sáp nhập/);
      await hoa.says('/huy');
    }
    await hoa.says('nhắc xã bình minh nộp báo cáo gấp');
    hoa.sees(/Nhắc 1 đơn vị .*: UBND xã Bình Minh/);
    await hoa.says('/huy');
    await hoa.says('nhắc xã bình minh nộp trước 4h chiều nay');
    hoa.sees(/UBND xã Bình Minh/, /nộp trước 4h chiều nay/);
    await hoa.says('/huy');
    await hoa.says('trả lại báo cáo xã an bình, số bluezone thấp quá');
    hoa.sees(/Trả lại báo cáo của UBND xã An Bình/, /số bluezone thấp quá/);
  });

  test('give the unit that asked for more time another day', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff('Hoa');
    await world.issue();
    await lan.says('xin gia hạn đến 15/9 vì mất điện');
    await hoa.says('cho xã đó đến 12/9 thôi');
    hoa.sees(/UBND xã An Bình/, /12\/9\/2021/, /mất điện/);
  });

  test('answer the one question that waits, ask who is silent, and issue in a word', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff('Hoa');
    await hoa.says('/phathanh');
    await hoa.says('những ai im lặng từ hôm qua');
    hoa.sees(/chưa có văn bản nào được phát hành/, /Phát hành văn bản này\?/);
    await hoa.says('ok phát đi');
    hoa.sees(/Đã phát hành/);
    await lan.says('nhân viên hợp đồng có tính vào số CBCCVC không ạ?');
    await hoa.says('trả lời: có tính hợp đồng');
    hoa.sees(/Đã gửi câu trả lời/);
    lan.sees(/Có tính hợp đồng/);
    await hoa.says('những ai im lặng từ hôm qua');
    hoa.sees(/^Chưa báo cáo: 6\/6/);
  });
});

describeTranscripts('a leader and who consolidates, in passing', (open, limits) => {
  test('ask for the sum, for the paper, and how their own units stand', async () => {
    const world = await open({ directive: consolidated });
    const dung = await world.register('PHONG-GDDT', 'Dung');
    await world.register('TH-AN-BINH', 'An');
    const minh = await world.registerLeader('Minh');
    await world.issue();
    for (const said of ['cho tôi cái tổng', 'cho chú coi bảng tổng hợp']) {
      await minh.says(said);
      minh.sees(/^TỔNG HỢP/);
    }
    await minh.says('in cho anh cái báo cáo để ký');
    // Where the channel carries no files, its link comes.
    if (limits.files === 'all') expect(minh.holds()).toHaveLength(1);
    else minh.sees(/: https?:\/\//);
    await minh.says('100% chưa');
    minh.sees(/^Chưa báo cáo: 6\/6/);
    await dung.says('các trường đã nộp chưa');
    dung.sees(/^Chưa báo cáo \(trường học\): 2\/2/);
  });
});
