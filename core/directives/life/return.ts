/** A report is sent back to its unit with a comment: the unit owes again. Pure. */
import { type DirectiveStanding, isOwedBy } from './standing.ts';

/** `from`: the unit that consolidates those meant, where it is not the office that returns. */
export type ReturnOrder = { act: 'return'; units: number[]; reason: string; from?: number };

/** The debts that stand open again; their units are told why. */
export type Returned = { type: 'returned'; debts: number[]; units: number[]; told: number[]; from?: number };

export type ReturnRefusal =
  | { why: 'not-issued' }
  | { why: 'ended' }
  | { why: 'owes-nothing' }
  /** None of those meant has a report in force. */
  | { why: 'not-reported' };

export function planReturn(
  { state, debts }: DirectiveStanding,
  { units, from }: ReturnOrder,
): Returned | ReturnRefusal {
  if (state !== 'issued') return { why: state === 'draft' ? 'not-issued' : 'ended' };
  const meant = debts.filter(isOwedBy(units));
  if (meant.length === 0) return { why: 'owes-nothing' };
  const reported = meant.filter(({ state: is }) => is === 'reported');
  if (reported.length === 0) return { why: 'not-reported' };
  const those = [...new Set(reported.map(({ unit }) => unit.id))];
  const debtIds = reported.map(({ id }) => id);
  return { type: 'returned', debts: debtIds, units: those, told: those, ...(from !== undefined && { from }) };
}
