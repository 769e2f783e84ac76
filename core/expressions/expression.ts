/**
 * The small language of formulas and rules over the figures of a report: sums, differences, products, shares and
 * comparisons of them, as data. Written once when a directive is imported, evaluated here and in SQL alike.
 */

/** A sum of figures, by their keys, and of numbers as plain decimals. */
export type Expression =
  | { type: 'figure'; key: string }
  | { type: 'number'; value: string }
  | { type: '+' | '-' | '*'; left: Expression; right: Expression };

/** What a locked figure is computed from. A share is of its two sums, so that it can be made of sums over units too. */
export type Formula =
  | { type: 'sum'; of: Expression; text: string }
  | { type: 'share'; part: Expression; whole: Expression; text: string };

export const comparisons = ['<=', '>=', '!=', '=', '<', '>'] as const;
export type Comparison = { left: Expression; is: (typeof comparisons)[number]; right: Expression; text: string };

/** Why a text is no formula or rule. */
export type ExpressionFault =
  /** `parts`: keys that it would be with spaces around its strokes. */
  | { type: 'unknown-figure'; name: string; parts: string[] }
  | { type: 'unexpected'; found: string }
  | { type: 'ends-early' }
  /** A share stands alone: `a / b`. */
  | { type: 'share-within' }
  | { type: 'no-comparison' };

/** The keys of the figures in it, each once. */
function figuresIn(expression: Expression): string[] {
  if (expression.type === 'figure') return [expression.key];
  if (expression.type === 'number') return [];
  return [...new Set([...figuresIn(expression.left), ...figuresIn(expression.right)])];
}

export const figuresOfFormula = (formula: Formula): string[] =>
  formula.type === 'sum'
    ? figuresIn(formula.of)
    : [...new Set([...figuresIn(formula.part), ...figuresIn(formula.whole)])];

export const figuresOfComparison = ({ left, right }: Comparison): string[] => [
  ...new Set([...figuresIn(left), ...figuresIn(right)]),
];
