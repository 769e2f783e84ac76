/** Who may read the figures for monitoring, and whose word about a visitor's address counts. */
import { request as httpRequest } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { databaseForAll } from '../../harness/database.ts';
import { type Office, openOffice, webConfig } from './office.ts';

const db = databaseForAll();
let office: Office;
afterEach(() => office.server.close());

const token = 'ma-truy-cap-so-lieu';
const queued = 'chidao_outbox_queued{channel="web"} 3';

/** `fetch` does not let the Host header be chosen. */
const ask = (url: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; text: string; type: string | undefined }>((resolve, reject) => {
    httpRequest(url, { headers }, (response) => {
      let text = '';
      response.on('data', (piece) => (text += piece));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text, type: response.headers['content-type'] }),
      );
    })
      .on('error', reject)
      .end();
  });
const open = async (metrics: typeof webConfig.metrics) => {
  office = await openOffice(db(), { config: { ...webConfig, metrics } });
};

describe('metrics', () => {
  test('without a setting are for the machine itself, asking directly', async () => {
    await open({});
    const own = await ask(office.at('/metrics'));
    expect(own.status).toBe(200);
    expect(own.type).toContain('text/plain');
    expect(own.text).toContain(queued);
  });

  test.each([
    [{ 'X-Forwarded-For': '203.0.113.9' }],
    [{ 'X-Forwarded-For': '127.0.0.1' }],
    [{ 'X-Forwarded-Proto': 'https' }],
    [{ Forwarded: 'for=203.0.113.9' }],
    [{ 'X-Real-IP': '203.0.113.9' }],
    [{ Via: '1.1 proxy' }],
    [{ Host: 'chidao.example' }],
  ])('without a setting are not there for whom a proxy asks: %j', async (headers) => {
    await open({});
    const refused = await ask(office.at('/metrics'), headers);
    expect(refused.status).toBe(404);
    expect(refused.text).not.toContain('chidao_');
  });

  test('with a token are for whoever shows it, also behind a proxy', async () => {
    await open({ token });
    for (const Authorization of ['', 'Bearer', 'Bearer x', `Bearer ${token}x`, `Basic ${token}`, token]) {
      const refused = await ask(office.at('/metrics'), { Authorization });
      expect([Authorization, refused.status]).toEqual([Authorization, 401]);
      expect(refused.text).not.toContain('chidao_');
    }
    const shown = await ask(office.at('/metrics'), {
      Authorization: `Bearer ${token}`,
      'X-Forwarded-For': '203.0.113.9',
    });
    expect(shown.text).toContain(queued);
  });

  test('with a port of their own are there, and not on the public one', async () => {
    await open({ listener: { host: '127.0.0.1', port: 0 } });
    const own = office.server.metricsUrl ?? '';
    expect((await ask(office.at('/metrics'))).status).toBe(404);
    expect((await ask(`${own}/metrics`, { Host: 'chidao.internal:9464' })).text).toContain(queued);
    for (const path of ['/', '/healthz', '/simulator', '/c/mot-ma'])
      expect((await ask(`${own}${path}`)).status).toBe(404);
  });

  test('with both ask for the token there', async () => {
    await open({ token, listener: { host: '127.0.0.1', port: 0 } });
    const own = `${office.server.metricsUrl}/metrics`;
    expect((await ask(own)).status).toBe(401);
    expect((await ask(own, { Authorization: `bearer ${token}` })).status).toBe(200);
  });

  test('whose port is taken are an error at the start, which leaves no port held', async () => {
    await open({});
    const taken = Number(new URL(office.server.url).port);
    const config = { ...webConfig, metrics: { listener: { host: '127.0.0.1', port: taken } } };
    await expect(openOffice(db(), { config })).rejects.toThrow('EADDRINUSE');
  });
});

describe('guesses are counted by', () => {
  /** How many of 70 guesses are answered, each under another made-up address. */
  async function guess(trustedProxies: string[], header: (n: number) => string): Promise<number> {
    office = await openOffice(db(), { config: { ...webConfig, trustedProxies } });
    let answered = 0;
    for (let n = 0; n < 70; n += 1) {
      const { status } = await ask(office.at(`/c/doan-ma-bua-${n}`), { 'X-Forwarded-For': header(n) });
      if (status === 404) answered += 1;
    }
    return answered;
  }

  test('the peer, whatever it says, when it is no trusted proxy', async () => {
    expect(await guess([], (n) => `203.0.113.${n}`)).toBe(60);
  });

  test('the visitor that a trusted proxy names', async () => {
    expect(await guess(['127.0.0.0/8'], (n) => `203.0.113.${n}`)).toBe(70);
  });

  test('what the nearest trusted proxy wrote, and not by what a visitor wrote before it', async () => {
    expect(await guess(['127.0.0.0/8'], (n) => `198.51.100.${n}, 203.0.113.9`)).toBe(60);
  });

  test('the first address that is no trusted proxy, through a chain of them', async () => {
    const chain = ['127.0.0.0/8', '10.0.0.0/8'];
    expect(await guess(chain, (n) => `198.51.100.${n}, 203.0.113.9, 10.1.2.3`)).toBe(60);
  });

  test('the proxy itself when what it names is no address', async () => {
    expect(await guess(['127.0.0.0/8'], (n) => `khong-phai-${n}`)).toBe(60);
  });
});
