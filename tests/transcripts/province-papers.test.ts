import { readFileSync } from 'node:fs';
import readExcel from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { importTargets } from '../../bot/acts/targets/import-targets.ts';
import { exportPaper } from '../../bot/papers/export.ts';
import { readDirective } from '../../db/directives/directives.ts';
import { databaseForEach } from '../harness/database.ts';
import { saysAll } from '../harness/world/person.ts';
import { createWorld, type World } from '../harness/world.ts';
import { paragraphsOf } from '../messages/papers/words.ts';

const file = (name: string) => readFileSync(new URL(`../../sample/thanh-hoa-2026/${name}`, import.meta.url));
const db = databaseForEach();

async function reported(): Promise<World> {
  const world = await createWorld(db(), {
    ...{ at: '2026-03-02T08:00', issuer: 'UBND-TINH' },
    ...{ roster: file('units.csv').toString(), directive: file('directive.yaml').toString() },
  });
  const directive = await readDirective(world.db, world.directiveId);
  if (!directive) throw new Error('the sample has no directive');
  await importTargets(world.db, directive, file('targets.csv'), { now: world.clock.civil(), isDryRun: false });
  const lan = await world.register('16438', 'Lan');
  await world.issue();
  world.clock.set('2026-03-05T09:00');
  await lan.says('/baocao');
  await saysAll(lan, '120,5 ha', '1 tỷ 200 triệu', '350,5 triệu', '1500', '300', '1200', 'không', 'đúng');
  return world;
}

const paperOf = async (world: World, format: 'xlsx' | 'docx' | 'unit' | 'csv' | 'json', unit?: string) => {
  const paper = await exportPaper(
    world.db,
    { directiveId: world.directiveId, format, ...(unit && { unit }) },
    world.clock.civil(),
  );
  if (!paper.ok) throw new Error(paper.error);
  return paper.value.bytes;
};

test('papers of figures of every kind follow: places, shares of sums, plans, computed cells', async () => {
  const world = await reported();
  const sheets = await readExcel(Buffer.from(await paperOf(world, 'xlsx')));
  const rows = sheets.find(({ sheet }) => sheet === 'Theo đơn vị')?.data ?? [];
  const heading = rows.find((row) => row.includes('Đơn vị')) ?? [];
  const own = rows.find((row) => row.includes('UBND xã Lưu Vệ')) ?? [];
  const cell = (title: string) => own[heading.indexOf(title)];
  expect(cell('Diện tích đã gieo trồng (ha)')).toBe(120.5);
  expect(cell('Tỷ lệ giải ngân (%)')).toBe(0.292);
  const [target, reached] = [cell('Diện tích đã gieo trồng: kế hoạch'), cell('Diện tích đã gieo trồng: % kế hoạch')];
  expect(Number(reached)).toBeCloseTo(120.5 / Number(target), 9);

  const json = JSON.parse(new TextDecoder().decode(await paperOf(world, 'json'))) as {
    indicators: {
      key: string;
      total: number;
      of: number;
      percent: number;
      target?: number;
      percentOfTarget?: number;
    }[];
    units: Record<string, unknown>[];
  };
  const [area, , , share] = json.indicators;
  expect(area).toMatchObject({ key: 'dien-tich', total: 120.5 });
  expect(area?.percentOfTarget).toBeCloseTo((100 * 120.5) / (area?.target ?? 1), 0);
  expect(share).toMatchObject({ key: 'ty-le', total: 350.5, of: 1200, percent: 29.2 });
  expect(json.units.find(({ code }) => code === '16438')).toMatchObject({
    'value_giai-ngan': 350.5,
    'value_ty-le': 29.2,
  });
  expect(new TextDecoder().decode(await paperOf(world, 'csv'))).toContain('120.5,1200,350.5,29.2,1500,300,1200');

  const report = (await paragraphsOf(await paperOf(world, 'docx'))).join('\n');
  expect(report).toMatch(/Diện tích đã gieo trồng: 120,5 ha, đạt 0,\d% kế hoạch [\d.,]+ ha/);
  expect(report).toMatch(/Tỷ lệ giải ngân: 29,2%/);
  await paperOf(world, 'unit', '16438');
});
