import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { readBudgets } from '../../../bot/delivery/budgets.ts';
import { callUponWaiting, releaseHeld } from '../../../bot/delivery/held.ts';
import { settle } from '../../../bot/delivery/settle.ts';
import { findClosures } from '../../../bot/delivery/ways.ts';
import { makeCallSheet } from '../../../bot/facts/call-sheet.ts';
import type { SendOutcome } from '../../../core/channels/channel.ts';
import { accounts, groupMembers, groups, outbox, unitRoles } from '../../../db/schema/tables.ts';
import { claimNext } from '../../harness/claim-next.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { createWorld, type World } from '../../harness/world.ts';

const closed: SendOutcome = { type: 'refused', because: 'window-closed', reason: '-230 no interaction in 7 days' };

/** Puts a head on Zalo, where they wrote last, beside the Telegram on which they registered; returns the person. */
async function addZalo(world: World, wroteAt: Date): Promise<number> {
  const [role] = await world.db.select().from(unitRoles).where(eq(unitRoles.role, 'head'));
  const personId = role?.personId ?? 0;
  await world.db.insert(accounts).values({
    channel: 'zalo-oa',
    address: 'zalo-lan',
    name: 'Lan',
    personId,
    lastSeenAt: wroteAt,
    lastWordAt: wroteAt,
  });
  return personId;
}

/** The office's group on the Official Account, of which that head is a member. */
async function bindGroup(world: World): Promise<void> {
  const issuer = await world.db.query.units.findFirst({ where: (u, { eq: is }) => is(u.code, 'UBND-HUYEN') });
  const [group] = await world.db
    .insert(groups)
    .values({ channel: 'zalo-oa', address: 'nhom-1', title: 'Nhóm', issuerId: issuer?.id ?? 0 })
    .returning();
  await world.db.insert(groupMembers).values({ groupId: group?.id ?? 0, address: 'zalo-lan', state: 'member' });
}

const justNow = (world: World): Date => new Date(world.clock.machine().getTime() + 1000);

/** The next request to the Official Account ends thus; it is for tasks. */
async function endNext(world: World, outcome: SendOutcome): Promise<void> {
  const row = await claimNext(world.db, 'zalo-oa', { machineMs: world.clock.machine().getTime() });
  expect(row).toMatchObject({ address: 'zalo-lan', kind: 'tasks' });
  if (row) await settle(world.transact, row, outcome);
}

const rowsOf = async (world: World) =>
  (await world.db.select().from(outbox).orderBy(outbox.id))
    .filter((row) => row.kind === 'tasks' || row.kind === 'group')
    .map(({ channel, address, state, kind }) => ({ channel, address, state, kind }));

describeOnDatabase('a message that a channel refused', (db) => {
  it('goes on to the next channel of the person, and calls upon nobody whom that serves', async () => {
    const world = await createWorld(db());
    await world.register('XA-AN-BINH');
    await addZalo(world, justNow(world));
    await bindGroup(world);
    await world.issue();
    await endNext(world, closed);
    expect(await rowsOf(world)).toEqual([
      { channel: 'zalo-oa', address: 'zalo-lan', state: 'refused', kind: 'tasks' },
      { channel: 'telegram', address: expect.any(String), state: 'queued', kind: 'tasks' },
    ]);
    expect(await world.transact(callUponWaiting)).toBe(0);
  });

  it.each<[string, SendOutcome]>([
    ['sends nothing for the week that passed', closed],
    ['has nothing left to pay with', { type: 'refused', because: 'quota', reason: '-211' }],
    ['gives this person no more', { type: 'refused', because: 'capped', reason: '-218' }],
    ['rejects the message itself', { type: 'refused', because: 'rejected', reason: '-201' }],
    ['was blocked', { type: 'refused', because: 'blocked', reason: '-244' }],
  ])('goes on where the channel %s', async (_, outcome) => {
    const world = await createWorld(db());
    await world.register('XA-AN-BINH');
    await addZalo(world, justNow(world));
    await world.issue();
    await endNext(world, outcome);
    expect(await rowsOf(world)).toMatchObject([{ state: 'refused' }, { channel: 'telegram', state: 'queued' }]);
  });

  it('teaches what the platform knows of the person and of its allowance', async () => {
    const world = await createWorld(db());
    world.terms.budgets = { 'zalo-oa': 500 };
    await world.register('XA-AN-BINH');
    const personId = await addZalo(world, justNow(world));
    await db().update(accounts).set({ state: 'blocked' }).where(eq(accounts.channel, 'telegram'));
    await world.issue();
    await endNext(world, { type: 'refused', because: 'quota', reason: '-211' });
    expect(await readBudgets(db(), world.terms.budgets, world.clock.machine())).toMatchObject([{ left: 0 }]);
    expect(await findClosures(world.reading(), [personId])).toEqual(new Map());
    await db().update(accounts).set({ lastWordAt: world.clock.machine() }).where(eq(accounts.channel, 'zalo-oa'));
    await world.transact(releaseHeld);
    await endNext(world, closed);
    expect(await findClosures(world.reading(), [personId])).toEqual(new Map([[personId, 'window-closed']]));
  });
});

