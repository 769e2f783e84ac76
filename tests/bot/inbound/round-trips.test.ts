/**
 * How often a turn waits for the database. Counted on the line, since the driver asks more than it is told to: a round trip
 * begins where the product speaks after the server did.
 */
import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { connectPostgres, createPostgresDatabase, hasPostgres } from '../../harness/database.ts';
import { openLine } from '../../harness/line.ts';
import { createWorld } from '../../harness/world.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of cleanUp.splice(0).reverse()) await each();
});

/** A database over a line that counts. */
async function countedDatabase() {
  const { url, drop } = await createPostgresDatabase();
  cleanUp.push(drop);
  let [count, last] = [0, 'server'];
  const line = await openLine(url, {
    hears: (speaker) => {
      if (speaker === 'product' && last === 'server') count += 1;
      last = speaker;
    },
  });
  cleanUp.push(line.close);
  const { db, close } = connectPostgres(line.url);
  cleanUp.push(close);
  const trips = async (work: () => Promise<unknown>): Promise<number> => {
    const before = count;
    await work();
    return count - before;
  };
  return { db, trips };
}

describe.runIf(hasPostgres())('round trips to PostgreSQL', () => {
  test('a transaction begins with its first statement', async () => {
    const { db, trips } = await countedDatabase();
    const one = () => db.transaction((tx) => tx.execute(sql`select ${1}::int`));
    for (let again = 0; again < 3; again++) await one();
    expect(await trips(one)).toBe(2);
  });

  test('an answer takes 3 at most, and a submission 4, whatever was asked', async () => {
    const { db, trips } = await countedDatabase();
    const world = await createWorld(db);
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    const nga = await world.register('XA-BINH-MINH', 'Nga');
    // A statement is prepared where it comes the second time: lan's report and her corrections do that.
    for (const text of ['/baocao', '50', '46', '40', '38', 'không', 'đúng']) await lan.says(text);
    for (const correction of ['sửa lại bluezone 45', 'sửa lại bluezone 44']) {
      await lan.says(correction);
      await lan.says('đúng');
      lan.sees(/Đã ghi nhận/);
    }
    const countTrips = async (text: string): Promise<number> => {
      const inbound = { channel: 'telegram', externalId: `trips-${text}`, kind: 'text', from: nga, text } as const;
      const count = await trips(() => world.receiver.receive(inbound));
      await world.settle();
      return count;
    };
    await nga.says('/baocao');
    const answers: number[] = [];
    for (const text of ['50', '46', '40', '38', 'không']) answers.push(await countTrips(text));
    nga.sees(/Bluezone: 46\/50/);
    expect(Math.max(...answers)).toBeLessThanOrEqual(3);
    // The first figures of a unit are taken so once in this session.
    await countTrips('đúng');
    nga.sees(/Đã ghi nhận/);
    await nga.says('sửa lại bluezone 45');
    expect(await countTrips('đúng ạ')).toBeLessThanOrEqual(4);
    nga.sees(/Đã ghi nhận/);
  });
});
