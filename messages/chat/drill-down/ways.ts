/** What the views behind a summary share: the ways on and back, and a figure with its share. */

import type { Choice } from '../../../core/delivery/layout.ts';
import { type DrillRequest, drillCommand, type Page } from '../../../core/figures/drill-down.ts';
import { percentOf, type Summary } from '../../../core/figures/summary.ts';
import type { Exact } from '../../../core/reports/exact.ts';
import { withUnit } from '../../words/figures.ts';
import { count, percent } from '../../words/format.ts';

/** A request that a choice can carry. */
export type DrillWay = Exclude<DrillRequest, { to: 'words' }>;

export const way = (summary: Summary, label: string, request: DrillWay): Choice => ({
  id: drillCommand(summary.directive.id, request),
  label,
});

export const back = (summary: Summary): Choice => way(summary, 'Tổng hợp chung', { to: 'summary' });

/** "45/50 (90,0 %)", "45", "2,5 ha": a figure with its share where there is something to divide by. */
export function figure(value: Exact, of: Exact | null, unit?: string): string {
  const share = of ? percentOf(value, of) : null;
  return share === null || !of
    ? withUnit(count(value), unit)
    : `${withUnit(`${count(value)}/${count(of)}`, unit)} (${percent(share)})`;
}

export const pageTitle = ({ page, pages }: Page<unknown>): string => (pages > 1 ? ` (trang ${page}/${pages})` : '');

export function pageChoices(
  summary: Summary,
  { page, pages }: Page<unknown>,
  at: (page: number) => DrillWay,
): Choice[] {
  return [
    ...(page > 1 ? [way(summary, 'Trang trước', at(page - 1))] : []),
    ...(page < pages ? [way(summary, 'Trang sau', at(page + 1))] : []),
  ];
}
