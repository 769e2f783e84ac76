/** What a form is posted that no page would post. */
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { storeWaiting } from '../../../db/conversation/inbox.ts';
import { accounts, conversations, inbox, reports, webSessions } from '../../../db/schema/tables.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { type Pages, PageVisitor, servePages } from '../../harness/world/page.ts';
import { createWorld, type World } from '../../harness/world.ts';

const figures = { 'f:cbccvc': '50', 'f:bluezone': '45', 'f:qr': '40', 'f:smart': '38' };

describeOnDatabase('a form that is posted', (db) => {
  let world: World;
  let pages: Pages;
  let page: PageVisitor;
  let report: number;

  beforeEach(async () => {
    world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    pages = await servePages(world);
    page = await pages.open(lan);
    report = Number(/\/form\/(\d+)"/.exec((await page.look('/form')).html)?.[1]);
  });
  afterEach(() => pages.close());

  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at): [string, string] => [`f:la-${at}`, String(at)]));

  test('with fields that nobody asks for is told so where they hold something, and keeps what is asked for', async () => {
    const strange = await page.post(`/form/${report}`, {
      ...figures,
      ...many(32),
      base: '0',
      role: 'staff',
      isOnBehalf: '1',
    });
    expect(strange.status).toBe(422);
    expect(strange.text).toMatch(/Mẫu báo cáo đã thay đổi/);
    expect(strange.html).toMatch(/name="f:bluezone"[^>]*value="45"/);
    expect(strange.html).not.toContain('f:la-0');
    const empty = Object.fromEntries(Object.keys(many(32)).map((name) => [name, '']));
    expect((await page.post(`/form/${report}`, { ...figures, ...empty, base: '0' })).text).toMatch(/đã đúng chưa/);
  });

  test('that is huge is refused, and so is one that has thousands of fields', async () => {
    const huge = await page.post(`/form/${report}`, { ...figures, note: 'x'.repeat(300 * 1024) });
    expect(huge.status).toBe(413);
    const wide = await page.post(`/form/${report}`, { ...figures, base: '0', ...many(5000) });
    expect(wide.status).toBe(422);
    const long = await page.post(`/form/${report}`, { ...figures, base: '0', note: 'á'.repeat(1001) });
    expect([long.status, long.text.match(/dài quá 1\.000 ký tự/g)?.length]).toEqual([422, 2]);
  });

  test.each([
    ['nothing at all', {}],
    ['names of objects', { 'f:__proto__': '1', 'f:constructor': '2', 't:state:__proto__': 'done', sure: '__proto__' }],
    ['a revision that never was', { ...figures, base: '99999999999999999999' }],
    ['one field twice', { ...figures, 'f:bluezone': ['1', 'abc'] }],
    ['a state that is none', { ...figures, 't:state:1': 'approved' }],
    ['control characters', { ...figures, 'f:qr': '\u0000\uFFFE\uD800' }],
  ])('with %s breaks nothing and counts nowhere', async (_, fields) => {
    const answered = await page.post(`/form/${report}`, fields);
    expect([200, 422]).toContain(answered.status);
    const saved = await page.post(`/form/${report}/draft`, fields, { Accept: 'application/json' });
    expect(saved.status).toBe(200);
    expect(await world.db.$count(reports)).toBe(0);
    expect(world.errors).toEqual([]);
  });

  test.each([
    ['a body that is no form', 'application/json', '{"f:bluezone": 45}'],
    [
      'a body in pieces that do not end',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="f:bl',
    ],
  ])('as %s says what is missing', async (_, type, body) => {
    const answered = await page.ask(`${page.path}/form/${report}`, {
      method: 'POST',
      body,
      headers: { 'Content-Type': type },
    });
    expect(answered.status).toBe(422);
    expect(answered.text).toMatch(/Chưa nhập số CBCCVC/);
  });

  test('by a page from elsewhere, or by a browser that does not hold the chat, changes nothing', async () => {
    const foreign = await page.post(`/form/${report}`, figures, { 'Sec-Fetch-Site': 'cross-site' });
    expect(foreign.status).toBe(403);
    const stranger = new PageVisitor(pages.url, page.path);
    for (const path of ['/form', `/form/${report}`, `/form/${report}/review`])
      expect((await stranger.look(path)).status).toBe(410);
    for (const path of [`/form/${report}`, `/form/${report}/draft`, `/form/${report}/answer`])
      expect((await stranger.post(path, figures)).status).toBe(410);
    const [{ drafts } = { drafts: {} }] = await world.db.select().from(conversations);
    expect(drafts).toEqual({});
  });

  test('more often than anybody types is told to wait; what was read back can still be sent afterwards', async () => {
    const answers = [];
    for (let at = 0; at < 125; at += 1)
      answers.push((await page.post(`/form/${report}/draft`, { base: '0' }, { Accept: 'application/json' })).status);
    expect(answers.slice(0, 120).every((status) => status === 200)).toBe(true);
    expect(answers.slice(-5)).toEqual([429, 429, 429, 429, 429]);
    world.clock.pass(61);
    const readBack = await page.post(`/form/${report}`, { ...figures, base: '0' });
    expect((await page.presses(readBack, 'Đúng, gửi')).text).toMatch(/Lan gửi lúc/);
  });

  test('as an answer without an id of the page, or with a tap of another question, sends nothing', async () => {
    await page.post(`/form/${report}`, { ...figures, base: '0' });
    expect((await page.post(`/form/${report}/answer`, { tap: '1:send' })).status).toBe(400);
    for (const tap of ['1:send', '999:send', ':send', 'send', '0:replace'])
      await page.post(`/form/${report}/answer`, { once: `nut-bam-${tap.length}-${tap.charCodeAt(0)}`, tap });
    expect(await world.db.$count(reports)).toBe(0);
  });

  test('while its answer waits for its turn shows that it waits, and then what came of it', async () => {
    const readBack = await page.post(`/form/${report}`, { ...figures, base: '0' });
    const tap = /name="tap" value="(\d+:send)"/.exec(readBack.html)?.[1] ?? '';
    const [account] = await world.db.select().from(accounts).where(eq(accounts.channel, 'web'));
    const [address, once] = [account?.address ?? '', 'dang-cho-luot'];
    const inbound = {
      channel: 'web',
      externalId: `${address}:form-${once}`,
      kind: 'tap',
      tap,
      from: { address, name: '' },
    } as const;
    const again = { attempts: 0, retryAt: world.clock.machine(), error: null };
    await storeWaiting(world.db, { inbound, sealed: null }, world.clock.civil(), again);
    const waiting = await page.post(`/form/${report}/answer`, { once, tap });
    expect(waiting.text).toMatch(/Đang ghi nhận/);
    expect(waiting.html).toMatch(/http-equiv="refresh"/);
    await world.tick();
    expect((await page.look(waiting.at.slice(page.path.length))).text).toMatch(/Báo cáo đã nộp/);
    expect(await world.db.$count(reports)).toBe(1);
  });

  test('after the session has ended is turned away with what to do', async () => {
    await world.db.delete(webSessions);
    const late = await page.post(`/form/${report}`, figures);
    expect(late.status).toBe(410);
    expect(late.text).toMatch(/xin đường liên kết mới|lấy đường liên kết mới/);
    expect(await world.db.select().from(inbox).where(eq(inbox.state, 'waiting'))).toEqual([]);
  });
});
