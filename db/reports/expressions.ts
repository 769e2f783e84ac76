/** Formulas and rules as SQL: what `core/expressions/evaluate.ts` says, said by the database. */
import { type SQL, sql } from 'drizzle-orm';
import type { Comparison, Expression, Formula } from '../../core/expressions/expression.ts';

/** The column, or the query, that holds the figure of a key. */
export type FigureColumn = (key: string) => SQL;

/** Null where a figure is missing. */
export function expressionSql(expression: Expression, column: FigureColumn): SQL {
  if (expression.type === 'figure') return sql`${column(expression.key)}`;
  if (expression.type === 'number') return sql`${expression.value}::numeric`;
  const [left, right] = [expressionSql(expression.left, column), expressionSql(expression.right, column)];
  return sql`(${left} ${sql.raw(expression.type)} ${right})`;
}

/** The figure of a formula with so many places, halves rounded up; null where a figure is missing or a whole is 0. */
export function formulaSql(
  formula: Formula,
  column: FigureColumn,
  { places, factor }: { places: number; factor: bigint },
): SQL {
  const power = sql`${`1${'0'.repeat(places)}`}::numeric`;
  const unit = sql`${places === 0 ? '1' : `0.${'0'.repeat(places - 1)}1`}::numeric`;
  if (formula.type === 'sum') return sql`(floor(${expressionSql(formula.of, column)} * ${power} + 0.5) * ${unit})`;
  const [part, whole] = [expressionSql(formula.part, column), expressionSql(formula.whole, column)];
  // Division of numerics is rounded; whole parts and remainders are exact.
  const top = sql`(sign(${whole}) * (2 * ${String(factor)}::numeric * ${part} * ${power} + ${whole}))`;
  const bottom = sql`(2 * abs(${whole}))`;
  return sql`(case when ${whole} <> 0 then
    div(${top} - mod(mod(${top}, ${bottom}) + ${bottom}, ${bottom}), ${bottom}) * ${unit} end)`;
}

/** Whether a rule holds; null where a figure is missing. */
export const comparisonSql = ({ left, is, right }: Comparison, column: FigureColumn): SQL =>
  sql`(${expressionSql(left, column)} ${sql.raw(is === '!=' ? '<>' : is)} ${expressionSql(right, column)})`;
