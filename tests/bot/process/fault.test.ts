import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { readConfig } from '../../../bot/config/environment.ts';
import { databaseFaultOf, faultSentence } from '../../../bot/process/fault.ts';
import { createLog } from '../../../bot/process/log.ts';
import { accounts } from '../../../db/schema/tables.ts';
import { describeOnDatabase } from '../../harness/database.ts';

// Parts of the number might stand in the number of the process or in the time of a line.
const words = 'Nguyễn Thị Chim 0912345678';

describeOnDatabase('a statement that failed', (db) => {
  const failures: [string, () => Promise<unknown>][] = [
    ['a value of the wrong kind', () => db().execute(sql`select ${words}::int`)],
    ['a key that is there already', () => insertTwice()],
  ];
  const insertTwice = async (): Promise<void> => {
    const row = { channel: 'telegram' as const, address: words, name: words, lastSeenAt: new Date(0) };
    await db().insert(accounts).values(row);
    await db().insert(accounts).values(row);
  };

  test.each(failures)('because of %s is logged without what a person wrote', async (_, run) => {
    const error: unknown = await run().catch((caught: unknown) => caught);
    expect(String(error)).toContain(words);
    const config = readConfig({});
    if (!config.ok) throw new Error(config.error);
    let text = '';
    const log = createLog(config.value, { write: (line) => (text += line) });
    log.error({ err: error }, 'failed');
    log.error({ error }, 'failed');
    log.error({ err: new Error('while saving', { cause: error }) }, 'failed');
    for (const kept of [text, faultSentence(error)]) {
      for (const word of words.split(' ')) expect(kept).not.toContain(word);
      expect(kept).toContain('$1');
    }
    expect(databaseFaultOf(error)).toMatchObject({
      code: expect.stringMatching(/^2[23]/),
      type: expect.stringContaining('Drizzle'),
    });
  });
});

test('any other error says what it said', () => {
  expect(databaseFaultOf(new Error('no such file'))).toBeUndefined();
  expect(faultSentence(new Error('no such file'))).toBe('no such file');
});
