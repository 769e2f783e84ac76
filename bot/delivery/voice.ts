/** What it takes to say something: the channels' limits and budgets, the clock they count by, and links for the rest. */

import type { ChannelName } from '../../core/channels/address.ts';
import type { Limits } from '../../core/channels/channel.ts';
import { channelLimits } from '../../core/channels/terms.ts';
import { type LinkTarget, opensElsewhere } from '../../core/delivery/link.ts';
import { monthStart } from '../../core/time/calendar.ts';
import type { Db } from '../../db/database.ts';
import { countCosts } from '../../db/delivery/usage.ts';
import { listAllowances } from '../../db/platforms/allowances.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { codeFor } from '../links/codes.ts';
import { createLinkMaker } from '../links/open.ts';

export type LimitsOf = Record<ChannelName, Limits>;

/** Messages a month that cost; a channel that is not here has no budget. */
export type Budgets = Partial<Record<ChannelName, number>>;

export type Voice = {
  limits: LimitsOf;
  budgets: Budgets;
  /** How many messages within 48 hours of a person's last word the Zalo Official Account gives free. */
  freeReplies: number;
  machineNow: () => Date;
  linkTo: (target: LinkTarget) => string;
  /** The code of an invite that is always the same for one subject, and the page that it opens. */
  linkFor: (subject: string) => { code: string; link: string };
};

/** The voice of this configuration; `limits` only where a rehearsal pretends to others. */
export function createVoice(
  config: Pick<Config, 'publicUrl' | 'budgets' | 'freeReplies'>,
  key: Buffer,
  clock: Clock,
  limits: LimitsOf = channelLimits,
): Voice {
  return {
    limits,
    budgets: config.budgets,
    freeReplies: config.freeReplies,
    machineNow: clock.machine,
    linkTo: createLinkMaker(key, config.publicUrl, clock),
    linkFor: (subject) => {
      const code = codeFor(key, subject);
      return { code, link: `${config.publicUrl}/c/${code}` };
    },
  };
}

/** A link to show on a channel; undefined where it would open for nobody who reads it there. */
export function linkOn(
  channel: ChannelName,
  { linkTo }: Pick<Voice, 'linkTo'>,
  target: LinkTarget,
): string | undefined {
  return shownOn(channel, linkTo(target));
}

/** An address where whoever reads it on a channel can open it; else undefined. */
export const shownOn = (channel: ChannelName, link: string): string | undefined =>
  channel === 'web' || opensElsewhere(link) ? link : undefined;

/** `left` is the smaller of what our own count leaves and what the platform said last, less what went out since. */
export type BudgetState = { channel: ChannelName; used: number; of: number; left: number };

/** What a platform said of its allowance counts for so long: it may be bought or end otherwise meanwhile. */
const allowanceLifeMs = 3_600_000;

/** How the budgets stand this month; the month is the one of Vietnam's calendar. */
export async function readBudgets(
  db: Db,
  { budgets, machineNow }: Pick<Voice, 'budgets' | 'machineNow'>,
): Promise<BudgetState[]> {
  const limited = Object.entries(budgets) as [ChannelName, number][];
  if (limited.length === 0) return [];
  const since = monthStart(machineNow());
  const used = await countCosts(db, since);
  const heard = new Date(Math.max(since.getTime(), machineNow().getTime() - allowanceLifeMs));
  const told = new Map((await listAllowances(db, heard)).map((allowance) => [allowance.channel, allowance]));
  const states: BudgetState[] = [];
  for (const [channel, of] of limited) {
    const own = Math.max(0, of - (used.get(channel) ?? 0));
    const allowance = told.get(channel);
    const spent = allowance ? ((await countCosts(db, allowance.at)).get(channel) ?? 0) : 0;
    const left = Math.min(own, allowance ? Math.max(0, allowance.remain - spent) : own);
    states.push({ channel, used: used.get(channel) ?? 0, of, left });
  }
  return states;
}
