import { asc, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { onePage } from '../../../db/engine/one-page.ts';
import { people, units } from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';

describeDatabases('rows as one text', (db) => {
  test('are those of the select, in its order, whatever they hold', async () => {
    await db()
      .insert(units)
      .values(
        ['Lan "dấu" \\ \t', 'đường\u2028dài', '🇻🇳\n'].map((name, n) => ({
          code: `${9 - n}`,
          name,
          kind: 'x',
          position: n,
        })),
      );
    await db()
      .insert(people)
      .values({ name: 'Nam', createdAt: new Date('2021-09-06T01:00:00.123Z') });
    const ofUnits = () =>
      db()
        .select({ id: units.id, name: units.name, parent: units.parentId, list: sql<number[]>`'[1, 2.5]'::jsonb` })
        .from(units)
        .orderBy(asc(units.code));
    expect(await onePage(db(), ofUnits())).toEqual(await ofUnits());
    const ofPeople = () => db().select({ at: people.createdAt, phone: people.phone }).from(people);
    expect(await onePage(db(), ofPeople())).toEqual(await ofPeople());
    expect(await onePage(db(), ofPeople().where(sql`false`))).toEqual([]);
  });
});
