import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importTargets } from '../../bot/acts/targets/import-targets.ts';
import { readDirective } from '../../db/directives/directives.ts';
import { saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

const file = (name: string) => readFileSync(new URL(`../../sample/thanh-hoa-2026/${name}`, import.meta.url));

async function assign(world: World, bytes: Uint8Array, isDryRun: boolean) {
  const directive = await readDirective(world.db, world.directiveId);
  if (!directive) throw new Error('the sample has no directive');
  return importTargets(world.db, directive, bytes, { now: world.clock.civil(), isDryRun });
}

describeTranscripts('the weekly report of a province', (open) => {
  test('is assigned, asked for, computed, checked against the week before, and added up to its plan', async () => {
    const world = await open({
      at: '2026-03-02T08:00',
      roster: file('units.csv').toString(),
      directive: file('directive.yaml').toString(),
      issuer: 'UBND-TINH',
    });
    const targets = file('targets.csv');
    expect(await assign(world, targets, true)).toMatchObject({ units: 166, targets: 332, added: 0, errors: [] });
    expect(await assign(world, targets, false)).toMatchObject({ added: 332, changed: 0, errors: [] });
    expect(await assign(world, targets, false)).toMatchObject({ added: 0, changed: 0 });
    const lan = await world.register('16438', 'Lan');
    const hoa = await world.register('TH-008', 'Hoa');
    const minh = await world.registerLeader('Minh');
    await world.issue();
    world.clock.set('2026-03-05T09:00');
    await lan.says('/baocao');
    lan.sees(/Diện tích đã gieo trồng: bao nhiêu ha\?/);
    await saysAll(lan, '120,5 ha', '1 tỷ 200 triệu', '350,5 triệu', '1500');
    lan.sees(/Trâu bò: bao nhiêu/);
    await saysAll(lan, '300', '1200', 'không');
    lan.sees(
      /^Diện tích đã gieo trồng: 120,5 ha \(đạt \d+,\d% kế hoạch [\d.,]+ ha\)$/m,
      /^Tỷ lệ giải ngân: 29,2%$/m,
      /^Trâu bò: 300\/1\.500$/m,
    );
    await lan.says('đúng');
    await hoa.says('/baocao');
    await saysAll(hoa, '30', '800', '900');
    hoa.sees(/Kinh phí đã giải ngân không được lớn hơn kinh phí được giao\..*sửa số nào\?/);
    await saysAll(hoa, 'Kinh phí đã giải ngân 90', '200', '50', '150', 'không', 'đúng');
    await minh.says('/tonghop');
    minh.sees(
      /- Diện tích đã gieo trồng: 150,5 ha, đạt 0,2% kế hoạch [\d.,]+ ha/,
      /- Kinh phí được giao: 2\.000 triệu đồng/,
      /- Kinh phí đã giải ngân: 440,5 triệu đồng, đạt 0,2% kế hoạch/,
      /- Tỷ lệ giải ngân: 22,0%/,
      /- Gia súc đã tiêm phòng: 1\.700/,
    );
    world.clock.set('2026-03-10T09:00');
    await lan.says('/baocao');
    await lan.says('102,5');
    lan.sees(
      /Diện tích đã gieo trồng là số lũy kế: kỳ trước UBND xã Lưu Vệ đã báo cáo 120,5 ha, kỳ này đồng chí ghi 102,5 ha/,
    );
    await lan.says('205,1 ha');
    lan.sees(/Đã ghi Diện tích đã gieo trồng: 205,1 ha/, /Kinh phí được giao: bao nhiêu triệu đồng\?/);
  });

  test('names every cell of targets that is wrong, and writes nothing then', async () => {
    const world = await open({
      at: '2026-03-02T08:00',
      roster: file('units.csv').toString(),
      directive: file('directive.yaml').toString(),
      issuer: 'UBND-TINH',
    });
    const outcome = await assign(
      world,
      Buffer.from('code;dien-tich;giai-ngan\n16438;1.250;12,55\nSO-NNMT;1;1\n'),
      false,
    );
    expect(outcome).toMatchObject({
      added: 0,
      errors: [
        { row: 2, column: 'dien-tich', fault: { type: 'two-readings' } },
        { row: 2, column: 'giai-ngan', fault: { type: 'many-places' } },
        { row: 3, column: 'code', fault: { type: 'unknown-unit', code: 'SO-NNMT' } },
      ],
    });
  });
});
