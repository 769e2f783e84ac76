import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseForAll } from '../../harness/database.ts';
import { type Office, openOffice, webConfig } from './office.ts';

const db = databaseForAll();
let office: Office;
let isReady = true;
const delivered: [string | undefined, unknown][] = [];

beforeAll(async () => {
  office = await openOffice(db(), {
    isReady: () => isReady,
    acceptZaloConsent: async () => ({ ok: true, value: undefined }),
    channels: [
      { name: 'web' },
      {
        name: 'telegram',
        receiving: {
          start: () => {},
          stop: async () => {},
          webhook: async ({ 'x-telegram-bot-api-secret-token': secret }, rawBody) => {
            const body = Buffer.from(rawBody).toString();
            delivered.push([secret, body]);
            if (body === '"break"') throw new Error('password=geheim');
            return secret === 'right' ? 200 : 401;
          },
        },
      },
    ],
  });
});
afterAll(async () => {
  await office.server.close();
});

describe('what operators ask', () => {
  test('alive at once, ready only when the service says so', async () => {
    isReady = false;
    expect((await fetch(office.at('/healthz'))).status).toBe(200);
    expect((await fetch(office.at('/readyz'))).status).toBe(503);
    isReady = true;
    expect((await fetch(office.at('/readyz'))).status).toBe(200);
  });
});

