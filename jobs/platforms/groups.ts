/** Makes the groups that staff asked for, and keeps those of a platform that tells who is in them. */
import type { Transact } from '../../bot/delivery/work.ts';
import type { Channel } from '../../core/channels/channel.ts';
import type { GroupHost } from '../../core/channels/group-host.ts';
import { openSince } from '../../core/channels/reach.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import type { Message } from '../../core/delivery/message.ts';
import type { Db } from '../../db/database.ts';
import { findWaysTo } from '../../db/delivery/ways.ts';
import {
  findUninvited,
  listTendedGroups,
  recordInvited,
  type TendedGroup,
  writeMembers,
} from '../../db/roster/group-members.ts';
import {
  askGroupAgain,
  beginGroup,
  failGroup,
  findGroupOrders,
  finishGroup,
  type GroupOrder,
} from '../../db/roster/group-orders.ts';
import { countUnitsBelow } from '../../db/roster/units.ts';
import { groupFailed, groupMade } from '../../messages/chat/groups.ts';

export type GroupDeps = { db: Db; transact: Transact; machineNow: () => Date; channels: readonly Channel[] };

/** One run; returns how many groups were made. */
export type GroupKeeper = (deps: GroupDeps) => Promise<number>;

/** How often the members of a group are read, in machine milliseconds. */
const readEveryMs = 10 * 60_000;
/** So many people are invited at once; a refusal refuses all of them. */
const mostInvited = 20;
/** For staff, the leader, delegates and the account itself, beside one head of each unit. */
const seatsBeside = 10;

/** A keeper that remembers when it read which group's members. */
export function createGroupKeeper(): GroupKeeper {
  const readAt = new Map<number, number>();
  return async (deps) => {
    let made = 0;
    for (const channel of deps.channels) {
      const { groups: host, name } = channel;
      if (!host || channel.state().state !== 'up') continue;
      for (const order of await findGroupOrders(deps.db, name)) if (await carryOut(order, host, deps)) made += 1;
      for (const group of await listTendedGroups(deps.db, name)) {
        const now = deps.machineNow().getTime();
        if (now - (readAt.get(group.id) ?? 0) >= readEveryMs && (await readMembers(group, host, deps)))
          readAt.set(group.id, now);
        if (group.isOurs && readAt.has(group.id)) await inviteMissing(group, channel, host, deps);
      }
    }
    return made;
  };
}

/** One step of an order; true when its group is there. What remains in doubt is looked at again in the next run. */
async function carryOut(order: GroupOrder, host: GroupHost, deps: GroupDeps): Promise<boolean> {
  const { db } = deps;
  const listed = await host.listAssets();
  if (!listed.ok) return false;
  if (order.state === 'making') {
    const used = listed.value.find(({ id }) => id === order.asset)?.usedFor;
    if (used) return finish(order, used, null, deps);
    await askGroupAgain(db, order.id);
  }
  const seats = (await countUnitsBelow(db, order.issuerId)) + seatsBeside;
  const free = listed.value.filter(({ usedFor }) => usedFor === null);
  const asset = free.find(({ capacity }) => capacity >= seats) ?? free.at(-1);
  if (!asset) return giveUp(order, { because: 'no-asset' }, deps);
  const asker = (await findWaysTo(db, [order.askedBy])).find(
    (way) => way.channel === order.channel && way.state === 'active',
  );
  if (!asker) return giveUp(order, { because: 'no-account' }, deps);
  await beginGroup(db, order.id, asset.id);
  const made = await host.make({ title: order.title, asset: asset.id, members: [asker.address] });
  if (made.ok) return finish(order, made.value.address, made.value.link, deps);
  if (made.error.type === 'refused') return giveUp(order, { because: 'refused', reason: made.error.reason }, deps);
  if (made.error.type === 'unreached') await askGroupAgain(db, order.id);
  return false;
}

const tell = ({ id, askedBy }: GroupOrder, how: string, text: string): Message => ({
  meaning: `group-order-${id}:${how}`,
  recipient: { type: 'person', id: askedBy },
  kind: 'receipt',
  body: bodyOf({ text }),
});

async function finish(order: GroupOrder, address: string, link: string | null, deps: GroupDeps): Promise<true> {
  await deps.transact(async ({ tx, say }) => {
    await finishGroup(tx, order, address);
    await say([tell(order, 'made', groupMade(order.title, link))]);
  });
  return true;
}

async function giveUp(
  order: GroupOrder,
  why: Parameters<typeof groupFailed>[0],
  { transact }: GroupDeps,
): Promise<false> {
  await transact(async ({ tx, say }) => {
    await failGroup(tx, order.id, 'reason' in why ? why.reason : why.because);
    await say([tell(order, 'failed', groupFailed(why))]);
  });
  return false;
}

async function readMembers(group: TendedGroup, host: GroupHost, { db }: GroupDeps): Promise<boolean> {
  const members = await host.listMembers(group.address);
  if (!members.ok) return false;
  await db.transaction((tx) => writeMembers(tx, group.id, members.value));
  return true;
}

/** Invites who has registered since. Inviting somebody twice does no harm, so it is noted afterwards. */
async function inviteMissing(group: TendedGroup, { name }: Channel, host: GroupHost, deps: GroupDeps): Promise<void> {
  const { db, machineNow } = deps;
  const missing = await findUninvited(db, group, name, openSince(name, machineNow()) ?? new Date(0));
  const batch = missing.slice(0, mostInvited);
  if (batch.length === 0) return;
  const invited = await host.invite(group.address, batch);
  if (invited.ok || invited.error.type === 'unclear') return recordInvited(db, group.id, batch, 'invited');
  for (const address of invited.error.type === 'refused' ? batch : []) {
    const alone = await host.invite(group.address, [address]);
    if (alone.ok || alone.error.type !== 'unreached')
      await recordInvited(db, group.id, [address], alone.ok || alone.error.type === 'unclear' ? 'invited' : 'refused');
  }
}
