import type { DirectiveRef } from '../directives/assignment.ts';
/** What is known before a turn is decided: read once, inside the turn's transaction. Instants are civil time. */
import type { IndicatorKind } from '../directives/directive.ts';
import type { UnitRef } from '../roster/person.ts';

export type Indicator = {
  id: number;
  key: string;
  label: string;
  /** What is counted, in full; null: the label says it all. */
  fullLabel?: string | null;
  kind: IndicatorKind;
  options: string[];
  isDenominator: boolean;
  fromRoster: boolean;
  /** What is counted ("người"), as papers say it; null: they say none. Chats do without. */
  unit?: string | null;
};

/** One answered indicator. Yes-no is the number 1 or 0. */
export type Value = { type: 'number'; value: number } | { type: 'text'; value: string };

export type Revision = {
  number: number;
  by: string;
  at: Date;
  note: string | null;
  /** Said: there is nothing to remark. */
  saidNoNote: boolean;
  values: Record<string, Value>;
};

export type ObligationFact = {
  id: number;
  directive: DirectiveRef;
  unit: UnitRef & { staff: number | null };
  title: string;
  /** The unit that collects, and whether the report is a signed paper. */
  reportTo: UnitRef;
  inWriting: boolean;
  /** In administrative order of the form; the denominator, where there is one, first. */
  indicators: Indicator[];
  noteLabel: string | null;
  roundKey: string;
  quote: string;
  opensAt: Date;
  due: Date;
  overdueFrom: Date;
  /** The deadline was moved: it is later than the words of the document give. */
  isExtended?: boolean;
  closesAt: Date | null;
  state: 'owed' | 'reported' | 'excused';
  current: Revision | null;
};
