/** Other people on the machine, and addresses inside the office's network. */
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { download } from '../../../bot/channels/shared/download.ts';
import { createPublicLookup } from '../../../bot/channels/shared/public-address.ts';
import { zaloFileHosts } from '../../../bot/channels/zalo/file-hosts.ts';
import { freePort } from '../../bot/service/process.ts';
import { beginning } from '../kit/district.ts';
import { runHere, standingClock } from '../kit/runner.ts';
import type { Attack, Finding } from './attack.ts';

/** Whether others can go through a folder, and read or write what lies in it. */
function openTo(folder: string): string[] {
  const mode = (path: string): number => statSync(path).mode & 0o777;
  if ((mode(folder) & 0o077) === 0) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  const readable = files.filter((path) => statSync(path).isFile() && (mode(path) & 0o044) !== 0);
  const writable = readable.filter((path) => (mode(path) & 0o022) !== 0);
  return [
    `the folder is ${mode(folder).toString(8)}`,
    ...(readable.length > 0 ? [`${readable.length} files can be read by others, ${writable.length} written`] : []),
  ];
}

async function tryFolders(): Promise<Finding> {
  const open: string[] = [];
  for (const mode of [0o755, 0o777]) {
    const dataDir = mkdtempSync(join(tmpdir(), 'chidao-attack-'));
    chmodSync(dataDir, mode);
    const service = runHere({ DATA_DIR: dataDir, PORT: String(await freePort()) }, standingClock(beginning));
    await service.start();
    open.push(...openTo(dataDir).map((what) => `a folder that was ${mode.toString(8)} before: ${what}`));
    await service.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return { cases: 2, allowed: 0, open };
}

export const folderAttack: Attack = {
  name: 'data folder',
  what: 'a folder that others can enter is there before the first start',
  isInCut: false,
  run: tryFolders,
};

const inside = [
  'http://127.0.0.1/',
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://0x7f.1/',
  'https://2130706433/',
  'https://10.0.0.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://localhost/',
  'https://localhost./',
  'https://printer.local/',
  'https://printer.local./',
  'https://db.internal/',
  'https://db.internal./',
  'https://127.0.0.1.nip.io/',
  'https://router.lan/',
  'https://kubernetes.default.svc/',
  'https://f1.zdn.vn:8443/x.jpg',
  'https://user:pass@f1.zdn.vn/x.jpg',
  'https://example.com/x.jpg',
  'https://f1.zdn.vn.example.com/x.jpg',
  'http://f1.zdn.vn/x.jpg',
  'ftp://f1.zdn.vn/x.jpg',
  'file:///etc/passwd',
  'data:text/plain,x',
];

/** Where the files of the platforms lie. */
const outside = ['https://f1.zdn.vn/x.jpg'];

async function tryDownloads(): Promise<Finding> {
  const nowhere = createPublicLookup((_, answer) => answer(new Error('nothing leaves the machine'), []));
  const places = { apiRoot: 'https://openapi.zalo.me', hosts: zaloFileHosts, lookup: nowhere };
  const isFetched = async (address: string): Promise<boolean> => {
    const read = await download(address, places, AbortSignal.timeout(1000));
    return read.ok || read.error.reason !== 'an address that is not fetched from';
  };
  const open: string[] = [];
  for (const address of inside) if (await isFetched(address)) open.push(`${address} is fetched`);
  for (const address of outside)
    if (!(await isFetched(address))) open.push(`the play is blind: ${address} is not fetched`);
  return { cases: inside.length + outside.length, allowed: outside.length, open };
}

export const downloadAttack: Attack = {
  name: 'downloads',
  what: 'addresses inside the office, or of hosts that are no platform, in what a platform delivers',
  isInCut: true,
  run: tryDownloads,
};
