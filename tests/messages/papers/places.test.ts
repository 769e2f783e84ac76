/** In the workbook a figure has the places that it has, as in the report. */
import { expect, test } from 'vitest';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { placeRules } from '../../../messages/papers/workbook/places.ts';
import type { Format } from '../../../messages/papers/workbook/rows.ts';
import { buildWorkbook } from '../../../messages/papers/workbook/workbook.ts';
import { useModels } from './models.ts';
import { piecesOf } from './table.ts';
import { unzip } from './unzip.ts';

const models = useModels({ communes: 6, schools: 8 });

const own: Partial<Record<Format, string>> = {
  thousandths: '#,##0.000',
  hundredths: '#,##0.00',
  'entered-percent': '0.00%',
};
const rounded = (figure: number, places: number): number => Number(figure.toFixed(places));

/** The format that a cell takes of its rules, else that of its column. */
function shownAs(figure: number, format: Format): string | undefined {
  const rule = placeRules([{ first: 'D6', range: 'D6:D9', format }]).find(({ formula }) => {
    const [, fewer, most] = /^ROUND\(D6,(\d)\)=ROUND\(D6,(\d)\)$/.exec(String(formula)) ?? [];
    return rounded(figure, Number(fewer)) === rounded(figure, Number(most));
  });
  return rule ? rule.style?.numFmt : own[format];
}

test.each<[number, Format, string]>([
  [1250, 'thousandths', '#,##0'],
  [0, 'thousandths', '#,##0'],
  [12.5, 'thousandths', '#,##0.0'],
  [12.25, 'thousandths', '#,##0.00'],
  [0.1 + 0.2, 'thousandths', '#,##0.0'],
  [12.125, 'thousandths', '#,##0.000'],
  [-3, 'hundredths', '#,##0'],
  [0.85, 'entered-percent', '0%'],
  [0.855, 'entered-percent', '0.0%'],
  [0.8555, 'entered-percent', '0.00%'],
])('%d in the format "%s" is shown as %s', (figure, format, shown) => {
  expect(shownAs(figure, format)).toBe(shown);
});

test('every sheet has the rules where money stands, the total with it, and none over counts', async () => {
  const model = models().workbook;
  const [first] = model.form.filter(({ kind, isDenominator }) => kind === 'count' && !isDenominator);
  const form = model.form.map(
    (one): Indicator => (one.key === first?.key ? { ...one, kind: 'money', unit: 'triệu đồng' } : one),
  );
  const parts = unzip(await buildWorkbook({ ...model, form }, piecesOf({ ...model, form })));
  const ranges = [1, 2, 3].map((sheet) =>
    [...(parts.get(`xl/worksheets/sheet${sheet}.xml`) ?? '').matchAll(/<conditionalFormatting sqref="([^"]+)"/g)].map(
      ([, range]) => range,
    ),
  );
  const last = 5 + model.units.length;
  expect(ranges[1]?.[0]).toBe(`E4:E${last}`);
  expect(ranges[0]).toHaveLength(1);
  expect(ranges[2]).toHaveLength(2);
  expect(parts.get('xl/styles.xml')).toMatch(/<dxf><numFmt numFmtId="\d+" formatCode="#,##0"\/><\/dxf>/);
});
