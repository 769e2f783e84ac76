import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FileOpener } from '../../../bot/links/file-opener.ts';
import { databaseForEach } from '../../harness/database.ts';
import { png } from '../../harness/png.ts';
import { findChromium, openChromium } from './chromium.ts';
import { civilStart, type Office, openOffice, webConfig } from './office.ts';

const executable = findChromium();
const phone = { width: 360, height: 740 };
/** A guard against waiting for ever: a busy machine may take its time. */
const patienceMs = 45_000;
/** A folder for pictures of what the tests saw; none are taken where it is not set. */
const pictures = process.env.TEST_PICTURES;

const notice = [
  'Kính chào đồng chí. Đồng chí được đăng ký với vai trò: thủ trưởng – UBND xã Quảng Bình.',
  'Hệ thống lưu tên hiển thị và nội dung trả lời của đồng chí, chỉ để giao nhiệm vụ, nhắc việc và tổng hợp báo cáo.',
  'Đồng chí có đồng ý không?',
].join('\n\n');

describe.runIf(executable)(`the web in a real browser${executable ? '' : ' (Chromium was not found)'}`, () => {
  let browser: Browser;
  const db = databaseForEach();
  let office: Office;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    if (!executable) throw new Error('there is no browser to open');
    browser = await openChromium(executable);
  });
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(async () => {
    const openFile: FileOpener = async () => ({
      type: 'file',
      name: 'a.png',
      contentType: 'image/png',
      bytes: png(1200, 1600),
    });
    office = await openOffice(db(), { simulator, openFile });
    office.answerWith(answer);
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    await office.server.close();
  });

  const answer: Parameters<Office['answerWith']>[0] = (inbound) => {
    if (inbound.kind === 'tap')
      return [
        {
          text: 'Hệ thống đã ghi nhận đồng chí. Gõ /nhiemvu để xem nhiệm vụ.',
          choices: [{ tap: '/baocao', label: 'Báo cáo' }],
        },
      ];
    if (inbound.kind !== 'text' || !inbound.text.startsWith('/start'))
      return [{ text: 'Đề nghị đồng chí nhập lại số, ví dụ: 45.' }];
    return [
      {
        text: notice,
        choices: [
          { tap: '1:agree', label: 'Đồng ý' },
          { tap: '1:refuse', label: 'Không đồng ý' },
        ],
      },
    ];
  };

  const simulator = {
    people: async () => [
      { label: 'Lê Văn Bình', role: 'Thủ trưởng', unit: 'UBND xã Quảng Bình', url: `/c/${await office.invite()}` },
    ],
    units: async () => [
      { code: 'quang-binh', name: 'UBND xã Quảng Bình', kind: 'commune' },
      { code: 'van-hoa', name: 'Phòng Văn hóa và Thông tin', kind: 'office' },
    ],
    invite: async () => ({ url: office.at(`/c/${await office.invite()}`) }),
    clock: () => ({ civil: civilStart.toISOString(), speed: null }),
    timeline: () => [{ at: '2021-09-07T08:00:00+07:00', text: 'Đã phát hành văn bản cho 118 đơn vị.' }],
    step: async () => {
      stepped += 1;
    },
  };
  let stepped = 0;

  async function openPage(size = phone): Promise<Page> {
    const context = await browser.newContext({ viewport: size, locale: 'vi-VN' });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on(
      'console',
      (message) => message.text().includes('Content Security Policy') && problems.push(message.text()),
    );
    page.on('close', () => expect(problems).toEqual([]));
    return page;
  }
  async function openChat(): Promise<{ page: Page; url: string }> {
    const page = await openPage();
    const url = office.at(`/c/${await office.invite()}`);
    await page.goto(url);
    await page.getByRole('button', { name: 'Mở cuộc trò chuyện' }).click();
    await page.getByText('Đồng chí có đồng ý không?').waitFor();
    return { page, url };
  }
  const addressOf = ({ received }: Office): string =>
    received.flatMap((inbound) => ('from' in inbound ? inbound.from.address : []))[0] ?? '';
  async function take(page: Page, name: string): Promise<void> {
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: `${pictures}/${name}.png` });
  }
  const fits = (page: Page) =>
    page.evaluate<boolean>(
      'document.documentElement.scrollWidth <= innerWidth && document.querySelector("#log, main").scrollWidth <= innerWidth',
    );

  test('a head opens the link, agrees with a tap, gets a live answer, and finds it all again after a reload', async () => {
    const page = await openPage();
    const url = office.at(`/c/${await office.invite()}`);
    await page.goto(url);
    await take(page, 'invite');
    expect(await page.getByRole('button').count()).toBe(1);
    expect(await fits(page)).toBe(true);
    await page.getByRole('button', { name: 'Mở cuộc trò chuyện' }).click();
    await page.getByText('Đồng chí có đồng ý không?').waitFor();
    await take(page, 'notice');

    await page.getByRole('button', { name: 'Đồng ý', exact: true }).click();
    await page.getByText('Hệ thống đã ghi nhận đồng chí.').waitFor();
    expect(await page.getByRole('button', { name: 'Đồng ý', exact: true }).getAttribute('aria-pressed')).toBe('true');
    expect(await page.getByRole('button', { name: 'Không đồng ý' }).isEnabled()).toBe(true);
    await page.locator('.person time').waitFor();
    await take(page, 'agreed');
    const before = await page.locator('#log li').allInnerTexts();

    await page.reload();
    expect(await page.locator('#log li').allInnerTexts()).toEqual(before);
    expect(await page.getByRole('button', { name: 'Đồng ý', exact: true }).getAttribute('aria-pressed')).toBe('true');
    expect(await fits(page)).toBe(true);
  });

  test('a second browser is refused in a sentence', async () => {
    const { url } = await openChat();
    const stranger = await openPage();
    const response = await stranger.goto(url);
    expect(response?.status()).toBe(410);
    await stranger.getByText('đã được dùng trên thiết bị hoặc trình duyệt khác').waitFor();
    await take(stranger, 'refused');
    expect(await fits(stranger)).toBe(true);
  });

  test('what a person types is shown as it was typed, Enter sends it, and the longest word breaks', async () => {
    const { page } = await openChat();
    const words = [`<b>&"'`, '<img src=x onerror=alert(1)>', 'x'.repeat(300)];
    for (const text of words) {
      await page.getByLabel('Nội dung tin nhắn').fill(text);
      await page.keyboard.press('Enter');
    }
    await expect.poll(() => page.locator('.person time').count()).toBe(3);
    expect(await page.locator('.person p').allTextContents()).toEqual(words);
    expect(await fits(page)).toBe(true);
    await page.reload();
    expect(await page.locator('.person p').allTextContents()).toEqual(words);
    expect(await page.locator('.person p > *').count()).toBe(0);
    await take(page, 'typed');
  });

  test('what comes unasked appears by itself, once', async () => {
    const { page } = await openChat();
    const address = addressOf(office);
    for (const text of ['Nhắc lần 1', 'Nhắc lần 2']) await office.write(address, { text });
    office.signals.changed(address);
    await page.getByText('Nhắc lần 2').waitFor();
    office.signals.changed(address);
    expect(await page.getByText('Nhắc lần 1').count()).toBe(1);
  });

  test('the newest line stays in sight when the window gets smaller', async () => {
    const { page } = await openChat();
    await office.write(addressOf(office), { text: `${'Dòng dài của một tin nhắn. '.repeat(80)}Hết tin.` });
    office.signals.changed(addressOf(office));
    await page.getByText('Hết tin.').waitFor();
    await page.reload();
    const isAtEnd = () =>
      page.evaluate<boolean>(
        '(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight < 2)(document.getElementById("log"))',
      );
    expect(await isAtEnd()).toBe(true);
    await page.setViewportSize({ width: 300, height: 420 });
    await expect.poll(isAtEnd).toBe(true);
  });

  test('a picture is shown in the chat as it comes and after a reload, and keeps the end in sight', async () => {
    const { page } = await openChat();
    const address = addressOf(office);
    await office.write(address, { text: 'Biểu đồ', picture: 'https://chidao.example/files/abc' });
    office.signals.changed(address);
    const isSeen = () =>
      page.evaluate<boolean>(
        `(() => {
            const { naturalWidth, naturalHeight } = document.querySelector('.us img') ?? {};
            const log = document.getElementById('log');
            const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 2;
            return naturalWidth === 1200 && naturalHeight === 1600 && isAtEnd;
          })()`,
      );
    await expect.poll(isSeen).toBe(true);
    expect(await fits(page)).toBe(true);
    await take(page, 'picture');
    await page.reload();
    await expect.poll(isSeen).toBe(true);
  });

  test('after the service was away the page goes on by itself: nothing is lost, nothing is there twice', async () => {
    const { page } = await openChat();
    const address = addressOf(office);
    const port = Number(new URL(office.server.url).port);
    await office.server.close();
    await page.getByText('Mất kết nối.').waitFor();
    await page.getByLabel('Nội dung tin nhắn').fill('45 người');
    await page.keyboard.press('Enter');
    await page.getByText('Đang gửi…').waitFor();
    await take(page, 'offline');
    await office.write(address, { text: 'Nhắc khi mất kết nối' });

    office = await openOffice(db(), {
      config: { ...webConfig, port, publicUrl: '' },
    });
    office.answerWith(answer);
    await page.getByText('Nhắc khi mất kết nối').waitFor();
    await page.locator('.person time').waitFor();
    await page.getByText('Đề nghị đồng chí nhập lại số').waitFor();
    await page.getByText('Mất kết nối.').waitFor({ state: 'hidden' });
    expect(await page.locator('.us').count()).toBe(3);
    expect(office.received).toEqual([expect.objectContaining({ kind: 'text', text: '45 người' })]);
  });

  test('text that was not sent is kept over a reload', async () => {
    const { page } = await openChat();
    office.failNext(1);
    await page.getByLabel('Nội dung tin nhắn').fill('40 người');
    await page.keyboard.press('Enter');
    await page.getByText('Mất kết nối.').waitFor();
    await page.reload();
    await page.locator('.person time').waitFor();
    expect(await page.locator('.person p').allTextContents()).toEqual(['40 người']);
  });

  test('text that came too fast is kept, said to be kept, and sent when it may be', async () => {
    const { page } = await openChat();
    office.takeNoneOf(1);
    await page.getByLabel('Nội dung tin nhắn').fill('41 người');
    await page.keyboard.press('Enter');
    await page.getByText('Tin nhắn được gửi quá nhanh.').waitFor();
    await page.locator('.person time').waitFor();
    await page.getByText('Tin nhắn được gửi quá nhanh.').waitFor({ state: 'hidden' });
    const taken = office.received.filter((one) => one.kind === 'text' && one.text === '41 người');
    expect(taken).toHaveLength(1);
  });

  test('what two tabs wrote without a connection is sent once each when they are opened again', async () => {
    const { page, url } = await openChat();
    const context = page.context();
    const other = await context.newPage();
    await other.goto(url);
    await context.setOffline(true);
    for (const [tab, text] of [
      [page, '41 người'],
      [other, '42 người'],
    ] as const) {
      await tab.getByLabel('Nội dung tin nhắn').fill(text);
      await tab.keyboard.press('Enter');
      await tab.getByText('Đang gửi…').waitFor();
    }
    await page.close();
    await other.close();
    await context.setOffline(false);
    const again = [await context.newPage(), await context.newPage()];
    await Promise.all(again.map((tab) => tab.goto(url)));
    const said = () => office.received.flatMap((inbound) => (inbound.kind === 'text' ? inbound.text : [])).slice(1);
    await expect.poll(() => said().toSorted()).toEqual(['41 người', '42 người']);
    for (const tab of again) await tab.getByText('Đang gửi…').first().waitFor({ state: 'hidden' });
    await again[0]?.reload();
    expect(await again[0]?.locator('.person p').allTextContents()).toEqual(['41 người', '42 người']);
    expect(said()).toHaveLength(2);
    expect(await again[0]?.evaluate('Object.keys(localStorage).length')).toBe(0);
  });

  test('a message that the server could not store is sent again as the same message', async () => {
    const { page } = await openChat();
    office.failNext(1);
    await page.getByLabel('Nội dung tin nhắn').fill('/nhiemvu');
    await page.getByRole('button', { name: 'Gửi' }).click();
    await page.locator('.person time').waitFor();
    const ids = office.received
      .filter((inbound) => inbound.kind === 'text' && inbound.text === '/nhiemvu')
      .map(({ externalId }) => externalId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('everything to press is at least 44 px high, and the text to type is 16 px', async () => {
    const { page } = await openChat();
    const heights = await page
      .locator('button')
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    expect(await page.evaluate('getComputedStyle(document.getElementById("text")).fontSize')).toBe('16px');
  });

  test('the simulator shows several people side by side in one browser, with the clock and the timeline', async () => {
    const page = await openPage({ width: 1280, height: 800 });
    await page.goto(office.at('/simulator'));
    await page.getByText('Thứ Ba, 07/09/2021 08:00:00').waitFor();
    await page.getByText('Đã phát hành văn bản cho 118 đơn vị.').waitFor();
    await page.getByRole('button', { name: /Lê Văn Bình/ }).click();
    await page.getByLabel('Lãnh đạo').check();
    await page.getByRole('button', { name: 'Thêm' }).click();
    await page.getByLabel('Thủ trưởng đơn vị').check();
    await page.getByRole('button', { name: 'Thêm' }).click();
    for (let panel = 0; panel < 3; panel += 1) {
      const frame = page.frameLocator('iframe').nth(panel);
      await frame.getByRole('button', { name: 'Mở cuộc trò chuyện' }).click();
      await frame.getByRole('button', { name: 'Đồng ý', exact: true }).click();
      await frame.getByText('Hệ thống đã ghi nhận đồng chí.').waitFor();
    }
    await page.getByRole('button', { name: 'Đến mốc tiếp theo' }).click();
    await expect.poll(() => stepped).toBe(1);
    await take(page, 'simulator');
    expect(await fits(page)).toBe(true);
    await page.getByRole('button', { name: /^Đóng/ }).first().click();
    expect(await page.locator('iframe').count()).toBe(2);
  });
});
