/** Bad days of a browser: no network, no service, two tabs. */
import { sql } from 'drizzle-orm';
import type { BrowserContext, Page } from 'playwright-core';
import { hashCode } from '../../../bot/links/codes.ts';
import { invites } from '../../../db/schema/tables.ts';
import { findChromium, openChromium } from '../../bot/web/chromium.ts';
import type { Fault, Goal } from '../kit/fault.ts';
import { rowsOf } from '../kit/ledger.ts';
import type { Scene } from '../kit/scene.ts';
import { strict } from '../kit/tally.ts';
import { pause, until } from './campaign.ts';

const code = 'mot-ma-cua-trinh-duyet';

/** The page of a new delegate of a commune, opened in a browser of its own. */
async function openPage(scene: Scene, play: (context: BrowserContext, page: Page) => Promise<Goal>): Promise<Goal> {
  const executable = findChromium();
  if (!executable || !scene.plot) throw new Error('there is no browser to open');
  const { db } = scene.plot;
  const [unit] = rowsOf(await db.execute(sql`select id from units where code = 'VT-SONG-MAY'`));
  const now = new Date();
  const times = { createdAt: now, expiresAt: new Date(now.getTime() + 86_400_000) };
  await db.insert(invites).values({ hash: hashCode(code), for: 'unit', unitId: Number(unit?.id), ...times });
  await scene.service.start();
  const browser = await openChromium(executable);
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(addressOf(scene));
    await page.getByRole('button', { name: 'Mở cuộc trò chuyện' }).click();
    await page.getByRole('button', { name: 'Đồng ý', exact: true }).waitFor();
    return await play(context, page);
  } finally {
    await browser.close();
  }
}

const addressOf = ({ env }: Scene): string => `http://127.0.0.1:${env.PORT}/c/${code}`;

async function type(page: Page, text: string): Promise<void> {
  await page.getByLabel('Nội dung tin nhắn').fill(text);
  await page.keyboard.press('Enter');
}

/** What of these words came in, in the order in which it came. */
async function heard(scene: Scene, words: readonly string[]): Promise<string[]> {
  const rows = await scene.look((db) =>
    db.execute(sql`select inbound->>'text' as text from inbox where channel = 'web' order by id`),
  );
  return rowsOf(rows)
    .map(({ text }) => String(text))
    .filter((text) => words.includes(text));
}

const here = { database: 'postgres', host: 'here', communes: 2, limits: strict, isInCut: false } as const;

export const webFaults: readonly Fault[] = [
  {
    ...here,
    name: 'browser offline',
    what: 'words are typed without a network while the service starts anew; they come, once and in order',
    seeds: [1],
    play: (scene) =>
      openPage(scene, async (context, page) => {
        const words = ['lời thứ nhất', 'lời thứ hai', 'lời thứ ba'];
        await context.setOffline(true);
        for (const text of words) await type(page, text);
        await scene.service.stop();
        await scene.service.start();
        await context.setOffline(false);
        await until('the words', async () => (await heard(scene, words)).length >= words.length, 20_000).catch(
          () => {},
        );
        const came = await heard(scene, words);
        const faults = came.join() === words.join() ? [] : [`came: ${came.join(', ') || 'nothing'}`];
        return { isReached: () => true, faults };
      }),
  },
  {
    ...here,
    name: 'two tabs offline',
    what: 'two tabs of one page type without a network and are closed; the next tab sends the words of both',
    seeds: [1],
    play: (scene) =>
      openPage(scene, async (context, page) => {
        const words = ['lời của thẻ một', 'lời của thẻ hai'];
        const other = await context.newPage();
        await other.goto(addressOf(scene));
        await other.getByLabel('Nội dung tin nhắn').waitFor();
        await context.setOffline(true);
        for (const [at, tab] of [page, other].entries()) await type(tab, words[at] ?? '');
        await pause(0.5);
        await page.close();
        await other.close();
        await context.setOffline(false);
        const next = await context.newPage();
        await next.goto(addressOf(scene));
        await until('the words', async () => (await heard(scene, words)).length >= words.length, 8_000).catch(() => {});
        const came = await heard(scene, words);
        const lost = words.filter((text) => !came.includes(text));
        return {
          isReached: () => true,
          faults: lost.length > 0 ? [`${lost.length} of ${words.length} words lost`] : [],
        };
      }),
  },
];
