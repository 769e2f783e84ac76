import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Exact } from '../../core/reports/exact.ts';
import { readSummary } from '../../db/figures/summary.ts';
import { reports as reportRows } from '../../db/schema/tables.ts';
import { reports, saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

const bluezone = async (world: World): Promise<Exact | undefined> =>
  (await readSummary(world.db, world.directiveId, world.clock.civil())).indicators[0]?.total;

describeTranscripts('two people of one unit', (open) => {
  async function bothAtTheReadBack(world: World) {
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const nam = await world.register('XA-AN-BINH', 'Nam');
    await world.issue();
    await world.scene('both are asked whether it is right', async () => {
      await saysAll(lan, '/baocao', '50', '45', '40', '38', 'không');
      await saysAll(nam, '/baocao', '50', '44', '40', '38', 'không');
      await lan.taps('Đúng, gửi');
    });
    return { lan, nam };
  }

  test('report at once: the second is told who and what, and may replace it', async () => {
    const world = await open();
    const { nam } = await bothAtTheReadBack(world);
    await nam.taps('Đúng, gửi');
    nam.sees(
      /Lan đã gửi báo cáo của UBND xã An Bình/,
      /Bluezone: 45\/50[\s\S]*Số của đồng chí:[\s\S]*Bluezone: 44\/50/,
      /\?/,
    );
    nam.doesNotSee(/Đã ghi nhận báo cáo/);
    expect(await bluezone(world)).toBe(45);
    await nam.taps('Sửa theo số của tôi');
    nam.sees(/^Đã ghi nhận báo cáo/);
    expect(await bluezone(world)).toBe(44);
    const kept = await world.db.select().from(reportRows).orderBy(asc(reportRows.revision));
    expect(kept.map((r) => r.revision)).toEqual([1, 2]);
  });

  test('report at once: the second may keep what is there', async () => {
    const world = await open();
    const { nam } = await bothAtTheReadBack(world);
    await nam.says('đúng');
    await nam.taps('Giữ nguyên');
    nam.sees(/giữ nguyên báo cáo đã có/);
    expect(await bluezone(world)).toBe(45);
    expect(await world.db.select().from(reportRows)).toHaveLength(1);
  });

  test('report at once: what was corrected again meanwhile is shown again, never replaced unseen', async () => {
    const world = await open();
    const { lan, nam } = await bothAtTheReadBack(world);
    await nam.taps('Đúng, gửi');
    await saysAll(lan, '/sua', 'Bluezone', '47');
    await lan.taps('Đúng, gửi');
    await nam.taps('Sửa theo số của tôi');
    nam.sees(/Bluezone: 47\/50[\s\S]*Số của đồng chí/);
    expect(await bluezone(world)).toBe(47);
  });
});

describeTranscripts('one head of two units', (open) => {
  async function both(world: World) {
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await lan.opens(await world.invite('unit', 'XA-BINH-MINH'));
    await lan.taps('Đồng ý');
    return lan;
  }

  test('gets the tasks of each, acknowledges both by the word, and chooses for whom to report', async () => {
    const world = await open();
    const lan = await both(world);
    lan.looksAway();
    await world.issue();
    expect(lan.reads()).toHaveLength(2);
    await lan.says('đã nhận');
    lan.sees(/UBND xã An Bình .*; UBND xã Bình Minh/);
    await lan.says('/baocao');
    lan.sees(/Báo cáo của đơn vị nào\?/);
    await lan.taps('UBND xã Bình Minh');
    lan.sees(/UBND xã Bình Minh – Số CBCCVC/);
    await saysAll(lan, '10', '9', '8', '7', 'không');
    await lan.taps('Đúng, gửi');
    lan.sees(/Đã ghi nhận báo cáo của UBND xã Bình Minh/, /Còn phải báo cáo: UBND xã An Bình/);
    await lan.says('/baocao');
    lan.sees(/UBND xã An Bình – Số CBCCVC/);
    await saysAll(lan, '50', '45', '40', '38', 'không', 'đúng');
    await lan.says('/sua');
    lan.sees(/Sửa báo cáo của đơn vị nào\?/);
    await lan.taps('UBND xã An Bình');
    lan.sees(/Báo cáo của UBND xã An Bình/, /sửa mục nào/);
  });

  test('chooses the unit by its name, typed without diacritics', async () => {
    const world = await open();
    const lan = await both(world);
    await world.issue();
    await lan.says('bao cao');
    await lan.says('ubnd xa binh minh');
    lan.sees(/UBND xã Bình Minh – Số CBCCVC/);
  });

  test('acknowledges all that /nhiemvu showed', async () => {
    const world = await open();
    const lan = await both(world);
    await world.issue();
    await lan.says('/nhiemvu');
    lan.sees(/Nhiệm vụ của UBND xã An Bình[\s\S]*Nhiệm vụ của UBND xã Bình Minh/);
    await lan.taps('Đã nhận');
    lan.sees(/UBND xã An Bình .*; UBND xã Bình Minh/);
  });
});

describeTranscripts('everybody', (open) => {
  test('is told only the tasks of their own unit', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const education = await world.register('PHONG-GDDT');
    await world.issue();
    lan.doesNotSee(/dạy học trực tuyến/, /Bình Minh/);
    education.sees(/dạy học trực tuyến/, /Quán triệt/);
  });

  test('of a telecom company gets tasks, and is never asked for a report', async () => {
    const world = await open();
    const telecom = await world.register('VT-SONG-MAY');
    await world.issue();
    telecom.sees(/Hướng dẫn người dân cài đặt/);
    telecom.doesNotSee(/Báo cáo:/, /Quán triệt/);
    expect(telecom.choices()).toEqual(['Đã nhận']);
    await telecom.taps('Đã nhận');
    expect(telecom.choices()).toEqual([]);
    await telecom.says('/baocao');
    telecom.sees(/không còn báo cáo nào phải nộp/);
    for (const day of ['06', '07', '08', '09', '10']) await world.at(`2021-09-${day}T17:30`);
    expect(telecom.reads()).toHaveLength(1);
  });

  test('who has closed the chat is counted as unreachable, and gets the tasks on reopening it', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const minh = await world.registerLeader();
    await lan.blocks(false);
    lan.looksAway();
    await world.issue();
    lan.seesNothing();
    await minh.says('/tonghop');
    await minh.taps('Chưa báo cáo (6)');
    expect(minh.choices()).toContain('UBND xã An Bình – đã chặn hoặc bỏ quan tâm');
    await world.at('2021-09-06T09:00');
    await lan.unblocks();
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/CÔNG VĂN/);
    await reports(lan, [50, 45, 40, 38]);
    await lan.blocks();
    await lan.unblocks();
    lan.seesNothing();
  });

  test('who was told about the closing before gets the tasks when writing again', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await lan.blocks();
    await world.issue();
    world.channel.close(lan.address, false);
    await lan.says('/trogiup');
    lan.sees(/CÔNG VĂN/, /\/baocao/);
  });
});
