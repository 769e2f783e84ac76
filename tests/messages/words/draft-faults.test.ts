import { expect, test } from 'vitest';
import type { DeadlineDoubt } from '../../../core/directives/deadline-words.ts';
import { draftWarning } from '../../../messages/words/draft-faults.ts';

test.each<[string, DeadlineDoubt, string]>([
  [
    'tasks[1]',
    { type: 'day', said: '2026-12-10', kept: '2026-10-12' },
    'Nhiệm vụ 2: câu hạn "Q" ghi ngày 10/12/2026, bản nháp tính ngày 12/10/2026',
  ],
  [
    'duties[0]',
    { type: 'day', said: '02-05', kept: '2027-05-02' },
    'Nghĩa vụ báo cáo 1: câu hạn "Q" ghi ngày 05/02, bản nháp tính ngày 02/5/2027',
  ],
  [
    'progress[0]',
    { type: 'hour', said: '16:30', kept: null },
    'Yêu cầu báo tiến độ 1: câu hạn "Q" ghi 16h30, bản nháp không có giờ (hạn là 17h00)',
  ],
  [
    'duties[0]',
    { type: 'hour', said: '16:30', kept: '06:30' },
    'Nghĩa vụ báo cáo 1: câu hạn "Q" ghi 16h30, bản nháp tính 06h30',
  ],
  [
    'duties[0]',
    { type: 'weekday', said: 7, kept: 4 },
    'Nghĩa vụ báo cáo 1: câu hạn "Q" ghi Chủ nhật, ngày của bản nháp là thứ Năm',
  ],
  [
    'duties[0]',
    { type: 'day-itself', counts: true },
    'Nghĩa vụ báo cáo 1: câu hạn "Q" ghi “trước ngày”, bản nháp (by-day) tính cả ngày đó',
  ],
  ['duties[0]', { type: 'recurrence', part: 'every' }, 'Nghĩa vụ báo cáo 1: câu hạn "Q" ghi chu kỳ khác với bản nháp'],
])('of %s what the words of its deadline say otherwise is told', (path, doubt, sentence) => {
  expect(draftWarning({ type: 'deadline-words', path, quote: 'Q', doubt })).toBe(
    `${sentence}; đề nghị đối chiếu với văn bản.`,
  );
});
