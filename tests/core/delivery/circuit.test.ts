import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterIdling,
  afterProbe,
  afterRequest,
  type Circuit,
  closedCircuit,
  isInOutage,
  restoreCircuit,
  type Sign,
  signOf,
  waitBeforeProbe,
} from '../../../core/delivery/circuit.ts';

const start = Date.UTC(2026, 10, 29);
const answer: Sign = { type: 'answer' };
const doubt: Sign = { type: 'doubt', reason: 'HTTP 502' };

/** What happens to a circuit, a second apart: '.' an answer, '?' a doubt, 'x' no connection, 'P' and 'p' a probe that is answered or not, 'i' nothing waits. */
function play(script: string, from: Circuit = closedCircuit): string {
  let circuit = from;
  const states = [...script].map((step, second) => {
    const now = start + second * 1000;
    const span = { began: now - 1, now };
    if (step === '.') circuit = afterRequest(circuit, answer, span);
    else if (step === '?') circuit = afterRequest(circuit, doubt, span);
    else if (step === 'x') circuit = afterRequest(circuit, { type: 'unreached', reason: 'ECONNREFUSED' }, span);
    else if (step === 'i') circuit = afterIdling(circuit, now);
    else circuit = afterProbe(circuit, step === 'P', now);
    return circuit.state;
  });
  return states.map((state) => state[0]).join('');
}

describe('a channel', () => {
  test.each([
    ['one doubt is that message’s own affair', '?.?.?.?.', 'cccccccc'],
    ['three doubts in a row are an outage', '???', 'ccd'],
    ['what else fails in an outage changes nothing', '?????', 'ccddd'],
    ['an answered probe lets one message try', '???P', 'ccdt'],
    ['and when that is answered, all may go', '???P.', 'ccdtc'],
    ['a trial that ends in doubt is the outage again', '???P?', 'ccdtd'],
    ['so is one for want of a connection', '???Px', 'ccdtd'],
    ['a probe without an answer changes nothing', '???pppP.', 'ccddddtc'],
    ['a late answer does as well as a probe', '???.', 'ccdt'],
    ['with nothing to try, the probe is proof enough', '???Pi', 'ccdtc'],
    ['a connection that never came up is no doubt', 'xxxxxx', 'cccccc'],
  ])('%s', (_, script, states) => expect(play(script)).toBe(states));

  test('several requests that hang at once are one trouble, also where they end after it', () => {
    const span = { began: start, now: start + 20_000 };
    let circuit = closedCircuit;
    for (let n = 0; n < 4; n++) circuit = afterRequest(circuit, doubt, span);
    expect(circuit).toMatchObject({ state: 'down', since: start + 20_000, failures: 1 });
    circuit = afterProbe(circuit, true, start + 21_000);
    circuit = afterRequest(circuit, answer, { began: start + 21_500, now: start + 22_000 });
    for (let n = 0; n < 4; n++) {
      circuit = afterRequest(circuit, doubt, { began: start + 500, now: start + 60_000 });
      expect(isInOutage(circuit, start + 500)).toBe(true);
    }
    expect(circuit).toMatchObject({ state: 'closed', doubts: 0 });
    expect(isInOutage(circuit, start + 61_000)).toBe(false);
  });

  test('is asked after 1, 2, 4 … 60 seconds, however well it answers to the question alone', () => {
    const waits: number[] = [];
    let circuit = closedCircuit;
    let now = start;
    for (let n = 0; n < 3; n++) circuit = afterRequest(circuit, doubt, { began: now, now });
    for (let n = 0; n < 8; n++) {
      if (circuit.state !== 'down') throw new Error('it is down');
      const wait = waitBeforeProbe(circuit, now);
      waits.push(wait / 1000);
      now += wait;
      circuit = afterRequest(afterProbe(circuit, true, now), doubt, { began: now, now });
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  });

  test('is asked at once where the clock was set back by hours', () => {
    expect(waitBeforeProbe({ askAt: start + 3_600_000 }, start)).toBe(0);
  });

  test('stays down over a restart and is asked at once; what cannot be read counts as well', () => {
    const down = [1, 2, 3].reduce(
      (circuit) => afterRequest(circuit, doubt, { began: start, now: start }),
      closedCircuit,
    );
    const restored = restoreCircuit(JSON.parse(JSON.stringify(down)));
    expect(restored).toMatchObject({ state: 'down', since: start, reason: 'HTTP 502', askAt: 0 });
    expect(restoreCircuit(JSON.parse(JSON.stringify(afterProbe(down, true, start))))).toMatchObject({ state: 'down' });
    for (const unreadable of [undefined, null, {}, { state: 'down' }, 'x'])
      expect(restoreCircuit(unreadable)).toEqual(closedCircuit);
  });

  test('never goes from down to closed without an answer', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'.?xPpi'), { maxLength: 60 }), (steps) => {
        expect(play(steps.join(''))).not.toMatch(/dc/);
        expect(play(steps.filter((step) => step !== '.' && step !== 'P').join(''))).toMatch(/^c*d*$/);
      }),
    );
  });
});

test('what the outcomes of requests tell of their channel', () => {
  expect(signOf({ type: 'sent', externalId: '1' })).toEqual(answer);
  expect(signOf({ type: 'refused', because: 'blocked', reason: '403' })).toEqual(answer);
  expect(signOf({ type: 'too-long', reason: '' })).toEqual(answer);
  expect(signOf({ type: 'moved', to: '1' })).toEqual(answer);
  expect(signOf({ type: 'not-sent', reason: '429', retryAfterSeconds: 1, rateLimit: 'chat' })).toEqual(answer);
  expect(signOf({ type: 'not-sent', reason: '401', retryAfterSeconds: 30 })).toBeUndefined();
  expect(signOf({ type: 'not-sent', reason: 'ECONNREFUSED' })).toMatchObject({ type: 'unreached' });
  expect(signOf({ type: 'uncertain', reason: 'HTTP 502' })).toEqual(doubt);
});
