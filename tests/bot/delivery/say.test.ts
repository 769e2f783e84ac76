/** Many messages that are said at once. */
import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sayAll } from '../../../bot/delivery/say.ts';
import { bodyOf } from '../../../core/delivery/layout.ts';
import type { Message } from '../../../core/delivery/message.ts';
import { accounts, outbox } from '../../../db/schema/tables.ts';
import { databaseForEach } from '../../harness/database.ts';
import { createWorld } from '../../harness/world.ts';

const db = databaseForEach();

test('are queued in their order, each once', async () => {
  const world = await createWorld(db());
  await world.register('XA-AN-BINH');
  const [account] = await db().select().from(accounts);
  const told = (n: number): Message => ({
    meaning: `said:${n}`,
    recipient: { type: 'person', id: account?.personId ?? 0 },
    kind: 'reminder',
    body: bodyOf({ text: `Lời nhắn ${n}.` }),
  });
  const many = Array.from({ length: 700 }, (_, n) => told(n));
  const before = await db().$count(outbox);
  // The first one again stands in another piece than the first time.
  expect(await sayAll(world.reading(), [...many, told(0)])).toBe(700);
  const queued = await db().select({ text: outbox.text }).from(outbox).orderBy(asc(outbox.id)).offset(before);
  expect(queued.map(({ text }) => text)).toEqual(many.map(({ body }) => body.text));
});
