import { asc, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { insertRows } from '../../../db/engine/statements/insert-rows.ts';
import { messages, outbox, units } from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';

const createdAt = new Date('2021-09-06T01:00:00.123Z');

/** A text with what is told apart in JSON, in SQL and in lists. */
const odd = "a\"b\\c\n{d}\t'e' \\u0041 ‹f› 😀";

const told = (meaning: string) => ({
  meaning,
  recipientType: 'person' as const,
  recipientId: 1,
  kind: 'tasks' as const,
  body: { text: odd, choices: [], choiceStyle: 'menu' as const },
  createdAt,
});

describeDatabases('rows that are one parameter', (db) => {
  test('come back as they were given, in their order, with the defaults of their columns', async () => {
    const given = Array.from({ length: 1200 }, (_, n) => ({
      code: `X-${n}`,
      name: odd,
      kind: 'office',
      position: n,
      ...(n % 2 === 0 && { tags: ['a,b', '{c}', 'd"e'], staff: n }),
    }));
    await db().execute(insertRows(units, given));
    const kept = await db().select().from(units).orderBy(asc(units.id));
    expect(kept.map(({ code }) => code)).toEqual(given.map(({ code }) => code));
    expect(kept[2]).toMatchObject({ name: odd, tags: ['a,b', '{c}', 'd"e'], staff: 2, headName: null });
    expect(kept[3]).toMatchObject({ name: odd, tags: [], staff: null });
  });

  test('keep instants and JSON, and what all of them have alike', async () => {
    await db().execute(insertRows(messages, ['one', 'two'].map(told)));
    const messageId = sql`(select id from messages where meaning = 'two')`;
    const request = { channel: 'telegram' as const, address: '1', kind: 'tasks' as const, parts: 2, text: odd };
    await db().execute(
      insertRows(
        outbox,
        [1, 2].map((part) => ({ ...request, part, urgency: 2, createdAt, choices: [{ tap: odd, label: odd }] })),
        { messageId },
      ),
    );
    const [first, second] = await db().select().from(messages).orderBy(asc(messages.id));
    expect(first).toMatchObject({ ...told('one'), sealed: null });
    expect(await db().select().from(outbox).orderBy(asc(outbox.id))).toMatchObject(
      [1, 2].map((part) => ({
        messageId: second?.id,
        part,
        createdAt,
        choices: [{ tap: odd, label: odd }],
        attachment: null,
        state: 'queued',
        isHeld: false,
      })),
    );
  });

  test('say the same text however many they are', async () => {
    const textOf = (rows: number) =>
      db()
        .select({ one: sql`1` })
        .from(
          sql`(${insertRows(
            messages,
            Array.from({ length: rows }, () => told('x')),
          )}) x`,
        )
        .toSQL().sql;
    expect(textOf(300)).toBe(textOf(1));
  });

  test('are none of those that a conflict leaves out', async () => {
    const insert = async () =>
      db().execute(sql`${insertRows(messages, [told('once')])} on conflict do nothing returning id`);
    await insert();
    await insert();
    expect(await db().select().from(messages)).toHaveLength(1);
  });
});
