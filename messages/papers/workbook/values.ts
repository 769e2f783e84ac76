/** What several sheets of the workbook have in common. */

import type { TableModel } from '../../../core/figures/papers.ts';
import type { Indicator, Value } from '../../../core/reports/obligation.ts';
import { labelWithUnit, valueText } from '../../words/figures.ts';
import { paperMoment } from '../../words/format.ts';
import { directiveCited } from '../wording.ts';
import type { SheetColumn } from './file.ts';
import type { Cell } from './rows.ts';

/** A number as a number; nothing where nothing was reported. */
export function valueCell(value: Value | undefined, indicator: Indicator): Cell {
  if (!value) return null;
  if (value.type === 'number' && indicator.kind !== 'yes-no') return value.value;
  return valueText(value, indicator.kind);
}

export const columnOf = (indicator: Indicator): SheetColumn =>
  indicator.kind === 'count'
    ? { title: labelWithUnit(indicator), width: 14, format: 'count' }
    : indicator.kind === 'text'
      ? { title: labelWithUnit(indicator), width: 30 }
      : { title: labelWithUnit(indicator), width: 14, format: 'word' };

/** The lines over every sheet. */
export const sheetHead = (model: TableModel, title: string): string[] => [
  title,
  directiveCited(model),
  `Số liệu đến ${paperMoment(model.now)}. Hạn báo cáo: ${paperMoment(model.round.due)}; tính là quá hạn từ ${paperMoment(model.round.overdueFrom)}.`,
];
