import { describe, expect, test } from 'vitest';
import { directiveDraftSchema } from '../../../core/directives/directive.ts';
import { asking, everyKind } from '../../harness/world/kinds.ts';

const faultsOf = (indicators: object[]): string[] => {
  const read = directiveDraftSchema.safeParse(JSON.parse(asking(indicators)));
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.slice(2).join('.')}: ${message}`);
};

const area = { key: 'a', label: 'Diện tích', kind: 'measure', unit: 'ha' };

describe('the indicators of a draft', () => {
  test('are of every kind, and what a kind does not need is left out', () => {
    expect(faultsOf(everyKind)).toEqual([]);
  });

  test.each([
    [{ ...area, unit: undefined }, 'indicators.0.unit: đại lượng đo cần đơn vị tính, ví dụ ha, tấn, km'],
    [
      { ...area, kind: 'money', unit: 'USD' },
      'indicators.0.unit: tiền ghi bằng một trong các đơn vị: đồng, nghìn đồng, triệu đồng, tỷ đồng',
    ],
    [{ ...area, kind: 'count', decimals: 2 }, 'indicators.0.decimals: chỉ dùng cho measure, money, percent'],
    [{ ...area, kind: 'date', nature: 'flow' }, 'indicators.0.nature: chỉ dùng cho chỉ tiêu là số'],
    [{ ...area, min: 3, max: 2.5 }, 'indicators.0.max: nhỏ hơn min'],
    [{ ...area, min: '1,5' }, 'indicators.0.min: viết số thập phân với dấu chấm, tối đa ba chữ số: 12.5'],
    [
      { ...area, denominator: 'a' },
      'indicators.0.denominator: phải là mã của một chỉ tiêu khác kiểu count, measure hoặc money trong cùng nghĩa vụ báo cáo',
    ],
  ])('say where they are wrong, and what would be right', (indicator, fault) => {
    expect(faultsOf([indicator])).toEqual([fault]);
  });
});
