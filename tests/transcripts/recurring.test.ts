/** Reports that recur until they are revoked. */
import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { assignments, obligations, rounds, units } from '../../db/schema/tables.ts';
import { directive } from '../harness/world/fixture.ts';
import { reports } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

const [duty] = directive.duties;
/** The directive with a report that is due as these words say. */
const recurring = (quote: string, more: object = {}) =>
  JSON.stringify({
    ...directive,
    text: `${directive.text}\n${quote}`,
    duties: [{ ...duty, ...more, deadline: { rule: 'recurring', quote } }],
  });

const keysIn = async ({ db }: World) =>
  (await db.select({ key: rounds.key }).from(rounds).orderBy(asc(rounds.key))).map(({ key }) => key);

describeTranscripts('a report that recurs', (open) => {
  test('every week is asked for in its weeks, is shown with its next round, and ends with the directive', async () => {
    const world = await open({ directive: recurring('hằng tuần trước 16h00 thứ Năm') });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff('Hoa');
    await world.issue();
    lan.sees(/Hạn: 16h00 ngày 09\/9\/2021 \(văn bản ghi: "hằng tuần trước 16h00 thứ Năm"\)/);
    expect(await keysIn(world)).toEqual(['2021-09-09', '2021-09-16', '2021-09-23']);
    await reports(lan, [50, 45, 40, 38]);
    await hoa.says('/vanban');
    hoa.sees(/Báo cáo định kỳ "hằng tuần trước 16h00 thứ Năm", kỳ tới: 16h00 ngày 09\/9\/2021/);
    lan.looksAway();
    await world.at('2021-09-13T08:00');
    expect(await keysIn(world)).toEqual(['2021-09-09', '2021-09-16', '2021-09-23', '2021-09-30']);
    await world.at('2021-09-15T08:00');
    lan.sees(/16h00 ngày 16\/9\/2021/);
    await world.tick();
    await world.tick();
    expect(await keysIn(world)).toHaveLength(4);
    await hoa.says('kết thúc văn bản 101');
    await hoa.says('đồng ý');
    hoa.sees(/Đã kết thúc/);
    lan.looksAway();
    await world.at('2021-10-13T08:00');
    expect(await keysIn(world)).toHaveLength(4);
    lan.seesNothing();
    await hoa.says('/molai');
    await hoa.says('đồng ý');
    await world.tick();
    // What would have been due while it was closed was never asked.
    expect((await keysIn(world)).slice(4)).toEqual(['2021-10-14', '2021-10-21', '2021-10-28']);
  });

  test('every month says of which days its figures are', async () => {
    const world = await open({ directive: recurring('trước ngày 20 hằng tháng') });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    lan.sees(
      /17h00 ngày 17\/9\/2021 \(văn bản ghi: "trước ngày 20 hằng tháng"; số liệu từ 15\/8\/2021 đến hết 14\/9\/2021\)/,
    );
    lan.looksAway();
    await world.at('2021-09-06T09:00');
    await lan.says('/baocao');
    expect(lan.choices()).not.toContain('Đúng, gửi');
    // Its round has not opened: the task is there all the same.
    await lan.says('/nhiemvu');
    lan.sees(/17h00 ngày 17\/9\/2021 \(văn bản ghi: "trước ngày 20 hằng tháng"/);
    await world.at('2021-09-15T08:00');
    await world.at('2021-09-16T08:00');
    lan.sees(/số liệu từ 15\/8\/2021 đến hết 14\/9\/2021/);
  });

  test('of which rounds were missed is caught up: they are made and said, and nothing stale is reminded of', async () => {
    const world = await open({ directive: recurring('hằng tuần trước 16h00 thứ Năm') });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff('Hoa');
    await world.issue();
    for (const person of [lan, hoa]) person.looksAway();
    await world.at('2021-10-13T08:00');
    expect(await keysIn(world)).toEqual([
      '2021-09-09',
      '2021-09-16',
      '2021-09-23',
      '2021-09-30',
      '2021-10-07',
      '2021-10-14',
      '2021-10-21',
      '2021-10-28',
    ]);
    hoa.sees(/hệ thống đã ngừng chạy nên 2 kỳ báo cáo/, /hạn 16h00 ngày 30\/9\/2021/, /hạn 16h00 ngày 07\/10\/2021/);
    expect(lan.reads()).toEqual([expect.stringMatching(/còn 1 ngày.*\nHạn: 16h00 ngày 14\/10\/2021/s)]);
    for (const person of [lan, hoa]) person.looksAway();
    await world.tick();
    for (const person of [lan, hoa]) person.seesNothing();
  });

  test('is asked of who is there by then: a new unit gets its tasks', async () => {
    const world = await open({ directive: recurring('hằng tuần trước 16h00 thứ Năm') });
    await world.issue();
    await world.db.insert(units).values({
      code: 'XA-MOI',
      name: 'UBND xã Mới',
      kind: 'commune',
      position: 99,
      aliases: [],
      tags: [],
      validFrom: '2021-09-07',
    } as typeof units.$inferInsert);
    await world.at('2021-09-13T08:00');
    const owed = await world.db
      .select({ key: rounds.key })
      .from(obligations)
      .innerJoin(rounds, eq(rounds.id, obligations.roundId))
      .innerJoin(units, eq(units.id, obligations.unitId))
      .where(eq(units.code, 'XA-MOI'));
    expect(owed).toEqual([{ key: '2021-09-30' }]);
    const given = await world.db
      .select({ tasks: assignments.taskIds })
      .from(assignments)
      .innerJoin(units, eq(units.id, assignments.unitId))
      .where(eq(units.code, 'XA-MOI'));
    expect(given.map(({ tasks }) => tasks.length)).toEqual([2]);
  });

  test('in a year whose days off are not known is said to staff, once', async () => {
    const world = await open({ directive: recurring('trước ngày 20/01 hằng năm'), at: '2027-02-12T08:00' });
    const hoa = await world.registerStaff('Hoa');
    hoa.looksAway();
    await world.issue();
    hoa.sees(/có kỳ trong năm 2028, mà hệ thống chưa có lịch nghỉ/);
    hoa.looksAway();
    await world.tick();
    hoa.seesNothing();
  });
});
