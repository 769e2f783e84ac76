/** Whoever consolidates others reports for them: what is in goes up, and what comes later with the next revision. Pure. */
import type { UnitRef } from '../../roster/person.ts';
import type { DirectiveStanding } from './standing.ts';

/** `reason`: what is said with it, null for nothing. */
export type ConsolidateOrder = { act: 'consolidate'; unit: number; round: number; reason: string | null };

/** What a unit consolidates in a round, by ids of reports. */
export type ConsolidatedPart = {
  unit: UnitRef;
  round: number;
  /** The reports in force that would go up now, in the order of their ids. */
  reports: number[];
  /** What went up last; null: nothing did. */
  submitted: { revision: number; reports: number[]; at: Date } | null;
};

/** `reports` are those that went up. */
export type Submitted = {
  type: 'consolidated';
  unit: number;
  round: number;
  revision: number;
  reports: number[];
  units: number[];
  told: number[];
};

export type ConsolidateRefusal =
  | { why: 'not-issued' }
  | { why: 'ended' }
  /** The unit consolidates nobody in a round that is open. */
  | { why: 'consolidates-nobody' }
  /** None of those below has reported. */
  | { why: 'nothing-to-submit' }
  /** What went up last holds it all. */
  | { why: 'done-already' };

export function planSubmission(
  { state, part }: Pick<DirectiveStanding, 'state' | 'part'>,
  { unit, round }: ConsolidateOrder,
): Submitted | ConsolidateRefusal {
  if (state !== 'issued') return { why: state === 'draft' ? 'not-issued' : 'ended' };
  if (part?.unit.id !== unit || part.round !== round) return { why: 'consolidates-nobody' };
  const { reports, submitted } = part;
  // Who has sent figures up may take them back with none: the last report was returned.
  if (reports.length === 0 && submitted === null) return { why: 'nothing-to-submit' };
  if (submitted && isSameSet(submitted.reports, reports)) return { why: 'done-already' };
  return {
    type: 'consolidated',
    unit,
    round,
    revision: (submitted?.revision ?? 0) + 1,
    reports,
    units: [unit],
    told: [],
  };
}

/** Whether both lists of ids hold the same, in order. */
const isSameSet = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((id, at) => id === other[at]);
