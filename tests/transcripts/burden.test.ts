import { expect, test } from 'vitest';
import { monthSaid } from '../../core/figures/burden.ts';
import { reports, saysAll } from '../harness/world/person.ts';
import { describeTranscripts } from '../harness/world.ts';

describeTranscripts('what reporting takes of units', (open) => {
  test('is listed for a month: directives, questions, messages and minutes', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff('Hoa');
    await world.issue();
    world.clock.set('2021-09-06T09:00');
    await lan.says('/baocao');
    world.clock.set('2021-09-06T09:04');
    await reports(lan, [50, 45, 40, 38]);
    await hoa.says('/ganhnang');
    // Registering (2 words at 08:00), a minute to begin anew at 09:00, and 4 to the report, which takes 6 words.
    hoa.sees(
      /Gánh nặng báo cáo tháng 9\/2021, 7 đơn vị: tổng cộng 24 câu hỏi/,
      /- UBND xã An Bình: 1 văn bản, 4 câu hỏi, nhận 1 tin, gửi \d+ tin, khoảng 6 phút/,
      /- Viễn thông Sông Mây: 1 văn bản, 0 câu hỏi, nhận 0 tin, gửi 0 tin, khoảng 0 phút/,
    );
    await hoa.says('/ganhnang 8/2021');
    hoa.sees(/Chưa có số liệu của tháng 8\/2021/);
    await hoa.says('/ganhnang xã An Bình');
    hoa.sees(/Gánh nặng báo cáo của UBND xã An Bình:\n- tháng 9\/2021: 1 văn bản, 4 câu hỏi/);
  });

  test('is for who follows others', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await saysAll(lan, '/ganhnang');
    lan.doesNotSee(/câu hỏi,/);
  });
});

test.each([
  ['9/2021', '2021-09'],
  ['tháng 8', '2021-08'],
  ['thang 12/2020', '2020-12'],
  ['13', undefined],
  ['xã 9', undefined],
])('"%s" is the month %s', (words, month) => {
  expect(monthSaid(words, '2021-09-06')).toBe(month);
});
