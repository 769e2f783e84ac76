/** What several sheets of the workbook have in common. */

import type { TableModel } from '../../../core/figures/papers.ts';
import { shifted } from '../../../core/language/reading/decimal.ts';
import { decimalIn, type Exact, exactDecimal } from '../../../core/reports/exact.ts';
import { isFigure, placesOf } from '../../../core/reports/indicators.ts';
import type { Indicator, Value } from '../../../core/reports/obligation.ts';
import { labelWithUnit, valueText } from '../../words/figures.ts';
import { paperMoment } from '../../words/format.ts';
import { directiveCited } from '../wording.ts';
import type { SheetColumn } from './file.ts';
import type { Cell, Digits, Format } from './rows.ts';

/** A number as a number; nothing where nothing was reported. */
export function valueCell(value: Value | undefined, indicator: Indicator): Cell {
  if (!value) return null;
  if (value.type === 'number' && indicator.kind !== 'yes-no') return figureCell(value.value, indicator);
  return valueText(value, indicator.kind);
}

/** A figure as its sheet holds it: a percentage as the part of one that sheets compute with. */
export function figureCell(figure: Exact, { kind }: Pick<Indicator, 'kind'>): number | Digits {
  const held = kind === 'percent' ? exactDecimal(shifted(decimalIn(figure), -2)) : figure;
  return typeof held === 'number' ? held : { digits: held };
}

/** How a sheet shows figures of an indicator: a percentage that was typed keeps its places, one that is computed has one. */
export const formatOf = (indicator: Indicator): Format =>
  indicator.kind === 'percent'
    ? indicator.formula || placesOf(indicator) < 2
      ? 'percent'
      : 'entered-percent'
    : ((['count', 'tenths', 'hundredths', 'thousandths'] as const)[placesOf(indicator)] ?? 'count');

export const columnOf = (indicator: Indicator): SheetColumn =>
  isFigure(indicator.kind)
    ? { title: labelWithUnit(indicator), width: 14, format: formatOf(indicator) }
    : indicator.kind === 'text'
      ? { title: labelWithUnit(indicator), width: 30 }
      : { title: labelWithUnit(indicator), width: 14, format: 'word' };

/** The lines over every sheet. */
export const sheetHead = (model: TableModel, title: string): string[] => [
  title,
  directiveCited(model),
  `Số liệu đến ${paperMoment(model.now)}. Hạn báo cáo: ${paperMoment(model.round.due)}; tính là quá hạn từ ${paperMoment(model.round.overdueFrom)}.`,
];
