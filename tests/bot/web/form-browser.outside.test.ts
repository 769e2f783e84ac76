/** The report as a form in a real browser: at 320 px, with a keyboard alone, and without JavaScript. */
import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readLaunch } from '../../../bot/channels/telegram/mini-app.ts';
import { reports, reportValues } from '../../../db/schema/tables.ts';
import { databaseForEach } from '../../harness/database.ts';
import { launchData } from '../../harness/platforms/telegram/launch.ts';
import { png } from '../../harness/png.ts';
import { asking, computed, everyKind } from '../../harness/world/kinds.ts';
import { type Pages, servePages } from '../../harness/world/page.ts';
import { createWorld, type World } from '../../harness/world.ts';
import { findChromium, openChromium } from './chromium.ts';

const executable = findChromium();
const small = { width: 320, height: 640 };
const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
const wide = { width: 1280, height: 900 };
/** A guard against waiting for ever: a busy machine may take its time. */
const patienceMs = 45_000;
/** A folder for pictures of what the tests saw; none are taken where it is not set. */
const pictures = process.env.TEST_PICTURES;

const figures = [
  ['Số CBCCVC', '50'],
  ['Bluezone', '45'],
  ['QR', '40'],
  ['Smart Thanh Hóa', '38'],
] as const;

describe.runIf(executable)(`a form in a real browser${executable ? '' : ' (Chromium was not found)'}`, () => {
  let browser: Browser;
  let pages: Pages | undefined;
  const db = databaseForEach();
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    if (!executable) throw new Error('there is no browser to open');
    browser = await openChromium(executable);
  });
  afterAll(async () => {
    await browser?.close();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    await pages?.close();
  });

  async function openForm(directive?: string, options: { viewport?: typeof small; isScripted?: boolean } = {}) {
    const world = await createWorld(db(), directive === undefined ? {} : { directive });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    pages = await servePages(world);
    const { viewport = small, isScripted = true } = options;
    const context = await browser.newContext({ viewport, locale: 'vi-VN', javaScriptEnabled: isScripted });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (said) => said.text().includes('Content Security Policy') && problems.push(said.text()));
    page.on('close', () => expect(problems).toEqual([]));
    await page.goto(`${await pages.address(lan)}/form`);
    await page.getByRole('button', { name: 'Mở trang báo cáo' }).click();
    await page.getByRole('link', { name: 'Điền báo cáo' }).click();
    await page.getByRole('heading', { name: 'Báo cáo: UBND xã An Bình' }).waitFor();
    return { world, lan, page };
  }

  async function take(page: Page, name: string): Promise<void> {
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  }
  const fits = (page: Page) =>
    page.evaluate<boolean>(
      'document.documentElement.scrollWidth <= innerWidth && [...document.querySelectorAll("main *")].every((e) => e.getBoundingClientRect().right <= innerWidth + 1)',
    );
  const revisions = (world: World) => world.db.$count(reports);

  test('a keyboard alone fills it in and sends it, on a page of 320 px that nothing runs out of', async () => {
    const { world, page } = await openForm();
    expect(await fits(page)).toBe(true);
    await take(page, 'form-320');
    await page.getByLabel('Số CBCCVC').focus();
    for (const [, figure] of figures) {
      await page.keyboard.type(figure);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('mạng yếu');
    await page.keyboard.press('Tab');
    await page.getByText('Đã lưu, chưa gửi').waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Xem lại trước khi gửi');
    await page.keyboard.press('Enter');
    await page.getByText('Các số trên đã đúng chưa?').waitFor();
    expect(await fits(page)).toBe(true);
    await take(page, 'form-320-read-back');
    expect(await revisions(world)).toBe(0);
    const send = page.getByRole('button', { name: 'Đúng, gửi' });
    for (let at = 0; at < 10 && !(await send.evaluate((e) => e === e.ownerDocument.activeElement)); at += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Lan gửi lúc').waitFor();
    expect(await fits(page)).toBe(true);
    await take(page, 'form-320-handed-in');
    expect(await revisions(world)).toBe(1);
    await page.goBack();
    await page.goForward();
    expect(await revisions(world)).toBe(1);
  });

  test('what is wrong is said while one types, and the first of it has the focus after sending in', async () => {
    const { page } = await openForm();
    await page.getByLabel('Số CBCCVC').fill('50');
    await page.getByLabel('Bluezone').fill('51');
    await page.getByLabel('QR').focus();
    await page.getByText('Bluezone (51) lớn hơn số CBCCVC (50)').waitFor();
    expect(await page.getByLabel('Bluezone').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Bluezone').fill('45');
    await page.getByText('Bluezone (51) lớn hơn số CBCCVC (50)').waitFor({ state: 'hidden' });
    await page.getByLabel('QR').fill('bốn mươi gì đó');
    await page.getByRole('button', { name: 'Xem lại trước khi gửi' }).click();
    await page.getByText('Chưa gửi được: có 2 nội dung cần xem lại.').waitFor();
    expect(await page.getByLabel('QR').evaluate((e) => e === e.ownerDocument.activeElement)).toBe(true);
    expect(await page.getByLabel('QR').inputValue()).toBe('bốn mươi gì đó');
    expect(await page.title()).toMatch(/^Cần sửa: /);
    expect(await fits(page)).toBe(true);
    await take(page, 'form-320-faults');
    const unlabelled = await page.evaluate<number>(
      '[...document.querySelectorAll("input:not([type=hidden]), select, textarea")].filter((e) => e.labels.length === 0).length',
    );
    expect(unlabelled).toBe(0);
  });

  test('back from the read-back leads to the form, also after something was wrong', async () => {
    const { world, page } = await openForm();
    for (const [label, figure] of figures) await page.getByLabel(label).fill(figure);
    await page.getByLabel('QR').fill('bốn mươi gì đó');
    await page.getByRole('button', { name: 'Xem lại trước khi gửi' }).click();
    await page.getByText('Chưa gửi được: có 1 nội dung cần xem lại.').waitFor();
    await page.getByLabel('QR').fill('40');
    await page.getByRole('button', { name: 'Xem lại trước khi gửi' }).click();
    await page.getByText('Các số trên đã đúng chưa?').waitFor();
    await page.goBack();
    expect(await page.getByLabel('QR').inputValue()).toBe('40');
    await page.goForward();
    await page.getByRole('button', { name: 'Đúng, gửi' }).click();
    await page.getByText('Lan gửi lúc').waitFor();
    await page.getByRole('link', { name: 'Sửa báo cáo này' }).click();
    await page.getByLabel('QR').fill('gì đó');
    await page.getByRole('button', { name: 'Xem lại trước khi gửi' }).click();
    await page.getByText('Chưa gửi được: có 1 nội dung cần xem lại.').waitFor();
    await page.getByLabel('QR').fill('41');
    await page.getByRole('button', { name: 'Xem lại trước khi gửi' }).click();
    await page.getByText('Các số trên đã đúng chưa?').waitFor();
    await page.goBack();
    expect(await page.getByLabel('QR').inputValue()).toBe('41');
    expect(await revisions(world)).toBe(1);
  });

  test('what was typed is there after the page was closed, and the chat goes on with it', async () => {
    const { lan, page } = await openForm();
    await page.getByLabel('Số CBCCVC').fill('50');
    await page.getByLabel('Bluezone').pressSequentially('45');
    await page.locator('#saved').filter({ hasText: 'Đã lưu, chưa gửi' }).waitFor();
    await page.getByLabel('QR').focus();
    await page.getByText('Đã lưu, chưa gửi').waitFor();
    await page.reload();
    expect(await page.getByLabel('Bluezone').inputValue()).toBe('45');
    await lan.says('/baocao');
    lan.sees(/QR: bao nhiêu người \(trên 50\)/);
  });

  test('opens inside Telegram by what Telegram tells the page, and by nothing else', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    pages = await servePages(world, [{ name: 'telegram', readOpener: (told, now) => readLaunch(token, told, now) }]);
    const context = await browser.newContext({ viewport: small, locale: 'vi-VN' });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    await page.goto(`${pages.url}/app`);
    await page.getByText('chỉ mở được từ nút trong cuộc trò chuyện').waitFor();
    const told = launchData(token, {
      auth_date: String(Math.floor(world.clock.machine().getTime() / 1000)),
      user: JSON.stringify({ id: Number(lan.address), first_name: 'Lan' }),
    });
    await page.goto(`${pages.url}/app?report=1#tgWebAppData=${encodeURIComponent(told)}&tgWebAppVersion=8.0`);
    await page.waitForURL(/\/c\/[0-9a-z]+\/form/);
    await page.getByRole('link', { name: 'Báo cáo trên trang' }).click();
    await page.getByRole('link', { name: 'Điền báo cáo' }).click();
    await page.getByLabel('Bluezone').waitFor();
    expect(await fits(page)).toBe(true);
    await page.goto(`${pages.url}/app?report=1#tgWebAppData=${encodeURIComponent(told.replace('Lan', 'Nam'))}`);
    await page.getByText('không xác nhận được người mở trang').waitFor();
  });

  test('every kind, computed figures and rules fit on both widths', async () => {
    const indicators = [...everyKind, ...computed.indicators.map((one) => ({ ...one, key: `x-${one.key}` }))];
    const fixed = indicators.map((one) =>
      'formula' in one ? { ...one, formula: one.formula?.replace(/giao|chi/g, (key) => `x-${key}`) } : one,
    );
    const { page } = await openForm(asking(fixed));
    expect(await fits(page)).toBe(true);
    await take(page, 'kinds-320');
    await page.getByLabel('Vốn giao (triệu đồng)').fill('1.250,75');
    await page.getByLabel('Đã giải ngân (triệu đồng)').fill('1000');
    await page.getByText('250,75', { exact: true }).waitFor();
    await page.getByLabel('Diện tích kế hoạch (ha)').fill('1.250');
    await page.getByLabel('Tỷ lệ che phủ (%)').focus();
    await page.getByText('hệ thống đọc là 1.250 ha').waitFor();
    await page.getByLabel('Đúng như vậy').check();
    await page.setViewportSize(wide);
    expect(await fits(page)).toBe(true);
    await take(page, 'kinds-1280');
  });

  test('without JavaScript it is filled in by plain posts: what is wrong stands beside the fields, all else is kept', async () => {
    const { world, page } = await openForm(asking(everyKind), { isScripted: false });
    await page.getByLabel('Số hộ (hộ)').fill('120');
    await page.getByLabel('Diện tích kế hoạch (ha)').fill('1.250,75');
    await page.getByLabel('Diện tích đã gieo (ha)').fill('12,5');
    await page.getByLabel('Kinh phí (đồng)').fill('1 tỷ 250 triệu');
    await page.getByLabel('Tỷ lệ che phủ (%)').fill('chưa rõ');
    await page.getByLabel('Có', { exact: true }).check();
    await page.getByLabel('Xếp loại').selectOption('Khá');
    await page.getByLabel('Ngày hoàn thành').fill('8/9/2021');
    await page.getByLabel('Cách làm').fill('Chia tổ đến từng hộ');
    await page.getByRole('button', { name: 'Xem lại trước khi gửi' }).click();
    await page.getByText('Chưa gửi được: có 1 nội dung cần xem lại.').waitFor();
    expect(await page.getByLabel('Diện tích kế hoạch (ha)').inputValue()).toBe('1.250,75');
    expect(await page.getByLabel('Có', { exact: true }).isChecked()).toBe(true);
    await page.getByLabel('Tỷ lệ che phủ (%)').fill('85,5');
    await page.getByRole('button', { name: 'Xem lại trước khi gửi' }).click();
    await page.getByRole('button', { name: 'Đúng, gửi' }).click();
    await page.getByText('Lan gửi lúc').waitFor();
    await take(page, 'no-script-320-handed-in');
    expect((await world.db.select().from(reportValues)).map(({ number, text }) => number ?? text)).toContain('1250.75');
  });

  test('a file is chosen at 320 px and sent without JavaScript; nothing runs out of the page', async () => {
    const file = { key: 'bien-ban', label: 'Biên bản họp', kind: 'file' };
    const { world, page } = await openForm(asking([file], { noteLabel: undefined }), { isScripted: false });
    expect(await fits(page)).toBe(true);
    await page.getByLabel('Chọn tệp').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: png(8, 8) });
    await page.getByRole('button', { name: 'Xem lại trước khi gửi' }).click();
    await page.getByText('Biên bản họp: có tệp').waitFor();
    await page.getByRole('button', { name: 'Đúng, gửi' }).click();
    await page.getByText('Lan gửi lúc').waitFor();
    expect(await world.db.select().from(reportValues)).toMatchObject([{ text: expect.stringMatching(/^#\d+$/) }]);
  });
});
