import { expect, test } from 'vitest';
import { readReport } from '../../../bot/papers/models.ts';
import { buildJson } from '../../../messages/papers/data/data.ts';
import { buildDistrictReport } from '../../../messages/papers/word/district-report.ts';
import { buildWorkbook } from '../../../messages/papers/workbook/workbook.ts';
import { databaseForEach } from '../../harness/database.ts';
import { askingDirective } from '../../harness/world/asking.ts';
import { saysAll } from '../../harness/world/person.ts';
import { createWorld } from '../../harness/world.ts';
import { piecesOf, readTable } from './table.ts';
import { unzip } from './unzip.ts';

const db = databaseForEach();

async function told() {
  const world = await createWorld(db(), { directive: askingDirective() });
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const binh = await world.register('PHONG-GDDT', 'Bình');
  const hoa = await world.registerStaff('Hoa');
  await world.issue();
  await saysAll(lan, 'mục 1 vướng kinh phí', 'đúng');
  await saysAll(binh, 'mục 1 đang làm 60%, mục 2 xong', 'đúng');
  await saysAll(hoa, 'báo thay xã Bình Minh: mục 1 chưa làm, lý do: xã mất điện', 'đúng');
  return world;
}

const words = (xml: string): string => xml.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('the report has a sentence for each section, and the units in an annex', async () => {
  const world = await told();
  const model = await readReport(db(), world.directiveId, world.clock.civil(), 'head');
  if (!model) throw new Error('no model');
  const text = words(unzip(await buildDistrictReport(model)).get('word/document.xml') ?? '');
  expect(text).toContain('4. Tiến độ thực hiện nhiệm vụ');
  expect(text).toMatch(/- Mục 1: xong 0\/6; đang 1; vướng 1; chưa 1; chưa báo 3\./);
  expect(text).toMatch(/từng đơn vị: Phụ lục II+/);
  expect(text).toMatch(/UBND xã An Bình vướng mắc: kinh phí/);
});

test('where nobody has told anything the report says so in one sentence, and counts nothing as not done', async () => {
  const world = await createWorld(db(), { directive: askingDirective() });
  await world.issue();
  const model = await readReport(db(), world.directiveId, world.clock.civil(), 'head');
  if (!model) throw new Error('no model');
  const text = words(unzip(await buildDistrictReport(model)).get('word/document.xml') ?? '');
  expect(text).toContain('Chưa đơn vị nào báo tiến độ nhiệm vụ qua hệ thống.');
  expect(text).not.toMatch(/xong 0|chưa báo \d|TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ/);
});

test('the workbook has a sheet with every section of every unit, the data have it too', async () => {
  const world = await told();
  const table = await readTable(db(), world.directiveId, world.clock.civil());
  if (!table) throw new Error('no table');
  const parts = unzip(await buildWorkbook(table, piecesOf(table)));
  expect(parts.get('xl/workbook.xml')).toContain('Tiến độ');
  const sheet = [...parts].find(([name, xml]) => name.includes('worksheets') && xml.includes('kinh phí'))?.[1] ?? '';
  expect(words(sheet)).toMatch(/UBND xã An Bình\s+vướng mắc/);
  expect(words(sheet)).toMatch(/UBND xã Bình Minh\s+chưa thực hiện\s+Hoa \(nhập thay\)/);
  const json = JSON.parse(Buffer.from(await buildJson(table, piecesOf(table))).toString());
  expect(json.progress).toMatchObject([{ section: '1', units: 6, doing: 1, blocked: 1, none: 1, unsaid: 3 }, {}, {}]);
  expect(json.tasks).toContainEqual({
    code: 'PHONG-GDDT',
    section: '1',
    state: 'doing',
    timing: null,
    percent: 60,
    reasons: [],
    papers: [],
    by: 'Bình',
    on_behalf: false,
    at: '2021-09-06T08:00:00+07:00',
  });
});
