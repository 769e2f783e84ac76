/** The live half of chats under many browsers and ended sessions. */
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createNews } from '../../../bot/web/chat/news.ts';
import { createPlaces } from '../../../bot/web/chat/places.ts';
import { endWebSessions } from '../../../db/access/web-sessions.ts';
import { accounts, webSessions } from '../../../db/schema/tables.ts';
import { databaseForEach } from '../../harness/database.ts';
import { type Office, openOffice, Visitor } from './office.ts';

describe('places for streams', () => {
  test('a fifth stream of a session closes its oldest, and nobody else', () => {
    const places = createPlaces({ perSession: 4, inAll: 100 });
    const [first, ...others] = Array.from({ length: 5 }, () => places.take('a'));
    const other = places.take('b');
    expect(first?.taken.aborted).toBe(true);
    expect([...others, other].map((place) => place?.taken.aborted)).toEqual([false, false, false, false, false]);
  });

  test('when all are taken there is none, until somebody leaves; leaving twice frees one place', () => {
    const places = createPlaces({ perSession: 4, inAll: 2 });
    const [a, b] = [places.take('a'), places.take('b')];
    expect(places.take('c')).toBeUndefined();
    a?.leave();
    a?.leave();
    expect(places.take('c')).toBeDefined();
    expect(places.take('d')).toBeUndefined();
    b?.leave();
    expect(places.take('d')).toBeDefined();
  });
});

describe('streams of a chat', () => {
  const db = databaseForEach();
  let office: Office;
  beforeEach(async () => {
    office = await openOffice(db(), { streams: { perSession: 4, inAll: 5 } });
  });
  afterEach(() => office.server.close());

  async function openChat() {
    const path = `/c/${await office.invite()}`;
    const visitor = new Visitor(office);
    await visitor.post(path);
    const inbound = office.received.at(-1);
    if (!inbound || !('from' in inbound)) throw new Error('nothing was received');
    const { address } = inbound.from;
    const [session] = await db()
      .select({ hash: webSessions.hash, accountId: accounts.id, address: accounts.address })
      .from(webSessions)
      .innerJoin(accounts, eq(accounts.id, webSessions.accountId))
      .where(eq(accounts.address, address));
    if (!session) throw new Error('no session');
    return { path, visitor, session };
  }

  test('of a fifth tab: the first is told to ask instead, and its stream ends', async () => {
    const { path, visitor } = await openChat();
    const streams = [];
    for (let tab = 0; tab < 5; tab += 1) streams.push(await visitor.get(`${path}/events`));
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await streams[0]?.text()).toMatch(/event: crowded\ndata: ?\n\n$/);
    expect((await visitor.get(`${path}/messages`)).status).toBe(200);
  });

  test('above the limit of all: 503 with the time to come again, and asking works', async () => {
    const [one, two] = [await openChat(), await openChat()];
    // Held: a response that nobody holds is closed when memory is swept.
    const held = [await two.visitor.get(`${two.path}/events`)];
    for (let tab = 0; tab < 4; tab += 1) held.push(await one.visitor.get(`${one.path}/events`));
    const refused = await two.visitor.get(`${two.path}/events`);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect((await two.visitor.get(`${two.path}/messages`)).status).toBe(200);
    expect(held.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });

  test('end when the session is ended or expires, before they show anything more', async () => {
    const ended = await openChat();
    const expired = await openChat();
    const streams = [
      await ended.visitor.get(`${ended.path}/events`),
      await expired.visitor.get(`${expired.path}/events`),
    ];
    await endWebSessions(db(), [ended.session.accountId]);
    await db()
      .update(webSessions)
      .set({ expiresAt: office.clock.machine() })
      .where(eq(webSessions.hash, expired.session.hash));
    for (const { session } of [ended, expired]) await office.write(session.address, { text: 'bí mật' });
    for (const { session } of [ended, expired]) office.signals.changed(session.address);
    for (const stream of streams) expect(await stream.text()).not.toContain('bí mật');
    expect((await ended.visitor.get(`${ended.path}/events`)).status).toBe(410);
  });

  test('asked for together are read once, and each gets what it has not shown', async () => {
    const { session } = await openChat();
    const ids: number[] = [];
    for (const text of ['một', 'hai', 'ba']) ids.push(await office.write(session.address, { text }));
    let reads = 0;
    const counted = new Proxy(db(), {
      get(target, name, receiver) {
        if (name === 'select') reads += 1;
        return Reflect.get(target, name, receiver);
      },
    });
    const readNews = createNews({ db: counted, clock: office.clock, key: Buffer.alloc(32) });
    const [one, two, three] = ids as [number, number, number];
    const cursors = [[one - 1], [one], [two, one - 1], [three], [three, two, one]];
    const news = await Promise.all(cursors.map((cursor) => readNews(session, cursor)));
    // One for the session, one for the messages.
    expect(reads).toBe(2);
    expect(news.map(({ messages }) => messages.map(({ id }) => id))).toEqual([
      [one, two, three],
      [two, three],
      [one, three],
      [],
      [],
    ]);
  });
});
