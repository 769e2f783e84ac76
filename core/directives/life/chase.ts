/** Who still owes is reminded on demand. Pure. */
import { type DirectiveStanding, isOwedBy } from './standing.ts';

/** `units` null: every unit that owes. `from`: the unit that consolidates them, where it is not the office that reminds. `reason`: the sender's own sentence, null for none. */
export type ChaseOrder = { act: 'chase'; units: number[] | null; reason: string | null; from?: number };

/** The debts that are asked for, and their units. */
export type Chase = { type: 'chased'; debts: number[]; units: number[]; told: number[]; from?: number };

export type ChaseRefusal =
  | { why: 'not-issued' }
  | { why: 'ended' }
  /** Nobody of those meant owes anything that is open. */
  | { why: 'nobody-owes' }
  /** The same was done a moment ago. */
  | { why: 'chased-just-now'; at: Date };

/** Two who chase at once, or one who sends twice, disturb people once: in milliseconds of civil time. */
const pauseMs = 10 * 60_000;

export function planChase(
  { state, debts, chasedAt }: DirectiveStanding,
  { units, from }: Pick<ChaseOrder, 'units' | 'from'>,
  now: Date,
): Chase | ChaseRefusal {
  if (state !== 'issued') return { why: state === 'draft' ? 'not-issued' : 'ended' };
  const owed = debts.filter(isOwedBy(units)).filter(({ state: is }) => is === 'owed');
  if (owed.length === 0) return { why: 'nobody-owes' };
  const isAgain = chasedAt !== null && chasedAt <= now && now.getTime() - chasedAt.getTime() < pauseMs;
  if (isAgain) return { why: 'chased-just-now', at: chasedAt };
  const those = [...new Set(owed.map(({ unit }) => unit.id))];
  const debtIds = owed.map(({ id }) => id);
  return { type: 'chased', debts: debtIds, units: those, told: those, ...(from !== undefined && { from }) };
}
