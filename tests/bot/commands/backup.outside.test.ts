import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runScript } from '../../harness/child.ts';
import { furnishDataFolder } from '../../harness/data-folder.ts';
import { freePort, runCommand, startService } from '../service/process.ts';

const folder = mkdtempSync(join(tmpdir(), 'chidao-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a backup is taken while the service runs, and put back where none runs', async () => {
  const env = {
    DATA_DIR: furnishDataFolder(join(folder, 'served')),
    PORT: String(await freePort()),
    LOG_LEVEL: 'info',
  };
  const file = join(folder, 'backup.gz');
  const complaint = async (...words: string[]) => (await runScript('bot/cli.ts', words, env)).stderr;
  const service = await startService(env);
  await runCommand(env, 'init', '--sample');
  expect(await runCommand(env, 'backup', file)).toMatchObject({ file });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(env.DATA_DIR).filter((name) => name.includes('backup'))).toEqual([]);
  expect(await complaint('backup', file)).toMatch(/không ghi đè/);
  expect(await complaint('restore', file, '--replace')).toMatch(/dừng hệ thống/);
  await service.terminate();
  expect(await complaint('restore', file)).toMatch(/--replace/);
  const fresh = { DATA_DIR: join(folder, 'fresh') };
  await runCommand(fresh, 'restore', file);
  expect(await runCommand(fresh, 'units', 'list')).toHaveLength(115);
  const again = await startService({ ...fresh, PORT: String(await freePort()) });
  expect(await runCommand(fresh, 'status')).toMatchObject({ held: { requests: 0 } });
  expect(await runCommand(fresh, 'held', '--release')).toMatchObject({ state: 'released' });
  expect(await runCommand(fresh, 'held')).toEqual({ state: 'none' });
  await again.terminate();
});
