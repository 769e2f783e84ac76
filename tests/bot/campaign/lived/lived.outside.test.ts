/**
 * The sample campaign from outside: the real service over strict platforms, on Telegram and on Zalo with quotas. Schools report to the
 * education office, the deadline is amended in the middle, a head hands over, ten ask for more time, and all is recalled.
 */
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import init from '../../../../bot/commands/init.ts';
import summary from '../../../../bot/commands/summary.ts';
import { vietnam } from '../../../../core/time/calendar.ts';
import { expectCleanEnd } from '../stage/ending.ts';
import { acknowledge, openPlace, type Place, register } from '../stage/place.ts';
import {
  askForTime,
  confirmed,
  consolidator,
  expectOnce,
  type Head,
  issue,
  played,
  report,
  timesRead,
  totalsOf,
} from './district.ts';

const at = (instant: string): Date => DateTime.fromISO(instant, { zone: vietnam }).toJSDate();

type Shown = {
  units: { reported: number };
  indicators: { total: number; of: number; units: number }[];
};

/** What the product adds up is what people have reported. */
async function expectTotals({ run }: Place, heads: readonly Head[]): Promise<void> {
  const { units, indicators } = await run<Shown>(summary, { args: ['1'] });
  const [staff, ...figures] = totalsOf(heads);
  expect(units.reported).toBe(heads.filter((head) => head.figures).length);
  expect(indicators.map(({ total, of }) => [total, of])).toEqual(figures.map((total) => [total, staff]));
}

describe.concurrent.each(['telegram', 'zalo'] as const)('the sample campaign on %s', (on) => {
  test('ends with totals as recounted, nobody told twice, and quotas kept', { timeout: 600_000 }, async () => {
    const place = await openPlace(on, at('2021-09-06T08:00'));
    try {
      await place.run(init, { options: { sample: true } });
      await play(place);
    } finally {
      await place.stop();
    }
  });
});

async function play(place: Place): Promise<void> {
  const { clock } = place;
  const staff = await register(place, { staff: true }, 'Hoa');
  const leader = await register(place, { leader: true }, 'Minh');
  const heads: Head[] = await Promise.all(
    played.map(async (unit) => ({
      unit,
      player: await register(place, { unit: unit.code }, `Thủ trưởng ${unit.code}`),
      figures: undefined,
    })),
  );
  const of = (code: string): Head => {
    const head = heads.find(({ unit }) => unit.code === code);
    if (!head) throw new Error(`nobody plays ${code}`);
    return head;
  };
  const communes = heads.filter(({ unit }) => unit.kind === 'commune');
  const schools = heads.filter(({ unit }) => unit.kind === 'school');
  const education = of(consolidator);
  const [late, ...prompt] = schools;
  const silent = communes.at(-1);
  const [leaving] = communes;
  if (!late || !silent || !leaving) throw new Error('too few play');

  await issue(staff);
  await Promise.all(heads.map(({ player }) => acknowledge(player)));
  for (const { player } of schools) expect(player.read().join()).toMatch(/gửi Phòng Giáo dục và Đào tạo/);
  await Promise.all([...communes.slice(0, 2), ...prompt.slice(0, 2)].map((head) => report(head)));

  for (const [index, head] of [...communes.slice(2, 11), of('PHONG-YTE')].entries())
    await askForTime(head, leader, index % 3 !== 2);

  await confirmed(staff, 'sửa hạn báo cáo thành trước ngày 15/9, lý do mưa bão', [
    /Hạn báo cáo: 17h00 ngày 14\/9\/2021/,
    'sửa đi',
    /Đã sửa văn bản số 45/,
  ]);
  await Promise.all(heads.filter((head) => !head.figures).map(({ player }) => player.waits(/^SỬA ĐỔI/)));

  await confirmed(leaving.player, 'bàn giao', [/thôi vai trò/, 'xác nhận bàn giao', /đã thôi vai trò/]);
  const successor: Head = { ...leaving, player: await register(place, { unit: leaving.unit.code }, 'Người mới') };
  await successor.player.waits(/chuyển giao cho đồng chí/);
  successor.player.says('/sua');
  await successor.player.waits(/sửa mục nào/);
  successor.player.says('/huy');
  const now = heads.map((head) => (head === leaving ? successor : head));

  await Promise.all(
    now
      .filter((head) => !head.figures && head !== late && head !== silent && head !== education)
      .map((head) => report(head)),
  );
  await report(education);
  await confirmed(education.player, '/guitonghop', [/Gửi báo cáo tổng hợp/, 'gửi', /Đã gửi báo cáo tổng hợp/]);
  await expectTotals(place, now);

  clock.stand(at('2021-09-13T08:00'));
  await silent.player.waits(/chưa báo cáo/);
  for (const head of now.filter((one) => one.figures && one !== education))
    expect(timesRead(head.player, /^Nhắc báo cáo|^Đã quá hạn/), head.unit.code).toBe(0);
  await report(late);
  clock.stand(at('2021-09-14T08:00'));
  await education.player.waits(/thêm 1 đơn vị báo cáo/);
  await confirmed(education.player, 'gửi bổ sung', [/lần 2/, 'gửi', /Đã gửi báo cáo tổng hợp/]);
  await expectTotals(place, now);

  await confirmed(staff, 'thu hồi văn bản 45 vì ban hành nhầm', [/không mở lại được/, 'thu hồi', /Đã thu hồi/]);
  await Promise.all(now.map(({ player }) => player.waits(/THU HỒI VĂN BẢN/)));
  expectOnce(heads, /CÔNG VĂN/);
  expectOnce(now, /^THU HỒI VĂN BẢN/);
  expect(timesRead(leaving.player, /^THU HỒI VĂN BẢN/)).toBe(0);
  await expectCleanEnd(place);
}
