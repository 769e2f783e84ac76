/** The real service over strict platforms that pretend, with a civil clock that the play sets. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { HandedInvite } from '../../../../bot/acts/invite.ts';
import init from '../../../../bot/commands/init.ts';
import invite from '../../../../bot/commands/invite.ts';
import type { AnyCommand, CommandInput } from '../../../../bot/commands/shape/command.ts';
import { readConfig } from '../../../../bot/config/environment.ts';
import { type Service, startService } from '../../../../bot/service/start.ts';
import { createRehearsalClock, type RehearsalClock } from '../../../demo/clock.ts';
import { createPostgresDatabase, hasPostgres } from '../../../harness/database.ts';
import { createFakeTelegram } from '../../../harness/platforms/telegram.ts';
import { createFakeZaloBot } from '../../../harness/platforms/zalo-bot/fake.ts';
import { createFakeZaloOa } from '../../../harness/platforms/zalo-oa/fake.ts';
import { freePort } from '../../service/process.ts';
import { type Player, playOnTelegram, playOnZaloBot, playOnZaloOa } from './players.ts';

/** What a month of each metered channel allows, on the platform and in the service. */
export const quotas = { 'zalo-oa': 20, 'zalo-bot': 200 } as const;

export type Place = {
  service: Service;
  clock: RehearsalClock;
  player(name: string): Player;
  run<T>(command: AnyCommand, input?: Partial<CommandInput>): Promise<T>;
  codeOf(options: CommandInput['options']): Promise<string>;
  /** What was logged as an error. */
  errors: string[];
  /** What the platform counted against its quota; undefined where it has none. */
  spent(): Partial<Record<keyof typeof quotas, number>>;
  stop(): Promise<void>;
};

type Platform = {
  env: Record<string, string>;
  player(name: string): Player;
  connect(url: string): void;
  spent: Place['spent'];
  stop(): Promise<void>;
};

async function openTelegram(): Promise<Platform> {
  const telegram = await createFakeTelegram();
  return {
    env: { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url },
    player: (name) => playOnTelegram(telegram, name),
    connect: () => {},
    spent: () => ({}),
    stop: telegram.stop,
  };
}

/** Half of the people follow the Official Account, half write to the bot. */
async function openZalo(): Promise<Platform> {
  const oa = await createFakeZaloOa({ monthly: quotas['zalo-oa'] });
  const bot = await createFakeZaloBot({ monthly: quotas['zalo-bot'] });
  let people = 0;
  const onBot: Player[] = [];
  return {
    env: {
      ZALO_BOT_TOKEN: bot.token,
      ZALO_BOT_API_ROOT: bot.url,
      ZALO_BOT_MONTHLY_MESSAGES: String(quotas['zalo-bot']),
      ZALO_OA_APP_ID: oa.keys.appId,
      ZALO_OA_APP_SECRET: oa.keys.appSecret,
      ZALO_OA_SECRET_KEY: oa.keys.oaSecretKey,
      ZALO_OA_ID: oa.keys.oaId,
      ZALO_OA_REFRESH_TOKEN: oa.oauth.issuePair().refresh_token,
      ZALO_OA_API_ROOT: oa.url,
      ZALO_OAUTH_ROOT: oa.url,
      ZALO_OA_MONTHLY_MESSAGES: String(quotas['zalo-oa']),
    },
    player: (name) => {
      people += 1;
      if (people % 2 === 1) return playOnZaloOa(oa, name);
      const player = playOnZaloBot(bot, name);
      onBot.push(player);
      return player;
    },
    connect: (url) => oa.webhook.connect(`${url}/webhooks/zalo-oa`),
    // The bot pays for every message.
    spent: () => ({
      'zalo-oa': oa.purse.monthlyUsed,
      'zalo-bot': onBot.reduce((sum, player) => sum + player.read().length, 0),
    }),
    stop: async () => {
      await oa.stop();
      await bot.stop();
    },
  };
}

/** Starts it at an instant, with the sample loaded. */
export async function openPlace(on: 'telegram' | 'zalo', start: Date): Promise<Place> {
  const platform = await (on === 'telegram' ? openTelegram() : openZalo());
  const database = hasPostgres() ? await createPostgresDatabase() : undefined;
  const dataDir = mkdtempSync(join(tmpdir(), 'chidao-lived-'));
  const config = readConfig({
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    ...(database && { DATABASE_URL: database.url }),
    ...platform.env,
  });
  if (!config.ok) throw new Error(config.error);
  const errors: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => errors.push(line) });
  const clock = createRehearsalClock(start);
  const started = await startService(config.value, log, { clock });
  if (!started.ok) throw new Error(started.error);
  const service = started.value;
  platform.connect(service.url);
  const deps = {
    db: service.db,
    clock,
    config: config.value,
    ranBy: { command: 'test', operator: 'test' },
    nudge: service.nudge,
  };
  const run: Place['run'] = async <T>(command: AnyCommand, input: Partial<CommandInput> = {}): Promise<T> => {
    const outcome = await command.run(deps, { args: [], options: {}, ...input });
    if (!outcome.ok) throw new Error(outcome.error);
    return outcome.value as T;
  };
  await run(init, { options: { sample: true } });
  return {
    service,
    clock,
    player: platform.player,
    run,
    codeOf: async (options) => {
      const [made] = await run<HandedInvite[]>(invite, { options });
      if (!made) throw new Error('no invite was made');
      return made.code;
    },
    errors,
    spent: platform.spent,
    stop: async () => {
      await service.stop();
      await platform.stop();
      await database?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
