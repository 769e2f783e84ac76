import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Message } from '../../../core/delivery/message.ts';
import { findOffered, findRecipient, type SealedMessage, writeMessages } from '../../../db/delivery/messages.ts';
import { messages, units } from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';
import { createWorld } from '../../harness/world.ts';

describeDatabases('a message', (db) => {
  test('says in columns what it is about and what it answers', async () => {
    const world = await createWorld(db(), { at: '2021-09-05T10:00' });
    await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff();
    const group = world.group('Giao ban');
    await hoa.writesIn(group, `/start ${await world.invite('group')}`);
    await world.issue();
    await world.at('2021-09-08T08:00');
    const rows = await world.db
      .select({
        kind: messages.kind,
        recipient: messages.recipientType,
        directive: messages.directiveId,
        unit: units.code,
        round: messages.roundId,
        slot: messages.slot,
        isAnswer: messages.inboxId,
      })
      .from(messages)
      .leftJoin(units, eq(units.id, messages.unitId))
      .orderBy(asc(messages.id));
    const lines = rows.map(({ isAnswer, ...row }) => [...Object.values(row), isAnswer !== null]);
    const unasked = lines.filter(([, , directive]) => directive !== null);
    expect(unasked).toEqual([
      ['tasks', 'person', world.directiveId, 'XA-AN-BINH', null, null, false],
      ['group', 'group', world.directiveId, null, 1, 'P1D', false],
      ['reminder', 'person', world.directiveId, 'XA-AN-BINH', 1, 'P1D', false],
      ['calls', 'person', world.directiveId, null, 1, 'P1D', false],
    ]);
    const answers = lines.filter(([, , directive]) => directive === null);
    expect(answers.length).toBeGreaterThan(2);
    expect(answers.every((line) => line.at(-1) === true)).toBe(true);
  });

  const now = new Date('2021-09-07T08:00:00+07:00');
  const message = (meaning: string, recipient: Message['recipient'], choice?: string): SealedMessage => ({
    meaning,
    recipient,
    kind: 'receipt',
    body: { text: meaning, choices: choice ? [{ id: choice, label: choice }] : [], choiceStyle: 'menu' },
    sealed: null,
  });
  const person = { type: 'person', id: 1 } as const;
  const account = { type: 'account', id: 1 } as const;

  test('is written once for its meaning and its recipient', async () => {
    const said = [message('a', person), message('a', account), message('b', person)];
    const first = await writeMessages(db(), said, now);
    expect(first.map(({ meaning, recipient }) => [meaning, recipient.type])).toEqual([
      ['a', 'person'],
      ['a', 'account'],
      ['b', 'person'],
    ]);
    const again = await writeMessages(db(), [...said, message('b', account)], now);
    expect(again).toMatchObject([{ meaning: 'b', recipient: account }]);
    expect(await findRecipient(db(), again[0]?.id ?? 0)).toEqual(account);
  });

  test('offers its standing choices to whom it was said, until a newer one does', async () => {
    const offered = async () => {
      const { choices, isOld } = await findOffered(db(), [person, account]);
      return [...choices.map(({ id }) => id), ...(isOld ? ['old'] : [])];
    };
    await writeMessages(db(), [message('a', person, '/nhiemvu')], now);
    await writeMessages(db(), [message('b', { type: 'person', id: 2 }, '/toi'), message('c', account)], now);
    expect(await offered()).toEqual(['/nhiemvu', 'old']);
    await writeMessages(db(), [message('d', account, '/baocao')], now);
    expect(await offered()).toEqual(['/baocao']);
    expect(await findOffered(db(), [])).toEqual({ choices: [], isOld: false });
  });
});
