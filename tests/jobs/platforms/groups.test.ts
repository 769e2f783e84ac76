import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Channel } from '../../../core/channels/channel.ts';
import type { GroupHost, HostFailure } from '../../../core/channels/group-host.ts';
import { fail, ok } from '../../../core/result.ts';
import { writeChannelStates } from '../../../db/platforms/channel-states.ts';
import { accounts, groupMembers, groupOrders, groups } from '../../../db/schema/tables.ts';
import { createGroupKeeper } from '../../../jobs/platforms/groups.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import type { Person } from '../../harness/world/person.ts';
import { createWorld, type World } from '../../harness/world.ts';

/** A platform that makes groups; what it is told to lose is done but never answered. */
function createHost() {
  const host = {
    assets: [{ id: 'goi-50', capacity: 50, usedFor: null as string | null }],
    members: new Map<string, Set<string>>(),
    uninvitable: new Set<string>(),
    next: undefined as HostFailure | undefined,
    made: 0,
  };
  const groups: GroupHost = {
    listAssets: async () => ok(host.assets.map((asset) => ({ ...asset }))),
    make: async ({ asset: id, members }) => {
      const failure = host.next;
      host.next = undefined;
      if (failure && failure.type !== 'unclear') return fail(failure);
      const asset = host.assets.find((one) => one.id === id && one.usedFor === null);
      if (!asset) return fail({ type: 'refused', reason: '-238 used' });
      host.made += 1;
      asset.usedFor = `gmf-${host.made}`;
      host.members.set(asset.usedFor, new Set(members));
      return failure ? fail(failure) : ok({ address: asset.usedFor, link: 'https://zalo.me/g/x' });
    },
    invite: async (group, people) => {
      if (people.some((one) => host.uninvitable.has(one))) return fail({ type: 'refused', reason: '-232' });
      for (const one of people) host.members.get(group)?.add(one);
      return ok(undefined);
    },
    listMembers: async (group) => ok([...(host.members.get(group) ?? [])]),
  };
  return { ...host, host, groups };
}

/** Everybody is on the Official Account; staff have written `/nhom` and chosen to have a group made. */
async function ordered(world: World) {
  const { host, groups } = createHost();
  const zalo: Channel = { ...world.channel, name: 'zalo-oa', groups };
  const keep = createGroupKeeper();
  const run = () => keep({ db: world.db, transact: world.transact, machineNow: world.clock.machine, channels: [zalo] });
  const hoa = await world.registerStaff();
  const lan = await world.register('XA-AN-BINH', 'Lan');
  await writeChannelStates(world.db, [{ channel: 'zalo-oa', state: 'up' }], world.clock.machine());
  await hoa.says('/nhom');
  hoa.sees(/UBND huyện Sông Mây chưa có nhóm nào/, /\/start \S{26}/);
  await hoa.taps(hoa.choices().find((label) => label.startsWith('Tạo nhóm Zalo OA')) ?? '');
  hoa.sees(/Hệ thống đang tạo nhóm "Chỉ đạo – UBND huyện Sông Mây"/);
  await toZalo(world, hoa, lan);
  return { host, run, hoa, lan };
}

const toZalo = async (world: World, ...people: Person[]): Promise<void> => {
  for (const { address } of people)
    await world.db
      .update(accounts)
      .set({ channel: 'zalo-oa', lastWordAt: world.clock.machine() })
      .where(eq(accounts.address, address));
};

const orderOf = async (world: World) => (await world.db.select().from(groupOrders)).at(-1);

describeOnDatabase('a group that staff asked for', (db) => {
  test('is made once, bound to the office, and its people are invited as they register', async () => {
    const world = await createWorld(db());
    const { host, run, hoa, lan } = await ordered(world);
    expect(await run()).toBe(1);
    expect(await run()).toBe(0);
    expect(host.made).toBe(1);
    expect(await db().select().from(groups)).toMatchObject([{ channel: 'zalo-oa', address: 'gmf-1', state: 'active' }]);
    expect(host.members.get('gmf-1')).toEqual(new Set([hoa.address, lan.address]));

    const nam = await world.register('XA-BINH-MINH', 'Nam');
    const school = await world.register('TH-AN-BINH');
    await toZalo(world, nam, school);
    await run();
    expect(host.members.get('gmf-1')).toEqual(new Set([hoa.address, lan.address, nam.address]));
  });

  test('is told to who asked, with its link', async () => {
    const world = await createWorld(db());
    const { run, hoa } = await ordered(world);
    await run();
    const told = await db().query.outbox.findFirst({
      where: (row, { and, eq: is, like }) => and(is(row.address, hoa.address), like(row.text, 'Đã tạo nhóm%')),
    });
    expect(told?.text).toMatch(/Đã tạo nhóm "Chỉ đạo – UBND huyện Sông Mây"[\s\S]*https:\/\/zalo\.me\/g\/x/);
  });

  test('that was made though nobody heard of it is found by its asset, and not made again', async () => {
    const world = await createWorld(db());
    const { host, run } = await ordered(world);
    host.next = { type: 'unclear', reason: 'timeout' };
    expect(await run()).toBe(0);
    expect(await orderOf(world)).toMatchObject({ state: 'making', asset: 'goi-50' });
    expect(await run()).toBe(1);
    expect([host.made, await orderOf(world)]).toMatchObject([1, { state: 'made' }]);
  });

  test('is asked for again where the platform surely made nothing', async () => {
    const world = await createWorld(db());
    const { host, run } = await ordered(world);
    host.next = { type: 'unreached', reason: 'ECONNREFUSED' };
    expect(await run()).toBe(0);
    expect(await orderOf(world)).toMatchObject({ state: 'asked' });
    expect(await run()).toBe(1);
  });

  test.each([
    [
      'refused',
      (host: ReturnType<typeof createHost>['host']) => (host.next = { type: 'refused', reason: '-201 admin' }),
      /Zalo từ chối \(-201 admin\)/,
    ],
    ['without an asset', (host: ReturnType<typeof createHost>['host']) => host.assets.splice(0), /không còn gói nhóm/],
  ])('%s is given up with what to do, and can be asked for anew', async (_, arrange, sentence) => {
    const world = await createWorld(db());
    const { host, run, hoa } = await ordered(world);
    arrange(host);
    expect(await run()).toBe(0);
    expect(await orderOf(world)).toMatchObject({ state: 'failed' });
    const told = await db().query.outbox.findFirst({
      where: (row, { and, eq: is, like }) => and(is(row.address, hoa.address), like(row.text, 'Chưa tạo được nhóm%')),
    });
    expect(told?.text).toMatch(sentence);
  });

  test('goes without those who cannot be invited, and asks nobody twice', async () => {
    const world = await createWorld(db());
    const { host, run, hoa, lan } = await ordered(world);
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    await toZalo(world, nam);
    host.uninvitable.add(lan.address);
    await run();
    expect(host.members.get('gmf-1')).toEqual(new Set([hoa.address, nam.address]));
    const states = await db().select().from(groupMembers).orderBy(groupMembers.address);
    expect(states.map(({ address, state }) => [address, state])).toContainEqual([lan.address, 'refused']);
    host.members.get('gmf-1')?.delete(nam.address);
    world.clock.pass(700);
    await run();
    expect(host.members.get('gmf-1')).toEqual(new Set([hoa.address]));
  });
});
