import { describe, expect, it } from 'vitest';
import type { ChannelName } from '../../../core/channels/address.ts';
import { closureOf, openRungs, type Rules, type Rung, reachOf } from '../../../core/channels/reach.ts';

const now = new Date('2026-03-10T08:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const rung = (channel: ChannelName, hours: number, state: Rung['state'] = 'active'): Rung => ({
  channel,
  state,
  lastWord: ago(hours),
  sentSince: 0,
});
const rules = (more: Partial<Rules> = {}): Rules => ({
  reach: (contact) => reachOf(contact, now, 8),
  isSpent: () => false,
  isDown: () => false,
  ...more,
});
const names = (rungs: Rung[]) => rungs.map((r) => r.channel);

describe('a person on a Zalo Official Account', () => {
  const reach = (hours: number, sentSince = 0, freeReplies = 8) =>
    reachOf({ channel: 'zalo-oa', lastWord: ago(hours), sentSince }, now, freeReplies);

  it.each([
    [0, { isOpen: true, free: 8 }],
    [48, { isOpen: true, free: 8 }],
    [48.01, { isOpen: true, free: 0 }],
    [7 * 24, { isOpen: true, free: 0 }],
    [7 * 24 + 0.01, { isOpen: false, free: 0 }],
  ])('silent for %d hours can be reached: %o', (hours, expected) => {
    expect(reach(hours)).toEqual(expected);
  });

  it('gets so many messages free, counted from the last word', () => {
    expect([reach(1, 7).free, reach(1, 8).free, reach(1, 9).free]).toEqual([1, 0, 0]);
    expect(reach(1, 9, Number.POSITIVE_INFINITY).free).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('the ladder of channels', () => {
  it('begins with the channel used last', () => {
    expect(names(openRungs([rung('zalo-oa', 5), rung('telegram', 1), rung('web', 9)], null, rules()))).toEqual([
      'telegram',
      'zalo-oa',
      'web',
    ]);
  });

  it('does not go to a page of ours because it was used last: it rings nobody who has something else', () => {
    expect(names(openRungs([rung('zalo-oa', 5), rung('telegram', 9), rung('web', 0)], null, rules()))).toEqual([
      'zalo-oa',
      'telegram',
      'web',
    ]);
    expect(names(openRungs([rung('telegram', 9, 'blocked'), rung('web', 0)], null, rules()))).toEqual(['web']);
  });

  it('begins with the channel that the person chose', () => {
    expect(names(openRungs([rung('zalo-oa', 5), rung('telegram', 1), rung('web', 9)], 'web', rules()))).toEqual([
      'web',
      'zalo-oa',
      'telegram',
    ]);
  });

  it('leaves out a closed window, a blocked account and a spent budget', () => {
    const ways = [rung('zalo-oa', 200), rung('telegram', 300, 'blocked'), rung('zalo-bot', 1), rung('web', 400)];
    expect(names(openRungs(ways, 'zalo-oa', rules({ isSpent: (channel) => channel === 'zalo-bot' })))).toEqual(['web']);
  });

  it('still answers free of charge when the budget is spent', () => {
    expect(names(openRungs([rung('zalo-oa', 1)], null, rules({ isSpent: () => true })))).toEqual(['zalo-oa']);
    expect(openRungs([rung('zalo-oa', 50)], null, rules({ isSpent: () => true }))).toEqual([]);
  });

  it('puts a channel that does not work last, whoever chose it: without another way a message waits there', () => {
    const isDown = (channel: ChannelName) => channel === 'zalo-oa';
    const ways = [rung('zalo-oa', 1), rung('telegram', 300), rung('web', 400)];
    expect(names(openRungs(ways, 'zalo-oa', rules({ isDown })))).toEqual(['telegram', 'web', 'zalo-oa']);
    expect(names(openRungs([rung('zalo-oa', 1)], null, rules({ isDown })))).toEqual(['zalo-oa']);
  });
});

describe('a person whom no message reaches', () => {
  const isSpent = () => true;

  it.each<[string, Rung[], Partial<Rules>, string | undefined]>([
    ['has closed every chat', [rung('telegram', 1, 'blocked'), rung('zalo-oa', 300, 'blocked')], {}, 'blocked'],
    ['has no account left', [], {}, 'blocked'],
    [
      'was silent for a week on the one that is open',
      [rung('zalo-oa', 169), rung('web', 1, 'blocked')],
      {},
      'window-closed',
    ],
    ['would cost what nobody has', [rung('zalo-bot', 1)], { isSpent }, 'quota'],
    ['is none while the first words are free', [rung('zalo-oa', 1)], { isSpent }, undefined],
    ['is none while one way is open', [rung('zalo-oa', 300), rung('telegram', 900)], {}, undefined],
  ])('%s', (_, ways, more, expected) => {
    expect(closureOf(ways, rules(more))).toBe(expected);
  });
});
