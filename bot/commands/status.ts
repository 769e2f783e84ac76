import type { ChannelName } from '../../core/channels/address.ts';
import { reachOf, windowsOf } from '../../core/channels/reach.ts';
import { ok } from '../../core/result.ts';
import { toIso } from '../../core/time/calendar.ts';
import { listSetAside } from '../../db/conversation/inbox.ts';
import { findUnreachable } from '../../db/delivery/reachability.ts';
import { countQueues, listUncertain } from '../../db/delivery/uncertain.ts';
import { type Correspondent, listCorrespondents } from '../../db/delivery/ways.ts';
import { listChannelStates } from '../../db/platforms/channel-states.ts';
import { statusPage } from '../../messages/terminal/status.ts';
import { type BudgetState, readBudgets } from '../delivery/budgets.ts';
import { command } from './command.ts';

/** A channel whose service has not been heard of for so long (machine milliseconds) counts as stopped. */
const silentMs = 30_000;

export type StatusDocument = {
  database: 'embedded' | 'postgres';
  now: string;
  channels: {
    name: ChannelName;
    state: 'starting' | 'up' | 'down' | 'stopped';
    detail: string | null;
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
  setAside: { id: number; channel: string; at: string; attempts: number; error: string | null }[];
  unreachable: { unit: string; name: string; reason: string }[];
  /** Until when each person on the Zalo Official Account may be written to, longest silent first. */
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

/** What an operator wants to know: channels, what waits, what is doubtful, what was given up on, who cannot be reached. */
export default command<StatusDocument>({
  async run({ db, clock, config }) {
    const machineNow = clock.machine().getTime();
    const states = await listChannelStates(db);
    const queues = new Map((await countQueues(db)).map((queue) => [queue.channel, queue]));
    const budgets = await readBudgets(db, config.budgets, clock.machine());
    const names = [...new Set([...states.map((s) => s.channel), ...queues.keys()])];
    const channels = names.map((name) => {
      const stored = states.find((s) => s.channel === name);
      const isHeard = stored !== undefined && machineNow - stored.at.getTime() <= silentMs;
      return {
        name,
        state: isHeard ? stored.state : ('stopped' as const),
        detail: stored?.detail ?? null,
        queued: queues.get(name)?.queued ?? 0,
        uncertain: queues.get(name)?.uncertain ?? 0,
        budget: budgetOf(budgets.find((b) => b.channel === name)),
      };
    });
    return ok({
      database: config.database.url ? 'postgres' : 'embedded',
      now: toIso(clock.civil()),
      channels,
      uncertain: (await listUncertain(db)).map(({ attempt, ...row }) => ({ ...row, sends: attempt })),
      setAside: (await listSetAside(db)).map((row) => ({ ...row, at: toIso(row.at) })),
      unreachable: (await findUnreachable(db)).map(({ unit, reason }) => ({
        unit: unit.code,
        name: unit.name,
        reason,
      })),
      windows: (await listCorrespondents(db, 'zalo-oa')).map((one) =>
        windowOf(one, clock.machine(), config.freeReplies),
      ),
    });
  },
  print: statusPage,
});

const budgetOf = (budget: BudgetState | undefined): StatusDocument['channels'][number]['budget'] =>
  budget ? { used: budget.used, of: budget.of, left: budget.left } : null;

function windowOf(person: Correspondent, now: Date, freeReplies: number): ContactWindow {
  const { channel, name, units, lastWord } = person;
  const { isOpen, free } = reachOf(person, now, freeReplies);
  const { freeUntil, openUntil } = windowsOf(lastWord);
  return {
    channel,
    name,
    units: [...new Set(units)],
    state: person.state === 'blocked' || !isOpen ? 'closed' : free > 0 ? 'free' : 'paid',
    lastWord: toIso(lastWord),
    freeUntil: toIso(freeUntil),
    openUntil: toIso(openUntil),
    freeLeft: Number.isFinite(free) ? free : null,
  };
}
