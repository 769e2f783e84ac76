/** Formulas of indicators as formulas of a sheet: who changes a figure there sees what follows from it. */
import type { Expression, Formula } from '../../../core/expressions/expression.ts';

/** `ref` is the cell of a key, or its column of cells inside SUMPRODUCT. */
function expressionIn(expression: Expression, ref: (key: string) => string): string {
  if (expression.type === 'figure') return ref(expression.key);
  if (expression.type === 'number') return expression.value;
  return `(${expressionIn(expression.left, ref)}${expression.type}${expressionIn(expression.right, ref)})`;
}

/** The figure of one row. */
export function rowFormula(formula: Formula, ref: (key: string) => string): string {
  if (formula.type === 'sum') return expressionIn(formula.of, ref);
  const [part, whole] = [formula.part, formula.whole].map((side) => expressionIn(side, ref));
  return `IF(N(${whole})=0,"",${part}/${whole})`;
}

/** A share over many rows: of the sums, never the mean of the shares. */
export function sumsFormula(formula: Extract<Formula, { type: 'share' }>, range: (key: string) => string): string {
  const [part, whole] = [formula.part, formula.whole].map((side) => `SUMPRODUCT(${expressionIn(side, range)})`);
  return `IF(N(${whole})=0,"",${part}/${whole})`;
}
