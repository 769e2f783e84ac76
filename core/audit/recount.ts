/** Recounts what is stored of a report: computed figures by their formulas, wholes by their parts. Pure. */

import { compute } from '../expressions/evaluate.ts';
import type { Formula } from '../expressions/expression.ts';
import { roundingOf } from '../reports/computed.ts';
import { addExact, compareExact, decimalIn, type Exact, exactDecimal } from '../reports/exact.ts';
import type { Indicator } from '../reports/obligation.ts';

type RecountedFigure = Pick<Indicator, 'key' | 'kind' | 'unit' | 'decimals' | 'partOf'> & {
  formula: Formula | null;
  stored: Exact;
};

/** A report as it is stored. `unit` is a code, `round` the key of the round. */
export type RecountedReport = {
  id: number;
  unit: string;
  round: string;
  directive: string;
  figures: RecountedFigure[];
};

/** A stored figure that differs from what follows from the others; `computed` null: nothing does. */
export type FalseFigure = { key: string; stored: Exact; computed: Exact | null };

/** What differs. A whole is compared with its parts where all that are stored of them are numbers. */
export function recount({ figures }: Pick<RecountedReport, 'figures'>): FalseFigure[] {
  const of = (key: string): Exact | undefined => figures.find((figure) => figure.key === key)?.stored;
  return figures.flatMap((figure): FalseFigure[] => {
    const { key, stored } = figure;
    const computed = figure.formula ? computedOf({ ...figure, formula: figure.formula }, of) : sumOfParts(key, figures);
    if (computed === undefined || (computed !== null && compareExact(computed, stored) === 0)) return [];
    return [{ key, stored, computed }];
  });
}

function computedOf(
  figure: RecountedFigure & { formula: Formula },
  of: (key: string) => Exact | undefined,
): Exact | null {
  const known = (key: string) => {
    const stored = of(key);
    return stored === undefined ? undefined : decimalIn(stored);
  };
  const value = compute(figure.formula, known, roundingOf(figure));
  return value ? exactDecimal(value) : null;
}

/** Undefined where it is no whole. */
function sumOfParts(key: string, figures: readonly RecountedFigure[]): Exact | undefined {
  const parts = figures.filter(({ partOf }) => partOf === key);
  return parts.length === 0 ? undefined : parts.map(({ stored }) => stored).reduce(addExact, 0);
}
