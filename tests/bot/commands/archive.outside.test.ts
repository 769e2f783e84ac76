import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runScript } from '../../harness/child.ts';
import { furnishDataFolder } from '../../harness/data-folder.ts';
import { freePort, runCommand, startService } from '../service/process.ts';

const folder = mkdtempSync(join(tmpdir(), 'chidao-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Verified = { records: number; archived: { from: number; to: number; isRead: boolean }[]; faults: object[] };

test('records are moved to a file while the service runs, and verified with it wherever it lies', async () => {
  const env = {
    DATA_DIR: furnishDataFolder(join(folder, 'served')),
    PORT: String(await freePort()),
    LOG_LEVEL: 'info',
  };
  const left = () => readdirSync(env.DATA_DIR).filter((name) => name.endsWith('.gz') || name.includes('staged'));
  const complaint = async (...words: string[]) => (await runScript('bot/cli.ts', words, env)).stderr;
  const verify = (...words: string[]) => runCommand(env, 'audit', 'verify', ...words) as Promise<Verified>;
  const service = await startService(env);
  await runCommand(env, 'init', '--sample');
  const { records } = await verify();
  const file = join(folder, 'audit.gz');
  const moved = await runCommand(env, 'audit', 'archive', '--before', '2100-01-01', '--out', file);
  expect(moved).toMatchObject({ from: 1, to: records, records, file });
  expect(moved).not.toHaveProperty('kept');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(left()).toEqual([]);
  expect(await complaint('audit', 'archive', '--before', '2100-01-01', '--out', file)).toMatch(/không ghi đè/);
  expect(await complaint('audit', 'verify', '--archive', join(folder, 'none'))).toMatch(/Không đọc được tệp/);
  expect(await verify('--archive', file)).toMatchObject({
    records: 2,
    archived: [{ to: records, isRead: true }],
    faults: [],
  });
  writeFileSync(file, 'x');
  expect(await complaint('audit', 'verify', '--archive', file)).toMatch(/có 1 sai lệch/);
  await service.terminate();
  mkdirSync(join(folder, 'closed'));
  const elsewhere = await runScript(
    'bot/cli.ts',
    ['audit', 'archive', '--before', '2100-01-01', '--out', join(folder, 'closed/none/audit.gz')],
    env,
  );
  expect(elsewhere.code).toBe(1);
  expect(elsewhere.stderr).toMatch(/Không đưa được tệp tới nơi đã chọn/);
  expect(left()).toHaveLength(1);
  expect(await verify('--archive', join(env.DATA_DIR, left()[0] ?? ''))).toMatchObject({ faults: [] });
});
