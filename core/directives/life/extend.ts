/** More time to report: for which units, until when, and who is told. Pure. */

import type { SaidDay } from '../../language/day.ts';
import { toIso } from '../../time/calendar.ts';
import { earlierThan } from '../consolidation.ts';
import { roundsOf } from '../deadline.ts';
import type { Debt, DirectiveStanding } from './standing.ts';

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

/** The last moments of a day that somebody said: as "chậm nhất ngày D" of a directive, or its hour. */
export function deadlineUntil({ date, time }: SaidDay): { due: Date; overdueFrom: Date } {
  const [round] = roundsOf(
    time === null ? { rule: 'by-day', date, quote: date } : { rule: 'at', date, time, quote: date },
  );
  if (!round) throw new RangeError(`no deadline on ${date}`);
  return { due: round.due, overdueFrom: round.overdueFrom };
}

/** What more time comes to at `now`; a deadline never moves back. */
export function planExtension(
  { state, rounds, debts }: DirectiveStanding,
  { units, until }: Pick<ExtendOrder, 'units' | 'until'>,
  now: Date,
): Extension | ExtendRefusal {
  if (state !== 'issued') return { why: state === 'draft' ? 'not-issued' : 'ended' };
  const { due, overdueFrom } = deadlineUntil(until);
  if (due <= now) return { why: 'until-past' };
  const meant = debts.filter(({ unit, state: is }) => is !== 'excused' && (units?.includes(unit.id) ?? true));
  if (meant.length === 0) return { why: 'owes-nothing' };
  const later = { due, overdueFrom };
  const ofDebt = ({ below }: Debt): Date => (units === null && below ? earlierThan(later, below.leads).due : due);
  const moved = meant.filter((debt) => debt.due < ofDebt(debt));
  if (moved.length === 0) return { why: 'not-later' };
  const those = rounds.filter(({ id }) => moved.some(({ round }) => round === id));
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
