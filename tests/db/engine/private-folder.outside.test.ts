import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { readSecretKey } from '../../../bot/process/secret-key.ts';
import { lockPrivateFolder } from '../../../db/engine/folders/folder-lock.ts';
import { isOurs, makePrivate } from '../../../db/engine/folders/private-folder.ts';
import { openDatabase } from '../../../db/engine/open.ts';
import { lockService } from '../../../db/engine/service-lock.ts';
import { nextLine, runScript, startScript } from '../../harness/child.ts';
import { furnishDataFolder } from '../../harness/data-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'chidao-private-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of cleanUp.splice(0)) await each();
});

const modeOf = (path: string): number => statSync(path).mode & 0o777;

/** Everything in a folder that anybody but its owner may read, write or enter. */
function openToOthers(path: string): string[] {
  const here = (modeOf(path) & 0o077) === 0 ? [] : [path];
  if (!statSync(path).isDirectory()) return here;
  return [...here, ...readdirSync(path).flatMap((name) => openToOthers(join(path, name)))];
}

describe('the folder of the embedded database', () => {
  const dataDir = join(folder, 'was-open');

  test('that all could read and write before is its owner’s alone from the first start', async () => {
    mkdirSync(dataDir, { mode: 0o755 });
    chmodSync(dataDir, 0o755);
    const opened = await openDatabase({ dataDir });
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    expect(openToOthers(dataDir)).toEqual([]);
    await opened.value.close();
  });

  test('that was opened up between two starts is closed again at the second', async () => {
    chmodSync(dataDir, 0o777);
    chmodSync(join(dataDir, 'database'), 0o777);
    chmodSync(join(dataDir, 'database/global'), 0o777);
    chmodSync(join(dataDir, 'database/PG_VERSION'), 0o666);
    const opened = await openDatabase({ dataDir });
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    await opened.value.close();
    expect(openToOthers(dataDir)).toEqual([]);
  });

  test('takes the secret key away from others too', () => {
    writeFileSync(join(dataDir, 'secret-key'), 'ab'.repeat(32), { mode: 0o644 });
    chmodSync(join(dataDir, 'secret-key'), 0o644);
    expect(readSecretKey({ dataDir }).ok).toBe(true);
    expect(modeOf(join(dataDir, 'secret-key'))).toBe(0o600);
  });

  test('may not be one that all share', async () => {
    const shared = join(folder, 'shared');
    mkdirSync(shared);
    chmodSync(shared, 0o1777);
    expect(await lockService({ dataDir: shared })).toEqual({
      ok: false,
      error: { type: 'foreign', where: shared, why: 'shared folder' },
    });
    expect(statSync(shared).mode & 0o7777).toBe(0o1777);
  });
});

/** The socket of a process that was killed: it is there, and nobody answers. */
async function leaveDeadSocket(path: string): Promise<void> {
  const server = createServer().listen(path);
  await once(server, 'listening');
  renameSync(path, `${path}.kept`);
  server.close();
  await once(server, 'close');
  renameSync(`${path}.kept`, path);
}

describe('the lock on a folder', () => {
  test('is met by every path that leads there: a link, and one too long for a socket', async () => {
    const dataDir = furnishDataFolder(join(folder, 'd'.repeat(100)));
    symlinkSync(dataDir, join(folder, 'link'));
    const child = startScript('tests/db/engine/open-locked.ts', [], { DATA_DIR: dataDir });
    cleanUp.push(() => child.kill('SIGKILL'));
    expect(await nextLine(child)).toBe('opened');
    // Another process's view of the same folder, as a bind mount or another container has it.
    for (const path of [join(folder, 'link'), `/proc/${child.pid}/root${dataDir}`]) {
      const { stdout } = await runScript('tests/db/engine/open-locked.ts', [], { DATA_DIR: path });
      expect(stdout).toMatch(/^Một tiến trình khác đang dùng cơ sở dữ liệu [^\n]+\n$/);
    }
    child.kill('SIGKILL');
    await once(child, 'close');
    const freed = await lockService({ dataDir: join(folder, 'link') }, 60_000);
    expect(freed.ok).toBe(true);
    if (freed.ok) await freed.value.release();
  });

  test('is had by at most one of many that try at once over a dead one', async () => {
    const place = makePrivate(join(folder, 'raced'));
    for (const round of [1, 2, 3, 4, 5]) {
      await leaveDeadSocket(join(place, `lock-${round}.sock`));
      const tries = await Promise.all(Array.from({ length: 8 }, () => lockPrivateFolder(place)));
      const held = tries.filter((free) => free !== undefined);
      expect(held.length).toBeLessThanOrEqual(1);
      for (const free of held) await free();
      for (const name of readdirSync(place)) rmSync(join(place, name));
    }
    await leaveDeadSocket(join(place, 'lock-7.sock'));
    const free = await lockPrivateFolder(place);
    expect(readdirSync(place)).toEqual(['lock-8.sock']);
    expect(await lockPrivateFolder(place)).toBeUndefined();
    await free?.();
  });
});

test('a socket that somebody else put there is not ours, and one that we made is', async () => {
  expect(isOurs(join(folder, 'nothing'))).toBe(false);
  const path = join(folder, 'own.sock');
  const server = createServer().listen(path);
  await once(server, 'listening');
  expect(isOurs(path)).toBe(true);
  server.close();
});
