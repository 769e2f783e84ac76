/** `npm run pictures`: the README's pictures, taken of a small rehearsal in Chromium. */
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { createLog } from '../../bot/process/log.ts';
import { findChromium, openChromium } from '../bot/web/chromium.ts';
import { openBackstage } from './backstage.ts';
import { civil, playCampaign } from './campaign.ts';
import type { Chat } from './chat.ts';
import { createRehearsalClock } from './clock.ts';
import { rehearsalConfig } from './place.ts';
import { hours } from './play.ts';
import { createSimulator } from './simulator.ts';
import { openTerminal } from './terminal.ts';
import { createTimeline } from './timeline.ts';

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const phone = { width: 390, height: 844 };
const gap = 24;

/** Whose chat is shown: somebody who mistyped and corrected it. */
const shownUnit = 'PHONG-TCKH';

/** Whose head has blocked the bot. */
const gone = 'THCS-QUANG-NHAM';
const mostTelling = 21;

const executable = findChromium();
if (!executable) throw new Error('Chromium was not found; set CHROMIUM_PATH');
const config = await rehearsalConfig({ PORT: '0', LOG_LEVEL: 'error' });
process.once('exit', () => rmSync(config.dataDir, { recursive: true, force: true }));
const clock = createRehearsalClock(civil(hours.office));
const timeline = createTimeline(clock.civil, openTerminal(false).show);
const simulator = createSimulator(clock, timeline);
const backstage = await openBackstage({ config, log: createLog(config), clock, simulator, onSlot: () => {} });
const campaign = await playCampaign(backstage, timeline, false);
simulator.after(backstage, campaign);
const browser = await openChromium(executable);
mkdirSync(folder, { recursive: true });

const head = campaign.participants.find(({ unitCode }) => unitCode === shownUnit)?.chat;
if (!head) throw new Error(`nobody plays ${shownUnit}`);
const page = await openPhone(browser, head);
const screens = [
  await screenAt(page, /\nCơ quan ban hành: /, 'start'),
  await screenAt(page, /lớn hơn số CBCCVC/, 'end'),
  await screenAt(page, /đã đúng chưa\?/, 'end'),
  await screenAt(page, /Đã ghi nhận báo cáo/, 'end'),
];
await compose(browser, screens, phone, `${folder}chat.png`);
const small = { width: 320, height: 690 };
const form = await openPhone(browser, head, small);
await form.goto(`${form.url()}/form`);
await form.locator('.rounds a').first().click();
await form.getByRole('link', { name: 'Sửa báo cáo này' }).click();
await form.locator('#report').waitFor();
const handedIn = await form.context().newPage();
await handedIn.goto(form.url().replace(/\?.*/, ''));
await handedIn.locator('.figures').waitFor();
await compose(browser, [await form.screenshot(), await handedIn.screenshot()], small, `${folder}form.png`);
const summary = await openPhone(browser, campaign.office.leader);
const told = await screenAt(summary, /TỔNG HỢP đến 14h00/, 'end');
await compose(browser, [told, await chartOn(summary)], phone, `${folder}summary.png`);
await tellTasks();
const board = await openPhone(browser, campaign.office.leader);
const sections = await askFor(board, 'tiến độ các mục', /Tiến độ nhiệm vụ/);
const units = await askFor(board, 'mục 1 vướng', /Mục 1/);
await compose(browser, [sections, units], phone, `${folder}tasks.png`);
await browser.close();
await backstage.stop();
process.exit(0);

/** Some heads tell how section 1 stands at their units. */
async function tellTasks(): Promise<void> {
  const words = ['xong', 'đang làm 60%', 'xong', 'vướng chưa có kinh phí in mã QR', 'xong', 'chưa làm', 'đang làm 80%'];
  const heads = campaign.participants.filter(
    ({ role, chat, unitCode }) => role === 'head' && chat.channel === 'telegram' && unitCode !== gone,
  );
  for (const [at, { chat }] of heads.slice(0, mostTelling).entries()) {
    await chat.say(`mục 1 ${words[at % words.length] ?? 'xong'}`);
    await chat.waitFor(/đúng chưa\?/);
    await chat.say('đúng');
    await chat.waitFor(/Đã ghi nhận tiến độ/);
  }
}

/** What the newest answer to a question shows. */
async function askFor(shown: Page, question: string, wanted: RegExp): Promise<Buffer> {
  const before = await shown.locator('#log li.us').count();
  await shown.locator('#text').fill(question);
  await shown.locator('#text').press('Enter');
  await shown.locator('#log li.us', { hasText: wanted }).nth(0).waitFor();
  await shown.locator('#log li.us').nth(before).waitFor();
  await shown.locator('#log li.us').last().scrollIntoViewIfNeeded();
  await shown.mouse.move(0, 0);
  return shown.screenshot();
}

/** The chat as its owner's browser shows it. */
async function openPhone(on: Browser, chat: Chat, viewport = phone): Promise<Page> {
  const door = chat.door();
  if (door.type !== 'page') throw new Error(`${chat.name} is not on the web`);
  const context = await on.newContext({ viewport, deviceScaleFactor: 2 });
  const cookie = { name: 'chat', value: door.secret, url: `${backstage.service.url}${door.path}` };
  await context.addCookies([cookie]);
  const opened = await context.newPage();
  await opened.goto(`${backstage.service.url}${door.path}`);
  await opened.locator('#log li').last().waitFor();
  return opened;
}

/** The screen with the first message that fits: its start at the upper edge, or its end at the lower one. */
async function screenAt(shown: Page, wanted: RegExp, block: 'start' | 'end'): Promise<Buffer> {
  const message = shown.locator('#log li', { hasText: wanted }).first();
  await message.evaluate(
    (element: { scrollIntoView(how: object): void }, where) =>
      element.scrollIntoView({ block: where, behavior: 'instant' }),
    block,
  );
  await shown.mouse.move(0, 0);
  return shown.screenshot();
}

/** The newest chart, once it is made and shown. */
async function chartOn(shown: Page): Promise<Buffer> {
  const chart = shown.locator('#log img').last();
  await chart.scrollIntoViewIfNeeded();
  await chart.evaluate((image: { decode(): Promise<void> }) => image.decode());
  await chart.scrollIntoViewIfNeeded();
  return shown.screenshot();
}

/** Screens side by side. */
async function compose(on: Browser, screens: Buffer[], size: typeof phone, file: string): Promise<void> {
  const width = screens.length * (size.width + gap) + gap;
  const context = await on.newContext({
    viewport: { width, height: size.height + 2 * gap },
    deviceScaleFactor: 2,
  });
  const sheet = await context.newPage();
  const images = screens.map((screen) => `<img src="data:image/png;base64,${screen.toString('base64')}">`);
  await sheet.setContent(`<style>
    body { margin: 0; padding: ${gap}px; display: flex; gap: ${gap}px; background: #e8e6df; }
    img { width: ${size.width}px; height: ${size.height}px; border-radius: 18px; box-shadow: 0 2px 10px #0003; }
  </style>${images.join('')}`);
  await sheet.screenshot({ path: file });
  await context.close();
}
