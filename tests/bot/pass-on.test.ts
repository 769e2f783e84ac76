import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { makeCallSheet } from '../../bot/call-sheet.ts';
import { settle } from '../../bot/settle.ts';
import type { SendOutcome } from '../../core/channel.ts';
import { claimNext } from '../../db/outbox.ts';
import { accounts, groupMembers, groups, outbox, unitRoles } from '../../db/schema.ts';
import { describeDatabases } from '../database.ts';
import { createWorld, type World } from '../world.ts';

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
async function bindGroup(world: World, issuerId: number): Promise<void> {
  const [group] = await world.db
    .insert(groups)
    .values({ channel: 'zalo-oa', address: 'nhom-1', title: 'Nhóm', issuerId })
    .returning();
  await world.db.insert(groupMembers).values({ groupId: group?.id ?? 0, address: 'zalo-lan', state: 'member' });
}

const rowsOf = async (world: World) =>
  (await world.db.select().from(outbox).orderBy(outbox.id))
    .filter((row) => row.kind === 'tasks' || row.kind === 'group')
    .map(({ channel, address, state, kind }) => ({ channel, address, state, kind }));

describeDatabases('a message that a channel refused', (db) => {
  it('goes on to the next channel of the person, who is also called upon in the group', async () => {
    const world = await createWorld(db());
    await world.register('XA-AN-BINH');
    await addZalo(world, new Date(world.clock.machine().getTime() + 1000));
    const [issuer] = await world.db.select().from(unitRoles);
    expect(issuer).toBeDefined();
    const issuerId =
      (await world.db.query.units.findFirst({ where: (u, { eq: is }) => is(u.code, 'UBND-HUYEN') }))?.id ?? 0;
    await bindGroup(world, issuerId);
    await world.issue();

    const row = await claimNext(db(), 'zalo-oa', world.clock.machine().getTime(), []);
    expect(row).toMatchObject({ address: 'zalo-lan', kind: 'tasks' });
    if (row) await settle(world, row, closed, world.clock.civil());

    const rows = await rowsOf(world);
    expect(rows[0]).toMatchObject({ channel: 'zalo-oa', state: 'refused' });
    expect(rows[1]).toMatchObject({ channel: 'telegram', kind: 'tasks' });
    expect(rows[2]).toMatchObject({ channel: 'zalo-oa', address: 'nhom-1', kind: 'group' });
  });

  it('is not tried where it would be refused, and its reader is called upon in the group all the same', async () => {
    const world = await createWorld(db());
    await world.register('XA-AN-BINH');
    await addZalo(world, new Date(world.clock.machine().getTime() - 8 * 24 * 3_600_000));
    const issuer = await db().query.units.findFirst({ where: (u, { eq: is }) => is(u.code, 'UBND-HUYEN') });
    await bindGroup(world, issuer?.id ?? 0);
    await world.issue();
    expect(await rowsOf(world)).toEqual([
      { channel: 'telegram', address: expect.any(String), state: 'sent', kind: 'tasks' },
      { channel: 'zalo-oa', address: 'nhom-1', state: 'queued', kind: 'group' },
    ]);
  });

  it('ends on the call sheet with the reason and the text, and goes out when the person writes again', async () => {
    const world = await createWorld(db());
    await world.register('XA-AN-BINH');
    await addZalo(world, new Date(world.clock.machine().getTime() + 1000));
    await db().update(accounts).set({ state: 'blocked' }).where(eq(accounts.channel, 'telegram'));
    await world.issue();
    const row = await claimNext(db(), 'zalo-oa', world.clock.machine().getTime(), []);
    if (row) await settle(world, row, closed, world.clock.civil());

    const calls = await makeCallSheet(db(), world.directiveId, world.voice, world.clock.civil());
    const call = calls.find((c) => c.unit === 'XA-AN-BINH');
    expect(call).toMatchObject({ about: 'tasks', reason: 'not-delivered', detail: closed.reason });
    expect(call?.text).toMatch(/Quán triệt đến từng cán bộ/);

    await world.receiver.receive({
      channel: 'zalo-oa',
      externalId: 'again',
      kind: 'text',
      from: { address: 'zalo-lan', name: 'Lan' },
      text: '/trogiup',
    });
    expect((await rowsOf(world))[0]).toMatchObject({ channel: 'zalo-oa', address: 'zalo-lan', state: 'queued' });
    expect(await makeCallSheet(db(), world.directiveId, world.voice, world.clock.civil())).not.toContainEqual(
      expect.objectContaining({ unit: 'XA-AN-BINH' }),
    );
  });
});
