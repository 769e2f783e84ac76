/** What a unit consolidates in a round, as it stands. Instants are civil time. */
import type { DirectiveRef } from '../directives/assignment.ts';
import type { ConsolidatedPart } from '../directives/life/consolidate.ts';
import type { IndicatorTotal } from '../figures/summary.ts';
import type { UnitRef } from '../roster/person.ts';

/** A unit below: whether it reported, and with which report; `isDirect`: none that consolidates stands between. */
export type BelowUnit = {
  debt: number;
  unit: UnitRef & { aliases: string[] };
  state: 'owed' | 'reported' | 'excused';
  due: Date;
  report: number | null;
  isLate: boolean;
  isDirect: boolean;
};

export type PartView = ConsolidatedPart & {
  directive: DirectiveRef;
  roundKey: string;
  quote: string;
  /** To whom it goes, as in an obligation. */
  reportTo: UnitRef;
  isConsolidated: boolean;
  /** Until when it is to go up, and the first deadline of those below. */
  due: Date;
  belowDue: Date;
  /** In administrative order. */
  below: BelowUnit[];
  /** Over the reports in force of those below. */
  indicators: IndicatorTotal[];
  /** How it differs from what went up last. */
  news: PartNews;
};

/** How what is in differs from what went up: units that came since, and those whose figures changed or were returned. */
export type PartNews = { added: UnitRef[]; changed: UnitRef[] };

/** `wentUp`: the unit of each report that went up last. */
export function newsOf(
  { below, reports, submitted }: Pick<PartView, 'below' | 'reports' | 'submitted'>,
  wentUp: ReadonlyMap<number, number>,
): PartNews {
  const before = submitted?.reports ?? [];
  const unitsBefore = new Set(before.flatMap((report) => wentUp.get(report) ?? []));
  const unitsNow = new Map(
    below.flatMap(({ unit, report }) => (report !== null && reports.includes(report) ? [[unit.id, report]] : [])),
  );
  const kept = new Set(before);
  const refs = (of: (id: number) => boolean): UnitRef[] =>
    below.flatMap(({ unit: { id, code, name } }) => (of(id) ? [{ id, code, name }] : []));
  return {
    added: refs((id) => unitsNow.has(id) && !unitsBefore.has(id)),
    changed: refs((id) => unitsBefore.has(id) && !kept.has(unitsNow.get(id) ?? 0)),
  };
}

/** How many of those below must report, and how many have. */
export const progressOfPart = ({ below }: Pick<PartView, 'below'>): { reporting: number; reported: number } => {
  const asked = below.filter(({ state }) => state !== 'excused');
  return { reporting: asked.length, reported: asked.filter(({ state }) => state === 'reported').length };
};
