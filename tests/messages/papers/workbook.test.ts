import readExcel from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import type { UnitLine } from '../../../core/figures/papers.ts';
import { historySheets, shareOut } from '../../../messages/papers/workbook/lists.ts';
import { buildWorkbook } from '../../../messages/papers/workbook/workbook.ts';
import { compute, readSheets, type Sheets } from './formulas.ts';
import { useModels } from './models.ts';
import { piecesOf } from './table.ts';
import { unzip } from './unzip.ts';

const models = useModels();
let bytes: Uint8Array;
let sheets: Sheets;
beforeAll(async () => {
  bytes = await buildWorkbook(models().workbook, piecesOf(models().workbook));
  sheets = readSheets(bytes);
});

const names = ['Tổng hợp', 'Theo đơn vị', 'Theo chỉ tiêu', 'Chưa báo cáo', 'Lịch sử'];
const isReported = (line: UnitLine) => line.state === 'reported';
const sumOf = (lines: UnitLine[], key: string): number =>
  lines.reduce((all, { values }) => all + Number(values[key]?.type === 'number' ? values[key].value : 0), 0);

test('an independent reader finds the five sheets, the units in order, and numbers as numbers', async () => {
  const read = await readExcel(Buffer.from(bytes));
  expect(read.map(({ sheet }) => sheet)).toEqual(names);
  const rows = read[1]?.data.slice(5) ?? [];
  const { units } = models().workbook;
  expect(rows.map((row) => row[1])).toEqual(units.map(({ unit }) => unit.name));
  expect(rows.map((row) => row.at(-1))).toEqual(units.map(({ unit }) => unit.code));
  expect(units.length).toBeGreaterThan(100);
  units.forEach(({ values }, index) => {
    const value = values['chu-ky-so'];
    expect(rows[index]?.[4] ?? null).toBe(value?.type === 'number' ? value.value : null);
  });
});

test('every formula computes what its cell shows', () => {
  let formulas = 0;
  for (const [name, cells] of sheets)
    for (const [at, cell] of cells) {
      if (typeof cell !== 'object' || cell === null) continue;
      formulas++;
      const computed = compute(sheets, name, at);
      if (typeof computed === 'number')
        expect(Number(cell.cached), `${name}!${at} ${cell.formula}`).toBeCloseTo(computed, 9);
      else expect(cell.cached ?? '', `${name}!${at}`).toBe(computed);
    }
  expect(formulas).toBeGreaterThan(150);
});

test('the totals are those of the ledger, by formula', () => {
  const { units, groups, summary } = models().workbook;
  const total = (column: string) => compute(sheets, 'Tổng hợp', `${column}${5 + groups.length}`);
  expect([total('C'), total('D'), total('E'), total('F'), total('G'), total('H')]).toEqual([
    summary.units.reporting - summary.units.excused,
    units.filter(isReported).length,
    summary.units.onTime,
    summary.units.reported - summary.units.onTime,
    summary.units.excused,
    units.filter(({ state }) => state === 'owed').length,
  ]);
  expect([total('I'), total('J'), total('K')]).toEqual(
    ['canbo', 'chu-ky-so', 'tai-khoan'].map((key) => sumOf(units, key)),
  );
  expect(total('J')).toBe(summary.indicators.find((i) => i.key === 'chu-ky-so')?.total);
});

test('a changed figure changes the totals', () => {
  const own = readSheets(bytes);
  const cells = own.get('Theo đơn vị');
  const before = Number(compute(own, 'Tổng hợp', `J${5 + models().workbook.groups.length}`));
  cells?.set('E7', Number(cells.get('E7')) + 100);
  expect(compute(own, 'Tổng hợp', `J${5 + models().workbook.groups.length}`)).toBe(before + 100);
});

test('what people wrote stays text that no spreadsheet runs', () => {
  const { units } = models().workbook;
  const notes = units.filter(({ report }) => report?.note?.startsWith('='));
  expect(notes.length).toBeGreaterThan(3);
  for (const [name, cells] of sheets)
    for (const [at, cell] of cells) {
      if (typeof cell === 'string') expect(cell, `${name}!${at}`).not.toMatch(/^\s*[=+\-@]/);
      else if (typeof cell === 'object' && cell !== null) expect(cell.formula).not.toContain('HYPERLINK');
    }
});

