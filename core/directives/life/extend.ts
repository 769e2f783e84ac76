/** More time to report: for which units, until when, and who is told. Pure. */

import type { MoreTime } from '../../language/commands/extension-order.ts';
import type { SaidDay } from '../../language/day.ts';
import { addDays, civilDate, endOfDay, instantAt, isWorkingDay, nextWorkingDay, toIso } from '../../time/calendar.ts';
import { earlierThan } from '../consolidation.ts';
import { type Debt, type DirectiveStanding, isOwedBy } from './standing.ts';

/** `units` null: every unit that owes. */
export type ExtendOrder = { act: 'extend'; units: number[] | null; until: SaidDay; reason: string };

/** `rounds`: those whose deadline moves for all; instants are ISO. */
export type Extension = {
  type: 'extended';
  rounds: number[];
  /** The debts whose deadline moves, with their units. */
  debts: number[];
  units: number[];
  due: string;
  overdueFrom: string;
  /** The units that are told. */
  told: number[];
};

export type ExtendRefusal =
  | { why: 'not-issued' }
  /** It was closed or recalled. */
  | { why: 'ended' }
  /** The new deadline has passed already. */
  | { why: 'until-past' }
  /** The units named owe nothing that is open. */
  | { why: 'owes-nothing' }
  /** Their deadline is as late already. */
  | { why: 'not-later' }
  /** A report of one of many rounds is taken until the next one opens. */
  | { why: 'round-closes'; at: Date };

/** The last moments of a day that somebody said: the end of the office's day and overdue on the next, or its hour. A day off stays that day. */
export function deadlineUntil({ date, time }: SaidDay): { due: Date; overdueFrom: Date } {
  if (time === null) return { due: instantAt(date, endOfDay), overdueFrom: instantAt(addDays(date, 1), '00:00') };
  const due = instantAt(date, time);
  return { due, overdueFrom: due };
}

/**
 * The day that so much more time comes to for these units (`null`: all): behind their latest deadline, or behind `now` where that has passed. The
 * hour stays; what ends on a day off ends on the next working day (Civil Code 2015, article 148.5). Undefined where they owe nothing.
 */
export function untilAfter(
  more: MoreTime,
  { debts }: Pick<DirectiveStanding, 'debts'>,
  units: readonly number[] | null,
  now: Date,
): SaidDay | undefined {
  const meant = debts.filter(isOwedBy(units)).filter(({ state }) => state !== 'excused');
  const latest = meant.reduce<Date | undefined>((at, { due }) => (at && at > due ? at : due), undefined);
  return latest && dayAfter(more, latest, now);
}

/** The same for one deadline. */
export function dayAfter({ amount, of }: MoreTime, due: Date, now: Date): SaidDay {
  const from = due > now ? civilDate(due) : civilDate(now);
  if (of === 'hour') {
    const at = toIso(new Date(Math.max(due.getTime(), now.getTime()) + amount * hour));
    return { date: at.slice(0, 10), time: at.slice(11, 16) };
  }
  let date = of === 'day' ? addDays(from, amount) : from;
  for (let left = of === 'day' ? 0 : amount; left > 0; left -= 1) date = nextWorkingDay(date);
  const time = toIso(due).slice(11, 16);
  return { date: isWorkingDay(date) ? date : nextWorkingDay(date), time: time === endOfDay ? null : time };
}

const hour = 3_600_000;

/** What more time comes to at `now`; a deadline never moves back. */
export function planExtension(
  { state, rounds, debts }: DirectiveStanding,
  { units, until }: Pick<ExtendOrder, 'units' | 'until'>,
  now: Date,
): Extension | ExtendRefusal {
  if (state !== 'issued') return { why: state === 'draft' ? 'not-issued' : 'ended' };
  const { due, overdueFrom } = deadlineUntil(until);
  if (due <= now) return { why: 'until-past' };
  const meant = debts.filter(isOwedBy(units)).filter(({ state: is }) => is !== 'excused');
  if (meant.length === 0) return { why: 'owes-nothing' };
  const later = { due, overdueFrom };
  const ofDebt = ({ below }: Debt): Date => (units === null && below ? earlierThan(later, below.leads).due : due);
  const moved = meant.filter((debt) => debt.due < ofDebt(debt));
  if (moved.length === 0) return { why: 'not-later' };
  const touched = new Set(moved.map(({ round }) => round));
  const those = rounds.filter(({ id }) => touched.has(id));
  const closing = those.find(({ closesAt }) => closesAt !== null && closesAt < due);
  if (closing?.closesAt) return { why: 'round-closes', at: closing.closesAt };
  const told = units === null ? moved.filter(({ state: is }) => is === 'owed') : moved;
  return {
    type: 'extended',
    rounds: units === null ? those.map(({ id }) => id) : [],
    debts: moved.map(({ id }) => id),
    units: idsOf(moved),
    due: toIso(due),
    overdueFrom: toIso(overdueFrom),
    told: idsOf(told),
  };
}

const idsOf = (debts: DirectiveStanding['debts']): number[] => [...new Set(debts.map(({ unit }) => unit.id))];
