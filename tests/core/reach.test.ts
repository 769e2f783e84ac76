import { describe, expect, it } from 'vitest';
import type { ChannelName } from '../../core/channel.ts';
import { openRungs, type Rung, reachOf } from '../../core/reach.ts';

const now = new Date('2026-03-10T08:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const rung = (channel: ChannelName, hours: number, state: Rung['state'] = 'active'): Rung => ({
  channel,
  state,
  lastWord: ago(hours),
});
const nothingSpent = () => false;
const names = (rungs: Rung[]) => rungs.map((r) => r.channel);

describe('a person on a Zalo Official Account', () => {
  it.each([
    [0, 'free'],
    [48, 'free'],
    [48.01, 'paid'],
    [7 * 24, 'paid'],
    [7 * 24 + 0.01, 'closed'],
  ])('silent for %d hours can be reached: %s', (hours, reach) => {
    expect(reachOf('zalo-oa', ago(hours), now)).toBe(reach);
  });
});

describe('the ladder of channels', () => {
  it('begins with the channel used last', () => {
    expect(
      names(openRungs([rung('zalo-oa', 5), rung('telegram', 1), rung('web', 9)], null, now, nothingSpent)),
    ).toEqual(['telegram', 'zalo-oa', 'web']);
  });

  it('begins with the channel that the person chose', () => {
    expect(
      names(openRungs([rung('zalo-oa', 5), rung('telegram', 1), rung('web', 9)], 'web', now, nothingSpent)),
    ).toEqual(['web', 'zalo-oa', 'telegram']);
  });

  it('leaves out a closed window, a blocked account and a spent budget', () => {
    const ways = [rung('zalo-oa', 200), rung('telegram', 300, 'blocked'), rung('zalo-bot', 1), rung('web', 400)];
    expect(names(openRungs(ways, 'zalo-oa', now, (channel) => channel === 'zalo-bot'))).toEqual(['web']);
  });

  it('still answers free of charge when the budget is spent', () => {
    expect(names(openRungs([rung('zalo-oa', 1)], null, now, () => true))).toEqual(['zalo-oa']);
    expect(openRungs([rung('zalo-oa', 50)], null, now, () => true)).toEqual([]);
  });
});
