import { expect, test } from 'vitest';
import { planChange } from '../../../../core/directives/life/change.ts';
import { readGivenNumber } from '../../../../core/directives/life/number.ts';
import type { DirectiveStanding } from '../../../../core/directives/life/standing.ts';

const now = new Date('2021-09-07T08:00:00+07:00');

test.each([
  ['45 ngày 06/9/2021', '45/UBND-VH&TT', '2021-09-06'],
  ['số 45 ngày 6/9', '45/UBND-VH&TT', '2021-09-06'],
  ['số: 45a, ngày 06 tháng 9 năm 2021', '45a/UBND-VH&TT', '2021-09-06'],
  ['45/UBND-VP ngày 06/9/2021', '45/UBND-VP', '2021-09-06'],
  ['45', '45/UBND-VH&TT', null],
])('"%s" is number %s of %s', (said, number, date) => {
  expect(readGivenNumber(said, '/UBND-VH&TT', now)).toEqual({ number, date });
});

test('a figure alone takes the symbol of the Party where the draft has that', () => {
  expect(readGivenNumber('số 45 ngày 06/9', '-CV/HU', now)).toEqual({ number: '45-CV/HU', date: '2021-09-06' });
  expect(readGivenNumber('46', '45-CV/HU', now)).toEqual({ number: '46-CV/HU', date: null });
});

test.each([
  ['45 ngày 08/9/2021', 'future'],
  ['45 ngày 31/2', 'unreadable'],
  ['chưa có', undefined],
])('"%s" is none', (said, what) => {
  expect(readGivenNumber(said, '/UBND-VH&TT', now)).toBe(what);
});

const standing: DirectiveStanding = {
  id: 1,
  number: '/UBND-VH&TT',
  date: null,
  subject: 'thử',
  state: 'issued',
  issuer: { id: 1, code: 'UBND' },
  told: 0,
  chasedAt: null,
  rounds: [],
  owing: 0,
  debts: [],
  taken: [{ id: 2, number: '44/UBND-VH&TT', date: '2021-09-06' }],
};
const order = (number: string, reason: string | null = null) =>
  ({ act: 'number', number: `${number}/UBND-VH&TT`, date: '2021-09-06', reason }) as const;

test('a number is given once; the same twice of one office is refused, and another takes a reason', () => {
  expect(planChange(standing, order('45'), now)).toEqual({
    type: 'numbered',
    number: '45/UBND-VH&TT',
    date: '2021-09-06',
  });
  expect(planChange(standing, order('044'), now)).toEqual({ why: 'number-taken', by: 2 });
  const numbered = { ...standing, number: '45/UBND-VH&TT', date: '2021-09-06' };
  expect(planChange(numbered, order('45'), now)).toEqual({ why: 'done-already' });
  expect(planChange(numbered, order('46'), now)).toEqual({ why: 'numbered-already' });
  expect(planChange(numbered, order('46', 'ghi nhầm số'), now)).toMatchObject({ type: 'numbered' });
});
