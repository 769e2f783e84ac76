import type { DirectiveRef } from '../directives/assignment.ts';
import type { FigureRule } from '../directives/duty-figures.ts';
/** What is known before a turn is decided: read once, inside the turn's transaction. Instants are civil time. */
import type { IndicatorKind, Nature } from '../directives/indicator-draft.ts';
import type { FigurePeriod } from '../directives/recurring.ts';
import type { Formula } from '../expressions/expression.ts';
import type { UnitRef } from '../roster/person.ts';
import type { Exact } from './exact.ts';

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
  /** What is counted ("người", "ha", "triệu đồng"); null: none is said. Chats say none behind a count. */
  unit?: string | null;
  /** Places behind the comma, at most; null: as its kind has. */
  decimals?: number | null;
  /** The least and the greatest figure that can be; null: no bound. */
  min?: Exact | null;
  max?: Exact | null;
  /** How its figures go together over rounds; null: nobody said. */
  nature?: Nature | null;
  /** Key of the indicator that it is a share of; null: of a count that of the duty. */
  denominator?: string | null;
  /** What it is computed from; null: it is entered. */
  formula?: Formula | null;
  /** Key of the indicator that it is a part of. */
  partOf?: string | null;
  /** Units have been assigned to reach something of it: papers then compare with that. */
  hasTarget?: true;
};

/** One answered indicator. Yes-no is the number 1 or 0; a percentage is its number, 12.5 of "12,5 %". */
export type Value = { type: 'number'; value: Exact } | { type: 'text'; value: string };

export type Revision = {
  number: number;
  by: string;
  at: Date;
  note: string | null;
  /** Said: there is nothing to remark. */
  saidNoNote: boolean;
  values: Record<string, Value>;
};

/** What was entered of a report on a page and not sent. */
export type BegunReport = {
  answers: Record<string, Value>;
  note?: string | null | undefined;
  sure?: string[] | undefined;
  /** What was told of tasks beside it, as the dialogue keeps it. */
  progress?: unknown;
  /** Why it is reported for the unit, where somebody else does. */
  behalfReason?: string | undefined;
};

export type ObligationFact = {
  id: number;
  directive: DirectiveRef;
  unit: UnitRef & { staff: number | null };
  title: string;
  /** The unit that collects or, where `isConsolidated`, consolidates; and whether the report is a signed paper. */
  reportTo: UnitRef;
  isConsolidated?: boolean;
  inWriting: boolean;
  /** In administrative order of the form; the denominator, where there is one, first. */
  indicators: Indicator[];
  /** What must hold between the figures. */
  rules?: FigureRule[];
  noteLabel: string | null;
  roundKey: string;
  quote: string;
  /** The days that its figures are of, where the report recurs by months or longer. */
  period?: FigurePeriod;
  opensAt: Date;
  due: Date;
  overdueFrom: Date;
  /** The deadline was moved: it is later than the words of the document give. */
  isExtended?: boolean;
  /** It is earlier than the words of the document give, so that whoever consolidates is in time. */
  isEarlier?: boolean;
  closesAt: Date | null;
  state: 'owed' | 'reported' | 'excused';
  /** What the unit has been assigned to reach. */
  targets?: Record<string, Exact>;
  /** What the unit reported last in a round before, of figures that only grow. */
  previous?: Record<string, Exact>;
  current: Revision | null;
  /** What its figures are compared with; absent where no report is about to be whole. */
  beside?: Beside;
  /** What the unit gave before for the same indicators, by their keys; of a report that is owed. */
  given?: Record<string, { value: Value; at: Date }>;
  /** What the person has entered of it on a page since it was reported last. */
  begun?: BegunReport;
};

/** A report beside which another is judged: its figures, those of the round before, and how large its unit is. */
export type BesideReport = {
  figures: Record<string, Exact>;
  before: Record<string, Exact>;
  staff: number | null;
  targets: Record<string, Exact>;
};

/** What a unit reported last in a round before, and what units like it have reported in this one. */
export type Beside = { before: Record<string, Exact>; peers: BesideReport[] };
