import { describe, expect, test } from 'vitest';
import { decideDoubt } from '../../../core/delivery/doubt.ts';
import { messageKinds } from '../../../core/delivery/message.ts';
import { afterLimit, type LimitedChat } from '../../../core/delivery/rate-limit.ts';

describe('a request of which nobody knows whether it arrived', () => {
  test('goes out again after ever longer waits, four times in all; in an outage no outage of an hour is too long', () => {
    const verdicts = (isInOutage: boolean, most: number) =>
      Array.from({ length: most }, (_, n) => {
        const verdict = decideDoubt({ kind: 'reply', attempt: n + 1, isAnswered: false }, isInOutage);
        return verdict.type === 'again' ? verdict.afterMs : verdict.type;
      });
    expect(verdicts(false, 4)).toEqual([2000, 5000, 15_000, 'given-up']);
    const tenMinutes = Array.from({ length: 6 }, () => 600_000);
    expect(verdicts(true, 10)).toEqual([2000, 5000, 15_000, ...tenMinutes, 'given-up']);
  });

  test.each(messageKinds)('%s', (kind) => {
    const expected = {
      reply: ['again', 'answered'],
      registration: ['again', 'answered'],
      receipt: ['again', 'again'],
      tasks: ['again', 'again'],
      summary: ['once', 'once'],
      calls: ['once', 'once'],
      reminder: ['once', 'once'],
      group: ['once', 'once'],
      card: ['again', 'again'],
    }[kind];
    expect([false, true].map((isAnswered) => decideDoubt({ kind, attempt: 1, isAnswered }, true).type)).toEqual(
      expected,
    );
  });
});

describe('"too many requests" to a chat', () => {
  test('holds that chat, also a second time; only another chat within its time makes it the channel’s', () => {
    let limited: LimitedChat[] = [];
    const refuse = (address: string, now: number): boolean => {
      const verdict = afterLimit(limited, { address, until: now + 60 }, now);
      limited = verdict.limited;
      return verdict.isOfChannel;
    };
    expect([refuse('1', 0), refuse('1', 10), refuse('2', 65), refuse('2', 130), refuse('1', 195)]).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
  });
});
