import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { assignments, obligations, reports as reportRows } from '../../db/schema/tables.ts';
import { reports, saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

describeTranscripts('the guided report', (open) => {
  test('a head acknowledges, reports step by step, reads back and confirms; nothing counts before', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    lan.sees(/Kính gửi: Đồng chí Chủ tịch UBND xã An Bình/, /1\. \(mục 1\) Quán triệt/, /Hạn: 17h00 ngày 09\/9\/2021/);
    expect(lan.choices()).toEqual(['Đã nhận', 'Báo cáo']);

    await lan.taps('Đã nhận');
    lan.sees(/đã ghi nhận: UBND xã An Bình .*đã nhận văn bản/);
    expect(lan.choices()).toEqual(['Báo cáo']);

    await lan.taps('Báo cáo');
    lan.sees(/Số CBCCVC: bao nhiêu người\?/);
    await lan.taps('50');
    lan.sees(/Đã ghi Số CBCCVC: 50\./, /Bluezone: bao nhiêu .*50\)\?$/);
    await lan.says('45');
    lan.sees(/Đã ghi Bluezone: 45\/50/, /QR: bao nhiêu/);
    await lan.says('40 người');
    lan.sees(/Smart Thanh Hóa: bao nhiêu/);
    await lan.says('38');
    lan.sees(/Khó khăn, kiến nghị: .*\?/);
    await lan.taps('Không có');
    lan.sees(/^Số CBCCVC: 50$/m, /^Bluezone: 45\/50$/m, /^QR: 40\/50$/m, /^Smart Thanh Hóa: 38\/50$/m);
    lan.sees(/Khó khăn, kiến nghị: Không có/);
    expect(lan.choices()).toEqual(['Đúng, gửi', 'Sửa', 'Hủy']);
    expect(await world.db.select().from(reportRows)).toEqual([]);

    await lan.taps('Đúng, gửi');
    lan.sees(/^Đã ghi nhận báo cáo của UBND xã An Bình/, /Bluezone: 45\/50/, /\/sua/);
    expect(lan.reads()).toHaveLength(1);
    expect(await world.db.select().from(reportRows)).toHaveLength(1);
  });

  test('/sua after submission makes a new revision and keeps the old one', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await reports(lan, [50, 45, 40, 38]);
    await lan.says('/sua');
    lan.sees(/Bluezone: 45\/50/, /sửa mục nào\?/);
    await lan.taps('Bluezone');
    lan.sees(/Bluezone: bao nhiêu/);
    await lan.says('46');
    lan.sees(/Bluezone: 46\/50/, /đã đúng chưa\?/);
    await lan.taps('Đúng, gửi');
    lan.sees(/^Đã ghi nhận báo cáo .*lần sửa thứ nhất/);
    const kept = await world.db.select().from(reportRows).orderBy(asc(reportRows.revision));
    expect(kept.map((r) => r.revision)).toEqual([1, 2]);
    await lan.says('/baocao');
    lan.sees(/đã báo cáo: Lan gửi lúc/);
  });

  test('reporting without having acknowledged acknowledges', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await reports(lan, [50, 45, 40, 38]);
    await lan.says('Đã nhận');
    lan.sees(/đã xác nhận nhận văn bản \(Lan/);
    const [mine] = (await world.db.select().from(assignments)).filter((a) => a.acknowledgedAt);
    expect(mine).toMatchObject({ acknowledgedAt: world.clock.civil() });
  });
});

