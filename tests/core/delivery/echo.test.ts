/** Which words answer a question once more. */
import { describe, expect, test } from 'vitest';
import { type Answered, isEcho } from '../../../core/delivery/echo.ts';

const now = new Date('2026-11-30T08:00:10Z');
const at = (second: number) => new Date(`2026-11-30T08:00:0${second}Z`);
const said = (text: string, sentAt: Date | null, more: Partial<Answered> = {}): Answered => ({
  text,
  state: 'sent',
  attempt: 1,
  sentAt,
  ...more,
});
const staff = said('UBND xã An Bình – Số CBCCVC: bao nhiêu người?', at(1));
const staffAgain = said('Đồng chí đang báo cáo.\n\nUBND xã An Bình – Số CBCCVC: bao nhiêu người?', at(2));
const next = said('Đã ghi Số CBCCVC: 50.\n\nBluezone: bao nhiêu người (trên 50)?', at(5));
const queued: Answered = { ...next, state: 'queued', sentAt: null };

describe('words that repeat a figure', () => {
  test.each<[string, boolean, Answered[], number | undefined]>([
    ['asked twice, the next question is not sent', true, [queued, staffAgain, staff], undefined],
    ['asked twice, written before the next question', true, [next, staffAgain, staff], at(3).getTime()],
    ['said twice in doubt', true, [next, { ...staff, attempt: 2 }], at(3).getTime()],
    ['perhaps said', true, [next, { ...staff, state: 'uncertain' }], at(3).getTime()],
    ['asked twice, written below the next question', false, [next, staffAgain, staff], at(6).getTime()],
    ['asked twice, nobody knows when it was written', false, [next, staffAgain, staff], undefined],
    ['asked once, typed ahead', false, [queued, staff], at(3).getTime()],
    ['another question stood before', false, [queued, staff, next], at(3).getTime()],
    ['a time of years ago tells nothing', false, [next, staffAgain, staff], Date.parse('2021-09-08T08:00:00Z')],
    ['nothing was asked', false, [], undefined],
  ])('%s: %s', (_what, expected, answers, writtenAt) => {
    expect(isEcho(answers, writtenAt, now)).toBe(expected);
  });
});
