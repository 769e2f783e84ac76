import { ne } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { channelLimits } from '../../core/channel-limits.ts';
import { accounts, units } from '../../db/schema.ts';
import { describeDatabases } from '../database.ts';
import { createWorld } from '../world.ts';

/** A channel without buttons on which every message costs. */
const metered = { limits: channelLimits['zalo-bot'] };

describeDatabases('a channel with a message budget', (db) => {
  it('finishes a directive in three messages: tasks with questions, read-back, receipt', async () => {
    const world = await createWorld(db(), metered);
    const lan = await world.register('XA-AN-BINH');
    await lan.says('/toi');
    await world.issue();
    const [, tasks, ...more] = lan.reads();
    expect(more).toEqual([]);
    expect(tasks).toMatch(/VĂN BẢN CHỈ ĐẠO/);
    expect(tasks).toMatch(/Trả lời một tin, lần lượt: số CBCCVC, Bluezone, QR, Smart Thanh Hóa\. Ví dụ: 50 45 40 38$/);
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
    world.voice.budgets = { 'zalo-bot': 1140 };
    await hoa.says('/phathanh');
    hoa.sees(/^Hạn mức Zalo Bot: cần khoảng 10 tin cho cả đợt \(3 tin giao việc\), tháng này còn 1\.140 tin\.$/m);
    world.voice.budgets = { 'zalo-bot': 9 };
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
