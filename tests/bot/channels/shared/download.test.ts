import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { download, isFileAddress } from '../../../../bot/channels/shared/download.ts';
import { createPublicLookup, isPublicAddress } from '../../../../bot/channels/shared/public-address.ts';
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
  return {
    root,
    get: (path: string, from = root) =>
      download(`${root}${path}`, { apiRoot: from, hosts: [] }, new AbortController().signal),
  };
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

const signal = new AbortController().signal;
const refused = { ok: false, error: { reason: 'an address that is not fetched from', isFinal: true } };
const places = { apiRoot: 'https://openapi.zalo.me', hosts: ['zdn.vn'] };

it.each([
  'http://f1.zdn.vn/a.jpg',
  'https://f1.zdn.vn:8443/a.jpg',
  'https://name:password@f1.zdn.vn/a.jpg',
  'https://zdn.vn.evil.example/a.jpg',
  'https://evilzdn.vn/a.jpg',
  'https://f1.zdn.vn./a.jpg',
  'https://10.0.0.1/a.jpg',
  'https://[::1]/a.jpg',
  'https://localhost./a.jpg',
  'https://127.0.0.1.nip.io/a.jpg',
  'https://kubernetes.default.svc/a.jpg',
  'https://name@openapi.zalo.me/a.jpg',
  'file:///etc/passwd',
  'khong phai dia chi',
])('fetches nothing from %s', async (address) => {
  expect(await download(address, places, signal)).toEqual(refused);
});

it('takes the hosts of the platform and the configured address', () => {
  for (const address of ['https://f1-zpc.zdn.vn/a.jpg', 'https://zdn.vn:443/a', 'https://openapi.zalo.me/a'])
    expect([address, isFileAddress(new URL(address), places)]).toEqual([address, true]);
});

it('connects to no host of the platform whose name leads inside', async () => {
  for (const addresses of [['127.0.0.1'], ['93.184.215.14', '10.0.0.1'], ['::ffff:127.0.0.1'], []]) {
    const lookup = createPublicLookup((_, answer) =>
      answer(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      ),
    );
    const read = await download('https://f1.zdn.vn/a.jpg', { ...places, lookup }, signal);
    expect(read).toEqual({ ok: false, error: { reason: 'Error', isFinal: false } });
  }
});

it('knows which addresses are public', () => {
  const inside = ['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.8.8.8', '169.254.169.254', '172.31.0.1', '192.168.1.1'];
  const special = [
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    'fc00::1',
    'fe80::1',
    '64:ff9b::a00:1',
  ];
  const tunnels = ['2002:a00:1::', '2001:db8::1', '2001:0:1::', 'x', ''];
  expect([...inside, ...special, ...tunnels].filter(isPublicAddress)).toEqual([]);
  expect(['1.1.1.1', '172.32.0.1', '2606:4700::1111', '2405:4800::1'].filter((a) => !isPublicAddress(a))).toEqual([]);
});
