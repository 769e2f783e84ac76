import { beforeEach, expect, test } from 'vitest';
import type { Db } from '../../../db/database.ts';
import { findStaffOver } from '../../../db/roster/rights.ts';
import { listUnitsAlikeUnder } from '../../../db/roster/sought.ts';
import { isUnitUnder } from '../../../db/roster/units.ts';
import { assignments, directives, people, unitRoles, units } from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';

const now = new Date('2021-09-06T01:00:00Z');

/** Tỉnh ⊃ Huyện ⊃ Phòng ⊃ Trường; Sở beside them, and a company that Sở gave a directive. */
async function makeTree(db: Db): Promise<Record<string, number>> {
  const ids: Record<string, number> = {};
  const tree = [
    ['TINH', undefined],
    ['HUYEN', 'TINH'],
    ['PHONG', 'HUYEN'],
    ['TRUONG', 'PHONG'],
    ['SO', 'TINH'],
    ['CTY', undefined],
  ] as const;
  for (const [position, [code, parent]] of tree.entries()) {
    const parentId = parent === undefined ? null : (ids[parent] ?? null);
    const [row] = await db.insert(units).values({ code, name: code, kind: 'x', parentId, position }).returning();
    ids[code] = row?.id ?? 0;
    const [person] = await db.insert(people).values({ name: code, createdAt: now }).returning();
    await db
      .insert(unitRoles)
      .values({ personId: person?.id ?? 0, unitId: ids[code], role: 'staff', state: 'agreed', from: now });
  }
  const [directive] = await db
    .insert(directives)
    .values({ number: '1', subject: 'x', issuerId: ids.SO ?? 0, draft: {} as never, importedAt: now })
    .returning();
  await db.insert(assignments).values({ directiveId: directive?.id ?? 0, unitId: ids.CTY ?? 0, taskIds: [] });
  return ids;
}

describeDatabases('rights over units', (db) => {
  let ids: Record<string, number>;
  beforeEach(async () => {
    ids = await makeTree(db());
  });

  test.each([
    [['TINH'], ['HUYEN', 'PHONG', 'TRUONG', 'SO']],
    [['HUYEN'], ['PHONG', 'TRUONG']],
    [['TRUONG'], []],
    [['SO'], ['CTY']],
    [
      ['PHONG', 'SO'],
      ['TRUONG', 'CTY'],
    ],
    [[], []],
  ])('the staff of %j have them over %j', async (offices, expected) => {
    const reach = { day: '2021-09-06', offices: offices.map((code) => ids[code] ?? 0) };
    const under = await listUnitsAlikeUnder(db(), reach, { words: '' });
    expect(under.map(({ code }) => code)).toEqual(expected);
    for (const code of Object.keys(ids))
      expect(await isUnitUnder(db(), { ...reach, code }), code).toBe((expected as string[]).includes(code));
  });

  test.each([
    ['TRUONG', ['TINH', 'HUYEN', 'PHONG', 'TRUONG']],
    ['SO', ['TINH', 'SO']],
    ['CTY', ['SO', 'CTY']],
  ])('over %s they are those of the staff of %j', async (unit, offices) => {
    const staff = await findStaffOver(db(), ids[unit] ?? 0);
    const names = await db().select().from(people);
    expect(staff.map((id) => names.find((person) => person.id === id)?.name)).toEqual(offices);
  });
});
