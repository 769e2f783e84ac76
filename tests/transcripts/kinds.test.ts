import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { reportValues } from '../../db/schema/tables.ts';
import { asking, everyKind } from '../harness/world/kinds.ts';
import { saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

const directive = asking(everyKind);

async function asked(world: World) {
  const lan = await world.register('XA-AN-BINH', 'Lan');
  await world.issue();
  await lan.says('/baocao');
  return lan;
}

const kept = async (world: World) =>
  (
    await world.db.select().from(reportValues).where(eq(reportValues.reportId, 1)).orderBy(reportValues.indicatorId)
  ).map(({ number, text }) => number ?? text);

describeTranscripts('figures of every kind', (open) => {
  test('are asked for in their unit, read in it, read back with it, and kept exactly', async () => {
    const world = await open({ directive });
    const lan = await asked(world);
    lan.sees(/Số hộ: bao nhiêu\?/);
    await lan.says('120 hộ ạ');
    lan.sees(/Đã ghi Số hộ: 120\./, /Diện tích kế hoạch: bao nhiêu ha\?/);
    await lan.says('15 ha');
    lan.sees(/Đã ghi Diện tích kế hoạch: 15 ha\./, /Diện tích đã gieo: bao nhiêu ha \(trên 15 ha\)\?/);
    await lan.says('12,5 ha');
    lan.sees(/Đã ghi Diện tích đã gieo: 12,5\/15 ha\./, /Kinh phí: bao nhiêu đồng\?/);
    await lan.says('1 tỷ 250 triệu');
    lan.sees(/Đã ghi Kinh phí: 1\.250\.000\.000 đồng\./, /Tỷ lệ che phủ: bao nhiêu phần trăm\?/);
    await lan.says('85,5%');
    lan.sees(/Đã ghi Tỷ lệ che phủ: 85,5%\./, /Đã họp: có hay không\?/);
    await saysAll(lan, 'có', 'Khá', '8/9/2021', 'Chia tổ đến từng hộ');
    await lan.says('không');
    lan.sees(
      /^Số hộ: 120$/m,
      /^Diện tích đã gieo: 12,5\/15 ha$/m,
      /^Kinh phí: 1\.250\.000\.000 đồng$/m,
      /^Tỷ lệ che phủ: 85,5%$/m,
      /^Đã họp: Có$/m,
      /^Xếp loại: Khá$/m,
      /^Ngày hoàn thành: 08\/9\/2021$/m,
    );
    await lan.says('Đúng ạ');
    lan.sees(/^Đã ghi nhận báo cáo/, /12,5\/15 ha/);
    expect(await kept(world)).toEqual([
      ...[120, 15, '12.5', 1_250_000_000, '85.5', 1, 'Khá', '2021-09-08', 'Chia tổ đến từng hộ'],
    ]);
  });

  test('of the wrong kind are answered with what to type', async () => {
    const world = await open({ directive });
    const lan = await asked(world);
    await lan.says('120');
    await lan.says('nhiều lắm');
    lan.sees(/Chưa đọc được số liệu Diện tích kế hoạch\. .*tính bằng ha, ví dụ: 12,5 ha\./);
    await lan.says('80%');
    lan.sees(/Diện tích kế hoạch tính bằng ha, không phải bằng phần trăm/);
    await lan.says('5 sào');
    lan.sees(/Chưa đọc được số liệu Diện tích kế hoạch/);
    await lan.says('15,1234 ha');
    lan.sees(/Diện tích kế hoạch/);
    await saysAll(lan, '15', '12');
    await lan.says('12 ha');
    lan.sees(/Kinh phí/);
    await lan.says('500.000 đồng');
    lan.sees(/500\.000 đồng/, /Tỷ lệ che phủ/);
    await lan.says('12,25%');
    lan.sees(/Tỷ lệ che phủ ghi tối đa 1 chữ số sau dấu phẩy\. .*ví dụ: 85,5%\./);
  });

  test('that may be meant otherwise are asked about, in words', async () => {
    const world = await open({ directive });
    const lan = await asked(world);
    await lan.says('120');
    await lan.says('1.250 ha');
    lan.sees(/hệ thống đọc là 1\.250 ha \(1 nghìn 250\)\. Đồng chí xác nhận có đúng không\?/);
    await lan.says('không, 1,25 ha');
    lan.sees(/Đã ghi Diện tích kế hoạch: 1,25 ha/);
    await lan.says('12.5');
    lan.sees(/hệ thống đọc là 12,5 ha\. /);
    await lan.says('đúng');
    lan.sees(/Diện tích đã gieo \(12,5 ha\) lớn hơn Diện tích kế hoạch \(1,25 ha\)/);
    await lan.says('1');
    lan.sees(/Đã ghi Diện tích đã gieo: 1\/1,25 ha/);
  });

  test('are corrected by their names, of every kind', async () => {
    const world = await open({ directive });
    const lan = await asked(world);
    await saysAll(lan, '120', '15', '12,5', '500.000.000', '85,5%', 'có', 'Khá', '8/9/2021', 'Chia tổ', 'không');
    lan.sees(/đã đúng chưa\?/);
    for (const [said, line] of [
      ['Diện tích đã gieo: 13,25 ha', /^Diện tích đã gieo: 13,25\/15 ha$/m],
      ['sửa diện tích kế hoạch thành 16 ha', /^Diện tích đã gieo: 13,25\/16 ha$/m],
      ['Kinh phí 1,2 tỷ', /^Kinh phí: 1\.200\.000\.000 đồng$/m],
      ['Tỷ lệ che phủ 90%', /^Tỷ lệ che phủ: 90%$/m],
      ['Số hộ 121', /^Số hộ: 121$/m],
      ['Đã họp: chưa', /^Đã họp: Không$/m],
      ['Ngày hoàn thành: 9/9/2021', /^Ngày hoàn thành: 09\/9\/2021$/m],
      ['Cách làm: họp dân', /^Cách làm: họp dân$/m],
    ] as const) {
      await lan.says(said);
      lan.sees(line, /đã đúng chưa\?/);
    }
  });

  test('of things may be written with their unit, and stay within their bounds', async () => {
    const world = await open({
      directive: asking([{ key: 'lon', label: 'Đàn lợn', kind: 'count', unit: 'con', min: 10, max: 500 }]),
    });
    const lan = await asked(world);
    await lan.says('1200 con');
    lan.sees(/Đàn lợn phải không nhỏ hơn 10 và không lớn hơn 500; đồng chí ghi 1\.200/);
    await lan.says('0');
    lan.sees(/Đàn lợn phải không nhỏ hơn 10/);
    await lan.says('120 con');
    lan.sees(/Khó khăn, kiến nghị/);
    await lan.says('Đàn lợn 5');
    lan.sees(/Đàn lợn phải không nhỏ hơn 10/);
  });

  test('of several kinds come in one message, by their names or units, and are read back', async () => {
    const world = await open({
      directive: asking(
        [
          { key: 'gieo', label: 'Diện tích gieo trồng', kind: 'measure', unit: 'ha' },
          { key: 'chi', label: 'Kinh phí đã chi', kind: 'money', unit: 'triệu đồng', decimals: 1 },
          { key: 'ty-le', label: 'Tỷ lệ hộ tham gia', kind: 'percent', decimals: 1 },
          { key: 'ho', label: 'Số hộ', kind: 'count', unit: 'hộ' },
        ],
        { noteLabel: undefined },
      ),
    });
    const lan = await asked(world);
    await lan.says('diện tích 2,5 ha, 3 triệu, đạt 85%');
    lan.sees(/Số hộ: bao nhiêu/);
    await lan.says('120 hộ');
    lan.sees(/^Diện tích gieo trồng: 2,5 ha$/m, /^Kinh phí đã chi: 3 triệu đồng$/m, /^Tỷ lệ hộ tham gia: 85%$/m);
    await lan.says('sửa 4,5 triệu; diện tích gieo trồng: 3 ha');
    lan.sees(/^Diện tích gieo trồng: 3 ha$/m, /^Kinh phí đã chi: 4,5 triệu đồng$/m, /^Số hộ: 120$/m);
    await saysAll(lan, 'hủy', 'hủy báo cáo');
    await lan.says('diện tích 2,5 ha\nsố hộ 120\n85,5 %\nkinh phí 3,5 triệu');
    lan.sees(/^Kinh phí đã chi: 3,5 triệu đồng$/m, /^Tỷ lệ hộ tham gia: 85,5%$/m, /đã đúng chưa/);
  });

  test('of which one is not sure are asked for one by one', async () => {
    const world = await open({
      directive: asking(
        [
          { key: 'gieo', label: 'Diện tích gieo', kind: 'measure', unit: 'ha' },
          { key: 'gat', label: 'Diện tích gặt', kind: 'measure', unit: 'ha' },
        ],
        { noteLabel: undefined },
      ),
    });
    const lan = await asked(world);
    await lan.says('12 ha, 3 ha');
    lan.doesNotSee(/đã đúng chưa/);
  });

  test('are answered with the words of what is asked around them', async () => {
    const world = await open({ directive });
    const lan = await asked(world);
    await saysAll(lan, '120', '15', '12,5', '2 tỷ', '85/100 hộ');
    lan.sees(/Tỷ lệ che phủ: bao nhiêu phần trăm/);
    lan.doesNotSee(/Số hộ: 85/);
    await lan.says('85%');
    for (const said of ['mai họp', 'đang họp']) {
      await lan.says(said);
      lan.sees(/Đã họp: có hay không/);
    }
    await lan.says('họp hôm qua rồi em');
    lan.sees(/Đã ghi Đã họp: Có/);
    for (const said of ['không tốt', 'tốt hoặc khá']) {
      await lan.says(said);
      lan.sees(/Xếp loại: đồng chí chọn mục nào/);
    }
    await lan.says('loại khá ạ');
    lan.sees(/Đã ghi Xếp loại: Khá/);
    await lan.says('8/9');
    lan.doesNotSee(/hẹn gửi/);
    await lan.says('hoàn thành ngày 8/9/2021 nhé');
    lan.sees(/Đã ghi Ngày hoàn thành: 08\/9\/2021/);
  });
});
