import { asc } from 'drizzle-orm';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createDeliverer } from '../../../bot/delivery/deliverer.ts';
import { sayAll } from '../../../bot/delivery/say.ts';
import { settle, settleAbandoned } from '../../../bot/delivery/settle.ts';
import type { Message, MessageKind } from '../../../core/delivery/message.ts';
import { fail } from '../../../core/result.ts';
import { beginTerm } from '../../../db/delivery/fence.ts';
import { listUncertain } from '../../../db/delivery/uncertain.ts';
import { outbox } from '../../../db/schema/tables.ts';
import { claimNext } from '../../harness/claim-next.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { createWorld, type World } from '../../harness/world.ts';

const at = new Date('2021-09-06T01:00:00Z');
/** After any wait that doubt asks for. */
const later = Date.UTC(2100, 0);
const sent = { type: 'sent', externalId: 'x' } as const;

async function queued(world: World, ...kinds: MessageKind[]): Promise<void> {
  await world.register('XA-AN-BINH', 'Lan');
  await world.register('XA-BINH-MINH', 'Nam');
  const messages = kinds.map((kind, index): Message => {
    const body = { text: `${kind} ${index}`, choices: [], choiceStyle: 'menu' as const };
    return { meaning: `${index}`, recipient: { type: 'person', id: index + 1 }, kind, body };
  });
  await sayAll(world.reading(), messages);
}

describeOnDatabase('two that lead at once, because the lock of the first was lost unnoticed', (db) => {
  const claim = (fence: { term: number }) => claimNext(db(), 'telegram', { machineMs: later, fence });
  const states = async () =>
    (await db().select().from(outbox).orderBy(asc(outbox.id))).slice(-2).map(({ state, attempt }) => [state, attempt]);

  test('cannot both claim: the first claims nothing from the moment that the second leads', async () => {
    const world = await createWorld(db());
    await queued(world, 'tasks', 'tasks');
    const first = await beginTerm(db(), 'first', at);
    expect(await claim(first)).toMatchObject({ state: 'sending', claimTerm: first.term });
    const second = await beginTerm(db(), 'second', at);
    expect(await claim(first)).toBeUndefined();
    expect(await claim(second)).toMatchObject({ state: 'sending', claimTerm: second.term });
  });

  test('cannot both settle: what the second took over, the first changes no more', async () => {
    const world = await createWorld(db());
    await queued(world, 'tasks');
    const row = await claim(await beginTerm(db(), 'first', at));
    const fence = await beginTerm(db(), 'second', at);
    expect(await settleAbandoned(world.transact, { channel: 'telegram', inFlight: [], fence })).toBe(1);
    expect(await listUncertain(db())).toMatchObject([{ kind: 'tasks', attempt: 2 }]);
    if (!row) throw new Error('nothing was claimed');
    await settle(world.transact, row, { type: 'refused', because: 'rejected', reason: 'too late' });
    expect((await states()).at(-1)).toEqual(['queued', 2]);
    expect(await claim(fence)).toMatchObject({ id: row.id });
  });

  test('keep apart what each has under way', async () => {
    const world = await createWorld(db());
    await queued(world, 'tasks', 'tasks');
    const fence = await beginTerm(db(), 'first', at);
    const row = await claim(fence);
    const mine = { channel: 'telegram' as const, fence, inFlight: [row?.id ?? 0] };
    expect(await settleAbandoned(world.transact, mine)).toBe(0);
    await beginTerm(db(), 'second', at);
    expect(await settleAbandoned(world.transact, { ...mine, inFlight: [] })).toBe(0);
  });
});

describeOnDatabase('a claim whose answer was lost', (db) => {
  test.each(['reminder', 'tasks'] as const)('is sent after all, once and without doubt: %s', async (kind) => {
    const world = await createWorld(db());
    await queued(world, kind);
    const fence = await beginTerm(db(), 'leader', at);
    await claimNext(db(), 'telegram', { machineMs: 0, fence });
    const before = world.channel.arrived.length;
    const deliverer = createDeliverer(world.channel, {
      db: db(),
      clock: world.clock,
      transact: world.transact,
      log: pino({ level: 'silent' }),
      vault: world.vault,
      makePaper: async () => fail('none'),
      onSettled: () => {},
    });
    deliverer.start(fence);
    await expect.poll(() => world.channel.arrived.length).toBe(before + 1);
    await deliverer.stop();
    expect(await listUncertain(db())).toEqual([]);
    expect((await db().select().from(outbox).orderBy(asc(outbox.id))).at(-1)).toMatchObject({
      state: 'sent',
      attempt: 1,
    });
  });

  test('is settled once only, whoever comes late', async () => {
    const world = await createWorld(db());
    await queued(world, 'tasks');
    const row = await claimNext(db(), 'telegram', { machineMs: 0 });
    if (!row) throw new Error('nothing was claimed');
    await settle(world.transact, row, sent);
    await settle(world.transact, row, { type: 'uncertain', reason: 'late' });
    expect(await listUncertain(db())).toEqual([]);
  });
});
