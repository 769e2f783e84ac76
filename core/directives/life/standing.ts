/** A directive as it stands when something is to be done to it. Instants are civil time. */

import { groupedBy } from '../../roster/grouped.ts';
import type { UnitRef } from '../../roster/person.ts';
import type { DirectiveState } from '../assignment.ts';
import type { ConsolidatedPart } from './consolidate.ts';

export type DirectiveStanding = {
  id: number;
  number: string;
  date: string | null;
  subject: string;
  state: DirectiveState;
  issuer: { id: number; code: string };
  /** The office's other directives that are issued: their numbers are taken. */
  taken: { id: number; number: string; date: string | null }[];
  /** How many people and groups have read of it. */
  told: number;
  /** When who owes was last reminded on demand. */
  chasedAt: Date | null;
  /** The rounds that are open; of a draft none. */
  rounds: StandingRound[];
  /** How many debts in them are owed. */
  owing: number;
  /** What each unit owes or owed in them, in administrative order; no more than what is to be done is about. */
  debts: Debt[];
  /** What a unit consolidates of it, where it is that part alone that something is done to: `debts` are then those below. */
  part?: ConsolidatedPart;
};

export type StandingRound = { id: number; key: string; due: Date; closesAt: Date | null };

/** `due` is the unit's own deadline where it has one, else that of the round. */
export type Debt = {
  id: number;
  round: number;
  unit: UnitRef & { aliases: string[] };
  state: 'owed' | 'reported' | 'excused';
  due: Date;
  /** Whom it reports to where another unit consolidates it, and how much earlier than the round it is due; absent: nobody does. */
  below?: { by: number; leads: string[] };
};

/** Whether a debt is of one of these units; `null`: every debt is. They may be all units of a province. */
export function isOwedBy(units: readonly number[] | null): (debt: Pick<Debt, 'unit'>) => boolean {
  if (units === null) return () => true;
  const those = new Set(units);
  return ({ unit }) => those.has(unit.id);
}

/** Of these debts those of each unit, by the unit's id. */
export function debtsByUnit({ debts }: Pick<DirectiveStanding, 'debts'>, ids: readonly number[]): Map<number, Debt[]> {
  const those = new Set(ids);
  return groupedBy(
    debts.filter(({ id }) => those.has(id)),
    ({ unit }) => unit.id,
  );
}

/** The units that owe or owed something, each once. */
export const unitsOf = ({ debts }: Pick<DirectiveStanding, 'debts'>): Debt['unit'][] => [
  ...new Map(debts.map(({ unit }) => [unit.id, unit])).values(),
];
