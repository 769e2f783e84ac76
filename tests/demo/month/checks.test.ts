/** The checks of the month fail what they must: each is given a message or a report that is wrong. */
import { describe, expect, test } from 'vitest';
import { civilInstant, isOfficeDay, isOfficeTime } from './calendar.ts';
import { isNamed, recount } from './recount.ts';

const report = {
  id: 1,
  obligation: 1,
  round: 1,
  directive: 1,
  unit: 'A',
  code: 'A',
  at: 5,
  returned: null,
  reopened: null,
};

describe('the calendar of the month', () => {
  test.each(['2025-04-07', '2025-04-05', '2025-04-30'])('rests on %s', (day) => expect(isOfficeDay(day)).toBe(false));
  test.each(['2025-04-08', '2025-04-26'])('works on %s', (day) => expect(isOfficeDay(day)).toBe(true));
  test.each(['2025-04-08T12:00', '2025-04-08T17:30', '2025-04-07T09:00'])('is quiet at %s', (moment) =>
    expect(isOfficeTime(civilInstant(moment))).toBe(false),
  );
});

describe('the recount', () => {
  test('takes the newest revision of each, and none that was sent back', () => {
    const rows = [
      { ...report, figures: { x: 1 }, overdue: 9 },
      { ...report, id: 2, at: 10, figures: { x: 2 }, overdue: 9 },
      { ...report, id: 3, obligation: 2, returned: 7, figures: { x: 100 }, overdue: 9 },
      { ...report, id: 4, obligation: 3, at: 9, figures: { x: 4 }, overdue: 9 },
      { ...report, id: 5, obligation: 4, reopened: 6, figures: { x: 8 }, overdue: 9 },
      { ...report, id: 6, obligation: 4, at: 10, figures: { x: 16 }, overdue: 9 },
    ];
    expect(recount(rows)).toEqual({ reported: 3, onTime: 1, totals: { x: 22 } });
  });
});

test('a name is told from one that begins alike', () => {
  expect(isNamed('- UBND xã An Châu', 'UBND xã An Châu')).toBe(true);
  expect(isNamed('- UBND xã An Châu Thượng', 'UBND xã An Châu')).toBe(false);
});
