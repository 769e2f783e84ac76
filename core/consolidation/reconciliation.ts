/** The sum over all units beside the sum of what bodies sent up, and why they differ. Pure. */
import type { IndicatorTotal } from '../figures/summary.ts';
import { addExact, type Exact, negated } from '../reports/exact.ts';
import { hasTotal } from '../reports/indicators.ts';
import type { UnitRef } from '../roster/person.ts';
import type { PartNews, PartView } from './part.ts';

/** A total over the units, each once; the same as bodies sent it up, with those that report to no body; and the difference. */
export type ReconciledTotal = { key: string; label: string; units: Exact; bodies: Exact; difference: Exact };

export type ReconciledBody = {
  unit: UnitRef;
  /** Below another that consolidates: what it sent up counts within that one's. */
  isConsolidated: boolean;
  reporting: number;
  reported: number;
  submitted: { revision: number; at: Date; units: number } | null;
  news: PartNews;
  /** Over the units below, and over what it sent up. */
  totals: { key: string; label: string; units: Exact; submitted: Exact }[];
};

/** A unit that several bodies claim: the first that the document names counts it. */
export type ClaimedTwice = { unit: UnitRef; by: UnitRef; also: UnitRef[] };

export type Reconciliation = { totals: ReconciledTotal[]; bodies: ReconciledBody[]; claimedTwice: ClaimedTwice[] };

/** Both sums of each figure that is added up, and their difference. */
export const reconcile = (units: readonly IndicatorTotal[], bodies: readonly IndicatorTotal[]): ReconciledTotal[] =>
  units
    .filter(({ kind }) => hasTotal(kind))
    .map(({ key, label, total }) => {
      const sent = bodies.find((one) => one.key === key)?.total ?? 0;
      return { key, label, units: total, bodies: sent, difference: addExact(total, negated(sent)) };
    });

/** How a body stands: `sent` are the totals of what it sent up. */
export function reconcileBody(part: PartView, sent: readonly IndicatorTotal[]): ReconciledBody {
  const asked = part.below.filter(({ state }) => state !== 'excused');
  const { unit, isConsolidated, submitted, news } = part;
  return {
    unit,
    isConsolidated,
    reporting: asked.length,
    reported: asked.filter(({ state }) => state === 'reported').length,
    submitted: submitted && { revision: submitted.revision, at: submitted.at, units: submitted.reports.length },
    news,
    totals: reconcile(part.indicators, sent).map(({ key, label, units, bodies }) => ({
      key,
      label,
      units,
      submitted: bodies,
    })),
  };
}
