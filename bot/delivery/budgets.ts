/** What may be spent on messages, and what is left of it. */
import type { ChannelName } from '../../core/channels/address.ts';
import { channelLimits, type Limits } from '../../core/channels/terms.ts';
import { type DataNotice, keptDaysOf } from '../../core/roster/data-notice.ts';
import { monthStart } from '../../core/time/calendar.ts';
import type { Db } from '../../db/database.ts';
import { countCosts } from '../../db/delivery/usage.ts';
import { listAllowances } from '../../db/platforms/allowances.ts';
import type { Config } from '../config/environment.ts';
import { usualRetention } from '../config/retention.ts';

export type LimitsOf = Record<ChannelName, Limits>;

/** Messages a month that cost; a channel that is not here has no budget. */
export type Budgets = Partial<Record<ChannelName, number>>;

/** On which terms the office sends: what each channel carries, what may be spent there, and how many replies are free. */
export type DeliveryTerms = {
  limits: LimitsOf;
  budgets: Budgets;
  /** How many messages within 48 hours of a person's last word the Zalo Official Account gives free. */
  freeReplies: number;
  /** Whom the data notice names as contact, and for how many days it says that messages are kept. */
  notice: Omit<DataNotice, 'offices'>;
};

/** The terms of a configuration; `limits` only where a rehearsal pretends to others. */
export const termsOf = (
  {
    budgets,
    freeReplies,
    retention = usualRetention,
    dataContact,
  }: Pick<Config, 'budgets' | 'freeReplies'> & Partial<Pick<Config, 'retention' | 'dataContact'>>,
  limits: LimitsOf = channelLimits,
): DeliveryTerms => ({
  limits,
  budgets,
  freeReplies,
  notice: { contact: dataContact ?? null, keptDays: keptDaysOf(retention) },
});

/** `left` is the smaller of what our own count leaves and what the platform said last, less what went out since. */
export type BudgetState = { channel: ChannelName; used: number; of: number; left: number };

/** What a platform said of its allowance counts for so long: it may be bought or end otherwise meanwhile. */
const allowanceLifeMs = 3_600_000;

/** How the budgets stand this month, at `machineNow`; the month is the one of Vietnam's calendar. */
export async function readBudgets(db: Db, budgets: Budgets, machineNow: Date): Promise<BudgetState[]> {
  const limited = Object.entries(budgets) as [ChannelName, number][];
  if (limited.length === 0) return [];
  const since = monthStart(machineNow);
  const used = await countCosts(db, since);
  const heard = new Date(Math.max(since.getTime(), machineNow.getTime() - allowanceLifeMs));
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
