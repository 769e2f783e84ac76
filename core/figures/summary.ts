/** The state of one directive's round, as totals over current revisions. Instants are civil time. */

import type { DirectiveRef } from '../directives/assignment.ts';
import type { IndicatorKind } from '../directives/indicator-draft.ts';
import type { SectionTotal } from '../progress/sections.ts';
import { type Exact, ratioOf } from '../reports/exact.ts';
import type { Beginning } from '../roster/beginning.ts';
import type { UnitRef } from '../roster/person.ts';
import type { Forecast } from './forecast/forecast.ts';
import type { Period } from './period.ts';

export type IndicatorTotal = {
  key: string;
  label: string;
  /** What is counted, as papers say it. */
  unit?: string;
  kind: IndicatorKind;
  total: Exact;
  /** Sum of the denominators of the units counted; 0 where the indicator has none. */
  of: Exact;
  /** Units whose current revision has a value. */
  units: number;
  /** What all units of the round have been assigned to reach; absent: nothing was. */
  target?: Exact;
};

/**
 * Why nobody of a unit can be told anything by chat. `not-delivered`: its people are registered, but its tasks have
 * reached none of them, and no message with the tasks is under way.
 */
export type UnreachableReason = 'unregistered' | 'refused' | 'blocked' | 'not-delivered';

/** The units below one consolidator (schools under the education office), as a line of their own. */
export type Consolidation = { unit: UnitRef; reporting: number; reported: number; indicators: IndicatorTotal[] };

export type Summary = {
  directive: DirectiveRef;
  /** Null for a directive that asks for no report. */
  round: { id: number; key: string; quote: string; due: Date; overdueFrom: Date; isExtended?: boolean } | null;
  units: {
    assigned: number;
    delivered: number;
    acknowledged: number;
    reporting: number;
    reported: number;
    onTime: number;
    excused: number;
    unreachable: number;
    /** Reports whose signed paper has come back, by its number or its scan, for the figures in force. */
    signed: number;
  };
  indicators: IndicatorTotal[];
  /** This round and those before it; absent: it is the first, or its figures do not go together over rounds. */
  period?: Period;
  consolidations: Consolidation[];
  missing: Beginning<UnitRef>;
  /** Units that owe and have more time than the round gives; for `waiting` of them it is not over. Absent: none has. */
  extended?: Beginning<{ unit: UnitRef; due: Date }> & { waiting: number };
  /** What the plans have still to come: the next reminder to the units that owe, and the next summary. Null: none. */
  next: { reminder: Date | null; summary: Date | null };
  unreachable: Beginning<{ unit: UnitRef; reason: UnreachableReason }> & {
    reasons: Partial<Record<UnreachableReason, number>>;
  };
  /** What may be expected until the deadline; absent or null: nobody asked for it, or there is too little to tell. */
  forecast?: Forecast | null;
  /** The sections whose progress is asked for; absent or empty: of none it is. */
  progress?: SectionTotal[];
};

/** The figures of a summary, without its lists of units. */
export type Figures = Pick<Summary, 'directive' | 'round' | 'units' | 'indicators' | 'period'>;
export type Counts = Omit<Figures, 'indicators' | 'period'>;

/** 100 · total / of to one decimal; null when there is nothing to divide by. */
export const percentOf = (total: Exact, of: Exact): number | null =>
  of === 0 ? null : Number(ratioOf(total, of, 1000n)) / 10;
