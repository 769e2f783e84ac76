import { expect, test } from 'vitest';
import { isSameDocument } from '../../../core/directives/same-document.ts';

const mark = (number: string, date: string | null = '2026-03-02', issuer = 'UBND-XA') => ({ number, date, issuer });

test.each([
  '07/UBND-VP',
  '7/UBND-VP',
  '07 / UBND - VP',
  '07/ubnd-vp',
  '07/UBND–VP',
  '"07/UBND-VP"',
  '“07/UBND-VP”',
  '07/UBND-VP\n',
  'Số: 07/UBND-VP',
  'Số 07/UBND-VP.',
])('%j is the number 07/UBND-VP', (number) => {
  expect(isSameDocument(mark('07/UBND-VP'), mark(number))).toBe(true);
});

test.each([
  ['another number', mark('70/UBND-VP')],
  ['another symbol', mark('07/UBND-VHXH')],
  ['another day', mark('07/UBND-VP', '2026-03-03')],
  ['another office', mark('07/UBND-VP', '2026-03-02', 'UBND-B')],
  ['no day', mark('07/UBND-VP', null)],
  ['no number', mark('/UBND-VP')],
])('with %s it is another document', (_, other) => {
  expect(isSameDocument(mark('07/UBND-VP'), other)).toBe(false);
  expect(isSameDocument(other, other)).toBe(other.date !== null && !other.number.startsWith('/'));
});
