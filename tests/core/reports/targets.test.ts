import { describe, expect, test } from 'vitest';
import { readTargets } from '../../../core/reports/targets/read-targets.ts';
import { indicator } from './indicator.ts';

const units = new Map([
  ['A', 1],
  ['B', 2],
]);
const form = [
  { indicator: indicator('dien-tich', 'Diện tích', { id: 7, kind: 'measure', unit: 'ha' }), units },
  { indicator: indicator('ho', 'Số hộ', { id: 8, unit: 'hộ' }), units: new Map([['A', 1]]) },
  { indicator: indicator('hop', 'Đã họp', { id: 9, kind: 'yes-no' }), units },
];

const read = (...rows: string[][]) => readTargets(rows, form);

describe('targets from a table', () => {
  test('are read by key or label, exactly, and an empty cell sets nothing', () => {
    expect(
      read(['Mã đơn vị', 'Tên', 'Diện tích', 'ho'], ['A', 'Xã A', '1.250,5', '120'], ['B', 'Xã B', '12.5', '']),
    ).toEqual({
      targets: [
        { indicatorId: 7, unitId: 1, value: '1250.5' },
        { indicatorId: 8, unitId: 1, value: 120 },
        { indicatorId: 7, unitId: 2, value: '12.5' },
      ],
      errors: [],
    });
  });

  test('say everything that is wrong, cell by cell', () => {
    const { errors } = read(
      ['code', 'dien-tich', 'ho'],
      ['A', '1.250', '1,5'],
      ['C', '1', ''],
      ['B', 'nhiều', '3'],
      ['A', '1', '1'],
    );
    expect(errors.map(({ row, column, fault }) => [row, column, fault.type])).toEqual([
      [2, 'dien-tich', 'two-readings'],
      [2, 'ho', 'many-places'],
      [3, 'code', 'unknown-unit'],
      [4, 'dien-tich', 'no-number'],
      [4, 'ho', 'not-asked'],
      [5, 'code', 'twice'],
    ]);
  });

  test('need a code and an indicator that adds up', () => {
    expect(read(['dien-tich'], ['1']).errors).toMatchObject([{ fault: { type: 'no-code' } }]);
    expect(read(['code', 'hop'], ['A', '1']).errors).toMatchObject([
      { column: 'hop', fault: { type: 'unknown-column', keys: ['dien-tich', 'ho'] } },
      { fault: { type: 'no-indicator' } },
    ]);
  });
});
