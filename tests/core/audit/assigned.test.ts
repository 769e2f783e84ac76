/** Who was given which tasks, as the text of which the record of a directive holds the digest. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSeal } from '../../../bot/audit/seal.ts';
import { type AssignedAlike, assignedPieces } from '../../../core/audit/assigned.ts';
import { canonical } from '../../../core/audit/fact.ts';
import { groupedBy } from '../../../core/roster/grouped.ts';

type Assigned = { unit: number; tasks: number[] };

/** As the database groups them. */
function alike(rows: readonly Assigned[]): AssignedAlike[] {
  const ids = (group: readonly Assigned[]) => group.map(({ unit }) => `${unit}}`).sort();
  return [...groupedBy(rows, ({ tasks }) => tasks.join()).values()].map((group) => ({
    tasks: group[0]?.tasks ?? [],
    units: ids(group)
      .map((id) => id.slice(0, -1))
      .join(),
  }));
}

const joined = (groups: readonly AssignedAlike[]): string => [...assignedPieces(groups)].join('');

test('is the list of all units in the order of their texts, however they are grouped', () => {
  const lists = fc.uniqueArray(fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 3 }), {
    maxLength: 4,
    minLength: 1,
    selector: String,
  });
  const given = lists.chain((tasks) =>
    fc.uniqueArray(fc.record({ unit: fc.integer({ min: 1, max: 2000 }), tasks: fc.constantFrom(...tasks) }), {
      selector: ({ unit }) => unit,
    }),
  );
  fc.assert(
    fc.property(given, (rows) => {
      expect(joined(alike(rows))).toBe(canonical(rows.map(canonical).sort()));
    }),
  );
});

test('comes in pieces, and its digest is that of the whole', async () => {
  const rows = Array.from({ length: 30_000 }, (_, at) => ({ unit: at + 1, tasks: at % 3 === 0 ? [1, 12] : [1] }));
  const groups = alike(rows);
  const whole = canonical(rows.map(canonical).sort());
  expect([...assignedPieces(groups)].length).toBeGreaterThan(5);
  expect(joined(groups)).toBe(whole);
  const { digest, digestInTurns } = createSeal(Buffer.alloc(32, 1));
  expect(digest(assignedPieces(groups))).toBe(digest(whole));
  expect(await digestInTurns(assignedPieces(groups))).toBe(digest(whole));
});
