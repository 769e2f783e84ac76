import { describe, expect, test } from 'vitest';
import { doubtsOf } from '../../../core/directives/deadline-words.ts';
import { deadlineSchema } from '../../../core/directives/directive.ts';

const doubts = (rule: object) => doubtsOf(deadlineSchema.parse(rule));
const byDay = (quote: string, date = '2026-12-10') => doubts({ rule: 'by-day', date, quote });
const beforeDay = (quote: string, date = '2026-12-10') => doubts({ rule: 'before-day', date, quote });
const at = (quote: string, time = '16:30', date = '2026-12-10') => doubts({ rule: 'at', date, time, quote });
const eachDay = (quote: string, more: object = {}) =>
  doubts({ rule: 'each-day', time: '16:00', from: '2026-12-01', until: '2026-12-31', quote, ...more });
const recurring = (quote: string, more: object = {}) => doubts({ rule: 'recurring', quote, ...more });

describe('a deadline that is what its words say is not doubted', () => {
  test.each([
    ['chậm nhất ngày 10/12/2026', byDay],
    ['đến hết ngày 10 tháng 12 năm 2026', byDay],
    ['chậm nhất 10/12', byDay],
    ['muộn nhất là ngày 10.12.2026', byDay],
    ['trước hoặc trong ngày 10/12/2026', byDay],
    ['trước ngày 11/12/2026', byDay],
    ['chậm nhất ngày 10/12/2026 (bản giấy ngày 14/12/2026)', byDay],
    ['trong vòng 07 ngày làm việc kể từ ngày 01/12/2026', byDay],
    ['từ ngày 01/12/2026 đến hết ngày 10/12/2026', byDay],
    ['theo quy định', byDay],
    ['trước ngày 10/12/2026', beforeDay],
    ['trước ngày 10 tháng 12', beforeDay],
    ['trước 16 giờ 30, thứ Năm ngày 10/12/2026', at],
    ["trước 16h30' ngày 10/12/2026 (thứ 5)", at],
    ['trước 4 giờ rưỡi chiều ngày 10/12', at],
    ['bản mềm trước 10h00, bản giấy trước 16h30 ngày 10/12/2026', at],
    ['trước 16 giờ 00 các ngày làm việc, từ ngày 01/12/2026 đến hết ngày 31/12/2026', eachDay],
    ['trước ngày 20 hằng tháng', recurring],
  ] as const)('"%s"', (quote, read) => {
    expect(read(quote)).toEqual([]);
  });

  test('where the words leave open what the rule says', () => {
    expect(recurring('ngày 14 và ngày 28 hằng tháng', { day: 28 })).toEqual([]);
    expect(recurring('theo quy chế', { every: 'week', weekday: 1 })).toEqual([]);
    expect(eachDay('trước 16h00 thứ Năm hằng tuần', { weekday: 4 })).toEqual([]);
  });
});

describe('what the words say otherwise', () => {
  test('is another day: two digits changed places, a slip, or the year before', () => {
    expect(beforeDay('trước ngày 10/12/2026', '2026-10-12')).toEqual([
      { type: 'day', said: '2026-12-10', kept: '2026-10-12' },
    ]);
    expect(byDay('chậm nhất 11/12')).toEqual([{ type: 'day', said: '12-11', kept: '2026-12-10' }]);
    expect(at('trước 16h30 ngày 10 tháng 12 năm 2025')).toEqual([
      { type: 'day', said: '2025-12-10', kept: '2026-12-10' },
    ]);
    expect(eachDay('trước 16h00 hằng ngày, từ ngày 01/12/2026 đến ngày 30/12/2026')).toEqual([
      { type: 'day', said: '2026-12-30', kept: '2026-12-31' },
    ]);
  });

  test('is another hour, or an hour where the rule has none', () => {
    expect(at('trước 16 giờ 30 ngày 10/12/2026', '06:30')).toEqual([{ type: 'hour', said: '16:30', kept: '06:30' }]);
    expect(beforeDay('trước 16 giờ 30 ngày 10/12/2026')).toEqual([{ type: 'hour', said: '16:30', kept: null }]);
    // No clock has it: nothing is held against it.
    expect(beforeDay('trước 25 giờ ngày 10/12/2026')).toEqual([]);
    expect(eachDay('trước 15h00 hằng ngày')).toEqual([{ type: 'hour', said: '15:00', kept: '16:00' }]);
  });

  test('is another day of the week than the date is', () => {
    expect(at('trước 16h30 thứ Sáu ngày 10/12/2026')).toEqual([{ type: 'weekday', said: 5, kept: 4 }]);
    expect(eachDay('trước 16h00 thứ Sáu hằng tuần', { weekday: 4 })).toEqual([{ type: 'weekday', said: 5, kept: 4 }]);
  });

  test('is whether the day itself counts', () => {
    expect(byDay('trước ngày 10/12/2026')).toEqual([{ type: 'day-itself', counts: true }]);
    expect(beforeDay('chậm nhất ngày 10/12/2026')).toEqual([{ type: 'day-itself', counts: false }]);
  });

  test('is how often, and which day of the period', () => {
    expect(recurring('trước ngày 20 hằng quý', { every: 'month', day: 20 })).toEqual([
      { type: 'recurrence', part: 'every' },
    ]);
    expect(recurring('chậm nhất ngày 05 hằng tháng', { day: 20 })).toEqual([{ type: 'recurrence', part: 'day' }]);
    expect(recurring('trước 16h00 thứ Năm hằng tuần', { time: '15:00' })).toEqual([
      { type: 'recurrence', part: 'time' },
    ]);
  });
});
