import { expect, test } from 'vitest';
import { readStatus } from '../../bot/facts/status.ts';
import type { InboundEvent } from '../../core/channels/channel.ts';
import type { World } from '../harness/world.ts';
import { describeTranscripts } from '../harness/world.ts';

const noRights = {
  type: 'refused',
  because: 'muted',
  reason: 'Bad Request: not enough rights to send text messages to the chat',
} as const;

let told = 0;

/** The platform tells what became of the bot in a group. */
async function happens(world: World, event: InboundEvent): Promise<void> {
  told += 1;
  await world.receiver.receive({ channel: 'telegram', externalId: `membership-${told}`, ...event });
  await world.settle();
}

async function bound(world: World) {
  const hoa = await world.registerStaff();
  const group = world.group('Giao ban');
  await hoa.writesIn(group, `/start ${await world.invite('group')}`);
  await world.issue();
  hoa.looksAway();
  const place = { title: group.title, address: group.address };
  return { hoa, group, place, by: { address: hoa.address, name: hoa.name } };
}

const groupsIn = async (world: World) =>
  (
    await readStatus(
      { db: world.db, now: world.clock.civil(), machineNow: world.clock.machine() },
      { budgets: {}, freeReplies: 8 },
    )
  ).groups;

describeTranscripts('the door of a group', (open) => {
  test('opens again when the bot is taken in again, and staff hear of both', async () => {
    const world = await open();
    const { hoa, group, place, by } = await bound(world);
    await happens(world, { kind: 'group-left', group: place });
    hoa.sees(/đã ra khỏi nhóm "Giao ban"/);
    expect(await groupsIn(world)).toEqual([
      { channel: 'telegram', title: 'Giao ban', issuer: 'UBND-HUYEN', state: 'left' },
    ]);
    hoa.looksAway();
    await happens(world, { kind: 'group-joined', group: place, by });
    hoa.sees(/nhóm "Giao ban" đã nhận thông báo trở lại/);
    await world.at('2021-09-08T08:00');
    expect(group.reads()).toHaveLength(2);
  });

  test('without a binding makes one sentence to staff, whoever opened it and however often', async () => {
    const world = await open();
    const hoa = await world.registerStaff();
    const stranger = { address: '77', name: 'Người lạ' };
    hoa.looksAway();
    for (const address of ['-1', '-1', '-2', '-3'])
      await happens(world, { kind: 'group-joined', group: { address, title: `Tổ ${address}` }, by: stranger });
    expect(hoa.reads()).toHaveLength(1);
    hoa.sees(/"Tổ -1"/, /\/nhom/);
    hoa.looksAway();
    const by = { address: hoa.address, name: hoa.name };
    await happens(world, { kind: 'group-joined', group: { address: '-4', title: 'Tổ 4' }, by });
    hoa.sees(/"Tổ 4"/);
  });

  test('where nobody may write is marked, told to staff once, and marked open by what arrives', async () => {
    const world = await open();
    const { hoa, group } = await bound(world);
    world.channel.fault(group.address, noRights, noRights);
    await hoa.writesIn(group, '/summary');
    hoa.sees(/không được phép viết trong nhóm "Giao ban"/);
    await hoa.writesIn(group, '/summary');
    hoa.seesNothing();
    expect(await groupsIn(world)).toMatchObject([{ state: 'muted' }]);
    await world.at('2021-09-08T08:00');
    expect(group.reads()).toHaveLength(1);
    await hoa.writesIn(group, '/summary');
    expect(group.reads()).toHaveLength(2);
    expect(await groupsIn(world)).toMatchObject([{ state: 'active' }]);
  });

  test('that the platform says is shut for writing is told with what to do', async () => {
    const world = await open();
    const { hoa, place } = await bound(world);
    await happens(world, { kind: 'group-muted', group: place });
    await happens(world, { kind: 'group-muted', group: place });
    expect(hoa.reads()).toHaveLength(1);
    hoa.sees(/quản trị viên nhóm/);
  });

  test('keeps its binding when the group moves to where something was bound already', async () => {
    const world = await open();
    const { hoa, place } = await bound(world);
    const upgraded = world.group('Giao ban mới');
    await hoa.writesIn(upgraded, `/start ${await world.invite('group')}`);
    await happens(world, { kind: 'group-moved', group: place, to: upgraded.address });
    await world.at('2021-09-08T08:00');
    expect(upgraded.reads()).toHaveLength(2);
    expect(world.errors).toEqual([]);
  });
});
