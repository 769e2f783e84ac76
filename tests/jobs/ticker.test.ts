import { expect, test } from 'vitest';
import type { Job } from '../../jobs/table.ts';
import { createTicker } from '../../jobs/ticker.ts';

const job = (name: string, cron: string, traits: Partial<Job> = {}): Job => ({
  name,
  cron,
  isCivil: false,
  isRunAtStart: true,
  mayHaveWork: () => true,
  restCron: cron,
  ...traits,
  run: async () => {},
});

const hour = 3_600;
const day = 24 * hour;

/** A ticker whose clocks stand still until they are moved. It counts how often the wall clock is read. */
function open(at = '2026-11-29T10:00:00+07:00', traits: Partial<Job> = {}) {
  let wall = new Date(at).getTime();
  let steady = 0;
  let reads = 0;
  const jobs = [
    job('each second', '* * * * * *'),
    job('each 5 s', '*/5 * * * * *', traits),
    job('half past', '30 * * * * *'),
    job('nightly', '0 30 3 * * *', { isRunAtStart: false }),
  ];
  const wallNow = () => {
    reads += 1;
    return new Date(wall);
  };
  const ticker = createTicker(jobs, { wall: wallNow, steady: () => steady });
  const look = () => {
    const { due, jumpMs } = ticker.look();
    return { due: due.map(({ name }) => name), jump: jumpMs / 1000 };
  };
  return {
    reads: () => reads,
    /** So many seconds really pass; then it is looked. */
    pass: (seconds: number) => {
      wall += seconds * 1000;
      steady += seconds * 1000;
      return look();
    },
    /** The wall clock is set by so many seconds, and half a second later it is looked. */
    set: (seconds: number) => {
      wall += seconds * 1000 + 500;
      steady += 500;
      return look();
    },
  };
}

test('each job has its turn when its time comes, and not before', () => {
  const { pass } = open();
  expect(pass(0.5).due).toEqual([]);
  expect(pass(0.5).due).toEqual(['each second']);
  expect(pass(4).due).toEqual(['each second', 'each 5 s']);
  expect(pass(24).due).toEqual(['each second', 'each 5 s']);
  expect(pass(1).due).toEqual(['each second', 'each 5 s', 'half past']);
  expect(pass(1).due).toEqual(['each second']);
});

test('a job that has nothing to do rests', () => {
  const { pass } = open(undefined, { mayHaveWork: () => false, restCron: '0 * * * * *' });
  pass(0.5);
  const turns = Array.from({ length: 120 }, (_, at) => ({ at: at + 1, due: pass(1).due }));
  expect(turns.filter(({ due }) => due.includes('each 5 s')).map(({ at }) => at)).toEqual([60, 120]);
});

test('an expression is held against the time of Vietnam', () => {
  expect(open('2026-11-28T20:29:59Z').pass(1).due).toContain('nightly');
});

test.each([
  ['an hour forward', hour],
  ['a day forward', day],
  ['three days forward', 3 * day],
])('set %s, the clock gives each job one turn, and all goes on', (_, seconds) => {
  const { set, pass, reads } = open();
  pass(3);
  const before = reads();
  const { due, jump } = set(seconds);
  expect(due).toEqual(['each second', 'each 5 s', 'half past', 'nightly']);
  expect(jump).toBe(seconds);
  expect(reads() - before).toBeLessThan(5);
  expect(pass(1)).toEqual({ due: ['each second'], jump: 0 });
});

test.each([
  ['an hour back', -hour],
  ['a day back', -day],
])('set %s, the clock holds up no job: none waits until the time is reached again', (_, seconds) => {
  const { set, pass } = open();
  pass(3);
  expect(set(seconds)).toEqual({ due: ['each second', 'each 5 s', 'half past'], jump: seconds });
  expect(pass(1).due).toContain('each second');
  expect(pass(5).due).toContain('each 5 s');
});

test('a process that was stopped for an hour gives each job one turn, and calls it no jump of the clock', () => {
  const { pass } = open();
  expect(pass(hour)).toEqual({ due: ['each second', 'each 5 s', 'half past', 'nightly'], jump: 0 });
});

test('a clock that is trimmed by some seconds is no jump, and holds nothing up', () => {
  const { set, pass } = open();
  pass(3);
  expect(set(-2)).toEqual({ due: [], jump: 0 });
  expect(pass(1).due).toContain('each second');
});