describeOnDatabase('tasks to which no way is open', (db) => {
  /** A head on the Official Account alone, silent for too long; the office has a group there. */
  async function silentHead(world: World): Promise<void> {
    await world.register('XA-AN-BINH');
    await addZalo(world, new Date(world.clock.machine().getTime() - 8 * 24 * 3_600_000));
    await db().update(accounts).set({ state: 'blocked' }).where(eq(accounts.channel, 'telegram'));
    await bindGroup(world);
  }

  it('have their people called upon in the group, all in one message and once', async () => {
    const world = await createWorld(db());
    await silentHead(world);
    await world.issue();
    const call = () => world.transact(callUponWaiting);
    expect([await call(), await call()]).toEqual([1, 0]);
    expect(await rowsOf(world)).toEqual([{ channel: 'zalo-oa', address: 'nhom-1', state: 'queued', kind: 'group' }]);
    const [said] = await db().select().from(outbox).where(eq(outbox.address, 'nhom-1'));
    expect(said?.text).toMatch(/^\[@zalo-lan\] có văn bản cần nhận .*mở trang Zalo OA/);
  });

  it('wait without a call for who has closed the chat', async () => {
    const world = await createWorld(db());
    await silentHead(world);
    await db().update(accounts).set({ state: 'blocked' });
    await world.issue();
    expect(await world.transact(callUponWaiting)).toBe(0);
  });

  it('go out once when there is something to pay with again', async () => {
    const world = await createWorld(db());
    await world.register('XA-AN-BINH');
    await addZalo(world, new Date(world.clock.machine().getTime() - 3 * 24 * 3_600_000));
    await db().update(accounts).set({ state: 'blocked' }).where(eq(accounts.channel, 'telegram'));
    world.terms.budgets = { 'zalo-oa': 500 };
    await world.issue();
    await endNext(world, { type: 'refused', because: 'quota', reason: '-211' });
    const release = () => world.transact(releaseHeld);
    expect(await release()).toBe(0);
    world.clock.pass(3700);
    expect([await release(), await release()]).toEqual([1, 0]);
    expect(await rowsOf(world)).toMatchObject([{ channel: 'zalo-oa', state: 'queued' }]);
  });

  it('are not tried again where the message was rejected', async () => {
    const world = await createWorld(db());
    await world.register('XA-AN-BINH');
    await addZalo(world, justNow(world));
    await db().update(accounts).set({ state: 'blocked' }).where(eq(accounts.channel, 'telegram'));
    await world.issue();
    await endNext(world, { type: 'refused', because: 'rejected', reason: '-201' });
    expect(await world.transact(releaseHeld)).toBe(0);
  });

  it('come once to who asks for them with the word that opens the chat', async () => {
    const world = await createWorld(db());
    await silentHead(world);
    await world.issue();
    const says = (text: string) =>
      world.receiver.receive({
        channel: 'zalo-oa',
        externalId: text,
        kind: 'text',
        from: { address: 'zalo-lan', name: 'Lan' },
        text,
      });
    await says('Nhiệm vụ');
    const came = await db().select().from(outbox).where(eq(outbox.address, 'zalo-lan'));
    expect(came.map(({ kind, state }) => [kind, state])).toEqual([['tasks', 'queued']]);
  });
});

describeOnDatabase('a message that no channel takes', (db) => {
  it('ends on the call sheet with the reason and the text, and goes out when the person writes again', async () => {
    const world = await createWorld(db());
    await world.register('XA-AN-BINH');
    await addZalo(world, justNow(world));
    await db().update(accounts).set({ state: 'blocked' }).where(eq(accounts.channel, 'telegram'));
    await world.issue();
    await endNext(world, closed);

    const calls = (await makeCallSheet(world.reading(), world.directiveId)).calls;
    const call = calls.find((c) => c.unit === 'XA-AN-BINH');
    expect(call).toMatchObject({ about: 'tasks', reason: 'window-closed', detail: closed.reason });
    expect(call?.text).toMatch(/Quán triệt đến từng cán bộ/);

    await world.receiver.receive({
      channel: 'zalo-oa',
      externalId: 'again',
      kind: 'text',
      from: { address: 'zalo-lan', name: 'Lan' },
      text: '/trogiup',
    });
    expect((await rowsOf(world))[0]).toMatchObject({ channel: 'zalo-oa', address: 'zalo-lan', state: 'queued' });
    expect((await makeCallSheet(world.reading(), world.directiveId)).calls).not.toContainEqual(
      expect.objectContaining({ unit: 'XA-AN-BINH' }),
    );
  });
});
