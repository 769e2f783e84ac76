import { expect, test } from 'vitest';
import { units } from '../../db/schema/tables.ts';
import { describeDatabases } from './database.ts';

describeDatabases('the database of a test', (db) => {
  for (const turn of ['first', 'second']) {
    test(`is empty and counts from 1 for the ${turn} test`, async () => {
      const rows = await db().insert(units).values({ code: 'x', name: 'X', kind: 'office', position: 1 }).returning();
      expect(rows.map((row) => row.id)).toEqual([1]);
      expect(await db().select().from(units)).toHaveLength(1);
    });
  }
});