describe('every sheet', () => {
  test.each(names.map((name, index) => [name, index] as const))(
    '%s is filtered, frozen and set up for A4',
    (name, index) => {
      const parts = unzip(bytes);
      const quoted = `(?:'|&apos;)${name}(?:'|&apos;)`;
      const xml = parts.get(`xl/worksheets/sheet${index + 1}.xml`) ?? '';
      expect(xml).toMatch(/<autoFilter ref="A\d+:[A-Z]+\d+"\/>/);
      expect(xml).toMatch(/<pane ySplit="[45]" [^>]*state="frozen"/);
      expect(xml).toMatch(/<pageSetup [^>]*paperSize="9"/);
      expect(xml).toMatch(/orientation="landscape"/);
      expect(xml).toMatch(/fitToWidth="[12]"/);
      // Unquoted, Excel calls the whole file damaged.
      expect(parts.get('xl/workbook.xml')).toMatch(
        new RegExp(
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!\\$A:\\$B,${quoted}!\\$[45]:\\$[45]<`,
        ),
      );
    },
  );
});

test('no code and no id of a message goes on paper, and what does is read: at most 195 characters across a page', () => {
  const parts = unzip(bytes);
  const book = parts.get('xl/workbook.xml') ?? '';
  const areas = [...book.matchAll(/_xlnm\.Print_Area" localSheetId="(\d)">[^<]*\$A\$1:\$([A-Z]+)\$/g)];
  expect(areas.map(([, sheet]) => sheet)).toEqual(['1', '3', '4']);
  for (const [, sheet = '', last = ''] of areas) {
    const cells = [...(sheets.get(names[Number(sheet)] ?? '') ?? [])];
    const head = cells
      .filter(([, cell]) => cell === 'Mã' || cell === 'Mã tin nhắn')
      .map(([at]) => at.replace(/\d/g, ''));
    expect(head.length).toBeGreaterThan(0);
    for (const column of head) expect(column > last, `${sheet}: ${column}`).toBe(true);
    const xml = parts.get(`xl/worksheets/sheet${Number(sheet) + 1}.xml`) ?? '';
    const widths = [...xml.matchAll(/<col min="(\d+)" max="(\d+)" width="([\d.]+)"/g)].map(([, , to, width]) => [
      Number(to),
      Number(width),
    ]);
    const across = widths
      .filter(([to = 0]) => to <= last.charCodeAt(0) - 64)
      .reduce((sum, [, width = 0]) => sum + width, 0);
    expect(across / Number(/fitToWidth="(\d)"/.exec(xml)?.[1])).toBeLessThanOrEqual(196);
  }
});

test('history has every revision, and says what a correction changed', () => {
  const { revisions } = models().workbook;
  const cells = [...(sheets.get('Lịch sử') ?? new Map())];
  const rows = new Set(cells.map(([at]) => Number(at.replace(/^[A-Z]+/, ''))).filter((row) => row > 4));
  expect(rows.size).toBe(revisions.length);
  expect(revisions.length).toBeGreaterThan(models().workbook.units.filter(isReported).length);
  expect(cells.some(([, cell]) => typeof cell === 'string' && /Có chữ ký số: \d+ → \d+/.test(cell))).toBe(true);
});

test('history goes on in another sheet where one is full, and says of each revision what it changed all the same', () => {
  const { workbook } = models();
  const [first, second, ...rest] = historySheets(workbook, 50);
  expect([first?.name, second?.name]).toEqual(['Lịch sử', 'Lịch sử (2)']);
  expect([first, second, ...rest].map((sheet) => sheet?.length ?? 0).reduce((all, n) => all + n, 0)).toBe(
    workbook.revisions.length,
  );
  const given = shareOut<number>([first, second, ...rest].flatMap((sheet) => sheet ?? []));
  const lines = Array.from({ length: workbook.revisions.length }, (_, n) => n);
  const parts = [...given(lines.slice(0, 49)), ...given(lines.slice(49, 53)), ...given(lines.slice(53))];
  expect(parts.slice(0, 3).map(({ sheet, part }) => [sheet.name, part.length])).toEqual([
    ['Lịch sử', 49],
    ['Lịch sử', 1],
    ['Lịch sử (2)', 3],
  ]);
  expect(parts.flatMap(({ part }) => part)).toEqual(lines);
});
