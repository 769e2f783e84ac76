import { expect, test } from 'vitest';
import { exportPaper } from '../../bot/papers/export.ts';
import { asking } from '../harness/world/kinds.ts';
import { saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';
import { compute, readSheets } from '../messages/papers/formulas.ts';

/** Pigs of a commune each day: how many there are, how many died that day, how many have had their shots since the start. */
const directive = asking(
  [
    { key: 'dan', label: 'Đàn lợn', kind: 'count', unit: 'con', nature: 'stock' },
    { key: 'chet', label: 'Lợn chết trong ngày', kind: 'count', unit: 'con', nature: 'flow' },
    { key: 'tiem', label: 'Đã tiêm phòng', kind: 'count', unit: 'con', nature: 'cumulative' },
    { key: 'ty-le', label: 'Tỷ lệ tiêm', kind: 'percent', decimals: 1, formula: 'tiem / dan' },
  ],
  {
    audience: { kinds: ['commune'], tags: [], codes: [], childrenOf: [], except: [] },
    deadline: {
      ...{ rule: 'each-day', time: '16:00', from: '2021-09-06', until: '2021-09-09' },
      quote: 'trước ngày 10/9/2021',
    },
    noteLabel: undefined,
  },
);

/** Lan reports three days; Nam the first alone. */
async function threeDays(world: World) {
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const nam = await world.register('XA-BINH-MINH', 'Nam');
  const minh = await world.registerLeader('Minh');
  await world.issue();
  await saysAll(lan, '/baocao', '1000', '12', '300', 'đúng');
  await saysAll(nam, '/baocao', '400', '5', '100', 'đúng');
  await minh.says('/tonghop');
  minh.doesNotSee(/Lũy kế/);
  world.clock.set('2021-09-07T09:00');
  await saysAll(lan, '/baocao', '990', '8', '500', 'đúng');
  world.clock.set('2021-09-08T09:00');
  await saysAll(lan, '/baocao', '985', 'không có', 'đúng', '700', 'đúng');
  lan.sees(/Đã ghi nhận báo cáo/);
  return { lan, nam, minh };
}

describeTranscripts('several rounds of a directive', (open) => {
  test('come together in the summary by their nature, and what is missing is no zero', async () => {
    const world = await open({ at: '2021-09-06T09:00', directive });
    const { minh } = await threeDays(world);
    await minh.says('/tonghop');
    minh.sees(
      /- Đàn lợn: 985$/m,
      /- Lợn chết trong ngày: 0$/m,
      /^Lũy kế từ đầu kỳ \(3 kỳ báo cáo, hạn 06\/9\/2021 đến 08\/9\/2021\): Đàn lợn 1\.385; Lợn chết trong ngày 25; Đã tiêm phòng 800; Tỷ lệ tiêm 57,8%\. Thiếu 2 báo cáo của 1 đơn vị, chưa có trong lũy kế\.$/m,
    );
    await minh.taps('Lũy kế');
    minh.sees(
      /^- Đàn lợn: 1\.385 – số mới nhất; 1 đơn vị lấy số của kỳ trước$/m,
      /^- Lợn chết trong ngày: 25 – cộng các kỳ$/m,
      /^- Đã tiêm phòng: 800 – số lũy kế mới nhất; 1 đơn vị lấy số của kỳ trước$/m,
      /^- Tỷ lệ tiêm: 57,8% – tính từ các tổng$/m,
    );
    expect(minh.choices()).toEqual(['UBND xã Bình Minh – thiếu 2 kỳ', 'Tổng hợp chung']);
    await minh.taps('UBND xã Bình Minh – thiếu 2 kỳ');
    minh.sees(
      /Lũy kế từ đầu kỳ \(đã báo cáo 1\/3 kỳ\): Đàn lợn 400; Lợn chết trong ngày 5; Đã tiêm phòng 100; Tỷ lệ tiêm 25%\./,
    );
    await minh.says('/tonghop luỹ kế từ đầu kỳ');
    minh.sees(/^- Lợn chết trong ngày: 25 – cộng các kỳ$/m);
  });

  test('stand in the workbook by unit, with formulas, and in the data', async () => {
    const world = await open({ at: '2021-09-06T09:00', directive });
    await threeDays(world);
    const paper = async (format: 'xlsx' | 'csv' | 'json') => {
      const made = await exportPaper(world.db, { directiveId: world.directiveId, format }, world.clock.civil());
      if (!made.ok) throw new Error(made.error);
      return made.value.bytes;
    };
    const sheets = readSheets(await paper('xlsx'));
    const cells = sheets.get('Lũy kế');
    const row = (n: number) => ['B', 'C', 'D', 'E', 'F', 'G', 'H'].map((at) => compute(sheets, 'Lũy kế', `${at}${n}`));
    expect(cells?.get('A4')).toMatch(/Lũy kế từ đầu kỳ \(3 kỳ báo cáo.*Thiếu 2 báo cáo của 1 đơn vị/);
    expect([row(6), row(7), row(8)]).toEqual([
      ['Đơn vị', 'Số kỳ đã báo cáo', 'Số kỳ còn thiếu', ...[0, 1, 2, 3].map(() => expect.any(String))],
      ['UBND xã An Bình', 3, 0, 985, 20, 700, 700 / 985],
      ['UBND xã Bình Minh', 1, 2, 400, 5, 100, 0.25],
    ]);
    expect(row(5).slice(3)).toEqual([1385, 25, 800, 800 / 1385]);
    for (const [at, cell] of cells ?? [])
      if (typeof cell === 'object' && cell !== null)
        expect(Number(cell.cached), at).toBeCloseTo(Number(compute(sheets, 'Lũy kế', at)), 3);
    const [head = '', ...lines] = new TextDecoder()
      .decode(await paper('csv'))
      .trim()
      .split('\r\n');
    const place = (column: string) => head.split(',').indexOf(column);
    const columns = ['period_reported', 'period_owed', 'period_chet', 'period_ty-le', 'value_chet'];
    expect(lines.map((line) => columns.map((column) => line.split(',')[place(column)]))).toEqual([
      ['3', '0', '20', '71.1', '0'],
      ['1', '2', '5', '25', ''],
    ]);
    expect(JSON.parse(new TextDecoder().decode(await paper('json')))).toMatchObject({
      period: {
        ...{ rounds: 3, from: '2021-09-06T16:00:00+07:00', missing: { reports: 2, units: 1 } },
        indicators: [
          { key: 'dan', total: 1385, nature: 'stock', earlier: 1 },
          { key: 'chet', total: 25, nature: 'flow', earlier: 0 },
          { key: 'tiem', total: 800, nature: 'cumulative' },
          { key: 'ty-le', total: 800, of: 1385, percent: 57.8, nature: null },
        ],
      },
      units: [{ period_chet: 20 }, { period_chet: 5 }],
    });
  });
});
