/** What it takes to say something: the channels' limits and budgets, the clock they count by, and links for the rest. */

import { monthStart } from '../core/calendar.ts';
import type { ChannelName, Limits } from '../core/channel.ts';
import { channelLimits } from '../core/channel-limits.ts';
import type { LinkTarget } from '../core/link.ts';
import type { Db } from '../db/database.ts';
import { countCosts } from '../db/usage.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { createLinkMaker } from './file-opener.ts';

export type LimitsOf = Record<ChannelName, Limits>;

/** Messages a month that cost; a channel that is not here has no budget. */
export type Budgets = Partial<Record<ChannelName, number>>;

export type Voice = {
  limits: LimitsOf;
  budgets: Budgets;
  machineNow: () => Date;
  linkTo: (target: LinkTarget) => string;
};

/** The voice of this configuration; `limits` only where a rehearsal pretends to others. */
export function createVoice(
  config: Pick<Config, 'publicUrl' | 'budgets'>,
  key: Buffer,
  clock: Clock,
  limits: LimitsOf = channelLimits,
): Voice {
  return {
    limits,
    budgets: config.budgets,
    machineNow: clock.machine,
    linkTo: createLinkMaker(key, config.publicUrl, clock),
  };
}

export type BudgetState = { channel: ChannelName; used: number; of: number };

/** How the budgets stand this month; the month is the one of Vietnam's calendar. */
export async function readBudgets(
  db: Db,
  { budgets, machineNow }: Pick<Voice, 'budgets' | 'machineNow'>,
): Promise<BudgetState[]> {
  const limited = Object.entries(budgets) as [ChannelName, number][];
  if (limited.length === 0) return [];
  const used = await countCosts(db, monthStart(machineNow()));
  return limited.map(([channel, of]) => ({ channel, used: used.get(channel) ?? 0, of }));
}
