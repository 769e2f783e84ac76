import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../../bot/clock.ts';
import { readCommandLine } from '../../../bot/commands/line.ts';
import { runCommand } from '../../../bot/commands/socket/client.ts';
import { serveCommands } from '../../../bot/commands/socket/server.ts';
import { commandSocket } from '../../../bot/commands/socket/socket.ts';
import { readConfig } from '../../../bot/config/environment.ts';
import { createLog } from '../../../bot/process/log.ts';
import { lockPrivateFolder } from '../../../db/engine/folders/folder-lock.ts';
import { runScript, startScript } from '../../harness/child.ts';
import { createPostgresDatabase, hasPostgres, openEmbeddedForTest } from '../../harness/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'chidao-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'bad.csv'), 'code,name,kind,parent\nx,,office,zz\n');

const cli = (line: string, env: Record<string, string>) => runScript('bot/cli.ts', line.split(' '), env);
/** The one JSON document on stdout; the rest must be clean. */
const json = async (line: string, env: Record<string, string>) => {
  const { code, stdout, stderr } = await cli(`${line} --json`, env);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
};
/** The one error on stderr; nothing on stdout. */
const failure = async (line: string, env: Record<string, string>): Promise<string> => {
  const { code, stdout, stderr } = await cli(`${line} --json`, env);
  expect([code, stdout]).toEqual([1, '']);
  return (JSON.parse(stderr) as { error: string }).error;
};

test('a reader that has seen enough ends the command quietly', async () => {
  const child = startScript('bot/cli.ts', ['--help']);
  child.stdout.destroy();
  const [stderr] = await Promise.all([text(child.stderr), once(child, 'close')]);
  expect([child.exitCode, stderr]).toEqual([0, '']);
});

describe('the command line beside a running service on the embedded database', () => {
  const env = { DATA_DIR: join(folder, 'served') };
  let close = async () => {};
  beforeAll(async () => {
    mkdirSync(env.DATA_DIR);
    const config = readConfig({ LOG_LEVEL: 'silent' });
    if (!config.ok) throw new Error(config.error);
    const opened = await openEmbeddedForTest();
    const deps = {
      db: opened.db,
      clock: systemClock,
      config: config.value,
      nudge: () => {},
      log: createLog(config.value),
    };
    const server = await serveCommands(deps, env.DATA_DIR);
    close = async () => {
      await server.close();
      await opened.close();
    };
  });
  afterAll(() => close());

  test('commands run in the service, and stdout is one JSON document', async () => {
    expect(await json('init --sample', env)).toEqual({ units: 115, directive: 1, isNew: true });
    expect(await json('units list', env)).toHaveLength(115);
  });

  test('a command’s own simulated time goes along with it', async () => {
    const line = 'directive import sample/quang-xuong-2021/directive.yaml';
    const past = (imported: { warnings: string[] }) => imported.warnings.some((warning) => warning.includes('đã qua'));
    expect(past(await json(line, env))).toBe(true);
    expect(past(await json(line, { ...env, SIMULATED_NOW: '2021-09-06T08:00:00+07:00' }))).toBe(false);
  });

  test('without --json a person reads a table', async () => {
    const { code, stdout } = await cli('units list', env);
    expect([code, stdout.split('\n').length]).toEqual([0, 117]);
    expect(stdout).toMatch(/^MÃ +LOẠI +CẤP TRÊN +BÁO CÁO +TÊN\n/);
  });

  test('a paper lies under its own name in the folder that it is asked for in', async () => {
    const out = join(folder, 'papers');
    mkdirSync(out);
    await json('directive issue 1 --unnumbered thử', env);
    const { file } = await json(`export 1 --format json --out ${out}`, env);
    expect(readdirSync(out).map((name) => join(out, name))).toEqual([file]);
  });

  test('an error is one JSON document on stderr, or one sentence for a person', async () => {
    expect(await failure('directive show 99', env)).toBe('Không có văn bản mã 99.');
    expect(await cli('directive show 99', env)).toEqual({ code: 1, stdout: '', stderr: 'Không có văn bản mã 99.\n' });
  });
});

describe('the command line with the embedded database to itself', () => {
  test('opens and migrates it; two commands at once go one after another', async () => {
    const env = { DATA_DIR: join(folder, 'alone') };
    const both = await Promise.all([cli('init --sample --json', env), cli('init --sample --json', env)]);
    expect(both.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(both.map(({ stdout }) => JSON.parse(stdout).isNew).sort()).toEqual([false, true]);
    expect(await json('units list', env)).toHaveLength(115);
  });

  test('a command waits for as long as another process is at work, and says so', async () => {
    const dataDir = join(folder, 'waiting');
    mkdirSync(dataDir, { mode: 0o700 });
    const config = readConfig({ LOG_LEVEL: 'silent', DATA_DIR: dataDir });
    const line = readCommandLine(['units', 'list']);
    if (!config.ok || !line.ok || line.value.type !== 'command') throw new Error('no command');
    const { entry, input } = line.value;
    const free = await lockPrivateFolder(dataDir);
    expect(await runCommand(config.value, entry, input, { waitMs: 0 })).toEqual({
      ok: false,
      error: expect.stringContaining('chưa xong'),
    });
    let told = 0;
    const waited = await runCommand(config.value, entry, input, {
      tellAfterMs: 0,
      tell: () => {
        told += 1;
        void free?.();
      },
    });
    expect([told, waited]).toEqual([1, { ok: true, value: [] }]);
  });

  test('a bad environment is refused with every variable named', async () => {
    const error = await failure('units list', { DATA_DIR: join(folder, 'bad'), PORT: 'x', LOG_LEVEL: 'loud' });
    expect(error).toMatch(/PORT[\s\S]+LOG_LEVEL/);
  });
});

test('a folder too deep for the path of a socket has it all the same', async () => {
  const deep = join(folder, 'x'.repeat(120));
  mkdirSync(deep);
  const [bound, reached] = [commandSocket(deep), commandSocket(deep)];
  expect(commandSocket(folder).path).toBe(join(folder, 'chidao.sock'));
  const server = createServer((socket) => socket.end('here')).listen(bound.path);
  await once(server, 'listening');
  expect(readdirSync(deep)).toEqual(['chidao.sock']);
  expect(await text(connect(reached.path))).toBe('here');
  server.close();
  await once(server, 'close');
  for (const { close } of [bound, reached]) close();
});

describe.skipIf(!hasPostgres())('the command line on PostgreSQL (needs TEST_DATABASE_URL or initdb)', () => {
  const env: Record<string, string> = {};
  let drop = async () => {};
  beforeAll(async () => {
    const database = await createPostgresDatabase(false);
    drop = database.drop;
    env.DATABASE_URL = database.url;
  });
  afterAll(() => drop());

  test('migrates it and works beside whatever else does', async () => {
    const both = await Promise.all([json('init --sample', env), json('init --sample', env)]);
    expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    expect(await failure('invite', env)).toContain('--all-units');
  });

  test('an import with bad rows names them on stdout, and fails', async () => {
    const { code, stdout, stderr } = await cli(`units import ${folder}/bad.csv --json`, env);
    const errors = [{ column: 'name' }, { column: 'parent' }];
    expect([code, JSON.parse(stdout), JSON.parse(stderr)]).toMatchObject([
      1,
      { added: 0, errors },
      { error: expect.any(String) },
    ]);
  });
});
