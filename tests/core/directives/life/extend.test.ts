import { expect, test } from 'vitest';
import { deadlineUntil, planExtension, untilAfter } from '../../../../core/directives/life/extend.ts';
import type { Debt, DirectiveStanding } from '../../../../core/directives/life/standing.ts';

const now = new Date('2021-09-07T08:00:00+07:00');
const due = new Date('2021-09-09T17:00:00+07:00');
const debt = (id: number, state: Debt['state'] = 'owed', own = due): Debt => ({
  id,
  round: 1,
  unit: { id: id * 10, code: `U${id}`, name: `Đơn vị ${id}`, aliases: [] },
  state,
  due: own,
});
const standing = (debts: Debt[], closesAt: Date | null = null): DirectiveStanding => ({
  id: 1,
  number: '101/UBND',
  date: '2021-09-05',
  subject: 'thử',
  state: 'issued',
  issuer: { id: 1, code: 'UBND' },
  taken: [],
  told: 0,
  chasedAt: null,
  rounds: [{ id: 1, key: 'once', due, closesAt }],
  owing: debts.length,
  debts,
});
const until = { date: '2021-09-15', time: null };
const three = standing([debt(1), debt(2, 'reported'), debt(3, 'excused')]);

test('one unit gets its own deadline, and only it is told', () => {
  expect(planExtension(three, { units: [10], until }, now)).toEqual({
    type: 'extended',
    rounds: [],
    debts: [1],
    units: [10],
    due: '2021-09-15T17:00:00+07:00',
    overdueFrom: '2021-09-16T00:00:00+07:00',
    told: [10],
  });
});

test('for all the round moves; who has reported is not told, who is excused is left alone', () => {
  expect(planExtension(three, { units: null, until }, now)).toMatchObject({ rounds: [1], debts: [1, 2], told: [10] });
});

test('nothing moves back, into the past, or beyond the end of a daily round', () => {
  const why = (what: object, of = three) => {
    const planned = planExtension(of, { units: null, until, ...what }, now);
    return 'why' in planned ? planned.why : planned.type;
  };
  expect(why({ until: { date: '2021-09-06', time: null } })).toBe('until-past');
  expect(why({ until: { date: '2021-09-08', time: null } })).toBe('not-later');
  expect(why({ units: [30] })).toBe('owes-nothing');
  expect(why({}, standing([debt(1)], new Date('2021-09-10T07:30:00+07:00')))).toBe('round-closes');
  expect(why({}, { ...three, state: 'draft' })).toBe('not-issued');
});

test('a day that is said is that day, a Sunday as well', () => {
  expect(deadlineUntil({ date: '2021-09-12', time: null })).toEqual({
    due: new Date('2021-09-12T17:00:00+07:00'),
    overdueFrom: new Date('2021-09-13T00:00:00+07:00'),
  });
});

const after = (amount: number, of: 'day' | 'working-day' | 'hour', at = now) =>
  untilAfter({ amount, of }, standing([debt(1), debt(2, 'owed', new Date('2021-09-08T16:30:00+07:00'))]), null, at);

test('so much more time counts from the latest deadline, or from now where that has passed, and ends on a working day', () => {
  expect(after(1, 'day')).toEqual({ date: '2021-09-10', time: null });
  expect(after(2, 'day')).toEqual({ date: '2021-09-13', time: null });
  expect(after(2, 'working-day')).toEqual({ date: '2021-09-13', time: null });
  expect(after(3, 'hour')).toEqual({ date: '2021-09-09', time: '20:00' });
  expect(after(1, 'day', new Date('2021-09-14T08:00:00+07:00'))).toEqual({ date: '2021-09-15', time: null });
  const own = standing([debt(1), debt(2, 'owed', new Date('2021-09-08T16:30:00+07:00'))]);
  expect(untilAfter({ amount: 1, of: 'day' }, own, [20], now)).toEqual({ date: '2021-09-09', time: '16:30' });
  expect(untilAfter({ amount: 1, of: 'day' }, own, [30], now)).toBeUndefined();
});
