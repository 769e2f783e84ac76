/** Platforms that pretend, and the variables by which a service reaches them. */
import { createFakeTelegram } from '../../../harness/platforms/telegram.ts';
import { createFakeZaloBot, type FakeZaloBot } from '../../../harness/platforms/zalo-bot/fake.ts';
import { createFakeZaloOa } from '../../../harness/platforms/zalo-oa/fake.ts';
import { type Player, playOnTelegram, playOnWeb, playOnZaloBot, playOnZaloOa } from './players.ts';

type Metered = 'zalo-oa' | 'zalo-bot';

/** Messages of a month, by channel; where there is no entry nothing is metered. */
export type Meter = Partial<Record<Metered, number>>;

/** Where people of a play are; `at` is where the service answers, and civil time. */
export type Platform = {
  env: Record<string, string>;
  /** What a month allows, on the platform and in the service. */
  quotas: Meter;
  /** What the platform counted against it. */
  spent(): Meter;
  player(name: string): Player;
  /** The service runs. */
  connect(at: { url: string; civil(): Date }): void;
  stop(): Promise<void>;
};

async function openTelegram(): Promise<Platform> {
  const telegram = await createFakeTelegram();
  return {
    env: { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url },
    quotas: {},
    spent: () => ({}),
    player: (name) => playOnTelegram(telegram, name),
    connect: () => {},
    stop: telegram.stop,
  };
}

/** The pages of the service itself. */
async function openPages(): Promise<Platform> {
  const visitors: ReturnType<typeof playOnWeb>[] = [];
  let at = { url: '', civil: () => new Date(0) };
  return {
    env: {},
    quotas: {},
    spent: () => ({}),
    player: (name) => {
      const visitor = playOnWeb(
        () => at.url,
        name,
        () => at.civil(),
      );
      visitors.push(visitor);
      return visitor;
    },
    connect: (service) => {
      at = service;
    },
    stop: async () => {
      for (const visitor of visitors) visitor.leaves();
    },
  };
}

const envOfBot = (bot: FakeZaloBot, monthly: number): Platform['env'] => ({
  ZALO_BOT_TOKEN: bot.token,
  ZALO_BOT_API_ROOT: bot.url,
  ZALO_BOT_MONTHLY_MESSAGES: String(monthly),
});

async function openZaloOa(monthly = 500): Promise<Platform> {
  const oa = await createFakeZaloOa({ monthly });
  return {
    env: { ...oa.variables(), ZALO_OA_MONTHLY_MESSAGES: String(monthly) },
    quotas: { 'zalo-oa': monthly },
    spent: () => ({ 'zalo-oa': oa.purse.monthlyUsed }),
    player: (name) => playOnZaloOa(oa, name),
    connect: ({ url }) => oa.webhook.connect(`${url}/webhooks/zalo-oa`),
    stop: oa.stop,
  };
}

async function openZaloBot(monthly = 3000): Promise<Platform> {
  const bot = await createFakeZaloBot({ monthly });
  const players: Player[] = [];
  return {
    env: envOfBot(bot, monthly),
    quotas: { 'zalo-bot': monthly },
    // The bot pays for every message.
    spent: () => ({ 'zalo-bot': players.reduce((sum, player) => sum + player.read().length, 0) }),
    player: (name) => {
      const player = playOnZaloBot(bot, name);
      players.push(player);
      return player;
    },
    connect: () => {},
    stop: bot.stop,
  };
}

/** Half of the people follow the Official Account, half write to the bot, and both may say little. */
async function openZalo(): Promise<Platform> {
  const [oa, bot] = [await openZaloOa(20), await openZaloBot(200)];
  let people = 0;
  return {
    env: { ...oa.env, ...bot.env },
    quotas: { ...oa.quotas, ...bot.quotas },
    spent: () => ({ ...oa.spent(), ...bot.spent() }),
    player: (name) => {
      people += 1;
      return (people % 2 === 1 ? oa : bot).player(name);
    },
    connect: oa.connect,
    stop: async () => {
      await oa.stop();
      await bot.stop();
    },
  };
}

/** The ways to open them, by the name of where people are. */
export const platforms = {
  telegram: openTelegram,
  zalo: openZalo,
  'zalo-oa': () => openZaloOa(),
  'zalo-bot': () => openZaloBot(),
  web: openPages,
};
