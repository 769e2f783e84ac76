/** However many things fall together, a person is told all of them in one message. */

import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { changeDirective } from '../../../bot/acts/change-directive.ts';
import { putBackStale } from '../../../bot/delivery/outage.ts';
import { directives, obligations } from '../../../db/schema/tables.ts';
import { runDueSlots } from '../../../jobs/reminders/run.ts';
import { databaseForEach } from '../../harness/database.ts';
import { createWorld, describeTranscripts } from '../../harness/world.ts';
import { actsFor, issueAnother } from './several.ts';

describeTranscripts('what falls together', (open) => {
  async function leading() {
    const world = await open({ at: '2021-09-05T10:00' });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await issueAnother(world, '102/UBND-VHTT');
    await actsFor(world, lan, 'XA-BINH-MINH', 'delegate');
    await actsFor(world, lan, 'XA-AN-BINH', 'delegate');
    lan.looksAway();
    return { world, lan };
  }

  test('is one message: two units, two directives, head and delegate in one person', async () => {
    const { world, lan } = await leading();
    await world.at('2021-09-08T08:00');
    expect(lan.reads()).toHaveLength(1);
    const [text = ''] = lan.reads();
    expect(text).toMatch(/^Nhắc 4 việc:$/m);
    for (const unit of ['UBND xã An Bình', 'UBND xã Bình Minh'])
      for (const number of ['101/UBND-VHTT', '102/UBND-VHTT'])
        expect(text).toMatch(new RegExp(`^\\d\\. ${unit} chưa báo cáo theo văn bản số ${number}.*còn 1 ngày\\.$`, 'm'));
    expect(text).toMatch(/Đề nghị đồng chí báo cáo đúng hạn\./);
    expect(lan.choices()).toEqual([1, 2, 3, 4].map((n) => `Báo cáo việc ${n}`));
    await lan.taps('Báo cáo việc 2');
    lan.sees(/\?$/m);
  });

  test('holds a promise that ran out at that time as well, once for its debt', async () => {
    const { world, lan } = await leading();
    await world.at('2021-09-09T09:00');
    await lan.says('13h55 gửi');
    lan.sees(/hẹn gửi báo cáo lúc 13h55/);
    lan.looksAway();
    await world.at('2021-09-09T14:00');
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/^Nhắc 4 việc:$/m);
  });

  test('says why, thing by thing', async () => {
    const { world, lan } = await leading();
    await world.at('2021-09-08T08:00');
    await lan.taps('Báo cáo việc 1');
    for (const said of ['50', '45', '40', '38', 'không']) await lan.says(said);
    await lan.taps('Đúng, gửi');
    await lan.says('/visao');
    lan.sees(
      /một tin cho 4 việc/,
      /1\. Văn bản số 101.*lịch nhắc của văn bản: trước hạn 1 ngày.*xã An Bình \(nay đã có\)/,
    );
    lan.sees(/2\. .*xã Bình Minh \(hiện vẫn chưa có\)/);
  });

  test('is not said in the evening where the process was away since the morning, but in the next open minute', async () => {
    const { world, lan } = await leading();
    world.clock.set('2021-09-08T08:00');
    await runDueSlots(world);
    world.clock.set('2021-09-08T12:10');
    await world.transact(putBackStale);
    await world.tick();
    lan.seesNothing();
    await world.at('2021-09-08T13:30');
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/^Nhắc 4 việc:$/m);
  });

  test('leaves out a report that came before it left, and tells the rest all the same', async () => {
    const { world, lan } = await leading();
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    await nam.says('/baocao');
    await nam.taps(nam.choices()[0] ?? '');
    for (const said of ['10', '9', '8', '7', 'không']) await nam.says(said);
    lan.looksAway();
    world.clock.set('2021-09-08T08:00');
    await runDueSlots(world);
    await nam.taps('Đúng, gửi');
    lan.seesNothing();
    await world.tick();
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/^Nhắc 3 việc:$/m);
  });
});

describeTranscripts('a reminder on demand', (open) => {
  test('is one message a person, however many units, takes the place of the slot behind it, and says why', async () => {
    const world = await open();
    const hoa = await world.registerStaff('Hoa');
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const nam = await world.register('TH-AN-BINH', 'Nam');
    await lan.opens(await world.invite('unit', 'XA-BINH-MINH'));
    await lan.taps('Đồng ý');
    await world.issue();
    lan.looksAway();
    world.clock.set('2021-09-08T07:50');
    await hoa.says('nhắc các xã chưa báo cáo: gửi trước 16h');
    hoa.sees(/Nhắc 2 đơn vị/, /Sẽ gửi 1 tin nhắn riêng/);
    await hoa.says('nhắc đi');
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/^Đôn đốc 2 việc:$/m, /1\. UBND xã An Bình chưa báo cáo/, /2\. UBND xã Bình Minh chưa báo cáo/);
    expect(
      lan
        .reads()
        .join()
        .match(/Ý kiến của UBND huyện Sông Mây: Gửi trước 16h/gi),
    ).toHaveLength(1);
    expect(lan.choices()).toEqual(['Báo cáo việc 1', 'Báo cáo việc 2']);
    lan.looksAway();
    nam.looksAway();
    await world.at('2021-09-08T08:00');
    lan.seesNothing();
    nam.sees(/chưa báo cáo/);
    await lan.says('/visao');
    lan.sees(/một tin cho 2 việc/, /yêu cầu nhắc ngay; lúc đó chưa có báo cáo của UBND xã An Bình/);
    lan.looksAway();
    await world.at('2021-09-09T14:00');
    lan.sees(/^Nhắc 2 việc:$/m);
  });
});

