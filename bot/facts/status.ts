/** How the service stands, for its operator. */
import type { ChannelName } from '../../core/channels/address.ts';
import { reachOf, windowsOf } from '../../core/channels/reach.ts';
import { channelsWhere } from '../../core/channels/terms.ts';
import { toIso } from '../../core/time/calendar.ts';
import { listSetAside } from '../../db/conversation/inbox.ts';
import type { Db } from '../../db/database.ts';
import { countGivenUp } from '../../db/delivery/given-up.ts';
import { findUnreachable } from '../../db/delivery/reachability.ts';
import { countQueues, listUncertain } from '../../db/delivery/uncertain.ts';
import { type Correspondent, listCorrespondents } from '../../db/delivery/ways.ts';
import { listChannelStates } from '../../db/platforms/channel-states.ts';
import { listPendingClaims } from '../../db/roster/claims.ts';
import { type BoundGroup, listGroups } from '../../db/roster/groups.ts';
import { readHold } from '../../db/time/epochs.ts';
import { type BudgetState, type DeliveryTerms, readBudgets } from '../delivery/budgets.ts';

/** A channel whose service has not been heard of for so long (machine milliseconds) counts as stopped. */
const silentMs = 30_000;
const windowed = channelsWhere(({ openDays }) => openDays !== null);

export type StatusDocument = {
  database: 'embedded' | 'postgres';
  now: string;
  channels: {
    name: ChannelName;
    state: 'starting' | 'up' | 'down' | 'stopped';
    detail: string | null;
    /** Since when it has been down without a break, machine time; null where it is not. */
    downSince: string | null;
    queued: number;
    uncertain: number;
    /** Messages that cost, this month; `left` also heeds what the platform says. Null where there is no budget. */
    budget: { used: number; of: number; left: number } | null;
  }[];
  uncertain: {
    id: number;
    channel: ChannelName;
    kind: string;
    meaning: string;
    sends: number;
    reason: string | null;
  }[];
  /** What was given up although it may not have arrived, by directive (null: about none) and kind. */
  givenUp: { directive: number | null; kind: string; requests: number; people: number }[];
  setAside: { id: number; channel: string; at: string; attempts: number; error: string | null }[];
  unreachable: { unit: string; name: string; reason: string }[];
  /** Who typed a number of the roster and waits for staff; `reminded`: staff were asked twice. */
  claims: { id: number; unit: string; unitName: string; name: string; since: string; reminded: boolean }[];
  /** The groups that were bound to an office, and whether the bot may write there. */
  groups: BoundGroup[];
  /** Since a restore: nothing of what waited then goes out, and no slot runs. Null where nothing is held. */
  held: { restoredAt: string; keptUntil: string | null; requests: number } | null;
  /** Until when each person may be written to, longest silent first; only of channels where that ends. */
  windows: ContactWindow[];
};

/** `free`: the next message costs nothing; `paid`: it comes out of the month's allowance; `closed`: it would be refused. */
type ContactWindow = {
  channel: ChannelName;
  name: string;
  units: string[];
  state: 'free' | 'paid' | 'closed';
  lastWord: string;
  freeUntil: string;
  openUntil: string;
  /** Messages left that cost nothing; null for no limit. */
  freeLeft: number | null;
};

/** Channels, what waits, what is doubtful, what was given up on, who cannot be reached; but for what only settings know. */
export async function readStatus(
  { db, now, machineNow }: { db: Db; now: Date; machineNow: Date },
  { budgets, freeReplies }: Pick<DeliveryTerms, 'budgets' | 'freeReplies'>,
): Promise<Omit<StatusDocument, 'database'>> {
  const states = await listChannelStates(db);
  const queues = new Map((await countQueues(db)).map((queue) => [queue.channel, queue]));
  const budgetStates = await readBudgets(db, budgets, machineNow);
  const names = [...new Set([...states.map((s) => s.channel), ...queues.keys()])];
  const channels = names.map((name) => {
    const stored = states.find((s) => s.channel === name);
    const isHeard = stored !== undefined && machineNow.getTime() - stored.at.getTime() <= silentMs;
    return {
      name,
      state: isHeard ? stored.state : ('stopped' as const),
      detail: stored?.detail ?? null,
      downSince: stored?.downSince ? toIso(stored.downSince) : null,
      queued: queues.get(name)?.queued ?? 0,
      uncertain: queues.get(name)?.uncertain ?? 0,
      budget: budgetOf(budgetStates.find((b) => b.channel === name)),
    };
  });
  const hold = await readHold(db);
  const unreachable = await findUnreachable(db);
  return {
    now: toIso(now),
    channels,
    uncertain: (await listUncertain(db)).map(({ attempt, ...row }) => ({ ...row, sends: attempt })),
    givenUp: await countGivenUp(db),
    setAside: (await listSetAside(db)).map((row) => ({ ...row, at: toIso(row.at) })),
    unreachable: unreachable.map(({ unit, reason }) => ({ unit: unit.code, name: unit.name, reason })),
    claims: (await listPendingClaims(db)).map(({ id, unit, name, askedAt, remindedAt }) => ({
      id,
      unit: unit.code,
      unitName: unit.name,
      name,
      since: toIso(askedAt),
      reminded: remindedAt !== null,
    })),
    groups: await listGroups(db),
    held: hold
      ? {
          restoredAt: toIso(hold.restoredAt),
          keptUntil: hold.keptUntil && toIso(hold.keptUntil),
          requests: hold.requests,
        }
      : null,
    windows: (await Promise.all(windowed.map((channel) => listCorrespondents(db, channel))))
      .flat()
      .flatMap((one) => windowOf(one, machineNow, freeReplies) ?? []),
  };
}

const budgetOf = (budget: BudgetState | undefined): StatusDocument['channels'][number]['budget'] =>
  budget ? { used: budget.used, of: budget.of, left: budget.left } : null;

function windowOf(person: Correspondent, now: Date, freeReplies: number): ContactWindow | undefined {
  const { channel, name, units, lastWord } = person;
  const { isOpen, free } = reachOf(person, now, freeReplies);
  const windows = windowsOf(channel, lastWord);
  if (!windows) return undefined;
  return {
    channel,
    name,
    units: [...new Set(units)],
    state: person.state === 'blocked' || !isOpen ? 'closed' : free > 0 ? 'free' : 'paid',
    lastWord: toIso(lastWord),
    freeUntil: toIso(windows.freeUntil),
    openUntil: toIso(windows.openUntil),
    freeLeft: Number.isFinite(free) ? free : null,
  };
}
