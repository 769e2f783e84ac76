import { describe, expect, it } from 'vitest';
import { createFlight } from '../../../bot/delivery/pace/flight.ts';

const telegram = { everyMs: 33.7, perChatMs: 1010, perGroupMs: 3050 };

/** What may be under way after so many answers that took so long each. */
function mostAfter(answers: number, ms: number, pace = telegram): number {
  const flight = createFlight(pace);
  for (let n = 0; n < answers; n++) flight.arrived(ms);
  return flight.most();
}

describe('how many requests are under way', () => {
  it.each([
    [20, 4],
    [57, 4],
    [250, 12],
    [500, 22],
  ])('follows the line: over one of %i ms at most %i keep a pace of 30 a second', (ms, most) => {
    expect(mostAfter(100, ms)).toBe(most);
    expect(most).toBeGreaterThan(ms / telegram.everyMs);
  });

  it('follows a pace that is paid for', () => {
    expect(mostAfter(500, 57, { ...telegram, everyMs: 1 })).toBe(81);
  });

  it('does not follow a platform that hangs', () => {
    expect(mostAfter(100, 20_000)).toBe(mostAfter(100, 600));
  });

  it('begins anew with few after a request without an answer, and grows with each that arrives', () => {
    const flight = createFlight(telegram);
    for (let n = 0; n < 100; n++) flight.arrived(500);
    flight.failed();
    expect(flight.most()).toBe(4);
    flight.arrived(500);
    expect(flight.most()).toBe(5);
  });

  it('is bounded where no pace is set', () => {
    const free = { everyMs: 0, perChatMs: 0, perGroupMs: 0 };
    expect(createFlight(free).most()).toBe(4);
    expect(mostAfter(10_000, 1, free)).toBe(256);
  });
});
