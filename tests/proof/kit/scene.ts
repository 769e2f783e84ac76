/** One play: a stand-in platform with people, a database, and the service between them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { issueDirective } from '../../../bot/acts/issue.ts';
import { systemClock } from '../../../bot/clock.ts';
import { assemble } from '../../../bot/service/assemble.ts';
import type { Db } from '../../../db/database.ts';
import { openDatabase } from '../../../db/engine/open.ts';
import { freePort, runCommand } from '../../bot/service/process.ts';
import type { RehearsalClock } from '../../demo/clock.ts';
import {
  createFakeTelegram,
  type FakeGroup,
  type FakeTelegram,
  type FakeUser,
} from '../../harness/platforms/telegram.ts';
import { beginning, castOf, groupTitle } from './district.ts';
import type { Ground, Plot } from './ground.ts';
import { createHead, type Head } from './head.ts';
import { type Accepted, openBook, rowsOf } from './ledger.ts';
import { openRelay, type Relay } from './relay.ts';
import { type Env, type Runner, runHere, runProcess, standingClock } from './runner.ts';

export type Stage = { database: 'postgres' | 'embedded'; host: 'here' | 'process'; communes: number };

export type Scene = {
  seed: number;
  ground: Ground;
  telegram: FakeTelegram;
  book: Accepted[];
  heads: Head[];
  staff: FakeUser;
  leader: FakeUser;
  group: FakeGroup;
  /** Civil time of a service that runs in this process. */
  clock: RehearsalClock;
  service: Runner;
  /** The variables of the service, for a second one. */
  env: Env;
  /** The line between the service and PostgreSQL. */
  relay: Relay | undefined;
  plot: Plot | undefined;
  /** Reads the database, past the relay. The embedded one can be read only while no service runs. */
  look<T>(read: (db: Db) => Promise<T>): Promise<T>;
  /** Issues the directive as the command line does. */
  issue(): Promise<void>;
  /** How many requests and kept updates wait. */
  waiting(): Promise<number>;
  close(): Promise<void>;
};

const key = Buffer.alloc(32, 7);

export async function openScene(ground: Ground, stage: Stage, seed: number): Promise<Scene> {
  const telegram = await createFakeTelegram();
  const book = openBook(telegram);
  const cast = castOf(stage.communes);
  const users = cast.map(({ name }) => telegram.createUser({ name, isKnown: true }));
  const [staff, leader] = users;
  if (!staff || !leader) throw new Error('the cast is empty');
  const heads = users.slice(2).map((user, at) => createHead(telegram, user, cast[at + 2]?.unit ?? '', seed));
  const group = telegram.createGroup({ title: groupTitle, admin: staff });

  const plot = stage.database === 'postgres' ? await ground.postgres(stage.communes) : undefined;
  const relay = plot && (await openRelay(plot.url));
  const dataDir = plot ? mkdtempSync(join(tmpdir(), 'chidao-proof-')) : await ground.embedded(stage.communes);
  const env: Env = {
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    SECRET_KEY: key.toString('hex'),
    TELEGRAM_API_ROOT: telegram.url,
    TELEGRAM_BOT_TOKEN: telegram.token,
    // The play is of 2021: what it says would be past its keeping at the first look.
    RETENTION_INBOX_DAYS: '0',
    RETENTION_OUTBOX_DAYS: '0',
    // Issued by a command of its own, the directive must not be late before it is out.
    ...(relay ? { DATABASE_URL: relay.url } : { SIMULATED_NOW: beginning }),
  };
  const clock = standingClock(beginning);
  const service = stage.host === 'here' ? runHere(env, clock) : runProcess(env);

  return {
    seed,
    ground,
    telegram,
    book,
    heads,
    staff,
    leader,
    group,
    clock,
    service,
    env,
    relay,
    plot,
    look: (read) => (plot ? read(plot.db) : readFolder(dataDir, read)),
    issue: async () => {
      if (plot) await issueBeside(plot.db, clock);
      else await runCommand(env, 'directive', 'issue', '1');
    },
    waiting: async () => (plot ? countWaiting(plot.db) : countQueued(env)),
    close: async () => {
      await service.stop();
      await telegram.stop();
      await relay?.close();
      await plot?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function readFolder<T>(dataDir: string, read: (db: Db) => Promise<T>): Promise<T> {
  const opened = await openDatabase({ dataDir });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  try {
    return await read(opened.value.db);
  } finally {
    await opened.value.close();
  }
}

/** Works on the database beside the service, as a command does. */
async function issueBeside(db: Db, clock: RehearsalClock): Promise<void> {
  const metrics = {
    countInbound: () => {},
    countOutbound: () => {},
    countRefused: () => {},
    observeHandling: () => {},
  };
  const { transact } = assemble(
    { publicUrl: 'http://127.0.0.1', budgets: {}, freeReplies: 8 },
    { db, clock: { ...systemClock, civil: clock.civil }, key, log: pino({ level: 'silent' }), metrics, channels: [] },
  );
  const issued = await transact((work) => issueDirective(work, { via: 'command', by: null }, 1));
  if (!issued.ok) throw new Error(issued.error);
}

async function countWaiting(db: Db): Promise<number> {
  const rows = await db.execute(sql`select
    (select count(*) from outbox where state not in ('sent', 'uncertain', 'refused', 'withdrawn'))
    + (select count(*) from inbox where state = 'waiting') as waiting`);
  return Number(rowsOf(rows)[0]?.waiting);
}

async function countQueued(env: Env): Promise<number> {
  const { channels } = await runCommand<{ channels: { queued: number }[] }>(env, 'status');
  return channels.reduce((sum, { queued }) => sum + queued, 0);
}
