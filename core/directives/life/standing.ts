/** A directive as it stands when something is to be done to it. Instants are civil time. */

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
  /** What each unit owes or owed in them, in administrative order. */
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

/** The units that owe or owed something, each once. */
export const unitsOf = ({ debts }: Pick<DirectiveStanding, 'debts'>): Debt['unit'][] => [
  ...new Map(debts.map(({ unit }) => [unit.id, unit])).values(),
];
