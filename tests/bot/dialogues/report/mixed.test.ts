import { expect, test } from 'vitest';
import { mixedToldIn } from '../../../../bot/dialogues/report/mixed.ts';
import type { Formula } from '../../../../core/expressions/expression.ts';
import type { ObligationFact } from '../../../../core/reports/obligation.ts';
import { indicator } from '../../../core/reports/indicator.ts';

const share: Formula = {
  type: 'share',
  part: { type: 'figure', key: 'paid' },
  whole: { type: 'figure', key: 'given' },
  text: 'paid / given',
};

const money = { kind: 'money', unit: 'triệu đồng', decimals: 1 } as const;

/** What the sample province asks of its communes each week; nothing else of the obligation is looked at. */
const form = {
  indicators: [
    indicator('area', 'Diện tích đã gieo trồng', { kind: 'measure', unit: 'ha', decimals: 1 }),
    indicator('given', 'Kinh phí được giao', money),
    indicator('paid', 'Kinh phí đã giải ngân', money),
    indicator('share', 'Tỷ lệ giải ngân', { kind: 'percent', decimals: 1, formula: share }),
    indicator('animals', 'Gia súc đã tiêm phòng', { unit: 'con' }),
    indicator('cattle', 'Trâu bò', { unit: 'con', denominator: 'animals' }),
    indicator('pigs', 'Lợn', { unit: 'con', denominator: 'animals' }),
  ],
  noteLabel: 'Khó khăn, kiến nghị',
  unit: { name: 'UBND xã Lưu Vệ' },
} as unknown as ObligationFact;

const read = (text: string): string => {
  const told = mixedToldIn(text, form, {});
  return told
    ? Object.entries(told.answers)
        .map(([key, { value }]) => `${key}=${value}`)
        .join(' ')
    : '-';
};

test.each([
  ['đã gieo 230 ha, giải ngân 850,5 triệu, được giao 2 tỷ 161 triệu', 'area=230 paid=850.5 given=2161'],
  ['giải ngân 90 triệu, kinh phí được giao 1 tỷ 2', 'paid=90 given=1200'],
  ['80 ha, tiêm phòng 500 con, 100 trâu bò, 400 lợn', 'area=80 animals=500 cattle=100 pigs=400'],
  ['diện tích 46,2ha; đã giải ngân 0; lợn 650', 'area=46.2 paid=0 pigs=650'],
])('figures of several kinds are read by their names and units: %s', (text, wanted) => {
  expect(read(text)).toBe(wanted);
});

test.each([
  ['two kinds of money and no name', '80 ha, 500 triệu'],
  ['none is not yet a zero', '80 ha, giải ngân không có'],
  ['what is computed', '80 ha, tỷ lệ giải ngân 29%'],
])('what is not sure is not taken: %s', (_why, text) => {
  expect(read(text)).toBe('-');
});
