import { asc, type SQL } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { RequestState } from '../../../core/delivery/request-state.ts';
import { writeMessages } from '../../../db/delivery/messages.ts';
import { enqueue } from '../../../db/delivery/queue.ts';
import { hasLeft, hasTrouble, isDoubtful, isOnItsWay, isPending } from '../../../db/delivery/standing.ts';
import { messages, outbox } from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';

const now = new Date('2021-09-07T08:00:00+07:00');
const states: RequestState[] = ['queued', 'sending', 'sent', 'uncertain', 'refused', 'withdrawn'];

describeDatabases('how a message stands', (db) => {
  /** Messages named for the state of their one request, one without any, and one of which a part was sent. */
  async function say(): Promise<void> {
    const said = [...states, 'unsaid', 'half'].map((meaning) => ({
      meaning,
      recipient: { type: 'person' as const, id: 1 },
      kind: 'tasks' as const,
      body: { text: meaning, choices: [], choiceStyle: 'menu' as const },
      sealed: null,
    }));
    const written = new Map((await writeMessages(db(), said, now)).map(({ meaning, id }) => [meaning, id]));
    const request = (meaning: string, state: RequestState, part = 1) => ({
      messageId: written.get(meaning) ?? 0,
      channel: 'telegram' as const,
      address: meaning,
      kind: 'tasks' as const,
      part,
      parts: 1,
      text: `${meaning} ${state}`,
      sealed: null,
      urgency: 1,
      state,
      createdAt: now,
    });
    await enqueue(db(), [
      ...states.map((state) => request(state, state)),
      request('half', 'sent'),
      request('half', 'refused', 2),
    ]);
  }

  const messagesThat = async (condition: SQL) =>
    (await db().select({ name: messages.meaning }).from(messages).where(condition).orderBy(asc(messages.id))).map(
      ({ name }) => name,
    );
  const requestsThat = async (condition: SQL) =>
    (await db().select({ state: outbox.state }).from(outbox).where(condition).orderBy(asc(outbox.id))).map(
      ({ state }) => state,
    );

  test('follows from the states of its requests', async () => {
    await say();
    expect(await messagesThat(isOnItsWay)).toEqual(['queued', 'sending', 'sent', 'uncertain', 'half']);
    expect(await messagesThat(hasLeft)).toEqual(['sending', 'sent', 'uncertain', 'half']);
    expect(await requestsThat(isPending())).toEqual(['queued', 'sending']);
    expect(await requestsThat(isDoubtful)).toEqual(['uncertain']);
    expect(await requestsThat(hasTrouble)).toEqual(['queued', 'uncertain', 'refused', 'refused']);
  });
});
