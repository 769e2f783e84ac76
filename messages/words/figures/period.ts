/** Several rounds together, as chats and papers say them. */
import type { Period, PeriodTotal, UnitPeriod } from '../../../core/figures/period.ts';
import { isShareOfSums } from '../../../core/figures/shares.ts';
import { addsUp } from '../../../core/reports/indicators.ts';
import { share, withUnit } from '../figures.ts';
import { count, day } from '../format.ts';

/** How a figure goes together, as a heading or in brackets. */
export const natureNames: Record<NonNullable<PeriodTotal['nature']> | 'computed', string> = {
  stock: 'số mới nhất',
  flow: 'cộng các kỳ',
  cumulative: 'số lũy kế mới nhất',
  computed: 'tính từ các tổng',
};

export const natureName = ({ nature }: PeriodTotal): string => natureNames[nature ?? 'computed'];

/** "Lũy kế từ đầu kỳ (3 kỳ báo cáo, hạn 06/9/2021 đến 08/9/2021)". */
export const periodTitle = ({ rounds, from, until }: Pick<Period, 'rounds' | 'from' | 'until'>): string =>
  `Lũy kế từ đầu kỳ (${count(rounds)} kỳ báo cáo, hạn ${day(from)} đến ${day(until)})`;

/** What is missing is no zero; empty where nothing is. */
export const periodGap = ({ missing: { reports, units } }: Pick<Period, 'missing'>): string =>
  reports === 0 ? '' : `Thiếu ${count(reports)} báo cáo của ${count(units)} đơn vị, chưa có trong lũy kế.`;

/** "45/1.200 con (3,8%)", "12,5 ha". */
export function periodFigure(total: PeriodTotal): string {
  if (total.units === 0) return 'chưa có số liệu';
  if (isShareOfSums(total)) return share(total.total, total.of);
  const counted = addsUp(total.kind) && total.of !== 0;
  const figure = withUnit(counted ? `${count(total.total)}/${count(total.of)}` : count(total.total), total.unit);
  return counted ? `${figure} (${share(total.total, total.of)})` : figure;
}

/** Whose figure is not of the last round; empty where all are. */
export const earlierText = ({ earlier }: Pick<PeriodTotal, 'earlier'>): string =>
  earlier === 0 ? '' : `${count(earlier)} đơn vị lấy số của kỳ trước`;

/** "3/4 kỳ". */
export const roundsTold = ({ reported, owed }: Pick<UnitPeriod, 'reported' | 'owed'>): string =>
  `${count(reported)}/${count(reported + owed)} kỳ`;
