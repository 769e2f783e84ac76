import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPacer } from '../../../bot/delivery/pace/pacer.ts';

const pace = { everyMs: 34.3, perChatMs: 1010, perGroupMs: 3050 };

function start(given = pace) {
  const clock = { now: 1000 };
  return { clock, pacer: createPacer(given, () => clock.now) };
}

/** Takes `count` requests to different chats as early as allowed, each late by its share of `lateness`; the instants. */
function takeAll(count: number, lateness: number[], given = pace) {
  const { clock, pacer } = start(given);
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    clock.now += pacer.delayUntilNext() + (lateness[index % lateness.length] ?? 0);
    pacer.took(`chat-${index}`, false);
    times.push(clock.now);
  }
  return times;
}

const mostInOneSecond = (times: number[]): number =>
  Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + 1000).length));

const lengthOf = (times: number[]): number => (times.at(-1) ?? 0) - (times[0] ?? 0);

describe('the spacing over all chats', () => {
  it('lets the first request go at once and each next one after the spacing', () => {
    const times = takeAll(200, [0]);
    expect(times[0]).toBe(1000);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(gaps.every((gap) => Math.abs(gap - 34.3) < 0.001)).toBe(true);
  });

  it('follows a pace that changes, faster or slower', () => {
    const changing = { ...pace, everyMs: 700 };
    const { clock, pacer } = start(changing);
    const gapsOf = (count: number): number[] =>
      Array.from({ length: count }, (_, index) => {
        const gap = pacer.delayUntilNext();
        clock.now += gap;
        pacer.took(`chat-${index}`, false);
        return gap;
      }).slice(2);
    for (const everyMs of [700, 35, 700]) {
      changing.everyMs = everyMs;
      for (const gap of gapsOf(60)) expect(gap).toBeCloseTo(everyMs);
    }
  });

  it('sends 600 within 1.05 × 20 s although every timer is late', () => {
    expect(lengthOf(takeAll(600, [3, 0, 12, 1, 25, 0, 7]))).toBeLessThan(1.05 * 20_000);
  });

  it('makes up for a stall without a burst', () => {
    const lateness = Array.from({ length: 600 }, (_, index) => (index === 300 ? 400 : 1));
    const times = takeAll(600, lateness);
    expect(lengthOf(times)).toBeLessThan(1.05 * 20_000);
    expect(mostInOneSecond(times)).toBeLessThanOrEqual(30);
  });

  it('never puts more than 30 requests into one second, however late the timers are', () => {
    const latenesses = fc.array(fc.oneof(fc.nat(20), fc.nat(1500)), { minLength: 1, maxLength: 150 });
    fc.assert(
      fc.property(latenesses, (lateness) => {
        expect(mostInOneSecond(takeAll(150, lateness))).toBeLessThanOrEqual(30);
      }),
    );
  });

  it('is absent when the channel asks for none', () => {
    expect(lengthOf(takeAll(100, [0], { everyMs: 0, perChatMs: 0, perGroupMs: 0 }))).toBe(0);
  });
});

describe('answers', () => {
  const given = { ...pace, replyMs: 5 };

  it('do not wait for the even spacing while the second has room, and what nobody asked for makes room for them', () => {
    const { clock, pacer } = start(given);
    pacer.took('a', false);
    expect(pacer.delayUntilNext('reply')).toBe(5);
    for (let index = 0; index < 9; index++) {
      clock.now += 5;
      expect(pacer.delayUntilNext('reply')).toBe(0);
      pacer.took(`reply-${index}`, false);
    }
    expect(pacer.delayUntilNext()).toBeCloseTo(10 * 34.3 - 45);
  });

  it('never put more than 30 requests into one second, together with the rest', () => {
    const turns = fc.array(fc.tuple(fc.constantFrom('reply', 'bulk'), fc.nat(40)), { minLength: 60, maxLength: 150 });
    fc.assert(
      fc.property(turns, (taken) => {
        const { clock, pacer } = start(given);
        const times = taken.map(([stream, lateness], index) => {
          clock.now += pacer.delayUntilNext(stream as 'reply' | 'bulk') + lateness;
          pacer.took(`chat-${index}`, false);
          return clock.now;
        });
        expect(mostInOneSecond(times)).toBeLessThanOrEqual(30);
      }),
    );
  });

  it('are spaced like the rest after the platform has complained', () => {
    const { clock, pacer } = start(given);
    pacer.pause(1);
    clock.now += 2000;
    pacer.took('a', false);
    expect(pacer.delayUntilNext('reply')).toBe(pacer.delayUntilNext());
  });
});

