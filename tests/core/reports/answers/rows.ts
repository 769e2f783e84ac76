/** Answers as a table: a line each, `what was written → kind value`; " ⏎ " stands for a line break. */
import { describe, expect, it } from 'vitest';
import { readInContext } from '../../../../core/reports/answers/contexts.ts';
import { formNamed, standingFigures } from '../../../../core/reports/answers/settings.ts';

const known = [
  { label: 'Số CBCCVC', isDenominator: true },
  { label: 'Bluezone', isDenominator: false },
  { label: 'QR', isDenominator: false },
  { label: 'Smart Thanh Hóa', isDenominator: false },
];
export const setting = {
  form: formNamed(['CBCCVC', 'Bluezone', 'QR', 'Smart'], known),
  standing: standingFigures('CBCCVC=50,Bluezone=45,QR=40,Smart=38'),
};

/** Every line of a table is read as it says. */
export function answersOf(context: string, table: string): void {
  const rows = table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(' → ') as [string, string]);
  describe(context, () => {
    it.each(rows)('%s → %s', (said, expected) => {
      const read = readInContext(context, said.replaceAll(' ⏎ ', '\n'), setting);
      expect(`${read?.kind} ${read?.value}`.trim()).toBe(expected);
    });
  });
}
