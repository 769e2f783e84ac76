/** Several processes that receive for one database: here as several receivers. */
import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Receiver } from '../../../bot/inbound/receive.ts';
import { storeWaiting, takeWaiting } from '../../../db/conversation/inbox.ts';
import { inbox } from '../../../db/schema/tables.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import type { Person } from '../../harness/world/person.ts';
import { createWorld, type World } from '../../harness/world.ts';

let said = 0;
const words = ({ address, name }: Person, text: string) => {
  said += 1;
  return { channel: 'telegram', externalId: `said-${said}`, kind: 'text', from: { address, name }, text } as const;
};

/** As another process keeps a message, before it comes to its turn. Returns the row. */
async function keptElsewhere(world: World, person: Person, text: string): Promise<number> {
  const untried = { attempts: 0, retryAt: world.clock.machine(), error: null };
  await storeWaiting(world.db, { inbound: words(person, text), sealed: null }, world.clock.civil(), untried);
  const rows = await world.db.select({ id: inbox.id }).from(inbox).orderBy(asc(inbox.id));
  return rows.at(-1)?.id ?? 0;
}

const statesOf = async (world: World): Promise<string[]> =>
  (await world.db.select({ state: inbox.state }).from(inbox)).map((row) => row.state);

describeOnDatabase('of several processes', (db, kind) => {
  test('none lets a message overtake what another has kept of the same person', async () => {
    const world = await createWorld(db(), { isOneOfSeveral: true });
    const [lan, nam] = [await world.register('XA-AN-BINH', 'Lan'), await world.register('XA-BINH-MINH', 'Nam')];
    await world.issue();
    await lan.says('/baocao');
    lan.looksAway();
    nam.looksAway();
    await keptElsewhere(world, lan, '50');
    const other = world.restarted();
    await other.receive(words(lan, '45'));
    await other.receive(words(nam, '/trogiup'));
    await other.handleWaiting();
    await world.settle();
    expect(lan.reads().join()).toMatch(/Bluezone.*45\/50/s);
    nam.sees(/\/nhiemvu/);
    expect(new Set(await statesOf(world))).toEqual(new Set(['done']));
    expect(world.errors).toEqual([]);
  });

  test('each takes the turns of what comes to it, every message once and a person’s in their order', async () => {
    const world = await createWorld(db(), { isOneOfSeveral: true });
    const heads: Person[] = [];
    for (const unit of ['XA-AN-BINH', 'XA-BINH-MINH']) heads.push(await world.register(unit));
    await world.issue();
    for (const head of heads) head.looksAway();
    const processes = [world.receiver, world.restarted(), world.restarted()];
    const texts = ['/baocao', '50', '45', '40', '38'];
    const talk = async (head: Person, first: number): Promise<void> => {
      for (const [at, text] of texts.entries()) {
        const message = words(head, text);
        const [one, other] = [processes[(first + at) % 3], processes[(first + at + 1) % 3]];
        // The platform hands it in once more, to another one.
        await Promise.all([one?.receive(message), other?.receive(message)]);
      }
    };
    const strangers = Array.from({ length: 20 }, (_, at) => world.person(`Người lạ ${at}`));
    const asks = (stranger: Person, at: number) => processes[at % 3]?.receive(words(stranger, '/trogiup'));
    await Promise.all([...heads.map(talk), ...strangers.map(asks)]);
    for (const one of processes) await one.handleWaiting();
    await world.settle();
    for (const head of heads) expect(head.reads().at(-1)).toMatch(/Đã ghi Smart Thanh Hóa: 38\/50/);
    for (const stranger of strangers) expect(stranger.reads()).toHaveLength(1);
    expect(new Set(await statesOf(world))).toEqual(new Set(['done']));
    expect(world.errors).toEqual([]);
  });

  test('each leaves to another what that one has kept, until it is long overdue', async () => {
    const world = await createWorld(db(), { isOneOfSeveral: true });
    const [lan, nam] = [await world.register('XA-AN-BINH', 'Lan'), await world.register('XA-BINH-MINH', 'Nam')];
    await keptElsewhere(world, nam, '/trogiup');
    for (const person of [lan, nam]) person.looksAway();
    const other = world.restarted();
    await other.receive(words(lan, '/trogiup'), { isOneOfMany: true });
    await other.handleWaiting();
    await world.settle();
    lan.sees(/\/nhiemvu/);
    nam.seesNothing();
    world.clock.pass(6);
    await other.handleWaiting();
    await world.settle();
    nam.sees(/\/nhiemvu/);
  });

  // The embedded database has one session.
  if (kind === 'embedded') return;
  test('none waits for a turn that another has under way', async () => {
    const world = await createWorld(db(), { isOneOfSeveral: true });
    const [lan, nam] = [await world.register('XA-AN-BINH', 'Lan'), await world.register('XA-BINH-MINH', 'Nam')];
    const first = await keptElsewhere(world, lan, '/trogiup');
    await keptElsewhere(world, lan, '/nhiemvu');
    await keptElsewhere(world, nam, '/trogiup');
    const other: Receiver = world.restarted();
    for (const person of [lan, nam]) person.looksAway();
    world.clock.pass(6);
    await db().transaction(async (tx) => {
      expect(await takeWaiting(tx, first)).toBe('taken');
      await other.handleWaiting();
      expect((await statesOf(world)).filter((state) => state === 'waiting')).toHaveLength(2);
      expect(other.mayBeDue()).toBe(true);
    });
    await other.handleWaiting();
    await world.settle();
    nam.sees(/\/nhiemvu/);
    expect(lan.reads()).toHaveLength(1);
    expect(new Set(await statesOf(world))).toEqual(new Set(['done']));
  });
});
