import { expect, test } from 'vitest';
import { planExcuse } from '../../../../core/directives/life/excuse.ts';
import type { Debt, DirectiveStanding } from '../../../../core/directives/life/standing.ts';

const due = new Date('2021-09-09T17:00:00+07:00');
const debt = (id: number, state: Debt['state']): Debt => ({
  id,
  round: 1,
  unit: { id: id * 10, code: `U${id}`, name: `Đơn vị ${id}`, aliases: [] },
  state,
  due,
});
const standing: DirectiveStanding = {
  id: 1,
  number: '101/UBND',
  date: '2021-09-05',
  subject: 'thử',
  state: 'issued',
  issuer: { id: 1, code: 'UBND' },
  taken: [],
  told: 0,
  chasedAt: null,
  rounds: [{ id: 1, key: 'once', due, closesAt: null }],
  owing: 1,
  debts: [debt(1, 'owed'), debt(2, 'reported'), debt(3, 'excused')],
};
const plan = (act: 'excuse' | 'owe', units: number[], of = standing) => planExcuse(of, { act, units, reason: 'x' });

test('a unit that owes is let off, one that is let off owes again, and nothing else happens to anybody', () => {
  expect(plan('excuse', [10, 20])).toEqual({ type: 'excused', debts: [1], units: [10], told: [10] });
  expect(plan('owe', [10, 30])).toEqual({ type: 'owed-again', debts: [3], units: [30], told: [30] });
  expect(plan('excuse', [20])).toEqual({ why: 'reported-already' });
  expect(plan('excuse', [30])).toEqual({ why: 'done-already' });
  expect(plan('owe', [10])).toEqual({ why: 'done-already' });
  expect(plan('excuse', [40])).toEqual({ why: 'owes-nothing' });
  expect(plan('excuse', [10], { ...standing, state: 'draft' })).toEqual({ why: 'not-issued' });
});
