import { ne } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { channelLimits } from '../../core/channels/terms.ts';
import { accounts, units } from '../../db/schema/tables.ts';
import { describeOnDatabase } from '../harness/database.ts';
import { saysAll } from '../harness/world/person.ts';
import { createWorld } from '../harness/world.ts';

/** A channel without buttons on which every message costs. */
const metered = { limits: channelLimits['zalo-bot'] };

describeOnDatabase('a channel with a message budget', (db) => {
  it('finishes a directive in three messages: tasks with questions, read-back, receipt', async () => {
    const world = await createWorld(db(), metered);
    const lan = await world.register('XA-AN-BINH');
    await lan.says('/toi');
    await world.issue();
    const [, tasks, ...more] = lan.reads();
    expect(more).toEqual([]);
    expect(tasks).toMatch(/CÔNG VĂN/);
    expect(tasks).toMatch(
      /Trả lời một tin, lần lượt: số CBCCVC, Bluezone, QR, Smart Thanh Hóa\. Ví dụ: 999 888 777 666$/,
    );
    await lan.says('50 45 40 38');
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/Bluezone: 45\/50[\s\S]*đúng chưa/);
    await lan.taps('Đúng, gửi');
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/^Đã ghi nhận báo cáo/);
  });

  it('is told what issuing costs until all have reported, before it is issued', async () => {
    const world = await createWorld(db(), metered);
    await world.db.update(units).set({ staff: 50 });
    for (const unit of ['XA-AN-BINH', 'XA-BINH-MINH', 'VT-SONG-MAY']) await world.register(unit);
    const hoa = await world.registerStaff();
    await world.db.update(accounts).set({ channel: 'zalo-bot' }).where(ne(accounts.address, hoa.address));
    world.terms.budgets = { 'zalo-bot': 1140 };
    await hoa.says('/phathanh');
    hoa.sees(/^Hạn mức Zalo Bot: cần khoảng 10 tin cho cả đợt \(3 tin giao việc\), tháng này còn 1\.140 tin\.$/m);
    world.terms.budgets = { 'zalo-bot': 9 };
    await hoa.says('/phathanh');
    hoa.sees(/còn 9 tin\. Không đủ: phần thiếu sẽ đi kênh khác/);
  });

  it('reads figures by their labels, and asks only for what is missing or too great', async () => {
    const world = await createWorld(db(), metered);
    const lan = await world.register('XA-AN-BINH');
    await world.issue();
    await lan.says('Bluezone 45, QR 60, Smart 38/50');
    lan.sees(/QR \(60\) lớn hơn số CBCCVC \(50\), đề nghị nhập lại/);
    await lan.says('40');
    lan.sees(/QR: 40\/50/, /đúng chưa/);
  });

  const shortWay = /Trả lời một tin, lần lượt: số CBCCVC, Bluezone, QR, Smart Thanh Hóa\. Ví dụ: 999 888 777 666$/;

  it.each([['50 - 45 - 40 - 38'], ['50/45/40/38'], ['CBCCVC 50 Bluezone 45 QR 40 Smart 38']])(
    'reads %j as the whole report',
    async (said) => {
      const world = await createWorld(db(), metered);
      const lan = await world.register('XA-AN-BINH');
      await world.issue();
      await lan.says(said);
      expect(lan.reads()).toHaveLength(1);
      lan.sees(/Số CBCCVC: 50\nBluezone: 45\/50\nQR: 40\/50\nSmart Thanh Hóa: 38\/50/, /đúng chưa/);
      await lan.says('ok');
      lan.sees(/^Đã ghi nhận báo cáo/);
    },
  );

  it('says how to report at once wherever a report is owed: unread, acknowledged, reminded', async () => {
    const world = await createWorld(db(), metered);
    const lan = await world.register('XA-AN-BINH');
    await world.issue();
    await lan.says('Tôi sẽ báo cáo sau');
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/hệ thống chờ báo cáo của UBND xã An Bình/, shortWay);
    await lan.says('Vâng tôi đã nhận được');
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/đã ghi nhận: UBND xã An Bình/, shortWay);
    lan.looksAway();
    await world.at('2021-09-08T10:00');
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/^Nhắc báo cáo/, /1\. Báo cáo/, shortWay);
    await saysAll(lan, '50 | 45 | 40 | 38', '1');
    lan.sees(/^Đã ghi nhận báo cáo/);
    await lan.says('gì cơ');
    lan.sees(/chưa hiểu/);
    lan.doesNotSee(shortWay);
  });

  it('does not say it where several reports are owed', async () => {
    const world = await createWorld(db(), metered);
    const lan = await world.register('XA-AN-BINH');
    await lan.opens(await world.invite('unit', 'XA-BINH-MINH'));
    await lan.taps('Đồng ý');
    await world.issue();
    await lan.says('gì cơ');
    lan.doesNotSee(shortWay);
  });

  it('tells who sends the same report, or confirms it, once more that it is in', async () => {
    const world = await createWorld(db(), metered);
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await saysAll(lan, '50 45 40 38', '1', '50 45 40 38');
    expect(lan.reads()).toEqual([
      expect.stringMatching(/^UBND xã An Bình đã báo cáo \(Lan .*: Số CBCCVC: 50; .*\/sua\.$/),
    ]);
    await lan.says('1');
    lan.sees(/^UBND xã An Bình đã báo cáo: Lan gửi lúc/);
  });

  it.each([['/kenh'], ['kênh'], ['kenh'], ['Nhận tin ở đây'], ['nhận tin tại đây'], ['dùng kênh này']])(
    'is chosen by %j',
    async (said) => {
      const world = await createWorld(db(), metered);
      const lan = await world.register('XA-AN-BINH');
      await lan.says(said);
      lan.sees(/^Từ nay hệ thống sẽ gửi tin cho đồng chí tại đây/);
    },
  );

  it('repeats how to answer at once where a report is begun step by step', async () => {
    const world = await createWorld(db(), metered);
    const lan = await world.register('XA-AN-BINH');
    await world.issue();
    await lan.says('/baocao');
    lan.sees(/bao nhiêu người\?[\s\S]*Trả lời một tin, lần lượt/);
    await lan.says('50');
    lan.sees(/Bluezone: bao nhiêu/);
  });
});