describeTranscripts('acknowledging', (open, limits) => {
  test.each(['da nhan', 'Đã nhận.', '/nhan', 'nhận'])('works by the word "%s"', async (word) => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await lan.says(word);
    lan.sees(/đã ghi nhận: UBND xã An Bình/);
  });

  test('works by the number of the choice, and a second time says who did it when', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    const tasks = lan.newest();
    await lan.says('1');
    lan.sees(/đã ghi nhận: UBND xã An Bình/);
    world.clock.set('2021-09-06T09:30');
    if (limits.choices > 0) await lan.tapsOn(tasks, 'Đã nhận');
    else await lan.says('đã nhận');
    lan.sees(/đã xác nhận nhận văn bản \(Lan, 08h00 ngày 06\/9\/2021\)/);
    await lan.says('/nhiemvu');
    lan.sees(/CÔNG VĂN[\s\S]*đã xác nhận nhận văn bản \(Lan/);
    lan.doesNotSee(/Đề nghị đồng chí xác nhận đã nhận/);
    expect(lan.choices()).toEqual(['Đã nhận', 'Báo cáo']);
    const dates = (await world.db.select().from(assignments)).flatMap((a) => a.acknowledgedAt ?? []);
    expect(dates).toEqual([new Date('2021-09-06T08:00:00+07:00')]);
  });

  test.each(['ok', 'OK ạ', 'vâng', 'Vâng tôi đã nhận được', 'đã rõ', 'Đã nhận ạ', 'tôi đã nhận', 'da nhan duoc roi a'])(
    'works by saying "%s" while nothing is asked, of all that is open',
    async (words) => {
      const world = await open();
      const lan = await world.register('XA-AN-BINH', 'Lan');
      await lan.opens(await world.invite('unit', 'XA-BINH-MINH'));
      await lan.taps('Đồng ý');
      await world.issue();
      await lan.says(words);
      lan.sees(/đã ghi nhận: UBND xã An Bình .*; UBND xã Bình Minh .*đã nhận văn bản/);
      await lan.says(words);
      lan.sees(/đã xác nhận nhận văn bản \(Lan/, /Còn phải báo cáo/);
      const acknowledged = (await world.db.select().from(assignments)).filter((a) => a.acknowledgedAt);
      expect(acknowledged).toHaveLength(2);
    },
  );

  test.each([
    ['chưa nhận được', /chưa hiểu/],
    ['ok?', /chưa hiểu/],
    ['đã nhận được chưa', /đã lưu câu hỏi/],
    ['nhắn tin', /chưa hiểu/],
  ])('is not taken from "%s"', async (words, answer) => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await lan.says(words);
    lan.sees(answer);
    expect((await world.db.select().from(assignments)).filter((a) => a.acknowledgedAt)).toEqual([]);
  });

  test('is not taken from thanks, which are returned', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await lan.says('Xin cảm ơn hệ thống');
    lan.sees(/cảm ơn đồng chí/);
    expect((await world.db.select().from(assignments)).filter((a) => a.acknowledgedAt)).toEqual([]);
  });

  test('is no answer to a question: ok agrees to the notice, and confirms the read-back', async () => {
    const world = await open();
    const lan = world.person('Lan');
    await lan.opens(await world.invite('unit', 'XA-AN-BINH'));
    await lan.says('ok');
    lan.sees(/đã ghi nhận đồng chí/);
    await world.issue();
    await saysAll(lan, '50 45 40 38', 'ok');
    lan.sees(/^Đã ghi nhận báo cáo/);
    await lan.says('ok');
    lan.sees(/UBND xã An Bình đã báo cáo: Lan gửi lúc/);
  });

  test('is not answered by an unfitting number', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await lan.says('7');
    lan.sees(/chưa hiểu/);
  });
});

describeTranscripts('figures of a report that is in', (open) => {
  const reported = async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await saysAll(lan, '50 45 40 38', 'đúng');
    lan.sees(/^Đã ghi nhận báo cáo/);
    return { world, lan };
  };
  const kept = (world: World) => world.db.select().from(reportRows);

  test('are no news when they are the same, and say what is recorded and how it is corrected', async () => {
    const { world, lan } = await reported();
    for (const said of ['50 45 40 38', 'Bluezone 45, QR 40, Smart 38/50']) {
      await lan.says(said);
      expect(lan.reads()).toEqual([
        'UBND xã An Bình đã báo cáo (Lan gửi lúc 08h00 ngày 06/9/2021): Số CBCCVC: 50; Bluezone: 45/50; QR: 40/50; Smart Thanh Hóa: 38/50. Cần sửa số liệu, đồng chí gõ /sua.',
      ]);
    }
    expect(await kept(world)).toHaveLength(1);
  });

  test('are read back when they differ, and correct it only when that is confirmed', async () => {
    const { world, lan } = await reported();
    await lan.says('50 45 41 38');
    lan.sees(/đã báo cáo \(Lan .*QR: 40\/50.*khác với báo cáo này/, /^QR: 41\/50$/m, /đã đúng chưa\?/);
    expect(lan.choices()).toEqual(['Đúng, gửi', 'Sửa', 'Hủy']);
    expect(await kept(world)).toHaveLength(1);
    await lan.taps('Hủy');
    lan.sees(/giữ nguyên báo cáo đã có/);
    await saysAll(lan, 'QR 42, Smart 39', 'đúng');
    lan.sees(/lần sửa thứ nhất/, /QR: 42\/50\nSmart Thanh Hóa: 39\/50/);
    expect(await kept(world)).toHaveLength(2);
  });

  test('and a confirmation that comes once more are told that it is in', async () => {
    const { lan } = await reported();
    await lan.says('Đúng, gửi');
    lan.sees(/^UBND xã An Bình đã báo cáo: Lan gửi lúc .*\/sua\.$/);
  });

  test('given up in the middle of a correction leave it as it was', async () => {
    const { lan } = await reported();
    await saysAll(lan, '/sua', 'Bluezone 46 QR 41');
    lan.sees(/^Bluezone: 46\/50$/m, /^QR: 41\/50$/m, /đã đúng chưa/);
    await lan.says('/huy');
    lan.sees(/giữ nguyên báo cáo đã có/);
    lan.doesNotSee(/\/baocao/);
  });
});

