/**
 * What the rounds of one duty come to together: of each unit by the nature of a figure, over units as in one round. A round
 * that a unit owes is no zero: it adds nothing, and it is counted.
 */
import { keysOfFormula } from '../directives/duty-figures.ts';
import type { Nature } from '../directives/indicator-draft.ts';
import { withFormulas } from '../reports/computed.ts';
import { addExact, type Exact } from '../reports/exact.ts';
import { addsUp } from '../reports/indicators.ts';
import type { Indicator } from '../reports/obligation.ts';
import type { Answers } from '../reports/report.ts';
import type { IndicatorTotal } from './summary.ts';

export type PeriodTotal = Omit<IndicatorTotal, 'target'> & {
  /** Null: it is computed from others. */
  nature: Nature | null;
  /** Units whose figure is that of an earlier round, as they have not given one for the last. */
  earlier: number;
};

/** The rounds of a duty up to one of them. */
export type Period = {
  rounds: number;
  /** The deadlines of its first and its last round, in civil time. */
  from: Date;
  until: Date;
  /** Reports that are owed in them, and by how many units. */
  missing: { reports: number; units: number };
  /** Sum of the duty's denominators; null where it has none. */
  base: Exact | null;
  indicators: PeriodTotal[];
};

/** A unit's part in a period: its figures by their keys, and in how many rounds it has reported and owes. */
export type UnitPeriod = { figures: Record<string, Exact>; reported: number; owed: number };

/** A number of staff, of which nobody says its nature, is one as of a day. */
export const natureOf = ({ nature, isDenominator }: Pick<Indicator, 'nature' | 'isDenominator'>): Nature | null =>
  nature ?? (isDenominator ? 'stock' : null);

/** Whether its figures go together over rounds: it says how, or it is computed from such figures. */
function rollsUp(form: readonly Indicator[], indicator: Indicator): boolean {
  if (!indicator.formula) return addsUp(indicator.kind) && natureOf(indicator) !== null;
  const from = keysOfFormula(indicator.formula).map((key) => form.find((one) => one.key === key));
  return from.every((one) => one !== undefined && !one.formula && rollsUp(form, one));
}

/** The part of a form that goes together over rounds. */
export const periodForm = (form: readonly Indicator[]): Indicator[] => form.filter((one) => rollsUp(form, one));

/** A unit's answers of a period: `figures` with what is computed from them. */
export const periodAnswers = (form: readonly Indicator[], figures: Record<string, Exact>): Answers =>
  withFormulas(
    { indicators: periodForm(form) },
    Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, { type: 'number', value }])),
  );

/** A unit's figures over its reports, the oldest first. The database does the same in SQL. */
export function rollUp(form: readonly Indicator[], reports: readonly Answers[]): Record<string, Exact> {
  const figures: Record<string, Exact> = {};
  for (const answers of reports)
    for (const { key, formula, ...indicator } of periodForm(form)) {
      const value = answers[key];
      if (formula || value?.type !== 'number') continue;
      const before = natureOf(indicator) === 'flow' ? figures[key] : undefined;
      figures[key] = before === undefined ? value.value : addExact(before, value.value);
    }
  return figures;
}
