import { expect, test } from 'vitest';
import { countsToldIn } from '../../../core/reports/counts.ts';
import { indicator } from './indicator.ts';

const form = {
  indicators: [
    indicator('cases', 'Số ca sốt xuất huyết mới'),
    indicator('cleaned', 'Đã tổng vệ sinh', { kind: 'yes-no' }),
  ],
  noteLabel: null,
  unit: { name: 'Trường Mầm non Tân Phong' },
};

/** "cases=3 cleaned=1 ?": what was read, and how many are to be asked for. */
function read(text: string): string {
  const told = countsToldIn(text, form);
  if (!told) return '-';
  const answers = Object.entries(told.answers).map(([key, { value }]) => `${key}=${value}`);
  return [...answers.sort(), ...told.unsure.map((key) => `?${key}`)].join(' ');
}

test.each([
  ['đã tổng vệ sinh, 3 ca', 'cases=3 cleaned=1'],
  ['3 ca, đã tổng vệ sinh', 'cases=3 cleaned=1'],
  ['1 ca, chưa tổng vệ sinh', 'cases=1 cleaned=0'],
  ['1 ca, chua tong ve sinh', 'cases=1 cleaned=0'],
  ['2 ca, hôm nay đã tổng vệ sinh xong ạ', 'cases=2 cleaned=1'],
  ['hôm nay phát hiện 2 ca mới, đã tổng vệ sinh xong', 'cases=2 cleaned=1'],
  ['bao cao: 0 ca, da tong ve sinh', 'cases=0 cleaned=1'],
  ['không tổng vệ sinh; 2 ca', 'cases=2 cleaned=0'],
  ['0 ca, đã vệ sinh rồi', 'cases=0 cleaned=1'],
  ['ca mới: 0; tổng vệ sinh: có', 'cases=0 cleaned=1'],
])('figures are read beside a yes or no: %s', (text, wanted) => {
  expect(read(text)).toBe(wanted);
});

test.each(['2 ca, đã tổng vệ sinh chưa', '2 ca, có tổng vệ sinh không', '2 ca, tổng vệ sinh', '2 ca, tổng vệ sinh 3'])(
  'a yes or no is never guessed, nor is it a number: %s',
  (text) => {
    expect(countsToldIn(text, form)?.answers.cleaned).toBeUndefined();
  },
);