describe('the bare address', () => {
  test('says what to do, in one sentence, and nothing of the office, its people or its program', async () => {
    const answer = await fetch(office.at('/'));
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain('Đề nghị mở đường liên kết hoặc mã QR được cơ quan gửi');
    expect(page).not.toMatch(/UBND|href="\/c\/|<form|<script|chidao|\d+\.\d+\.\d+/);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect((await fetch(office.at('/'), { method: 'POST', body: '{}' })).status).not.toBe(200);
  });
});

describe('the webhook of a channel', () => {
  const post = (body: string, headers = {}) =>
    fetch(office.at('/webhooks/telegram'), { method: 'POST', body, headers });

  test('hands the headers and the body over as they came, and answers with the status it is given', async () => {
    const good = await post('{"update_id":1}', { 'X-Telegram-Bot-Api-Secret-Token': 'right' });
    expect(good.status).toBe(200);
    expect(delivered.at(-1)).toEqual(['right', '{"update_id":1}']);
    expect((await post('{"update_id":1}')).status).toBe(401);
  });

  test('a body that is no JSON is handed over all the same', async () => {
    await post('{"update_id":');
    expect(delivered.at(-1)).toEqual([undefined, '{"update_id":']);
  });

  test('a body above 1 MB is refused before it is handed over', async () => {
    const before = delivered.length;
    const response = await post(JSON.stringify('x'.repeat(1024 * 1024)));
    expect(response.status).toBe(413);
    expect(delivered).toHaveLength(before);
  });

  test('is not there when the channel is not', async () => {
    const without = await openOffice(db());
    expect((await fetch(without.at('/webhooks/telegram'), { method: 'POST', body: '{}' })).status).toBe(404);
    expect((await fetch(office.at('/webhooks/web'), { method: 'POST', body: '{}' })).status).toBe(404);
    await without.server.close();
  });

  test('an error is one sentence outside and its details only in the log', async () => {
    const response = await post('"break"', { 'X-Telegram-Bot-Api-Secret-Token': 'right' });
    expect(response.status).toBe(500);
    expect(Object.keys((await response.json()) as object)).toEqual(['error']);
    expect(office.logged.join('')).toContain('geheim');
  });
});

describe('every page', () => {
  test('allows only our own files, no framing by others, no referrer, no sniffing, no store', async () => {
    for (const path of ['/c/mot-ma-khong-co-that', '/khong-co', '/healthz']) {
      const { headers } = await fetch(office.at(path));
      expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  });

  test('over https tells the browser to come over https always', async () => {
    const config = { ...webConfig, publicUrl: 'https://chidao.example' };
    const secure = await openOffice(db(), { config });
    const { headers } = await fetch(secure.at('/healthz'));
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8,}$/);
    await secure.server.close();
  });

  test('that is not there says so, as a page to a browser and as JSON to a program', async () => {
    const page = await fetch(office.at('/khong-co'), { headers: { Accept: 'text/html' } });
    expect(page.status).toBe(404);
    expect(await page.text()).toContain('Không tìm thấy trang này.');
    const json = await fetch(office.at('/khong-co'));
    expect(await json.json()).toEqual({ error: expect.stringContaining('Không tìm thấy trang này.') });
  });

  test('loads its files from us, and a file that did not change is not sent again', async () => {
    const first = await fetch(office.at('/assets/chat.js'));
    expect(first.headers.get('content-type')).toContain('text/javascript');
    const again = await fetch(office.at('/assets/chat.js'), {
      headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    expect((await fetch(office.at('/assets/..%2f..%2f..%2fpackage.json'))).status).toBe(404);
  });

  test('of a chat waits until the service is ready', async () => {
    isReady = false;
    expect((await fetch(office.at('/c/mot-ma-khong-co-that'))).status).toBe(503);
    isReady = true;
  });
});

describe('a body', () => {
  const routes = [
    '/zalo/consent',
    '/c/mot-ma-khong-co-that',
    '/c/mot-ma-khong-co-that/messages',
    '/files/abc',
    '/healthz',
    '/assets/chat.js',
    '/khong-co',
    '/webhooks/telegram',
  ];
  const megabyte = 'x'.repeat(1024 * 1024 + 1);

  /** A body in pieces without an end: it goes on until the connection is closed. */
  function postWithoutEnd(path: string): Promise<{ status: number; sent: number }> {
    return new Promise((resolve, reject) => {
      let sent = 0;
      const request = httpRequest(office.at(path), { method: 'POST' }, (response) => {
        response.resume();
        resolve({ status: response.statusCode ?? 0, sent });
        request.destroy();
      });
      const piece = 'x'.repeat(16 * 1024);
      const write = () => {
        if (request.destroyed) return;
        sent += piece.length;
        request.write(piece, (error) => (error ? undefined : setImmediate(write)));
      };
      request.on('error', (error) => (sent === 0 ? reject(error) : resolve({ status: 0, sent })));
      write();
    });
  }

  test.each(routes)('that is too long is refused at %s, whole or in pieces', async (path) => {
    const whole = await fetch(office.at(path), { method: 'POST', body: megabyte });
    expect(whole.status).toBe(413);
    const endless = await postWithoutEnd(path);
    expect(endless.status).toBe(413);
    expect(endless.sent).toBeLessThan(16 * 1024 * 1024);
  });
});

describe('what a page from elsewhere makes a browser post', () => {
  const post = (headers: Record<string, string>, path = '/c/mot-ma-khong-co-that') =>
    new Promise<number>((resolve, reject) => {
      httpRequest(office.at(path), { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });

  test.each([
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'same-site' }],
    [{ Origin: 'https://evil.example' }],
    [{ Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
    [{ Origin: 'không phải địa chỉ'.normalize('NFD').replace(/[^ -~]/g, '') }],
  ])('is refused: %j', async (headers) => {
    for (const path of ['/c/mot-ma-khong-co-that', '/c/mot-ma-khong-co-that/messages', '/zalo/consent'])
      expect(await post(headers, path)).toBe(403);
  });

  test('our own pages, programs and platforms are heard', async () => {
    const own = new URL(office.server.url).origin;
    for (const headers of [{}, { 'Sec-Fetch-Site': 'same-origin' }, { Origin: own }, { Origin: 'http://127.0.0.1' }])
      expect(await post(headers)).toBe(404);
    expect(await post({ Origin: 'https://telegram.example' }, '/webhooks/telegram')).toBe(401);
  });
});

describe('a file', () => {
  const bytes = new Uint8Array([0, 255, 13, 10]);
  const open = async (name: string, contentType: string) => {
    const here = await openOffice(db(), { openFile: async () => ({ type: 'file', name, contentType, bytes }) });
    const response = await fetch(here.at('/files/abc'));
    const body = new Uint8Array(await response.arrayBuffer());
    await here.server.close();
    return { headers: response.headers, body };
  };

  test('is to be kept, under its name', async () => {
    const { headers, body } = await open('số liệu.csv', 'text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('số liệu.csv')}`,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(body).toEqual(bytes);
  });

  test('that is a picture is to be looked at, as nothing but a picture', async () => {
    const { headers, body } = await open('bieu-do.png', 'image/png');
    expect(headers.get('content-type')).toBe('image/png');
    expect(headers.get('content-disposition')).toMatch(/^inline; /);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(body).toEqual(bytes);
  });
});

describe('the simulator', () => {
  const simulator = {
    people: async () => [],
    units: async () => [{ code: 'a', name: 'Đơn vị A', kind: 'office' }],
    invite: async () => ({ url: '/c/abc' }),
    clock: () => ({ civil: '2021-09-09T17:00:05+07:00', speed: null }),
  };
  const config = { ...webConfig, isProduction: true };

  test('is not there unless it is given, and never in production', async () => {
    expect((await fetch(office.at('/simulator'))).status).toBe(404);
    const production = await openOffice(db(), { simulator, config });
    for (const path of ['/simulator', '/simulator/people', '/simulator/state'])
      expect((await fetch(production.at(path))).status).toBe(404);
    await production.server.close();
  });

  test('tells the civil clock and refuses a form posted from elsewhere', async () => {
    const rehearsal = await openOffice(db(), { simulator });
    const state = (await (await fetch(rehearsal.at('/simulator/state'))).json()) as { civil: string };
    expect(state.civil).toBe('Thứ Năm, 09/09/2021 17:00:05');
    const form = await fetch(rehearsal.at('/simulator/invites'), {
      method: 'POST',
      body: new URLSearchParams({ for: 'leader' }),
    });
    expect(form.status).toBe(400);
    await rehearsal.server.close();
  });
});

test('a port that is taken is an error at the start', async () => {
  const port = Number(new URL(office.server.url).port);
  const config = { ...webConfig, port };
  await expect(openOffice(db(), { config })).rejects.toThrow('EADDRINUSE');
});
