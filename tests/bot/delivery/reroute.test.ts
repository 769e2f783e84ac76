import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { reroute } from '../../../bot/delivery/reroute.ts';
import { makeCallSheet } from '../../../bot/facts/call-sheet.ts';
import { findDownChannels, writeChannelStates } from '../../../db/platforms/channel-states.ts';
import { accounts, outbox, unitRoles } from '../../../db/schema/tables.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { createWorld, type World } from '../../harness/world.ts';

const minutes = (count: number) => count * 60_000;

/** How the service found the Official Account at each of these minutes from now. */
async function sawZalo(world: World, ...seen: [minute: number, state: 'up' | 'down'][]): Promise<void> {
  for (const [minute, state] of seen)
    await writeChannelStates(
      world.db,
      [{ channel: 'zalo-oa', state }],
      new Date(world.clock.machine().getTime() + minutes(minute)),
    );
}

/** A head who wrote last on Zalo, and before that on Telegram. */
async function headOnBoth(world: World): Promise<void> {
  await world.register('XA-AN-BINH', 'Lan');
  const [role] = await world.db.select().from(unitRoles).where(eq(unitRoles.role, 'head'));
  const wroteAt = new Date(world.clock.machine().getTime() + 1000);
  await world.db.insert(accounts).values({
    channel: 'zalo-oa',
    address: 'zalo-lan',
    name: 'Lan',
    personId: role?.personId ?? 0,
    lastSeenAt: wroteAt,
    lastWordAt: wroteAt,
  });
}

const tasksOf = async (world: World) =>
  (await world.db.select().from(outbox).orderBy(outbox.id))
    .filter((row) => row.kind === 'tasks')
    .map(({ channel, state, reason }) => ({ channel, state, reason }));

describeOnDatabase('a channel that does not work', (db) => {
  it('is given ten minutes before messages look for another way, counted from when it broke', async () => {
    const world = await createWorld(db());
    await sawZalo(world, [-30, 'down'], [-12, 'up'], [-9, 'down'], [0, 'down']);
    expect(await findDownChannels(db(), world.clock.machine())).toEqual([]);
    expect(await findDownChannels(db(), new Date(world.clock.machine().getTime() + minutes(1)))).toEqual(['zalo-oa']);
    await sawZalo(world, [2, 'up']);
    expect(await findDownChannels(db(), new Date(world.clock.machine().getTime() + minutes(60)))).toEqual([]);
  });

  it('is not waited for when only a person can put it right', async () => {
    const world = await createWorld(db());
    const see = (state: 'up' | 'down', lasting?: 'account') =>
      writeChannelStates(db(), [{ channel: 'zalo-oa', state, ...(lasting && { lasting }) }], world.clock.machine());
    await see('down', 'account');
    expect(await findDownChannels(db(), world.clock.machine())).toEqual(['zalo-oa']);
    await see('up');
    expect(await findDownChannels(db(), world.clock.machine())).toEqual([]);
  });

  it('hands on what waits there, each step recorded, and nothing is sent twice when it works again', async () => {
    const world = await createWorld(db());
    await headOnBoth(world);
    await world.issue();
    expect(await tasksOf(world)).toEqual([{ channel: 'zalo-oa', state: 'queued', reason: null }]);
    await sawZalo(world, [-11, 'down'], [0, 'down']);
    expect(await world.transact(reroute)).toBe(1);
    expect(await tasksOf(world)).toEqual([
      { channel: 'zalo-oa', state: 'withdrawn', reason: 'the channel is down' },
      { channel: 'telegram', state: 'queued', reason: null },
    ]);
    await sawZalo(world, [1, 'up']);
    expect(await world.transact(reroute)).toBe(0);
    expect(await tasksOf(world)).toHaveLength(2);
  });

  it('is not written to when there is another way', async () => {
    const world = await createWorld(db());
    await headOnBoth(world);
    await sawZalo(world, [-11, 'down']);
    await world.issue();
    expect(await tasksOf(world)).toMatchObject([{ channel: 'telegram' }]);
  });

  it('keeps what has no other way, and that stands on the call sheet meanwhile', async () => {
    const world = await createWorld(db());
    await headOnBoth(world);
    await db().update(accounts).set({ state: 'blocked' }).where(eq(accounts.channel, 'telegram'));
    await world.issue();
    const calls = async () => (await makeCallSheet(world.reading(), world.directiveId)).calls;
    expect((await calls()).map((call) => call.unit)).not.toContain('XA-AN-BINH');
    await sawZalo(world, [-11, 'down']);
    expect(await world.transact(reroute)).toBe(0);
    expect(await tasksOf(world)).toMatchObject([{ channel: 'zalo-oa', state: 'queued' }]);
    expect(await calls()).toContainEqual(
      expect.objectContaining({ unit: 'XA-AN-BINH', about: 'tasks', detail: 'the channel is down' }),
    );
  });
});
