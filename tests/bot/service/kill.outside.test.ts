import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { furnishDataFolder } from '../../harness/data-folder.ts';
import { createPostgresDatabase, hasPostgres } from '../../harness/database.ts';
import { createFakeTelegram, type FakeTelegram, type FakeUser } from '../../harness/platforms/telegram.ts';
import { freePort, runCommand, type ServiceProcess, startService } from './process.ts';

type Invite = { unit: string; code: string };
type Summary = {
  units: { reported: number; acknowledged: number };
  indicators: { key: string; total: number; of: number }[];
};

const codes = ['PHONG-YTE', 'XA-QUANG-BINH', 'MN-QUANG-BINH'];
/** A guard, not an expectation: services start slowly on a busy machine. */
const patience = { timeoutMs: 240_000 };

/** Reports 50 staff, of whom the roster knows fewer, and 45, 40 and 38 of them. */
async function report(head: FakeUser): Promise<void> {
  await head.say('/baocao');
  await head.waitFor(/Số CBCCVC: bao nhiêu/, patience);
  for (const [figure, next] of [
    ['50', /có đúng không/],
    ['đúng', /Bluezone: bao nhiêu/],
    ['45', /QR: bao nhiêu/],
    ['40', /Smart Thanh Hóa: bao nhiêu/],
    ['38', /Khó khăn/],
    ['Không có', /đúng chưa/],
    ['Đúng, gửi', /Đã ghi nhận báo cáo/],
  ] as const) {
    await head.say(figure);
    await head.waitFor(next, patience);
  }
}

async function register(telegram: FakeTelegram, invite: Invite): Promise<FakeUser> {
  const head = telegram.createUser({ name: invite.unit });
  await head.start(invite.code);
  await head.waitFor(/Đồng chí có đồng ý không/, patience);
  await head.tap('Đồng ý');
  await head.waitFor(/đã ghi nhận đồng chí/, patience);
  return head;
}

const kinds = [
  {
    kind: 'the embedded database',
    isHere: true,
    open: async (dataDir: string) => {
      furnishDataFolder(dataDir);
      return { env: {}, drop: async () => {} };
    },
  },
  {
    kind: 'PostgreSQL',
    isHere: hasPostgres(),
    open: async () => {
      const { url, drop } = await createPostgresDatabase();
      return { env: { DATABASE_URL: url }, drop };
    },
  },
];

for (const { kind, isHere, open } of kinds)
  describe.skipIf(!isHere)(`a service on ${kind} that is killed in the middle`, () => {
    let telegram: FakeTelegram;
    let service: ServiceProcess | undefined;
    let env: Record<string, string>;
    let close: () => Promise<void>;

    beforeEach(async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'chidao-kill-'));
      const { env: database, drop } = await open(dataDir);
      telegram = await createFakeTelegram({ flood: false });
      env = {
        DATA_DIR: dataDir,
        PORT: String(await freePort()),
        TELEGRAM_API_ROOT: telegram.url,
        TELEGRAM_BOT_TOKEN: telegram.token,
        ...database,
      };
      close = async () => {
        await telegram.stop();
        await drop();
        rmSync(dataDir, { recursive: true, force: true });
      };
    });

    afterEach(async () => {
      await service?.kill();
      await close();
    });

    it('refuses a second, loses no report, asks on where it stood, and ends within 5 s when asked to', {
      timeout: 900_000,
    }, async () => {
      const rehearsal = { SIMULATED_NOW: '2021-09-06T09:00:00+07:00' };
      service = await startService({ ...env, ...rehearsal });
      const second = startService({ ...env, PORT: String(await freePort()) });
      await expect(second).rejects.toThrow(/Một tiến trình khác đang dùng/);
      await runCommand(env, 'init', '--sample');
      const invites = (await runCommand<Invite[]>(env, 'invite', '--all-units')).filter(({ unit }) =>
        codes.includes(unit),
      );
      const heads = await Promise.all(invites.map((invite) => register(telegram, invite)));
      await runCommand(env, 'directive', 'issue', '1', '--unnumbered', 'gửi trước');

      const reports = Promise.all(heads.map(report));
      // Killed each time that somebody has just been asked for a further figure.
      for (const asked of [/QR: bao nhiêu/, /đúng chưa/]) {
        await Promise.any(heads.map((head) => head.waitFor(asked, patience)));
        await service.kill();
        service = await startService(env);
      }
      await reports;

      const summary = await runCommand<Summary>(env, 'summary');
      expect(summary.units).toMatchObject({ reported: codes.length, acknowledged: codes.length });
      expect(summary.indicators.map((i) => [i.key, i.total, i.of])).toEqual([
        ['bluezone', 45 * codes.length, 50 * codes.length],
        ['qr', 40 * codes.length, 50 * codes.length],
        ['smart-thanh-hoa', 38 * codes.length, 50 * codes.length],
      ]);
      expect(await runCommand(env, 'audit', 'verify')).toMatchObject({ ok: true, faults: [] });
      const { code, ms } = await service.terminate();
      expect(code).toBe(0);
      expect(ms).toBeLessThan(5000);
    });
  });
