import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { searchUnits } from '../../../core/roster/unit-search.ts';
import { listUnitsAlike } from '../../../db/figures/drill-down.ts';
import { obligations, rounds, units } from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';
import { createWorld } from '../../harness/world.ts';
import { largeRoster } from './asked/campaign.ts';

const said = [
  ...[
    'UBND xã An Bình',
    'ubnd xa an binh',
    'an bình',
    'AN BINH',
    'bình an',
    'Xã  An   Bình.',
    'XA-AN-BINH',
    'xa-an-binh',
  ],
  ...['xã', 'trường', 'mầm non số 3', 'mam non 3', 'phong gddt', 'Phòng GD&ĐT', 'đào tạo', 'dao tao', 'mn-4', 'số'],
  ...['an', 'b', 'ì', '3', '%', '_', '\\', "o'", '', '   ', 'không có xã này', 'sông mây 8', 'may song 8', 'đ', 'ubnd'],
];

describeDatabases('the units that words may name', (db) => {
  test('are found among those with letters alike as among all', async () => {
    const world = await createWorld(db(), { roster: largeRoster });
    await world.issue();
    const all = await db()
      .select({ id: units.id, code: units.code, name: units.name, aliases: units.aliases })
      .from(obligations)
      .innerJoin(units, eq(units.id, obligations.unitId))
      .orderBy(asc(units.position));
    const [round] = await db().select({ id: rounds.id }).from(rounds);
    let found = 0;
    for (const words of said) {
      const alike = await listUnitsAlike(db(), round?.id ?? 0, [words]);
      expect(searchUnits(alike, words), words).toEqual(searchUnits(all, words));
      found += searchUnits(all, words).length;
    }
    expect(found).toBeGreaterThan(20);
    expect((await listUnitsAlike(db(), round?.id ?? 0, ['an bình'])).length).toBeLessThan(all.length / 2);
  });
});
