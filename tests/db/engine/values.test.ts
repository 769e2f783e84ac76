import { expect, test } from 'vitest';
import { clockFor } from '../../../bot/process/civil-clock.ts';
import { readChannelIdentity, writeChannelIdentity } from '../../../db/platforms/channel-identity.ts';
import { units } from '../../../db/schema/tables.ts';
import { readAnchor, writeAnchor } from '../../../db/time/civil-clock.ts';
import { describeDatabases } from '../../harness/database.ts';

describeDatabases('what is kept', (db) => {
  const anchor = {
    simulated: new Date('2021-09-06T01:00:00.123Z'),
    real: new Date('2026-11-22T16:59:59.999Z'),
    speed: 0.1,
  };

  test('comes back equal: instants to the millisecond, dates, fractions, lists, Vietnamese', async () => {
    await writeAnchor(db(), anchor);
    expect(await readAnchor(db())).toEqual(anchor);
    const unit = {
      code: 'XÃ-1',
      name: 'Xã Quảng Lưu',
      kind: 'commune',
      aliases: ['a,b', 'c"d', ''],
      staff: 0,
      position: 1,
      validFrom: '2021-01-31',
    };
    await db().insert(units).values(unit);
    expect(await db().select().from(units)).toMatchObject([{ ...unit, tags: [], validTo: null, parentId: null }]);
  });

  test('the bot’s name on a channel is the one learnt last', async () => {
    expect(await readChannelIdentity(db(), 'telegram')).toBeUndefined();
    await writeChannelIdentity(db(), 'telegram', 'one_bot');
    await writeChannelIdentity(db(), 'telegram', 'two_bot');
    expect(await readChannelIdentity(db(), 'telegram')).toBe('two_bot');
  });
});

describeDatabases('the civil clock', (db) => {
  const simulated = { now: new Date('2021-09-06T01:00:00Z'), speed: 1 };
  const near = (date: Date, to: Date) => Math.abs(date.getTime() - to.getTime()) < 60_000;
  const clock = async (config: object, isService: boolean) => {
    const result = await clockFor({ isProduction: false, ...config }, db(), { isService });
    if (!result.ok) throw new Error(result.error);
    return result.value;
  };

  test('is real time where nobody simulates', async () => {
    const real = await clock({}, true);
    expect(near(real.civil(), real.machine())).toBe(true);
  });

  test('a simulated service leaves its anchor, which a command without its own follows', async () => {
    await clock({ simulated }, true);
    const followed = await clock({}, false);
    expect(near(followed.civil(), simulated.now)).toBe(true);
    expect(near(followed.civil(), followed.machine())).toBe(false);
  });

  test('a command’s own simulated time holds for that command alone', async () => {
    expect(near((await clock({ simulated }, false)).civil(), simulated.now)).toBe(true);
    expect(await readAnchor(db())).toBeUndefined();
  });

  test('a restarted service may set the time anew, either way', async () => {
    await clock({ simulated }, true);
    const earlier = new Date('2021-09-01T01:00:00Z');
    await clock({ simulated: { now: earlier, speed: 2 } }, true);
    expect(await readAnchor(db())).toMatchObject({ simulated: earlier, speed: 2 });
  });

  test('production refuses the database of a rehearsal', async () => {
    await clock({ simulated }, true);
    const result = await clockFor({ isProduction: true }, db(), { isService: true });
    expect(result.ok ? '' : result.error).toContain('diễn tập');
  });
});
