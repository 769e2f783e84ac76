import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { createRecurring } from '../../../db/engine/statements/recurring.ts';
import { databaseForEach, hasPostgres } from '../../harness/database.ts';

describe('which statements are prepared', () => {
  test('one that comes again is, from the second time on', () => {
    const isRecurring = createRecurring();
    expect(Array.from({ length: 3 }, () => isRecurring('select $1', 1))).toEqual([false, true, true]);
  });

  test('one without parameters is not, nor a list of rows', () => {
    const isRecurring = createRecurring();
    const ask = (parameters: number) => Array.from({ length: 3 }, () => isRecurring('insert', parameters));
    expect([ask(0), ask(61)]).toEqual([Array(3).fill(false), Array(3).fill(false)]);
  });

  test('however many texts there are, five hundred at most are', () => {
    const isRecurring = createRecurring();
    for (let again = 0; again < 3; again++) for (let n = 0; n < 5_000; n++) isRecurring(`select ${n % 1_000}, $1`, 1);
    const prepared = Array.from({ length: 1_000 }, (_, n) => isRecurring(`select ${n}, $1`, 1)).filter(Boolean);
    expect(prepared).toHaveLength(500);
  });
});

describe.runIf(hasPostgres())('a session on PostgreSQL', () => {
  const db = databaseForEach('postgres');

  test('has its recurring statements read once by the server', async () => {
    const names = await db().transaction(async (tx) => {
      for (let n = 0; n < 4; n++) await tx.execute(sql`select ${n}::int as again`);
      await tx.execute(sql`select ${1}::int as alone`);
      return tx.execute<{ statement: string }>(sql`select statement from pg_prepared_statements`);
    });
    const said = (names as unknown as { statement: string }[]).map(({ statement }) => statement);
    expect(said.filter((text) => /as (?:again|alone)$/.test(text))).toEqual(['select $1::int as again']);
  });
});