describe('a spacing finer than timers', () => {
  it.each([0, 1, 2, 15])('keeps 1,000 a second, in lots, with timers that are %i ms late', (late) => {
    const { clock, pacer } = start({ everyMs: 1.015, perChatMs: 1010, perGroupMs: 3050 });
    const times: number[] = [];
    while (times.length < 5000) {
      clock.now += Math.ceil(pacer.delayUntilNext()) + late;
      for (let room = pacer.room(); room > 0; room--) {
        pacer.took(`chat-${times.length}`, false);
        times.push(clock.now);
      }
    }
    expect(lengthOf(times)).toBeLessThan(5000 / 0.95);
    for (const at of [0, 1700, 3999])
      expect(
        times.filter((time) => time >= (times[at] ?? 0) && time < (times[at] ?? 0) + 1000).length,
      ).toBeLessThanOrEqual(1000);
  });
});

describe('the spacing of one chat', () => {
  it.each([
    ['a person', false, 1010],
    ['a group', true, 3050],
  ])('keeps %s busy for its time', (_, isGroup, ms) => {
    const { clock, pacer } = start();
    pacer.took('a', isGroup);
    expect([pacer.busyChats(), pacer.nextFreeIn()]).toEqual([['a'], ms]);
    clock.now += ms - 1;
    expect([pacer.busyChats(), pacer.nextFreeIn()]).toEqual([['a'], 1]);
    clock.now += 1;
    expect([pacer.busyChats(), pacer.nextFreeIn()]).toEqual([[], Number.POSITIVE_INFINITY]);
  });

  it('names the chat that is free first', () => {
    const { clock, pacer } = start();
    pacer.took('group', true);
    clock.now += 500;
    pacer.took('person', false);
    expect([pacer.busyChats(), pacer.nextFreeIn()]).toEqual([['group', 'person'], 1010]);
  });
});

describe('a pause', () => {
  it('ends early when its reason has passed', () => {
    const { pacer } = start();
    pacer.pause(30);
    pacer.resume();
    expect(pacer.delayUntilNext()).toBe(0);
  });

  it('lets nothing go until it is over', () => {
    const { clock, pacer } = start();
    pacer.took('a', false);
    pacer.pause(7);
    clock.now += 6900;
    expect(pacer.delayUntilNext()).toBeGreaterThan(0);
    clock.now += 200;
    expect(pacer.delayUntilNext()).toBe(0);
  });

  it('is not shortened by a second one that asks for less', () => {
    const { pacer } = start();
    pacer.pause(30);
    pacer.pause(1);
    expect(pacer.delayUntilNext()).toBeGreaterThanOrEqual(30_000);
  });

  /** The spacing that holds after a stretch of even sending. */
  function spacingAfter(pauses: number, taken: number): number {
    const { clock, pacer } = start();
    for (let index = 0; index < pauses; index++) {
      pacer.pause(1);
      clock.now += 2000;
    }
    for (let index = 0; index < taken; index++) {
      clock.now += pacer.delayUntilNext();
      pacer.took(`chat-${index}`, false);
    }
    return pacer.delayUntilNext();
  }

  it('widens the spacing by a quarter, and at most to four times', () => {
    expect(spacingAfter(1, 45)).toBeCloseTo(34.3 * 1.25);
    expect(spacingAfter(20, 45)).toBeCloseTo(34.3 * 4);
  });

  it('widens it once when several requests in flight are refused together', () => {
    const { clock, pacer } = start();
    for (let index = 0; index < 4; index++) pacer.pause(1);
    clock.now += 2000;
    for (let index = 0; index < 45; index++) {
      clock.now += pacer.delayUntilNext();
      pacer.took(`chat-${index}`, false);
    }
    expect(pacer.delayUntilNext()).toBeCloseTo(34.3 * 1.25);
  });

  it('is forgotten slowly while all goes well', () => {
    const spacings = [45, 99, 2000].map((taken) => spacingAfter(1, taken));
    expect(spacings[1]).toBeLessThan(spacings[0] ?? 0);
    expect(spacings[2]).toBeCloseTo(34.3);
  });
});