describeTranscripts('a report under way', (open) => {
  test('survives a day of silence', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await saysAll(lan, '/baocao', '50', '45');
    await world.at('2021-09-07T10:00');
    await lan.says('40');
    lan.sees(/Đã ghi QR: 40\/50/, /Smart Thanh Hóa: bao nhiêu/);
  });

  test('is asked for again by /baocao, from where it stands', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await saysAll(lan, '/baocao', '50', '45', '/baocao');
    lan.sees(/^QR: bao nhiêu/);
  });

  test('is given up at the read-back by Hủy, and nothing was recorded', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await saysAll(lan, '/baocao', '50', '45', '40', '38', 'không');
    await lan.taps('Hủy');
    lan.sees(/chưa có số liệu nào được ghi nhận/);
    await lan.says('Đúng, gửi');
    lan.sees(/chưa hiểu/);
    const owed = (await world.db.select().from(obligations)).filter((o) => o.state !== 'owed');
    expect(owed).toEqual([]);
    await lan.says('/baocao');
    lan.sees(/Số CBCCVC/);
  });

  test('is corrected at the read-back by Sửa, then the figure', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await saysAll(lan, '/baocao', '50', '45', '40', '38', 'không');
    await lan.taps('Sửa');
    expect(lan.choices()).toEqual(['Số CBCCVC', 'Bluezone', 'QR', 'Smart Thanh Hóa', 'Khó khăn, kiến nghị']);
    await lan.says('qr');
    lan.sees(/^QR: bao nhiêu/);
    await lan.says('41');
    lan.sees(/^QR: 41\/50$/m, /đã đúng chưa\?/);
    await lan.says('Bluezone 44');
    lan.sees(/^Bluezone: 44\/50$/m, /đã đúng chưa\?/);
    await lan.says('50 43 41 38');
    lan.sees(/^Bluezone: 43\/50$/m, /đã đúng chưa\?/);
    await lan.says('sửa');
    await lan.says('cái khác');
    lan.sees(/đề nghị nhập lại tên hoặc số thứ tự/);
    await lan.taps('Khó khăn, kiến nghị');
    await lan.says('Thiếu điện thoại');
    lan.sees(/Khó khăn, kiến nghị: Thiếu điện thoại/);
    await lan.says('dung, gui');
    lan.sees(/^Đã ghi nhận báo cáo/);
  });

  test('is corrected in the middle by /sua, then goes on', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await saysAll(lan, '/baocao', '50', '54');
    lan.sees(/lớn hơn/);
    await saysAll(lan, '45', '/sua');
    lan.sees(/sửa mục nào\?/);
    await lan.taps('Bluezone');
    await lan.says('44');
    lan.sees(/Đã ghi Bluezone: 44\/50/, /QR: bao nhiêu/);
  });

  test('keeps a remark as it was written, markup and all', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan <b>');
    await world.issue();
    const remark = 'Máy <b>cũ</b> & *chậm* _lắm_ [xem](http://x)';
    await saysAll(lan, '/baocao', '50', '45', '40', '38', remark);
    expect(lan.newest().text).toContain(remark);
    await lan.taps('Đúng, gửi');
    await lan.says('đã nhận');
    expect(lan.newest().text).toContain('(Lan <b>,');
  });
});
