import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compute, holds } from '../../../core/expressions/evaluate.ts';
import { type Comparison, comparisons, type Expression, type Formula } from '../../../core/expressions/expression.ts';
import { type Decimal, decimalOf, plainDecimal } from '../../../core/language/reading/decimal.ts';
import { comparisonSql, formulaSql } from '../../../db/reports/expressions.ts';
import { describeDatabases } from '../../harness/database.ts';

const keys = ['a', 'b', 'c'] as const;
const figure = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat(3), fc.nat(9))
  .map(([units, places, shrink]): Decimal => ({ units: units / 10n ** BigInt(shrink), places }));
const figures = fc.record({ a: fc.option(figure), b: fc.option(figure), c: fc.option(figure) });

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom(...keys).map((key) => ({ type: 'figure', key }) as const),
    fc.constantFrom('0', '2', '100', '0.5', '12.125').map((value) => ({ type: 'number', value }) as const),
    fc.record({
      type: fc.constantFrom('+' as const, '-' as const, '*' as const),
      left: tie('expression'),
      right: tie('expression'),
    }),
  ),
}));
const formula: fc.Arbitrary<Formula> = fc.oneof(
  expression.map((of) => ({ type: 'sum', of, text: '' }) as const),
  fc.tuple(expression, expression).map(([part, whole]) => ({ type: 'share', part, whole, text: '' }) as const),
);
const comparison: fc.Arbitrary<Comparison> = fc
  .tuple(expression, fc.constantFrom(...comparisons), expression)
  .map(([left, is, right]) => ({ left, is, right, text: '' }));

describeDatabases('formulas and rules', (db) => {
  test('come to the same in the database as in the program', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(formula, comparison, fc.nat(3), fc.constantFrom(1n, 100n)), { minLength: 5, maxLength: 15 }),
        figures,
        async (asked, given) => {
          const known = (key: string) => given[key as 'a'] ?? undefined;
          const column = (key: string) => {
            const value = known(key);
            return sql`${value ? plainDecimal(value) : null}::numeric`;
          };
          const parts = asked.map(
            ([one, rule, places, factor]) =>
              sql`json_build_array((${formulaSql(one, column, { places, factor })})::text, ${comparisonSql(rule, column)})`,
          );
          const [row] = await db()
            .select({ all: sql<[string | null, boolean | null][]>`json_build_array(${sql.join(parts, sql`, `)})` })
            .from(sql`(values (1)) one`);
          const expected = asked.map(([one, rule, places, factor]) => {
            const value = compute(one, known, { places, factor });
            return [value ? plainDecimal(value) : null, holds(rule, known) ?? null];
          });
          const plain = row?.all.map(([value, is]) => [value === null ? null : plainDecimal(decimalOf(value)), is]);
          expect(plain).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });
});
