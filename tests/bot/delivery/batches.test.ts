import { asc, eq, sql } from 'drizzle-orm';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createDeliverer } from '../../../bot/delivery/deliverer.ts';
import { sayAll } from '../../../bot/delivery/say.ts';
import { settleAbandoned, settleSent } from '../../../bot/delivery/settle.ts';
import type { Transact } from '../../../bot/delivery/work.ts';
import type { Message } from '../../../core/delivery/message.ts';
import { fail } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { type Claimable, claimBatch, type Walk } from '../../../db/delivery/claim.ts';
import { beginTerm } from '../../../db/delivery/fence.ts';
import { rowsOf } from '../../../db/engine/rows.ts';
import { assignments, outbox } from '../../../db/schema/tables.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { createWorld, type World } from '../../harness/world.ts';

/** After any wait that doubt asks for. */
const later = Date.UTC(2100, 0);

async function opened(db: World['db']): Promise<World> {
  const world = await createWorld(db);
  await world.register('XA-AN-BINH', 'Lan');
  await world.settle();
  return world;
}

/** Queues one reminder to each address, in this order; further rows of one address wait behind its first. */
async function queue(world: World, addresses: string[], change: Partial<typeof outbox.$inferInsert> = {}) {
  const message: Message = {
    meaning: `queued ${addresses.join()} ${JSON.stringify(change)}`,
    recipient: { type: 'person', id: 1 },
    kind: 'tasks',
    body: { text: 'x', choices: [], choiceStyle: 'menu' },
  };
  await sayAll(world.reading(), [message]);
  const [row] = await world.db.select().from(outbox).orderBy(sql`id desc`).limit(1);
  if (!row) throw new Error('nothing was queued');
  await world.db.delete(outbox).where(eq(outbox.id, row.id));
  const { id: _, ...same } = row;
  for (let from = 0; from < addresses.length; from += 500)
    await world.db.insert(outbox).values(
      addresses.slice(from, from + 500).map((address, index) => ({
        ...same,
        address,
        part: from + index + 1,
        parts: addresses.length,
        ...change,
      })),
    );
}

const copies = (address: string, count: number): string[] => Array.from({ length: count }, () => address);

describeOnDatabase('requests that are claimed together', (db) => {
  const claim = async (most: number, claimable: Partial<Claimable> = {}, walk?: Walk) =>
    (await claimBatch(db(), 'telegram', { machineMs: later, ...claimable }, { most, ...(walk && { walk }) })).map(
      ({ address }) => address,
    );

  test('are the first of as many chats, the most urgent and oldest first', async () => {
    const world = await opened(db());
    await queue(world, ['a', 'a', 'b', 'c', 'a', 'd']);
    await queue(world, ['e', 'f'], { urgency: 0 });
    expect(await claim(4)).toEqual(['e', 'f', 'a', 'b']);
    expect(await claim(4)).toEqual(['c', 'd']);
    expect(await claim(4)).toEqual([]);
  });

  test('are answers alone while nothing else may go', async () => {
    const world = await opened(db());
    await queue(world, ['a', 'b']);
    await queue(world, ['c'], { urgency: 0 });
    expect(await claim(4, { urgency: 0 })).toEqual(['c']);
    expect(await claim(4, { urgency: 0 })).toEqual([]);
  });

  test('carry no more papers than may be made', async () => {
    const world = await opened(db());
    const attachment = {
      type: 'file' as const,
      label: 'x',
      paper: { what: 'paper', directive: 1, format: 'docx' } as const,
    };
    await queue(world, ['a', 'b', 'c'], { attachment });
    await queue(world, ['d', 'e']);
    expect(await claim(4, { papers: 2 })).toEqual(['a', 'b', 'd']);
    expect(await claim(4, { papers: 0 })).toEqual(['e']);
  });

  test('are found behind thousands that wait for a busy chat, of every other chat in turn', async () => {
    const world = await opened(db());
    await queue(world, [...copies('busy', 2000), 'a', 'b', ...copies('other', 400), 'c']);
    const walk = { after: '' };
    const busy = ['busy', 'other'];
    expect(await claim(2, { busy }, walk)).toEqual(['a', 'b']);
    expect(await claim(2, { busy }, walk)).toEqual(['c']);
    expect(await claim(2, { busy }, walk)).toEqual([]);
    expect(await claim(2, {}, walk)).toEqual(['busy', 'other']);
  });

  test('cost as much whatever waits for a busy chat', async () => {
    const world = await opened(db());
    await queue(world, [...copies('busy', 4000), 'a']);
    await db().execute(sql`analyze outbox`);
    /** Rows of the outbox that this session has fetched by any index. It counts what ran before the transaction, too. */
    const fetchedSoFar = async (tx: Db): Promise<number> => {
      const result = await tx.execute(sql`
        select coalesce(sum(idx_tup_fetch + coalesce(seq_tup_read, 0)), 0)::int as n
        from (select pg_stat_get_xact_tuples_fetched(oid) as idx_tup_fetch,
          pg_stat_get_xact_tuples_returned(oid) as seq_tup_read
          from pg_class where relname in ('outbox', 'outbox_queue', 'outbox_chat')) c`);
      return rowsOf<{ n: number }>(result)[0]?.n ?? 0;
    };
    const fetched = () =>
      db().transaction(async (tx) => {
        const before = await fetchedSoFar(tx);
        await claimBatch(tx, 'telegram', { machineMs: later, busy: ['busy'] }, { most: 1 });
        return (await fetchedSoFar(tx)) - before;
      });
    expect(await fetched()).toSatisfy((n: number) => n > 256 && n < 3000);
  });
});

