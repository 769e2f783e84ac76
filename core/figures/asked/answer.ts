/** What is answered to a question over the ledger: facts of one round, read in one breath. Instants are civil time. */
import type { DirectiveRef } from '../../directives/assignment.ts';
import type { AskedStanding, LedgerAsk } from '../../language/asked/question.ts';
import type { SectionTotal } from '../../progress/sections.ts';
import type { Exact } from '../../reports/exact.ts';
import type { Indicator } from '../../reports/obligation.ts';
import type { UnitRef } from '../../roster/person.ts';
import type { Forecast } from '../forecast/forecast.ts';
import type { IndicatorTotal } from '../summary.ts';

/** Whose units the asker sees: all of an office's directive, those that their unit consolidates, or their own. */
export type AskedScope = 'all' | 'below' | 'own';

/** Of the units that are meant: how many were given tasks, are to report (without the excused), have reported. */
export type AskedCounts = { assigned: number; reporting: number; reported: number };

/** A unit in a list, and what is told beside its name: an instant, or words. `isLate`: its section is. */
export type ListedUnit = { unit: UnitRef; at: Date | null; note: string | null; isLate?: true };
/** `count`: all of them; `units` are the first. */
export type UnitList = { units: ListedUnit[]; count: number };

/** A unit, its figure, and what that is a share of; null where it is a share of nothing. */
export type UnitFigure = { unit: UnitRef; value: Exact; of: Exact | null };

/** How one unit stands in the round. */
export type UnitReport = {
  unit: UnitRef;
  state: 'owed' | 'reported' | 'excused';
  due: Date;
  overdueFrom: Date;
  acknowledgedAt: Date | null;
  /** Its first report, and the revision in force. */
  first: { by: string; at: Date } | null;
  last: { by: string; at: Date; revision: number } | null;
};

/** A person who answers for a unit, with the number that they gave. */
export type UnitContact = {
  unit: UnitRef;
  headName: string | null;
  headTitle: string | null;
  phone: string | null;
  people: { name: string; phone: string | null }[];
};

/** An indicator that was named; `place`: where it stands in a summary, from 1; 0 where it does not. */
export type NamedFigure = Pick<Indicator, 'label' | 'kind'> & { unit?: string | undefined; place: number };

export type LedgerFact =
  | { type: 'units'; standing: AskedStanding; counts: boolean; list: UnitList }
  | { type: 'order'; end: 'first' | 'last'; list: UnitList }
  | {
      type: 'section';
      only: 'all' | 'open' | 'done' | 'blocked';
      /** Null: of all sections. */
      total: SectionTotal | null;
      list: UnitList;
    }
  /** `of`: the one unit that is meant. */
  | {
      type: 'figure';
      how: 'total' | 'average' | 'share';
      figure: NamedFigure;
      total: IndicatorTotal;
      of: UnitRef | null;
    }
  | { type: 'ranked'; end: 'highest' | 'lowest'; figure: NamedFigure; units: UnitFigure[]; count: number }
  | {
      type: 'bounded';
      ask: Extract<LedgerAsk, { about: 'bounded' }>;
      figure: NamedFigure;
      units: UnitFigure[];
      count: number;
      /** How many units have such a figure. */
      of: number;
    }
  | { type: 'without'; figure: NamedFigure; list: UnitList }
  | { type: 'unit'; what: 'state' | 'sender' | 'revisions'; report: UnitReport }
  /** What blocks its tasks, and the difficulties of its report; null: none. */
  | { type: 'troubles'; unit: UnitRef; blocked: string | null; remark: string | null }
  | { type: 'contact'; contact: UnitContact }
  /** Null: there is too little to tell. */
  | { type: 'forecast'; forecast: Forecast | null }
  | {
      type: 'compared';
      before: { due: Date; counts: AskedCounts };
      figures: { before: IndicatorTotal; now: IndicatorTotal }[];
    }
  | NoData;

/** Why there is nothing to tell. */
export type NoData = { type: 'nothing' } & (
  | { why: 'no-report' | 'no-progress' | 'first-round' | 'not-shown' }
  | { why: 'no-section'; sections: string[] }
  | { why: 'which-figure'; labels: string[] }
  /** It has no share: nothing is its whole. */
  | { why: 'no-share'; label: string }
  | { why: 'no-unit'; said: string }
  | { why: 'several-units'; units: UnitRef[] }
);

export type LedgerAnswer =
  | {
      directive: DirectiveRef;
      /** So many directives go on that the asker follows, and this one was not named: it is the newest. 0: it was named. */
      newestOf: number;
      round: { due: Date; overdueFrom: Date } | null;
      scope: AskedScope;
      /** The units that are meant, as they are called; empty for all. */
      kind: string;
      counts: AskedCounts;
      fact: LedgerFact;
    }
  /** Nothing was issued, or nothing has the number that was named. */
  | { directive: null; named: string };
