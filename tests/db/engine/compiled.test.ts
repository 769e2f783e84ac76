import { and, asc, gte, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { rowsOf } from '../../../db/engine/rows.ts';
import { compiled, compiledSql, type Given } from '../../../db/engine/statements/compiled.ts';
import { people } from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';

type Person = { name: string; phone: string | null; at: Date };

const added = compiled((db, { name, phone, at }: Given<Person>) =>
  db.insert(people).values({ name, phone, createdAt: at }).returning(),
);

const named = compiled((db, given: Given<{ names: string[]; since: Date }>) =>
  db
    .select({ name: people.name, createdAt: people.createdAt })
    .from(people)
    .where(and(sql`${people.name} = any(${given.names}::text[])`, gte(people.createdAt, given.since)))
    .orderBy(asc(people.id)),
);

const counted = compiledSql(
  (_, { least }: Given<{ least: number }>) => sql`select count(*)::int as n from people where id >= ${least}::int`,
);

const at = new Date('2021-09-06T01:00:00.123Z');

describeDatabases('a statement that is put together once', (db) => {
  test('is said with other values each time: instants, lists, nothing', async () => {
    const [lan] = await added(db(), { name: 'Lan', phone: null, at });
    const [nam] = await added(db(), { name: 'Năm "x", {y}', phone: '0912345678', at });
    expect([lan, nam]).toMatchObject([
      { name: 'Lan', phone: null, createdAt: at },
      { name: 'Năm "x", {y}', phone: '0912345678', createdAt: at },
    ]);
    const names = ['Lan', 'Năm "x", {y}'];
    expect(await named(db(), { names, since: at })).toEqual(names.map((name) => ({ name, createdAt: at })));
    expect(await named(db(), { names: [], since: at })).toEqual([]);
    expect(await named(db(), { names, since: new Date(at.getTime() + 1) })).toEqual([]);
    expect(rowsOf(await counted(db(), { least: 0 }))).toEqual([{ n: 2 }]);
    expect(rowsOf(await counted(db(), { least: nam?.id ?? 0 }))).toEqual([{ n: 1 }]);
  });

  test('belongs to the transaction in which it is said', async () => {
    const before = await counted(db(), { least: 0 });
    const within = db().transaction(async (tx) => {
      await added(tx, { name: 'Tâm', phone: null, at });
      expect(rowsOf(await counted(tx, { least: 0 }))).not.toEqual(rowsOf(before));
      await tx.transaction(async (part) => {
        await added(part, { name: 'Tư', phone: null, at });
        throw new Error('taken back');
      });
    });
    await expect(within).rejects.toThrow('taken back');
    expect(rowsOf(await counted(db(), { least: 0 }))).toEqual(rowsOf(before));
  });

  test('is refused where a value is lacking', () => {
    expect(() => counted(db(), {} as { least: number })).toThrow('a statement lacks least');
  });
});
