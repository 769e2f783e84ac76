/** A person's own page, opened inside Telegram. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLaunch } from '../../../bot/channels/telegram/mini-app.ts';
import { invites, reports, webSessions } from '../../../db/schema/tables.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { launchData } from '../../harness/platforms/telegram/launch.ts';
import { type Pages, PageVisitor, servePages } from '../../harness/world/page.ts';
import type { Person } from '../../harness/world/person.ts';
import { createWorld, type World } from '../../harness/world.ts';

const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';

describeOnDatabase('a page that opens inside Telegram', (db) => {
  let world: World;
  let pages: Pages;
  let lan: Person;

  beforeEach(async () => {
    world = await createWorld(db());
    lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await lan.says('/baocao');
    pages = await servePages(world, [{ name: 'telegram', readOpener: (told, now) => readLaunch(token, told, now) }]);
  });
  afterEach(() => pages.close());

  const launch = (id: string, ago = 3, of = token): string =>
    launchData(of, {
      auth_date: String(Math.floor(world.clock.machine().getTime() / 1000) - ago),
      user: JSON.stringify({ id: Number(id), first_name: 'Lan' }),
    });
  const opens = (told: string, report = '') => new PageVisitor(pages.url, '').post('/app', { told, report });

  test('is the form of whoever Telegram says it is, and sends like any other', async () => {
    const shown = await opens(launch(lan.address));
    expect(shown.text).toMatch(/Báo cáo của đơn vị[\s\S]*Điền báo cáo/);
    const report = /\/form\/(\d+)"/.exec(shown.html)?.[1] ?? '';
    expect((await opens(launch(lan.address), report)).text).toMatch(/Báo cáo: UBND xã An Bình/);
    expect(await world.db.$count(webSessions)).toBe(2);
  });

  test('opens by looking for nobody', async () => {
    const looked = await new PageVisitor(pages.url, '').look('/app?report=1');
    expect([looked.status, await world.db.$count(webSessions)]).toEqual([200, 0]);
  });

  test.each([
    ['forged', (id: string) => launch(id).replace(/hash=./, 'hash=x'), /không xác nhận được người mở trang/],
    ['of another bot', (id: string) => launch(id, 3, `${token}x`), /không xác nhận được người mở trang/],
    ['an hour old', (id: string) => launch(id, 3600), /mở đã lâu/],
    ['of a stranger', () => launch('999999'), /chưa đăng ký/],
    ['empty', () => '', /không xác nhận được người mở trang/],
  ])('with data that is %s opens nothing, and says so', async (_, told, said) => {
    const before = await world.db.$count(invites);
    const refused = await opens(told(lan.address));
    expect(refused.status).toBe(403);
    expect(refused.text).toMatch(said);
    expect([await world.db.$count(webSessions), await world.db.$count(invites)]).toEqual([0, before]);
    expect(await world.db.$count(reports)).toBe(0);
  });

  test('is handed out beside the link, by a button that only Telegram has', async () => {
    await lan.says('/trang');
    const [choice] = lan.newest().choices.filter(({ page }) => page !== undefined);
    expect(choice).toMatchObject({ label: 'Mở ngay tại đây', page: 'https://chidao.example.vn/app' });
    lan.sees(/chidao\.example\.vn\/c\//, /Số CBCCVC/);
  });
});
