/**
 * Figures with the places that they have, as the report and the summary write them. A format alone cannot do it: "#,##0.###" leaves
 * the comma behind a whole number. So a column keeps its most places, and rules take away those that a figure does not need.
 */
import type { ConditionalRule } from 'hucre/xlsx';
import type { Format } from './rows.ts';

/** Of a format that shows more places than a figure may have: the fewer ones first, each with its number of places in the cell. */
const fewer: Partial<Record<Format, { most: number; shorter: [places: number, shown: string][] }>> = {
  tenths: { most: 1, shorter: [[0, '#,##0']] },
  hundredths: {
    most: 2,
    shorter: [
      [0, '#,##0'],
      [1, '#,##0.0'],
    ],
  },
  thousandths: {
    most: 3,
    shorter: [
      [0, '#,##0'],
      [1, '#,##0.0'],
      [2, '#,##0.00'],
    ],
  },
  'entered-percent': {
    most: 4,
    shorter: [
      [2, '0%'],
      [3, '0.0%'],
    ],
  },
};

/** The cells of a range that begins at `first`, whose figures are in one format. */
export type Placed = { first: string; range: string; format: Format };

/** The rules of these cells; the first that holds for a figure wins. */
export const placeRules = (cells: readonly Placed[]): ConditionalRule[] =>
  cells
    .flatMap(({ first, range, format }) => {
      const { most = 0, shorter = [] } = fewer[format] ?? {};
      return shorter.map(([places, shown]) => ({
        type: 'expression' as const,
        range,
        formula: `ROUND(${first},${places})=ROUND(${first},${most})`,
        style: { numFmt: shown },
        stopIfTrue: true,
      }));
    })
    .map((rule, index) => ({ ...rule, priority: index + 1 }));
