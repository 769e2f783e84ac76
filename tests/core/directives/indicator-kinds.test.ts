import { describe, expect, test } from 'vitest';
import { directiveDraftSchema } from '../../../core/directives/directive.ts';
import { checkFigures } from '../../../core/directives/duty-figures.ts';
import { draftProblem } from '../../../messages/words/draft-faults.ts';
import { asking, computed, everyKind } from '../../harness/world/kinds.ts';

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
  ])('say where they are wrong, and what would be right', (indicator, fault) => {
    expect(faultsOf([indicator])).toEqual([fault]);
  });
});

const problemsOf = (indicators: object[], rules: object[] = []): string[] => {
  const draft = directiveDraftSchema.parse(JSON.parse(asking(indicators, { rules })));
  return draft.duties.flatMap((duty) => checkFigures(duty, 'duties[0]')).map(draftProblem);
};

describe('what a draft computes and compares', () => {
  const b = { key: 'b', label: 'Kế hoạch', kind: 'measure', unit: 'ha' };

  test('is read once, with its breakdowns', () => {
    expect(problemsOf(computed.indicators, computed.rules)).toEqual([]);
  });

  test.each([
    [
      [area, { ...b, formula: 'a-c' }],
      'duties[0].indicators[1].formula: "a-c" chưa đúng: không có chỉ tiêu số mã "a-c"; các mã dùng được: a',
    ],
    [
      [area, b, { key: 'c', label: 'Còn', kind: 'measure', unit: 'ha', formula: 'a-b' }],
      'duties[0].indicators[2].formula: "a-b" chưa đúng: không có mã "a-b"; nếu là phép trừ, đề nghị viết dấu trừ có khoảng trắng hai bên: a - b',
    ],
    [
      [area, { ...b, formula: 'a / a' }],
      'duties[0].indicators[1].formula: phép chia chỉ dùng cho chỉ tiêu kiểu percent',
    ],
    [
      [{ ...area, denominator: 'a' }],
      'duties[0].indicators[0].denominator: phải là mã của một chỉ tiêu khác kiểu count, measure hoặc money trong cùng nghĩa vụ báo cáo',
    ],
    [
      [{ key: 'a', label: 'A', kind: 'text', breakdown: [{ key: 'x', label: 'X' }] }],
      'duties[0].indicators[0].breakdown: chỉ chỉ tiêu kiểu count, measure, money và không có công thức mới chia được thành phần',
    ],
  ])('%# is refused with what to write', (indicators, problem) => {
    expect(problemsOf(indicators)).toEqual([problem]);
  });

  test('a rule without a comparison is refused', () => {
    expect(problemsOf([area, b], [{ rule: 'a + b', message: 'Sai' }])).toEqual([
      'duties[0].rules[0].rule: "a + b" chưa đúng: cần một phép so sánh: <=, >=, =, <, > hoặc !=',
    ]);
  });
});
