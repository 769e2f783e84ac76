import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../../db/engine/address.ts';
import { createPool } from '../../../db/engine/pool.ts';
import { createRecurring } from '../../../db/engine/statements/recurring.ts';
import { createPostgresDatabase, hasPostgres } from '../../harness/database.ts';

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
  test('has its recurring statements read once by the server', async () => {
    const { url, drop } = await createPostgresDatabase(false);
    const address = parseAddress(url);
    if (!address.ok) throw new Error('the test server has an odd address');
    const { client, close } = createPool(address.value, { role: 'test', statementSeconds: 60, most: 1 });
    const names = await drizzle(client).transaction(async (tx) => {
      for (let n = 0; n < 4; n++) await tx.execute(sql`select ${n}::int as again`);
      await tx.execute(sql`select ${1}::int as alone`);
      return tx.execute<{ statement: string }>(sql`select statement from pg_prepared_statements`);
    });
    await close();
    await drop();
    const said = (names as unknown as { statement: string }[]).map(({ statement }) => statement);
    expect(said.filter((text) => /as (?:again|alone)$/.test(text))).toEqual(['select $1::int as again']);
  });
});
