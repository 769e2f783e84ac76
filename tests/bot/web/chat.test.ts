import { count, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashCode } from '../../../bot/links/codes.ts';
import { hashSecret } from '../../../bot/web/http/visitor.ts';
import { accounts, webSessions } from '../../../db/schema/tables.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { type Office, openOffice, readEvents, Visitor, webConfig } from './office.ts';

describeOnDatabase('a web chat', (db) => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice(db());
  });
  afterEach(() => office.server.close());

  /** An opened chat: its path, its visitor and its address. */
  async function openChat() {
    const path = `/c/${await office.invite()}`;
    const visitor = new Visitor(office);
    await visitor.post(path);
    const inbound = office.received.at(-1);
    if (!inbound || !('from' in inbound)) throw new Error('nothing was received');
    return { path, visitor, address: inbound.from.address };
  }
  const texts = (events: { data: string }[]) => events.map(({ data }) => (JSON.parse(data) as { text: string }).text);

  test('looking at an invite shows one button and changes nothing', async () => {
    const path = `/c/${await office.invite()}`;
    const visitor = new Visitor(office);
    for (let time = 0; time < 3; time += 1) {
      const response = await visitor.get(path);
      const body = await response.text();
      expect(response.status).toBe(200);
      expect(body.match(/<button/g)).toHaveLength(1);
      expect(body).toContain('UBND xã Quảng Bình');
    }
    expect(office.received).toEqual([]);
    expect(await db().select({ n: count() }).from(accounts)).toEqual([{ n: 0 }]);
  });

  test('what comes too fast is refused with when to say it again', async () => {
    const { path, visitor } = await openChat();
    const say = () =>
      visitor.fetch(`${path}/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ id: 'a'.repeat(24), text: '45' }),
      });
    office.takeNoneOf(1);
    const refused = await say();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2']);
    expect(await refused.text()).toContain('gửi quá nhanh');
    expect((await say()).status).toBe(202);
  });

  test('pressing the button binds this browser and says /start with the code, as on every channel', async () => {
    const code = await office.invite();
    const visitor = new Visitor(office);
    const response = await visitor.fetch(`/c/${code}`, {
      method: 'POST',
      body: new URLSearchParams({ name: '  Lê  Thị Hoa ' }),
    });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`/c/${code}`);
    const cookie = response.headers.get('set-cookie') ?? '';
    for (const part of ['HttpOnly', 'SameSite=Lax', `Path=/c/${code}`, 'Max-Age=15552000'])
      expect(cookie).toContain(part);
    expect(cookie).not.toContain('Secure');
    expect(office.received).toEqual([
      expect.objectContaining({
        channel: 'web',
        kind: 'text',
        text: `/start ${code}`,
        from: { address: expect.any(String), name: 'Lê Thị Hoa' },
      }),
    ]);
    expect(await (await visitor.get(`/c/${code}`)).text()).toContain('id="compose"');
  });

  test('neither the code nor the cookie is kept as it is', async () => {
    const { path } = await openChat();
    const [session] = await db().select().from(webSessions);
    expect(session?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(session?.pageHash).toMatch(/^[0-9a-f]{64}$/);
    expect(office.logged.join('')).not.toContain(path.slice(3));
  });

  test('over https the cookie is sent over https only', async () => {
    const config = { ...webConfig, publicUrl: 'https://chidao.example' };
    const secure = await openOffice(db(), { config });
    const response = await new Visitor(secure).post(`/c/${await office.invite()}`);
    expect(response.headers.get('set-cookie')).toContain('Secure');
    await secure.server.close();
  });

  test('another browser is told to ask for a new link', async () => {
    const { path } = await openChat();
    const stranger = new Visitor(office);
    for (const response of [await stranger.get(path), await stranger.post(path)]) {
      expect(response.status).toBe(410);
      expect(await response.text()).toContain('/toi');
    }
    expect((await stranger.say(path, { id: 'tin-nhan-1', text: 'xin chào' })).status).toBe(410);
    expect((await stranger.get(`${path}/events`)).status).toBe(410);
    expect(office.received).toHaveLength(1);
  });

  test('of browsers that press the button at once, one gets the chat', async () => {
    const path = `/c/${await office.invite()}`;
    const all = await Promise.all(Array.from({ length: 6 }, () => new Visitor(office).post(path)));
    expect(all.map((response) => response.status).toSorted()).toEqual([303, 410, 410, 410, 410, 410]);
    expect(await db().select({ n: count() }).from(accounts)).toEqual([{ n: 1 }]);
  });

  test('pressing twice in one browser is pressing once', async () => {
    const path = `/c/${await office.invite()}`;
    const visitor = new Visitor(office);
    await visitor.get(path);
    const both = await Promise.all([visitor.post(path), visitor.post(path)]);
    expect(both.map((response) => response.status)).toEqual([303, 303]);
    expect(new Set(office.received.map((inbound) => inbound.externalId)).size).toBe(1);
  });

  test('when opening fails half-way the same browser opens it by pressing again', async () => {
    const path = `/c/${await office.invite()}`;
    const visitor = new Visitor(office);
    await visitor.get(path);
    office.failNext(1);
    expect((await visitor.post(path)).status).toBe(500);
    expect(await (await visitor.get(path)).text()).toContain('Mở cuộc trò chuyện</button>');
    expect((await visitor.post(path)).status).toBe(303);
    expect(await (await visitor.get(path)).text()).toContain('id="compose"');
  });

  test('when opening fails half-way under a planted cookie, the cookie that the failure brought opens it', async () => {
    const path = `/c/${await office.invite()}`;
    office.failNext(1);
    const planted = { Cookie: `chat=${'A'.repeat(43)}` };
    const failed = await fetch(office.at(path), { method: 'POST', headers: planted });
    expect(failed.status).toBe(500);
    const given = /chat=[^;]+/.exec(failed.headers.get('set-cookie') ?? '')?.[0] ?? '';
    const again = await fetch(office.at(path), { method: 'POST', headers: { Cookie: given }, redirect: 'manual' });
    expect(again.status).toBe(303);
  });

  test('a cookie that we did not give is not taken: who planted it gets no chat', async () => {
    const path = `/c/${await office.invite()}`;
    const other = await fetch(office.at(`/c/${await office.invite()}`));
    const ofAnotherPage = /chat=([^;]+)/.exec(other.headers.get('set-cookie') ?? '')?.[1] ?? '';
    expect(ofAnotherPage).not.toBe('');
    const ours = /chat=([^;]+)/.exec((await fetch(office.at(path))).headers.get('set-cookie') ?? '')?.[1] ?? '';
    const changed = `${'A'.repeat(43)}${ours.slice(43)}`;
    for (const planted of ['A'.repeat(43), `${'A'.repeat(43)}.${'A'.repeat(22)}`, ofAnotherPage, changed]) {
      const look = await fetch(office.at(path), { headers: { Cookie: `chat=${planted}` } });
      expect([planted, look.headers.get('set-cookie')]).toEqual([planted, expect.stringContaining('chat=')]);
    }
    const planted = { Cookie: `chat=${'A'.repeat(43)}` };
    const pressed = await fetch(office.at(path), { method: 'POST', headers: planted, redirect: 'manual' });
    expect(pressed.status).toBe(303);
    const given = /chat=[^;]+/.exec(pressed.headers.get('set-cookie') ?? '')?.[0] ?? '';
    expect((await fetch(office.at(path), { headers: planted })).status).toBe(410);
    expect((await fetch(office.at(path), { headers: { Cookie: given } })).status).toBe(200);
  });

  test('a browser that holds a secret of an earlier version keeps its chat', async () => {
    const { path } = await openChat();
    const secret = 'B'.repeat(43);
    const hash = hashSecret(secret, hashCode(path.slice(3)));
    await db().update(webSessions).set({ hash });
    expect((await fetch(office.at(path), { headers: { Cookie: `chat=${secret}` } })).status).toBe(200);
  });

  test.each([
    ['unknown', 404, {}],
    ['revoked', 410, { revokedAt: new Date('2026-11-22T09:00:00Z') }],
    ['expired', 410, { expiresAt: new Date('2026-11-22T10:00:00Z') }],
    ['used elsewhere', 410, { usedAt: new Date('2026-11-22T09:00:00Z') }],
    ['for a group', 403, { for: 'group' as const }],
  ])('a link that is %s says so and opens nothing', async (name, status, options) => {
    const path = name === 'unknown' ? '/c/mot-ma-khong-co-that' : `/c/${await office.invite(options)}`;
    const visitor = new Visitor(office);
    const looked = await visitor.get(path);
    expect(looked.status).toBe(status);
    expect(await looked.text()).toContain('Đề nghị');
    expect((await visitor.post(path)).status).toBe(status);
    expect(office.received).toEqual([]);
  });

  test('a session ends after 180 days', async () => {
    const { path, visitor } = await openChat();
    office.clock.machineNow = new Date(office.clock.machineNow.getTime() + 180 * 86_400_000);
    expect((await visitor.get(path)).status).toBe(410);
  });

  test('a visitor who guesses is stopped after 60 a minute whatever the cookie, an open chat and a right link are not', async () => {
    const { path, visitor } = await openChat();
    for (let guess = 0; guess < 60; guess += 1)
      expect((await fetch(office.at(`/c/doan-ma-bua-${guess}`))).status).toBe(404);
    expect((await fetch(office.at('/c/doan-ma-bua-nua'))).status).toBe(429);
    const cookie = { Cookie: `chat=${'A'.repeat(43)}` };
    expect((await fetch(office.at('/c/doan-ma-bua-nua'), { headers: cookie })).status).toBe(429);
    expect((await visitor.get(path)).status).toBe(200);
    expect((await fetch(office.at(`/c/${await office.invite()}`))).status).toBe(200);
    office.clock.machineNow = new Date(office.clock.machineNow.getTime() + 60_000);
    expect((await fetch(office.at('/c/doan-ma-bua-nua'))).status).toBe(404);
  });

  test('a message is accepted once it is stored, and posting it again is the same message', async () => {
    const { path, visitor } = await openChat();
    const sent = await visitor.say(path, { id: 'tin-nhan-1', text: ' 45 người' });
    expect(sent.status).toBe(202);
    expect(await sent.json()).toEqual({ at: '08:00 07/09' });
    await visitor.say(path, { id: 'tin-nhan-1', text: ' 45 người' });
    const [, first, again] = office.received;
    expect(first).toMatchObject({ kind: 'text', text: ' 45 người' });
    expect(again?.externalId).toBe(first?.externalId);
    expect((await (await visitor.get(path)).text()).match(/<p> 45 người<\/p>/g)).toHaveLength(1);
  });

  test('a tap comes in as a tap', async () => {
    const { path, visitor } = await openChat();
    await visitor.say(path, { id: 'tin-nhan-1', tap: '3:agree' });
    expect(office.received.at(-1)).toMatchObject({ kind: 'tap', tap: '3:agree' });
  });

  test.each([
    ['nothing', { id: 'tin-nhan-1', text: '  ' }, 400, 'chưa có nội dung'],
    ['more than 4,000 characters', { id: 'tin-nhan-1', text: 'x'.repeat(4001) }, 400, '4.000 ký tự'],
    ['no id', { text: 'xin chào' }, 400, 'không đúng định dạng'],
    ['the id of the opening message', { id: 'start', text: 'xin chào' }, 400, 'không đúng định dạng'],
    ['more than 64 KB', { id: 'tin-nhan-1', text: 'x'.repeat(70_000) }, 413, 'quá dài'],
  ])('a message with %s is refused in one sentence', async (_name, body, status, words) => {
    const { path, visitor } = await openChat();
    const response = await visitor.say(path, body);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: expect.stringContaining(words) });
    expect(office.received).toHaveLength(1);
  });

  test('the history holds both sides in order, the tapped choice marked, the code nowhere, words as they were typed', async () => {
    const code = await office.invite();
    const visitor = new Visitor(office);
    office.answerWith((inbound) =>
      inbound.kind === 'text' && inbound.text.startsWith('/start')
        ? [
            {
              text: 'Đồng chí có đồng ý không?',
              choices: [
                { tap: '1:agree', label: 'Đồng ý' },
                { tap: '1:refuse', label: 'Không đồng ý' },
              ],
            },
          ]
        : [{ text: 'Cảm ơn đồng chí.' }],
    );
    await visitor.post(`/c/${code}`);
    await visitor.say(`/c/${code}`, { id: 'tin-nhan-1', tap: '1:agree' });
    await visitor.say(`/c/${code}`, { id: 'tin-nhan-2', text: `<b>&"'` });
    const page = await (await visitor.get(`/c/${code}`)).text();
    const order = [
      'Đã mở cuộc trò chuyện',
      'Đồng chí có đồng ý không?',
      '<p>Đồng ý</p>',
      'Cảm ơn đồng chí.',
      '&lt;b&gt;&amp;&quot;&#39;',
    ];
    expect(order.map((text) => page.indexOf(text))).toEqual(
      order.map((text) => page.indexOf(text)).toSorted((a, b) => a - b),
    );
    expect(order.every((text) => page.includes(text))).toBe(true);
    expect(page).toContain('data-tap="1:agree" aria-pressed="true"');
    expect(page).toContain('data-tap="1:refuse" aria-pressed="false"');
    expect(page).not.toContain('/start');
  });

  test('the stream brings what is sent after the page was made, and goes on where it broke off', async () => {
    const { path, visitor, address } = await openChat();
    const cursor = /data-cursor="([\d,]+)"/.exec(await (await visitor.get(path)).text())?.[1];
    await office.write(address, { text: 'một' });
    const first = await readEvents(visitor, `${path}/events?after=${cursor}`, (seen) => seen.length === 1);
    await office.write(address, { text: 'hai' });
    await office.write(address, { text: 'ba' });
    const after = { 'Last-Event-ID': first[0]?.id ?? '' };
    const rest = await readEvents(visitor, `${path}/events?after=${cursor}`, (seen) => seen.length === 2, after);
    expect(texts([...first, ...rest])).toEqual(['một', 'hai', 'ba']);
    const polled = await visitor.get(`${path}/messages?after=${cursor}`);
    expect(await polled.json()).toMatchObject({
      messages: [{ text: 'một' }, { text: 'hai' }, { text: 'ba', at: '08:00 07/09' }],
    });
  });

  test('a message that is sent late comes too, though its id is lower', async () => {
    const { path, visitor, address } = await openChat();
    const late = await office.write(address, { text: 'chậm', state: 'queued' });
    await office.write(address, { text: 'nhanh' });
    let isSettled = false;
    const seen = await readEvents(visitor, `${path}/events`, (events) => {
      if (texts(events).includes('nhanh') && !isSettled) {
        isSettled = true;
        void office.settle(late, address);
      }
      return texts(events).includes('chậm');
    });
    expect(texts(seen).slice(-2)).toEqual(['nhanh', 'chậm']);
  });

  test('a doubtful message is shown once, also after it was sent again, and what waits or was withdrawn is not shown', async () => {
    const { path, visitor, address } = await openChat();
    const doubtful = await office.write(address, { text: 'một lần', state: 'uncertain' });
    await office.write(address, { text: 'rút lại', state: 'withdrawn' });
    await office.write(address, { text: 'đang đợi', state: 'queued' });
    await office.write(address, { text: 'cuối' });
    const seen = await readEvents(visitor, `${path}/events`, (events) => texts(events).includes('cuối'));
    expect(texts(seen).slice(-2)).toEqual(['một lần', 'cuối']);
    await office.settle(doubtful, address);
    const after = seen.at(-1)?.id ?? '';
    expect(await (await visitor.get(`${path}/messages?after=${after}`)).json()).toEqual({ after, messages: [] });
    const page = await (await visitor.get(path)).text();
    expect(page.match(/một lần/g)).toHaveLength(1);
    expect(page).not.toMatch(/rút lại|đang đợi/);
  });

  test('a picture is shown from its link on this server, in the page, the stream and the list', async () => {
    const { path, visitor, address } = await openChat();
    await office.write(address, { text: 'Biểu đồ "1"', picture: 'https://chidao.example/files/abc.def' });
    const page = await (await visitor.get(path)).text();
    expect(page).toContain('<img src="/files/abc.def" alt="Biểu đồ &quot;1&quot;" loading="lazy">');
    const [event] = (await readEvents(visitor, `${path}/events`, (seen) => texts(seen).includes('Biểu đồ "1"'))).slice(
      -1,
    );
    expect(JSON.parse(event?.data ?? '{}')).toMatchObject({ picture: '/files/abc.def', choices: [] });
    const listed = (await (await visitor.get(`${path}/messages`)).json()) as { messages: object[] };
    expect(listed.messages.at(-1)).toMatchObject({ picture: '/files/abc.def', text: 'Biểu đồ "1"' });
  });

  test('nobody reads another chat', async () => {
    const mine = await openChat();
    const other = await openChat();
    await office.write(other.address, { text: 'chỉ cho người kia' });
    const page = await (await mine.visitor.get(mine.path)).text();
    expect(page).not.toContain('chỉ cho người kia');
    expect(await (await mine.visitor.get(`${mine.path}/messages?after=0`)).text()).not.toContain('chỉ cho người kia');
    expect(await db().select({ n: count() }).from(accounts).where(eq(accounts.channel, 'web'))).toEqual([{ n: 2 }]);
  });

  test('closing the server ends open streams within a second', async () => {
    const { path, visitor } = await openChat();
    const stream = await visitor.get(`${path}/events`);
    const began = performance.now();
    await office.server.close();
    await stream.text().catch(() => undefined);
    // Left alone, a stream notices at its next ping at the earliest, after 15 s.
    expect(performance.now() - began).toBeLessThan(10_000);
    office = await openOffice(db());
  });
});
