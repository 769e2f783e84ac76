import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { accounts, groupMembers, groups, outbox } from '../../../db/schema/tables.ts';
import { runDueSlots, type SlotDeps } from '../../../jobs/reminders/run.ts';
import { reports } from '../../harness/world/person.ts';
import { describeTranscripts, type World } from '../../harness/world.ts';

/** The instants of the sample's plan, and one morning more. */
const slots = ['06T08:00', '08T08:00', '09T14:00', '09T17:00', '10T08:00', '13T08:00'].map((at) => `2021-09-${at}`);

describeTranscripts('reminders', (open) => {
  async function issued(at = '2021-09-05T10:00') {
    const world = await open({ at });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    const hoa = await world.registerStaff();
    const group = world.group('Giao ban');
    await hoa.writesIn(group, `/start ${await world.invite('group')}`);
    await world.issue();
    return { world, lan, nam, hoa, group };
  }

  test('go to debtors only, at the slots of the plan, in private and to the group', async () => {
    const { world, lan, nam, group } = await issued();
    await reports(lan, [50, 45, 40, 38]);
    for (const [index, slot] of slots.entries()) {
      nam.looksAway();
      lan.looksAway();
      await world.at(slot);
      expect(nam.reads(), slot).toHaveLength(1);
      nam.sees(/UBND xã Bình Minh chưa báo cáo/, /Bluezone/);
      expect(nam.choices()).toEqual(['Báo cáo']);
      lan.seesNothing();
      expect(group.reads()).toHaveLength(index + 2);
      expect(group.newest()).toMatch(/UBND xã Bình Minh/);
      expect(group.newest()).not.toMatch(/UBND xã An Bình|Trường/);
      nam.looksAway();
      await world.tick();
      nam.seesNothing();
    }
    await reports(nam, [10, 9, 8, 7]);
    nam.looksAway();
    await world.at('2021-09-14T08:00');
    nam.seesNothing();
  });

  test('say nothing of "quá hạn" before the rule of the deadline does', async () => {
    const { world, nam, group } = await issued();
    for (const slot of slots) {
      nam.looksAway();
      await world.at(slot);
      const said = [...nam.reads(), group.newest()].join('\n').toLocaleLowerCase('vi');
      expect(said.includes('quá hạn'), slot).toBe(slot >= '2021-09-11');
    }
  });

  test('name the document, what it is about and where the report goes; behind the deadline they are counted', async () => {
    const { world, nam, group } = await issued();
    const at = async (slot: string) => {
      nam.looksAway();
      await world.at(slot);
      return nam.reads().join();
    };
    expect(await at('2021-09-08T08:00')).toContain(
      'Nhắc báo cáo (còn 1 ngày): UBND xã Bình Minh chưa báo cáo theo Công văn số 101/UBND-VHTT ngày 05/9/2021 V/v ứng dụng công nghệ trong phòng, chống dịch, gửi UBND huyện Sông Mây (qua Phòng Văn hóa và Thông tin) (',
    );
    expect(await at('2021-09-10T08:00')).toMatch(/^Nhắc lần 1: đã đến hạn báo cáo\. UBND xã Bình Minh chưa báo cáo/);
    expect(await at('2021-09-13T08:00')).toMatch(/^Nhắc lần 2: đã quá hạn 02 ngày\. UBND xã Bình Minh chưa báo cáo/);
    expect(group.newest()).toMatch(/^Báo cáo theo Công văn số 101\/UBND-VHTT .*\(nhắc lần 2, đã quá hạn 02 ngày\)/);
  });

  test('are sent once for a slot, even when civil time jumps back', async () => {
    const { world, nam } = await issued();
    await world.at('2021-09-08T08:00');
    const before = world.channel.arrived.length;
    await world.at('2021-09-06T07:00');
    await world.at('2021-09-06T08:00');
    await world.at('2021-09-08T08:00');
    expect(world.channel.arrived).toHaveLength(before);
    nam.looksAway();
    await world.at('2021-09-09T14:00');
    expect(nam.reads()).toHaveLength(1);
  });

  test('missed during downtime are caught up without a burst', async () => {
    const { world, nam } = await issued();
    nam.looksAway();
    for (const quiet of ['09T12:00', '09T20:00', '10T07:29']) {
      await world.at(`2021-09-${quiet}`);
      nam.seesNothing();
    }
    await world.at('2021-09-10T08:00');
    expect(nam.reads()).toHaveLength(1);
  });

  test('call upon who owes among the members of a group of the Official Account, and nowhere else', async () => {
    const { world, nam, group } = await issued();
    const [person] = await world.db.select().from(accounts).where(eq(accounts.address, nam.address));
    await world.db.insert(accounts).values({
      channel: 'zalo-oa',
      address: '7654321',
      name: 'Nam',
      personId: person?.personId,
      lastSeenAt: world.clock.civil(),
      lastWordAt: world.clock.machine(),
    });
    const [bound] = await world.db.select().from(groups);
    const [made] = await world.db
      .insert(groups)
      .values({ channel: 'zalo-oa', address: 'gmf-1', title: '', issuerId: bound?.issuerId ?? 0 })
      .returning();
    await world.db.insert(groupMembers).values({ groupId: made?.id ?? 0, address: '7654321', state: 'member' });
    await world.at('2021-09-08T08:00');
    const [told] = await world.db.select().from(outbox).where(eq(outbox.address, 'gmf-1'));
    expect(told?.text).toMatch(/^- UBND xã An Bình$/m);
    expect(told?.text).toMatch(/^- UBND xã Bình Minh \[@7654321\]$/m);
    expect(group.newest()).not.toContain('[@');
  });

  test('tell staff whom they do not reach, once a slot, with the page to hand over', async () => {
    const { world, nam, hoa } = await issued();
    await nam.blocks();
    hoa.looksAway();
    await world.at('2021-09-08T08:00');
    await world.tick();
    expect(hoa.reads()).toHaveLength(1);
    hoa.sees(/^Chưa liên hệ được \d+ đơn vị/, /UBND xã Bình Minh: chưa có số điện thoại \(đã chặn hoặc bỏ quan tâm\)/);
    hoa.sees(/https:\/\/chidao\.example\.vn\/c\/\w+/);
    hoa.doesNotSee(/UBND xã An Bình/);
  });

  test('that fail hold up nothing behind them, and are due again', async () => {
    const { world, nam } = await issued();
    const minh = await world.registerLeader();
    await world.at('2021-09-08T08:00');
    world.clock.set('2021-09-09T14:00');
    let asked = 0;
    const failing: SlotDeps = {
      reading: world.reading,
      transact: (run) =>
        world.transact((work) => {
          asked += 1;
          const say = async () => {
            throw new Error('the first cannot be said');
          };
          return run(asked === 1 ? { ...work, say } : work);
        }),
    };
    nam.looksAway();
    minh.looksAway();
    await expect(runDueSlots(failing)).rejects.toThrow('1 of 2 slots failed');
    await world.settle();
    nam.seesNothing();
    minh.sees(/TỔNG HỢP/);
    expect(await runDueSlots(failing)).toBe(1);
    await world.settle();
    expect(nam.reads()).toHaveLength(1);
  });

  test('that are queued but unsent when the report is accepted are never sent', async () => {
    const { world, nam } = await issued();
    for (let i = 0; i < 2; i++) await nam.says('/baocao');
    for (const said of ['10', '9', '8', '7', 'không']) await nam.says(said);
    world.clock.set('2021-09-08T08:00');
    await runDueSlots(world);
    await nam.taps('Đúng, gửi');
    nam.sees(/Đã ghi nhận báo cáo/);
    expect(nam.reads()).toHaveLength(1);
    const reminders = (await world.db.select().from(outbox)).filter((row) => row.kind === 'reminder');
    expect(reminders.filter((row) => row.address === nam.address).map((row) => row.state)).toEqual(['withdrawn']);
  });
});