describeTranscripts('staff', (open) => {
  test('are told once a day whom no message reaches, unless others come to it', async () => {
    const world = await open();
    const hoa = await world.registerStaff();
    await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    hoa.looksAway();
    await world.at('2021-09-09T14:00');
    hoa.sees(/Chưa liên hệ được 6 đơn vị/);
    hoa.looksAway();
    await world.at('2021-09-09T17:00');
    hoa.seesNothing();
    await world.at('2021-09-10T08:00');
    hoa.sees(/Chưa liên hệ được 6 đơn vị/);
  });
});

describeTranscripts('a group', (open) => {
  test('is told why it was reminded, in the group and to staff', async () => {
    const world = await open({ at: '2021-09-05T10:00' });
    const hoa = await world.registerStaff();
    const group = world.group('Giao ban');
    await hoa.writesIn(group, `/start ${await world.invite('group')}`);
    await world.issue();
    await hoa.writesIn(group, '/visao');
    expect(group.newest()).toMatch(/chưa nhắc trong nhóm/);
    await world.at('2021-09-08T08:00');
    await hoa.writesIn(group, '/visao');
    expect(group.newest()).toMatch(/Lần nhắc gần nhất trong nhóm "Giao ban": 08h00 ngày 08\/9\/2021/);
    expect(group.newest()).toMatch(/trước hạn 1 ngày; hiện còn 4 đơn vị chưa báo cáo/);
    hoa.looksAway();
    await hoa.says('/visao nhóm');
    hoa.sees(/Lần nhắc gần nhất trong nhóm "Giao ban"/);
  });
});

describe('what is queued', () => {
  const db = databaseForEach();

  test('is checked once more at the claim, where a report came in between', async () => {
    const world = await createWorld(db(), { at: '2021-09-05T10:00' });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await issueAnother(world, '102/UBND-VHTT');
    await actsFor(world, lan, 'XA-BINH-MINH', 'delegate');
    world.clock.set('2021-09-08T08:00');
    await runDueSlots(world);
    lan.looksAway();
    // As in a transaction that did not see the reminder yet.
    await db().execute(sql`update obligations o set state = 'reported' from units u
      where u.id = o.unit_id and u.code = 'XA-AN-BINH'`);
    await world.settle();
    lan.seesNothing();
    await world.tick();
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/^Nhắc 2 việc:$/m);
    lan.doesNotSee(/An Bình/);
  });
});

describe('a leader', () => {
  const db = databaseForEach();

  test.each(['close', 'recall'] as const)(
    'reads nothing of a directive in what waits once it is over (%s)',
    async (act) => {
      const world = await createWorld(db(), { at: '2021-09-05T10:00' });
      const minh = await world.registerLeader('Minh');
      await world.issue();
      for (const number of ['102/UBND-VHTT', '103/UBND-VHTT']) await issueAnother(world, number);
      minh.looksAway();
      world.clock.set('2021-09-08T08:00');
      await runDueSlots({ transact: world.transact, reading: world.reading });
      const order = act === 'close' ? { act, reason: null } : { act, reason: 'ban hành nhầm' };
      const over = (directive: number) =>
        world.transact((work) => changeDirective(work, { via: 'command', by: null }, directive, order));
      await over(world.directiveId);
      const [of102, of103] = (await world.db.select().from(directives).orderBy(directives.id)).slice(1);
      await over(of102?.id ?? 0);
      await world.settle();
      const summaries = minh.reads().filter((text) => text.startsWith('TỔNG HỢP'));
      expect(summaries).toHaveLength(1);
      expect(summaries[0]).toMatch(/103\/UBND-VHTT/);
      expect(summaries[0]).not.toMatch(/10[12]\/UBND-VHTT/);
      expect(of103?.number).toBe('103/UBND-VHTT');
      if (act === 'close') minh.sees(/VĂN BẢN ĐÃ KẾT THÚC[\s\S]*101/);
    },
  );

  test('gets the summaries of one slot in one message, and the last of each once', async () => {
    const world = await createWorld(db(), { at: '2021-09-05T10:00' });
    const minh = await world.registerLeader('Minh');
    await world.issue();
    await issueAnother(world, '102/UBND-VHTT');
    minh.looksAway();
    await world.at('2021-09-08T08:00');
    expect(minh.reads()).toHaveLength(1);
    minh.sees(/^TỔNG HỢP đến 08h00[\s\S]*số 101\/UBND-VHTT[\s\S]*\n\nTỔNG HỢP đến 08h00[\s\S]*số 102\/UBND-VHTT/);
    expect(minh.holds()).toHaveLength(2);
    await minh.taps('Văn bản số 102/UBND-VHTT');
    minh.sees(/^TỔNG HỢP[\s\S]*số 102\/UBND-VHTT/);
    minh.doesNotSee(/101\/UBND-VHTT/);
    await world.db.update(obligations).set({ state: 'excused' });
    minh.looksAway();
    await world.at('2021-09-10T08:00');
    expect(minh.reads()).toHaveLength(1);
    expect(
      minh
        .reads()
        .join()
        .match(/bản tổng hợp cuối/g),
    ).toHaveLength(2);
    minh.looksAway();
    await world.at('2021-09-13T08:00');
    minh.seesNothing();
  });
});
