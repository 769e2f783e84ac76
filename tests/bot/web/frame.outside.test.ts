/** A page of ours in a frame of somebody else's, in a real browser: Telegram's own may show the Mini App, and nobody else anything. */
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readLaunch, webClient } from '../../../bot/channels/telegram/mini-app.ts';
import { reports } from '../../../db/schema/tables.ts';
import { databaseForEach } from '../../harness/database.ts';
import { launchData } from '../../harness/platforms/telegram/launch.ts';
import { type Pages, servePages } from '../../harness/world/page.ts';
import type { Person } from '../../harness/world/person.ts';
import { createWorld, type World } from '../../harness/world.ts';
import { findChromium, openChromium } from './chromium.ts';

const executable = findChromium();
const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
/** A guard against waiting for ever: a busy machine may take its time. */
const patienceMs = 45_000;
const elsewhere = 'https://web.telegram.org.example';

describe.runIf(executable)(`a page in a frame${executable ? '' : ' (Chromium was not found)'}`, () => {
  let browser: Browser;
  let context: BrowserContext;
  let world: World;
  let pages: Pages;
  let lan: Person;
  const db = databaseForEach();

  beforeAll(async () => {
    if (!executable) throw new Error('there is no browser to open');
    // Pages of the world may else show none of this machine: the service stands there in a test alone.
    browser = await openChromium(executable, ['LocalNetworkAccessChecks']);
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    world = await createWorld(db());
    lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    pages = await servePages(world, [
      { name: 'telegram', readOpener: (told, now) => readLaunch(token, told, now), framedBy: [webClient] },
    ]);
    context = await browser.newContext({ locale: 'vi-VN' });
  });
  afterEach(async () => {
    await context.close();
    await pages.close();
  });

  const launch = (): string =>
    encodeURIComponent(
      launchData(token, {
        auth_date: String(Math.floor(world.clock.machine().getTime() / 1000)),
        user: JSON.stringify({ id: Number(lan.address), first_name: 'Lan' }),
      }),
    );

  /** A page of this origin that shows an address in a frame; what the browser says of refused frames comes with it. */
  async function framing(
    origin: string,
    address: string,
  ): Promise<{ page: Page; frame: FrameLocator; said: string[] }> {
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.route(`${origin}/**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: `<iframe src="${address}" width="400" height="600"></iframe>` }),
    );
    await page.goto(`${origin}/k/`);
    return { page, frame: page.frameLocator('iframe'), said };
  }
  const isRefused = (said: string[]) =>
    expect.poll(() => said.join('\n'), { timeout: patienceMs }).toMatch(/violates .*"frame-ancestors/);

  test("of Telegram's in a browser shows the form, which is filled in, read back and sent there", async () => {
    const { page, frame } = await framing(webClient, `${pages.url}/app#tgWebAppData=${launch()}`);
    await frame.getByRole('link', { name: 'Điền báo cáo' }).click();
    for (const [label, figure] of [
      ['Số CBCCVC', '50'],
      ['Bluezone', '45'],
      ['QR', '40'],
      ['Smart Thanh Hóa', '38'],
    ] as const)
      await frame.getByLabel(label).fill(figure);
    await frame.getByRole('button', { name: 'Xem lại' }).click();
    await frame.getByRole('button', { name: 'Đúng, gửi' }).click();
    await frame.getByText('Báo cáo đã nộp').first().waitFor();
    expect(await world.db.$count(reports)).toBe(1);
    const cookies = await context.cookies();
    expect(cookies).toMatchObject([{ name: 'framed', httpOnly: true, secure: true, sameSite: 'None' }]);
    expect(cookies[0]?.partitionKey).toContain('telegram.org');
    await page.close();
  });

  test('of anybody else shows nothing, though it has good launch data', async () => {
    const { frame, said } = await framing(elsewhere, `${pages.url}/app#tgWebAppData=${launch()}`);
    await isRefused(said);
    expect(await frame.locator('#said').count()).toBe(0);
    expect(await context.cookies()).toEqual([]);
  });

  test("of Telegram's shows no page but that which opened there", async () => {
    const address = await pages.address(lan);
    const page = await context.newPage();
    await page.goto(address);
    await page.getByRole('button', { name: /Mở/ }).click();
    for (const path of ['', '/form']) {
      const { said, frame } = await framing(webClient, `${address}${path}`);
      await isRefused(said);
      expect(await frame.locator('main').count()).toBe(0);
    }
  });

  test('that opened in Telegram is framed by nobody else', async () => {
    const { page, frame } = await framing(webClient, `${pages.url}/app#tgWebAppData=${launch()}`);
    await frame.getByRole('link', { name: 'Điền báo cáo' }).waitFor();
    const at = page.frames().at(-1)?.url() ?? '';
    expect(at).toMatch(/\/c\/[0-9a-z]+\/form$/);
    const other = await framing(elsewhere, at);
    await isRefused(other.said);
    expect(await other.frame.locator('main').count()).toBe(0);
  });
});
