/** A unit need not report in the rounds that are open, or has to again. Pure. */
import { type Debt, type DirectiveStanding, isOwedBy } from './standing.ts';

/** `excuse` lets units off; `owe` undoes it. */
export type ExcuseOrder = { act: 'excuse' | 'owe'; units: number[]; reason: string };

/** The debts that end or begin again; their units are told. */
export type Excuse = { type: 'excused' | 'owed-again'; debts: number[]; units: number[]; told: number[] };

export type ExcuseRefusal =
  | { why: 'not-issued' }
  /** It was closed or recalled. */
  | { why: 'ended' }
  /** The units named owe nothing that is open. */
  | { why: 'owes-nothing' }
  /** They stand so already. */
  | { why: 'done-already' }
  /** They have reported: what is in counts. */
  | { why: 'reported-already' };

/** What letting units off, or calling on them again, comes to. Who has reported is left alone. */
export function planExcuse({ state, debts }: DirectiveStanding, { act, units }: ExcuseOrder): Excuse | ExcuseRefusal {
  if (state !== 'issued') return { why: state === 'draft' ? 'not-issued' : 'ended' };
  const meant = debts.filter(isOwedBy(units));
  if (meant.length === 0) return { why: 'owes-nothing' };
  const wanted: Debt['state'] = act === 'excuse' ? 'owed' : 'excused';
  const changed = meant.filter(({ state: is }) => is === wanted);
  if (changed.length === 0)
    return { why: meant.every(({ state: is }) => is === 'reported') ? 'reported-already' : 'done-already' };
  const those = [...new Set(changed.map(({ unit }) => unit.id))];
  return {
    type: act === 'excuse' ? 'excused' : 'owed-again',
    debts: changed.map(({ id }) => id),
    units: those,
    told: those,
  };
}
