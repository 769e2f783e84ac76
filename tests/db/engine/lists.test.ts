import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inArray, notInArray } from '../../../db/engine/lists.ts';
import { units } from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';

const root = join(import.meta.dirname, '../../..');

test('no query makes a parameter of each value of a list', () => {
  const files = ['db', 'bot', 'jobs'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(room, name)),
  );
  const listing = files.filter((file) =>
    /import \{[^}]*\b(notI|i)nArray\b[^}]*\} from 'drizzle-orm'/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(listing).toEqual([]);
});

describeDatabases('a list in a statement', (db) => {
  const many = Array.from({ length: 100_000 }, (_, n) => n);

  test('may be longer than a statement has parameters', async () => {
    const rows = db().select({ id: units.id }).from(units);
    expect(await rows.where(inArray(units.id, many))).toEqual([]);
    expect(await db().select({ id: units.id }).from(units).where(notInArray(units.id, many))).toEqual([]);
  });

  test('finds the values that it holds, whatever stands in them, and none where it is empty', async () => {
    const codes = ['a', 'b,c', '{d}', 'e"f', "g'h", '\\i', 'null', ''];
    await db()
      .insert(units)
      .values(codes.map((code, position) => ({ code, name: code, kind: 'office', position })));
    for (const code of codes) {
      const found = await db()
        .select({ code: units.code })
        .from(units)
        .where(inArray(units.code, [code]));
      expect(found).toEqual([{ code }]);
    }
    const none: string[] = [];
    expect(await db().select({ code: units.code }).from(units).where(inArray(units.code, none))).toEqual([]);
    expect((await db().select().from(units).where(notInArray(units.code, none))).length).toBe(codes.length);
    expect((await db().select().from(units).where(notInArray(units.code, codes))).length).toBe(0);
  });
});
