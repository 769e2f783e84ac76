import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { download } from '../../../../bot/channels/shared/download.ts';
import { longestFile } from '../../../../core/channels/channel.ts';

async function openFiles() {
  const server = createServer((request, response) => {
    if (request.url === '/scan.pdf') return response.end('%PDF-1.4');
    if (request.url === '/huge') return response.end(Buffer.alloc(longestFile + 1));
    if (request.url === '/elsewhere') return response.writeHead(302, { location: '/scan.pdf' }).end();
    return response.writeHead(request.url === '/busy' ? 503 : 404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
  });
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { root, get: (path: string, from = root) => download(`${root}${path}`, from, new AbortController().signal) };
}

it('reads a file from the platform itself', async () => {
  const { get } = await openFiles();
  const read = await get('/scan.pdf');
  expect(read.ok && Buffer.from(read.value).toString()).toBe('%PDF-1.4');
});

it('says whether it is worth trying again', async () => {
  const { get } = await openFiles();
  expect(await get('/gone')).toMatchObject({ error: { isFinal: true } });
  expect(await get('/busy')).toMatchObject({ error: { isFinal: false } });
  expect(await get('/elsewhere')).toMatchObject({ error: { isFinal: false } });
});

it('stops at ten megabytes', async () => {
  const { get } = await openFiles();
  expect(await get('/huge')).toEqual({ ok: false, error: { reason: 'larger than 10 MB', isFinal: true } });
});

it('reads nothing inside the office: no plain address, no number, no local name', async () => {
  const { root, get } = await openFiles();
  const signal = new AbortController().signal;
  const refused = { ok: false, error: { reason: 'an address that is not fetched from', isFinal: true } };
  expect(await get('/scan.pdf', 'https://openapi.zalo.me')).toEqual(refused);
  for (const address of [
    'http://f1.zdn.vn/a.jpg',
    'https://10.0.0.1/a.jpg',
    'https://[::1]/a.jpg',
    'https://localhost/a.jpg',
    'https://may-chu.local/a.jpg',
    'file:///etc/passwd',
    'khong phai dia chi',
  ])
    expect(await download(address, root, signal), address).toEqual(refused);
});