describeOnDatabase('requests that are settled together', (db) => {
  test('leave alone what a later leader has taken over', async () => {
    const world = await opened(db());
    await queue(world, ['a', 'b', 'c']);
    const first = await beginTerm(db(), 'first', new Date());
    const rows = await claimBatch(db(), 'telegram', { machineMs: later, fence: first }, { most: 3 });
    const [, b] = rows;
    await db()
      .update(outbox)
      .set({ state: 'queued', tries: 5 })
      .where(eq(outbox.id, b?.id ?? 0));
    await settleSent(
      world.transact,
      rows.map((row) => ({ row, externalId: `'"{m-${row.address},}` })),
    );
    const settled = await db()
      .select()
      .from(outbox)
      .where(sql`${outbox.address} in ('a', 'b', 'c')`)
      .orderBy(asc(outbox.id));
    expect(settled.map(({ state, externalId }) => [state, externalId])).toEqual([
      ['sent', `'"{m-a,}`],
      ['queued', null],
      ['sent', `'"{m-c,}`],
    ]);
  });

  test('count the tasks of each as delivered', async () => {
    const world = await createWorld(db());
    for (const code of ['XA-AN-BINH', 'XA-BINH-MINH']) await world.register(code);
    await world.issue();
    const delivered = await db().select().from(assignments).where(sql`delivered_at is not null`);
    expect(delivered.length).toBe(2);
  });

  test('hold up nobody: while they are written others go out', async () => {
    const world = await opened(db());
    const addresses = Array.from({ length: 12 }, (_, n) => `2${n}`);
    await queue(world, addresses);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: Transact = async (run) => {
      await held;
      return world.transact(run);
    };
    const sent: string[] = [];
    const channel = {
      ...world.channel,
      sending: {
        ...world.channel.sending,
        send: async ({ to }: { to: string }) => {
          sent.push(to);
          if (sent.length === addresses.length) release();
          return { type: 'sent' as const, externalId: to };
        },
      },
    };
    const deliverer = createDeliverer(channel, {
      db: db(),
      clock: world.clock,
      transact: slow,
      log: pino({ level: 'silent' }),
      vault: world.vault,
      makePaper: async () => fail('none'),
      onSettled: () => {},
    });
    deliverer.start();
    await held;
    await expect.poll(async () => (await db().select().from(outbox).where(eq(outbox.state, 'sending'))).length).toBe(0);
    await deliverer.stop();
    expect(sent.sort()).toEqual(addresses.sort());
  });

  test('and were claimed for a page of ours by a process that ended, were surely not shown: they wait again', async () => {
    const world = await opened(db());
    await queue(world, ['page'], { channel: 'web', kind: 'reminder' });
    await claimBatch(db(), 'web', { machineMs: later }, { most: 1 });
    expect(await settleAbandoned(world.transact)).toBe(1);
    const [row] = await db().select().from(outbox).where(eq(outbox.address, 'page'));
    expect(row).toMatchObject({ state: 'queued', attempt: 1 });
  });
});
