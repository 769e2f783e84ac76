import { expect, test } from 'vitest';
import { pointsAsLines } from '../../../../core/language/reading/list-marks.ts';

test.each([
  ['1) 22 2) 20 3) 19 4) 18', '22\n20\n19\n18'],
  ['1. CBCCVC: 22 người 2. Bluezone: 20 người', 'CBCCVC: 22 người\nBluezone: 20 người'],
  ['a) CBCCVC 22; b) Bluezone 20; c) QR 19.', 'CBCCVC 22\nBluezone 20\nQR 19'],
])('%s is a list', (text, lines) => {
  expect(pointsAsLines(text)).toBe(lines);
});

test.each([
  '1. 22',
  '1. 2. 3. 4.',
  'bluezone 1. qr 2. smart 3.',
  '2) 20 3) 19',
  '1) chưa có 2) 20',
  '50 45 40 38',
  'Tổng 1.234, Bluezone 1.200',
])('%s is none', (text) => {
  expect(pointsAsLines(text)).toBe(text);
});
