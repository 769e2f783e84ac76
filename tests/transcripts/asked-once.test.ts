import { expect, test } from 'vitest';
import { importDirective } from '../../bot/acts/import-directive.ts';
import { saysUnchanged } from '../../core/reports/past/given.ts';
import { reportValues } from '../../db/schema/tables.ts';
import { directive } from '../harness/world/fixture.ts';
import { everyKind } from '../harness/world/kinds.ts';
import { reports, saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

const [duty] = directive.duties;
const daily = JSON.stringify({
  ...directive,
  text: `${directive.text}\nBáo cáo lúc 16 giờ hằng ngày.`,
  duties: [
    {
      ...duty,
      deadline: { rule: 'each-day', time: '16:00', from: '2021-09-06', until: '2021-09-10', quote: '16 giờ hằng ngày' },
    },
  ],
});

describeTranscripts('a figure that a unit gave before', (open) => {
  const start = async (): Promise<{ world: World; lan: Awaited<ReturnType<World['register']>> }> => {
    const world = await open({ directive: daily });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await reports(lan, [50, 45, 40, 38]);
    world.clock.set('2021-09-07T09:00');
    return { world, lan };
  };

  test('is offered with its date, taken by one word, and read back before it counts', async () => {
    const { lan } = await start();
    await saysAll(lan, '/baocao', '50');
    lan.sees(
      /Ngày 06\/9\/2021 đơn vị đã báo 45; vẫn 45 thì trả lời “vẫn vậy”\.\nBluezone: bao nhiêu người \(trên 50\)\?/,
    );
    await lan.says('vẫn vậy ạ');
    lan.sees(/Đã ghi Bluezone: 45\/50/, /đã báo 40/);
    await lan.taps('Vẫn 40');
    await lan.says('39');
    await lan.says('Không có');
    lan.sees(/Bluezone: 45\/50\nQR: 40\/50\nSmart Thanh Hóa: 39\/50/);
    lan.doesNotSee(/Đã ghi nhận/);
    await lan.taps('Đúng, gửi');
    lan.sees(/^Đã ghi nhận báo cáo/);
  });

  test('is offered in its unit where it is a measure, money or a percentage', async () => {
    const indicators = everyKind.filter(({ kind }) => ['measure', 'money', 'percent'].includes(kind));
    const duties = [{ ...JSON.parse(daily).duties[0], denominator: undefined, indicators, rules: [] }];
    const world = await open({ directive: JSON.stringify({ ...JSON.parse(daily), duties }) });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await saysAll(lan, '/baocao', '1.250,5 ha', '12,5 ha', '1 tỷ 250 triệu', '85,5%', 'không');
    await lan.taps('Đúng, gửi');
    world.clock.set('2021-09-07T09:00');
    await lan.says('/baocao');
    lan.sees(/Ngày 06\/9\/2021 đơn vị đã báo 1\.250,5 ha; vẫn 1\.250,5 ha thì trả lời “vẫn vậy”\./);
    await lan.says('vẫn vậy');
    lan.sees(/Đã ghi Diện tích kế hoạch: 1\.250,5 ha\./, /đã báo 12,5 ha/);
    await lan.says('như cũ');
    lan.sees(/đã báo 1\.250\.000\.000 đồng/);
    await lan.says('không đổi ạ');
    lan.sees(/đã báo 85,5%/);
    await lan.says('vẫn thế');
    await lan.says('không');
    lan.sees(
      /^Diện tích đã gieo: 12,5\/1\.250,5 ha$/m,
      /^Kinh phí: 1\.250\.000\.000 đồng$/m,
      /^Tỷ lệ che phủ: 85,5%$/m,
    );
    lan.doesNotSee(/Đã ghi nhận/);
  });

  test('is not offered where it could be read in two ways', async () => {
    const indicators = [{ key: 'dien-tich', label: 'Diện tích', kind: 'measure', unit: 'ha', decimals: 3 }];
    const duties = [{ ...JSON.parse(daily).duties[0], denominator: undefined, indicators, rules: [] }];
    const world = await open({ directive: JSON.stringify({ ...JSON.parse(daily), duties }) });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await saysAll(lan, '/baocao', '12,12 ha', 'không');
    await lan.taps('Đúng, gửi');
    await world.db.update(reportValues).set({ number: '12.125' as never });
    world.clock.set('2021-09-07T09:00');
    await lan.says('/baocao');
    lan.sees(/Diện tích: bao nhiêu ha\?/);
    lan.doesNotSee(/đã báo/);
    await world.db.update(reportValues).set({ number: '12.12' as never });
  });

  test('is not offered where a figure is corrected, nor to another unit', async () => {
    const { world, lan } = await start();
    await reports(lan, [50, 46, 41, 39]);
    await saysAll(lan, '/sua', 'Bluezone');
    lan.doesNotSee(/đã báo/);
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    await saysAll(nam, '/baocao', '20');
    nam.doesNotSee(/đã báo|Vẫn/);
  });

  test('is told to staff before another directive that asks for it goes out', async () => {
    const { world } = await start();
    const hoa = await world.registerStaff('Hoa');
    const again = { ...directive, number: '102/UBND-VHTT', subject: 'lần nữa' };
    const imported = await importDirective(world.db, JSON.stringify(again), world.clock.civil());
    expect(imported.ok).toBe(true);
    await hoa.says('/phathanh 102');
    hoa.sees(/Bluezone: 1 đơn vị đã báo ngày 06\/9\/2021; số này được đưa ra để chọn\./);
  });
});

test.each([
  ['vẫn vậy', true],
  ['Vẫn như cũ ạ', true],
  ['không thay đổi gì', true],
  ['như hôm qua', true],
  ['van 45', true],
  ['vẫn 46', false],
  ['46', false],
  ['không', false],
  ['không có', false],
  ['vẫn chưa làm', false],
])('"%s" says that 45 is as before: %s', (text, isUnchanged) => {
  expect(saysUnchanged(text, { value: { type: 'number', value: 45 }, at: new Date() })).toBe(isUnchanged);
});
