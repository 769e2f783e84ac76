import { describe, expect, it } from 'vitest';
import { callsAMinute } from '../../../../bot/channels/zalo-oa/rate.ts';
import { openOaChannel, openZaloOa } from './opened.ts';

describe('the calls a minute of an Official Account', () => {
  it.each<[name: string | undefined, most: number | undefined, calls: number]>([
    ['Tăng trưởng', undefined, 100],
    ['growth', undefined, 100],
    ['Toàn diện', undefined, 2000],
    ['Gói TOÀN DIỆN', undefined, 2000],
    ['comprehensive', undefined, 2000],
    ['a package of next year', undefined, 100],
    [undefined, undefined, 100],
    ['Toàn diện', 600, 600],
    ['Tăng trưởng', 600, 100],
    ['Tăng trưởng', 60, 60],
  ])('of the package %j, at most %j, are %i', (name, most, calls) => {
    expect(callsAMinute(name, most)).toBe(calls);
  });

  it.each([
    [undefined, 35],
    [600, (60_000 / 600) * (7 / 6)],
  ])('follow what Zalo reports of the account: at most %j', async (perMinute, everyMs) => {
    const zalo = await openZaloOa({ packageName: 'Toàn diện' });
    let opened: ReturnType<typeof openOaChannel>['channel'] | undefined;
    await new Promise<string>((onIdentity) => {
      const { channel } = openOaChannel(zalo, { perMinute, onIdentity });
      opened = channel;
      expect(channel.sending.pace.everyMs).toBeCloseTo(700);
      channel.receiving.start(async () => {});
    });
    expect(opened?.sending.pace.everyMs).toBeCloseTo(everyMs);
  });
});
