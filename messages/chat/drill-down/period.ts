/** The rounds of a directive together, behind its summary: what each figure comes to, and whose reports are missing. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { DrillView } from '../../../core/figures/drill-down.ts';
import type { PeriodTotal } from '../../../core/figures/period.ts';
import type { Summary } from '../../../core/figures/summary.ts';
import { earlierText, natureName, periodFigure, periodGap, periodTitle } from '../../words/figures/period.ts';
import { count } from '../../words/format.ts';
import { back, pageChoices, pageTitle, way } from './ways.ts';

const line = (total: PeriodTotal): string => {
  const aside = [natureName(total), earlierText(total)].filter((text) => text !== '').join('; ');
  return `- ${total.label}: ${periodFigure(total)} – ${aside}`;
};

export function periodView(summary: Summary, { period, units }: Extract<DrillView, { to: 'period' }>): Saying {
  const gap = periodGap(period);
  return {
    text: [
      `${periodTitle(period)}:`,
      ...period.indicators.map(line),
      ...(gap === '' ? ['Các đơn vị đã báo cáo đủ các kỳ.'] : [gap, `Đơn vị còn thiếu${pageTitle(units)}:`]),
    ].join('\n'),
    choices: [
      ...units.rows.map(({ unit, owed }) =>
        way(summary, `${unit.name} – thiếu ${count(owed)} kỳ`, { to: 'unit', id: unit.id }),
      ),
      ...pageChoices(summary, units, (page) => ({ to: 'period', page })),
      back(summary),
    ],
  };
}
