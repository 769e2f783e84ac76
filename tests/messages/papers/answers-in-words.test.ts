/** What a paper makes of answers in words, of figures without shares, and of what a directive is about. */
import { describe, expect, test } from 'vitest';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { buildUnitReport } from '../../../messages/papers/word/unit-report.ts';
import { resultOf } from '../../../messages/papers/wording.ts';
import { formatOf } from '../../../messages/papers/workbook/values.ts';
import { asSentence } from '../../../messages/words/format.ts';
import { useModels } from './models.ts';
import { unzip } from './unzip.ts';
import { paragraphsOf, rowsOf } from './words.ts';

const models = useModels({ communes: 6, schools: 8 });

const indicator = (key: string, kind: Indicator['kind']): Indicator => ({
  id: 1,
  fromRoster: false,
  key,
  label: `Mục ${key}`,
  kind,
  options: [],
  isDenominator: false,
});

describe('a unit’s report', () => {
  const paperOf = (words: string) => {
    const { unit } = models();
    const values = { xa: { type: 'number', value: 12 }, cach: { type: 'text', value: words } } as const;
    const { targets: _targets, ...line } = unit.line;
    const form = [indicator('xa', 'measure'), indicator('cach', 'text')];
    return buildUnitReport({ ...unit, form, line: { ...line, values } });
  };
  const widthsIn = (paper: Uint8Array): number[] => {
    const [, table = ''] = /Nội dung([\s\S]*?)<\/w:tbl>/.exec(unzip(paper).get('word/document.xml') ?? '') ?? [];
    return [...table.matchAll(/<w:tcW w:type="dxa" w:w="(\d+)"\/>/g)].map(([, width]) => Number(width)).slice(-3);
  };

  test('has no column of shares where nothing is to be divided by', async () => {
    const rows = await rowsOf(await paperOf('Tốt'));
    expect(rows).toContainEqual(['TT', 'Nội dung', 'Kết quả']);
    expect(rows).toContainEqual(['2', 'Mục cach', 'Tốt']);
  });

  test('gives a long answer the wider column', async () => {
    const [, content = 0, answer = 0] = widthsIn(await paperOf('Chia tổ đến từng hộ. '.repeat(20)));
    expect(answer).toBeGreaterThanOrEqual(content);
    const [, wide = 0, narrow = 0] = widthsIn(await paperOf('Tốt'));
    expect(narrow).toBeLessThan(wide);
  });

  test('says once that something is carried out', async () => {
    const { unit } = models();
    const directive = { ...unit.directive, subject: 'thực hiện Tháng hành động' };
    const lines = await paragraphsOf(await buildUnitReport({ ...unit, directive }));
    expect(lines).toContain('Kết quả thực hiện Tháng hành động');
    expect(lines.join('\n')).not.toContain('thực hiện việc thực hiện');
  });
});

test.each([
  ['kiểm kê thiết bị', 'kết quả thực hiện việc kiểm kê thiết bị'],
  ['Triển khai Đề án 06', 'kết quả triển khai Đề án 06'],
  ['tổ chức Tết Trung thu', 'kết quả tổ chức Tết Trung thu'],
  ['tổ công tác', 'kết quả thực hiện việc tổ công tác'],
])('of "%s" the result is "%s"', (matter, result) => expect(resultOf(matter)).toBe(result));

test('a typed percentage keeps its places in the workbook, a computed one has one', () => {
  const share = { ...indicator('tl', 'percent'), formula: { type: 'share' } as unknown as Indicator['formula'] };
  expect(formatOf(indicator('tl', 'percent'))).toBe('entered-percent');
  expect(formatOf({ ...indicator('tl', 'percent'), decimals: 0 })).toBe('percent');
  expect(formatOf(share as Indicator)).toBe('percent');
});

test.each([
  ['Kinh phí chậm\nđề nghị cấp sớm', 'Kinh phí chậm; đề nghị cấp sớm.'],
  ['Kinh phí chậm.\n\nĐề nghị cấp sớm.', 'Kinh phí chậm. Đề nghị cấp sớm.'],
  ['- thiếu xe;\n- thiếu người', '- thiếu xe; - thiếu người.'],
  ['mạng yếu', 'Mạng yếu.'],
])('lines of a remark are told apart in a sentence: %j', (note, said) => expect(asSentence(note)).toBe(said));