describeTranscripts('the summaries of the leader', (open) => {
  const toLeader = (world: World, minh: { reads(): string[]; looksAway(): void }) => async (at: string) => {
    minh.looksAway();
    await world.at(at);
    return minh.reads();
  };

  test('come one day and three hours before the deadline and at it, also when all have reported', async () => {
    const world = await open();
    const minh = await world.registerLeader();
    const codes = ['PHONG-VHTT', 'PHONG-GDDT', 'XA-AN-BINH', 'XA-BINH-MINH', 'TH-AN-BINH', 'THCS-BINH-MINH'];
    const heads = [];
    for (const code of codes) heads.push(await world.register(code));
    await world.issue();
    const at = toLeader(world, minh);
    expect(await at('2021-09-07T08:00')).toEqual([]);
    const [first, ...more] = await at('2021-09-08T08:00');
    expect(more).toEqual([]);
    expect(first).toMatch(/Đã báo cáo: 0\/6 đơn vị/);
    for (const head of heads) await reports(head, [100, 90, 80, 70]);
    expect((await at('2021-09-09T14:00')).join()).toMatch(/Bluezone: 540\/600 \(90,0%\)/);
    expect((await at('2021-09-09T17:00')).join()).toMatch(/Tất cả các đơn vị đã báo cáo[\s\S]*bản tổng hợp cuối/);
    expect(await at('2021-09-10T08:00')).toEqual([]);
  });

  test('go on each working morning while a unit owes, and end with one when none does', async () => {
    const world = await open({ at: '2021-09-05T10:00' });
    const minh = await world.registerLeader();
    const codes = ['PHONG-VHTT', 'PHONG-GDDT', 'XA-AN-BINH', 'XA-BINH-MINH', 'TH-AN-BINH', 'THCS-BINH-MINH'];
    const heads = [];
    for (const code of codes) heads.push(await world.register(code));
    await world.issue();
    const at = toLeader(world, minh);
    const [last, ...early] = heads;
    for (const head of early) await reports(head, [100, 90, 80, 70]);
    await at('2021-09-09T17:00');
    const friday = (await at('2021-09-10T08:00')).join('\n');
    expect(friday).toMatch(/Đã báo cáo: 5\/6 đơn vị/);
    expect(friday).toMatch(/Hạn: 17h00 ngày 09\/9\/2021 .*; quá hạn từ ngày 11\/9\/2021\./);
    expect(friday).toMatch(/gửi tổng hợp lúc 08h00 ngày 13\/9\/2021/);
    expect(await at('2021-09-11T08:00')).toEqual([]);
    const monday = await at('2021-09-13T08:00');
    expect(monday).toHaveLength(1);
    expect(monday.join()).toMatch(/đã quá hạn 02 ngày\./);
    if (last) await reports(last, [100, 90, 80, 70]);
    const tuesday = await at('2021-09-14T08:00');
    expect(tuesday).toHaveLength(1);
    expect(tuesday.join()).toMatch(
      /Tất cả các đơn vị đã báo cáo[\s\S]*^Đây là bản tổng hợp cuối của kỳ báo cáo này\.$/m,
    );
    expect(tuesday.join()).not.toMatch(/Tiếp theo/);
    for (const day of ['15T08:00', '16T08:00', '14T08:00', '17T08:00'])
      expect(await at(`2021-09-${day}`), day).toEqual([]);
    await minh.says('/tonghop');
    minh.doesNotSee(/Tiếp theo/);
  });
});
