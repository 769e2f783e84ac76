import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Received } from '../../../bot/inbound/receive.ts';
import { findWaiting, storeWaiting } from '../../../db/conversation/inbox.ts';
import { admitMessage } from '../../../db/conversation/sender-rates.ts';
import { inbox, outbox, senderRates } from '../../../db/schema/tables.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import type { Person } from '../../harness/world/person.ts';
import { createWorld, type World } from '../../harness/world.ts';

const rates = { known: { burst: 6, perSecond: 1 }, stranger: { burst: 4, perSecond: 0.5 } };

let sent = 0;
const writes = (world: World, person: Person, text: string): Promise<Received> => {
  sent += 1;
  return world.receiver.receive({ channel: 'telegram', externalId: `m${sent}`, kind: 'text', from: person, text });
};
const flood = (world: World, person: Person, size: number): Promise<Received>[] =>
  Array.from({ length: size }, () => writes(world, person, '/trogiup'));

describeOnDatabase('a flood of one sender', (db) => {
  test('is taken as far as the rate goes, told so once, and costs others nothing', async () => {
    const world = await createWorld(db(), { rates });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const loud = world.person('Ồn');
    // Registering took what a stranger has: who is known begins anew.
    lan.looksAway();
    await Promise.all([...flood(world, loud, 1000), writes(world, lan, '/trogiup')]);
    await world.receiver.handleWaiting();
    await world.settle();
    expect(lan.reads()).toEqual([expect.stringMatching(/\/nhiemvu – xem/)]);
    expect(loud.reads().filter((text) => text.includes('gửi quá nhanh'))).toHaveLength(1);
    const kept = (await db().select().from(inbox)).filter((row) => JSON.stringify(row.inbound).includes('Ồn'));
    expect(kept).toHaveLength(5);
    expect(world.dropped).toBe(996);
    expect(world.errors).toEqual([]);
  });

  test('ends when the sender waits', async () => {
    const world = await createWorld(db(), { rates });
    const loud = world.person('Ồn');
    await Promise.all(flood(world, loud, 20));
    // Of what was taken, some was kept and takes its turn later.
    await world.receiver.handleWaiting();
    await world.settle();
    world.clock.pass(60);
    loud.looksAway();
    await writes(world, loud, '/trogiup');
    await world.settle();
    expect(loud.reads()).toEqual([expect.stringMatching(/chưa biết đồng chí/)]);
  });

  test('is not even counted before the sender may write again, and says when that is', async () => {
    const world = await createWorld(db(), { rates });
    const loud = world.person('Ồn');
    const { address } = loud;
    for (let at = 0; at < 4; at += 1) expect(await writes(world, loud, '/trogiup')).toEqual({ isTaken: true });
    for (let at = 0; at < 30; at += 1)
      expect(await writes(world, loud, '/trogiup')).toEqual({ isTaken: false, waitMs: 2000 });
    const [counted] = await db().select().from(senderRates).where(eq(senderRates.address, address));
    expect(counted).toMatchObject({ dropped: 1 });
    world.clock.pass(2);
    expect(await writes(world, loud, '/trogiup')).toEqual({ isTaken: true });
  });

  test('leaves no trace of what our own page will send again', async () => {
    const world = await createWorld(db(), { rates });
    const from = { address: 'trang', name: 'Lan' };
    const says = (at: number) =>
      world.receiver.receive({ channel: 'web', externalId: `trang:${at}`, kind: 'text', from, text: '/trogiup' });
    for (let at = 0; at < 4; at += 1) await says(at);
    expect(await says(4)).toEqual({ isTaken: false, waitMs: 2000 });
    world.clock.pass(2);
    expect(await says(4)).toEqual({ isTaken: true });
    expect(await db().$count(inbox)).toBe(5);
  });

  test('is one flood for every process that receives', async () => {
    const world = await createWorld(db(), { rates });
    const sender = { channel: 'telegram' as const, address: '1', externalId: '1', contentKey: null };
    const admitted = async () => admitMessage(db(), sender, rates, world.clock.machine());
    const taken = [];
    for (let at = 0; at < 6; at += 1) taken.push(await admitted());
    expect(taken.map((one) => one.isTaken)).toEqual([true, true, true, true, false, false]);
    expect(taken.map((one) => one.dropped)).toEqual([0, 0, 0, 0, 1, 2]);
    world.clock.pass(2);
    expect(await admitted()).toMatchObject({ isTaken: true, dropped: 2 });
    world.clock.pass(-3600);
    expect(await admitted()).toMatchObject({ isTaken: false });
    world.clock.pass(3700);
    expect(await admitted()).toMatchObject({ isTaken: true, dropped: 0 });
  });
});

describeOnDatabase('what is kept', (db) => {
  test('does not wait for the hour by which the clock was set back', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const now = world.clock.machine();
    const inbound = { channel: 'telegram', externalId: 'early', kind: 'text', from: lan, text: '/trogiup' } as const;
    const first = { attempts: 0, retryAt: now, error: null };
    await storeWaiting(db(), { inbound, sealed: null }, world.clock.civil(), first);
    world.clock.pass(-3600);
    lan.looksAway();
    await world.receiver.handleWaiting();
    await world.settle();
    lan.sees(/\/nhiemvu – xem/);
  });

  test('is handled in turns: registered people before strangers, and nobody thrice before another once', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    const stranger = world.person('Lạ');
    const now = world.clock.machine();
    for (const [at, from] of [stranger, stranger, lan, lan, lan, lan, nam].entries())
      await storeWaiting(
        db(),
        {
          inbound: { channel: 'telegram', externalId: `w${at}`, kind: 'text', from, text: '/trogiup' },
          sealed: null,
        },
        world.clock.civil(),
        { attempts: 0, retryAt: now, error: null },
      );
    const found = await findWaiting(db(), now);
    expect(found.map(({ inbound }) => ('from' in inbound ? inbound.from.name : ''))).toEqual([
      'Lan',
      'Nam',
      'Lan',
      'Lạ',
      'Lạ',
    ]);
    expect((await findWaiting(db(), now, { limit: 2 })).map(({ inbound }) => inbound.externalId)).toEqual(['w2', 'w6']);
  });

  test('answers a stranger once, however much they wrote, and a person each time', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const stranger = world.person('Lạ');
    for (const person of [stranger, lan]) for (let at = 0; at < 3; at += 1) await writes(world, person, '/trogiup');
    const queued = (await db().select().from(outbox)).filter((row) => row.state === 'queued');
    expect(queued.filter((row) => row.address === stranger.address)).toHaveLength(1);
    expect(queued.filter((row) => row.address === lan.address)).toHaveLength(3);
  });

  test('is no longer than any message: a text of a megabyte has no reader', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await writes(world, lan, '.'.repeat(1_000_000));
    const kept = (await db().select().from(inbox)).map(({ inbound }) => JSON.stringify(inbound).length);
    expect(Math.max(...kept)).toBeLessThan(10_000);
  });
});
