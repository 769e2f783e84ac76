import { describe, expect, it } from 'vitest';
import { decideOnPair, fateOfClaim, type PairFacts } from '../../../../bot/channels/zalo-oa/tokens/decide.ts';
import type { StoredPair } from '../../../../bot/channels/zalo-oa/tokens/store.ts';

const now = new Date('2026-03-10T08:00:00Z');
const from = (seconds: number) => new Date(now.getTime() + seconds * 1000);

const fresh: StoredPair = {
  generation: 7,
  appId: '1',
  sealed: 'x',
  state: 'fresh',
  claimedAt: null,
  expiresAt: from(3600),
  refreshAt: from(60),
  seedHash: null,
};
const claimed = (secondsAgo: number): StoredPair => ({ ...fresh, state: 'claimed', claimedAt: from(-secondsAgo) });
const facts = (pair: StoredPair, more: Partial<PairFacts> = {}): PairFacts => ({
  pair,
  access: 'access',
  isInForce: true,
  isKnown: false,
  isAbandoned: false,
  ...more,
});

describe('with the stored pair', () => {
  it.each<[string, PairFacts | undefined, object]>([
    ['that is none', undefined, { do: 'ask-consent' }],
    ['that another process has renewed', facts(fresh), { do: 'use', pair: fresh }],
    ['that this process held all the time', facts(fresh, { isKnown: true }), { do: 'refresh' }],
    ['whose access token was refused', facts(fresh, { isInForce: false }), { do: 'refresh' }],
    ['that is due', facts({ ...fresh, refreshAt: now }), { do: 'refresh' }],
    ['that somebody claimed just now', facts(claimed(29)), { do: 'wait' }],
    ['whose claim is too old', facts(claimed(30)), { do: 'test-access', access: 'access', isOver: true }],
    ['whose claim is nobody’s', facts(claimed(1), { isAbandoned: true }), { do: 'test-access', isOver: false }],
    ['of whose claim nothing tells', facts(claimed(30), { access: '' }), { do: 'give-up' }],
    ['whose access token has ended', facts({ ...claimed(30), expiresAt: now }), { do: 'give-up' }],
  ])('%s', (_, given, expected) => {
    expect(decideOnPair(given, now)).toMatchObject(expected);
  });
});

describe('the access token of a claimed pair', () => {
  it.each([
    [false, false, 'lost'],
    [false, true, 'lost'],
    [true, true, 'unused'],
    [true, false, 'open'],
    [undefined, true, 'open'],
  ] as const)('works: %s, and the call is over: %s: the refresh token is %s', (isAlive, isOver, fate) => {
    expect(fateOfClaim(isAlive, isOver)).toBe(fate);
  });
});
