/** The variables of the channels: who we are on each platform, and what its package allows. */
import { z } from 'zod';
import type { ChannelName } from '../../core/channels/address.ts';
import { configSentence as say } from '../../messages/terminal/config.ts';
import { webUrl, wholeNumber } from './values.ts';

export type TelegramConfig = {
  token: string;
  apiRoot: string;
  mode: { type: 'polling' } | { type: 'webhook'; secret: string };
  /** So many messages a second that nobody asked for are paid for; absent: none. */
  paidPerSecond?: number;
};

export type ZaloOaConfig = {
  appId: string;
  appSecret: string;
  /** The key of the webhook page, which is not the app's secret. */
  oaSecretKey: string;
  oaId?: string;
  /** Used only while the database holds no token pair. */
  refreshToken?: string;
  apiRoot: string;
  oauthRoot: string;
  /** Whether buttons name their template: Zalo's own texts disagree. */
  buttonTemplate: 'absent' | 'button';
  /** No more calls a minute than these; absent: as many as the package of the account allows. */
  perMinute?: number;
};

export type ZaloBotConfig = {
  token: string;
  apiRoot: string;
  mode: { type: 'polling' } | { type: 'webhook'; secret: string };
};

export type ChannelsConfig = {
  telegram?: TelegramConfig;
  zaloOa?: ZaloOaConfig;
  zaloBot?: ZaloBotConfig;
  /** Messages a month that cost, by channel. */
  budgets: Partial<Record<ChannelName, number>>;
  /** Free messages of the Zalo Official Account within 48 hours of a person's last word. */
  freeReplies: number;
};

export const channelVariables = z.object({
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[A-Za-z0-9_-]+$/, say.telegramToken)
    .optional(),
  TELEGRAM_API_ROOT: webUrl(say.apiRoot).default('https://api.telegram.org'),
  TELEGRAM_MODE: z.enum(['polling', 'webhook'], say.telegramMode).default('polling'),
  // The alphabet that setWebhook takes: https://core.telegram.org/bots/api#setwebhook
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,256}$/, say.webhookSecret)
    .optional(),
  // https://core.telegram.org/bots/api#sendmessage: beyond 30 a second up to 1,000, each for 0.1 Telegram Stars
  TELEGRAM_PAID_PER_SECOND: wholeNumber.refine((n) => n > 30 && n <= 1000, say.paidPerSecond).optional(),
  ZALO_OA_APP_ID: z.string().regex(/^\d+$/, say.digits).optional(),
  ZALO_OA_APP_SECRET: z.string().optional(),
  ZALO_OA_SECRET_KEY: z.string().optional(),
  ZALO_OA_ID: z.string().regex(/^\d+$/, say.digits).optional(),
  ZALO_OA_REFRESH_TOKEN: z.string().optional(),
  ZALO_OA_API_ROOT: webUrl(say.apiRoot).default('https://openapi.zalo.me'),
  ZALO_OAUTH_ROOT: webUrl(say.apiRoot).default('https://oauth.zaloapp.com'),
  ZALO_OA_BUTTON_TEMPLATE: z.enum(['absent', 'button'], say.buttonTemplate).default('absent'),
  // What the packages of 2026 allow: 500 paid messages a month with Growth, 3,000 with the free bot.
  ZALO_OA_CALLS_PER_MINUTE: wholeNumber.refine((n) => n > 0, say.wholeNumber).optional(),
  ZALO_OA_MONTHLY_MESSAGES: wholeNumber.default(500),
  ZALO_OA_FREE_REPLIES: wholeNumber.default(8),
  ZALO_BOT_MONTHLY_MESSAGES: wholeNumber.default(3000),
  ZALO_BOT_TOKEN: z
    .string()
    .regex(/^[^\s/]{10,}$/, say.zaloBotToken)
    .optional(),
  ZALO_BOT_API_ROOT: webUrl(say.apiRoot).default('https://bot-api.zaloplatforms.com'),
  ZALO_BOT_MODE: z.enum(['polling', 'webhook'], say.telegramMode).default('polling'),
  // The length that setWebhook takes of a secret.
  ZALO_BOT_WEBHOOK_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9_-]{8,256}$/, say.zaloBotSecret)
    .optional(),
});

type Present = Partial<Record<string, string>>;

/** A variable and what is wrong with it, or nothing. */
export type Contradiction = [isWrong: boolean, name: string, why: string];

/** What may be wrong between the variables of the channels, each of which may be right by itself. */
export function contradictionsOfChannels(env: Present): Contradiction[] {
  const isWebhook = env.TELEGRAM_MODE === 'webhook';
  const isBotWebhook = env.ZALO_BOT_MODE === 'webhook';
  const ofOa = ['ZALO_OA_APP_ID', 'ZALO_OA_APP_SECRET', 'ZALO_OA_SECRET_KEY'];
  const hasOa = [...ofOa, 'ZALO_OA_REFRESH_TOKEN'].some((name) => env[name]);
  return [
    [isWebhook && !env.TELEGRAM_BOT_TOKEN, 'TELEGRAM_BOT_TOKEN', say.telegramTokenForWebhook],
    [isWebhook && !env.TELEGRAM_WEBHOOK_SECRET, 'TELEGRAM_WEBHOOK_SECRET', say.webhookSecretMissing],
    [isWebhook && !env.PUBLIC_URL, 'PUBLIC_URL', say.publicUrlForWebhook],
    ...ofOa.map((name): Contradiction => [hasOa && !env[name], name, say.zaloOaTogether]),
    [isBotWebhook && !env.ZALO_BOT_TOKEN, 'ZALO_BOT_TOKEN', say.zaloBotTokenForWebhook],
    [isBotWebhook && !env.ZALO_BOT_WEBHOOK_SECRET, 'ZALO_BOT_WEBHOOK_SECRET', say.zaloBotSecretMissing],
    [isBotWebhook && !env.PUBLIC_URL, 'PUBLIC_URL', say.publicUrlForZaloBot],
  ];
}

type Variables = z.infer<typeof channelVariables>;

function zaloOf(env: Variables): Pick<ChannelsConfig, 'zaloOa' | 'zaloBot'> {
  const {
    ZALO_OA_APP_ID: appId,
    ZALO_OA_APP_SECRET: appSecret,
    ZALO_OA_SECRET_KEY: oaSecretKey,
    ZALO_BOT_TOKEN: token,
  } = env;
  const secret = env.ZALO_BOT_MODE === 'webhook' ? env.ZALO_BOT_WEBHOOK_SECRET : undefined;
  return {
    ...(appId &&
      appSecret &&
      oaSecretKey && {
        zaloOa: {
          appId,
          appSecret,
          oaSecretKey,
          ...(env.ZALO_OA_ID && { oaId: env.ZALO_OA_ID }),
          ...(env.ZALO_OA_REFRESH_TOKEN && { refreshToken: env.ZALO_OA_REFRESH_TOKEN }),
          apiRoot: env.ZALO_OA_API_ROOT,
          oauthRoot: env.ZALO_OAUTH_ROOT,
          buttonTemplate: env.ZALO_OA_BUTTON_TEMPLATE,
          ...(env.ZALO_OA_CALLS_PER_MINUTE && { perMinute: env.ZALO_OA_CALLS_PER_MINUTE }),
        },
      }),
    ...(token && {
      zaloBot: {
        token,
        apiRoot: env.ZALO_BOT_API_ROOT,
        mode: secret ? { type: 'webhook', secret } : { type: 'polling' },
      },
    }),
  };
}

/** The channels that are set up, of variables that do not contradict each other. */
export function channelsOf(env: Variables): ChannelsConfig {
  const secret = env.TELEGRAM_MODE === 'webhook' ? env.TELEGRAM_WEBHOOK_SECRET : undefined;
  return {
    ...(env.TELEGRAM_BOT_TOKEN && {
      telegram: {
        token: env.TELEGRAM_BOT_TOKEN,
        apiRoot: env.TELEGRAM_API_ROOT,
        mode: secret ? { type: 'webhook', secret } : { type: 'polling' },
        ...(env.TELEGRAM_PAID_PER_SECOND && { paidPerSecond: env.TELEGRAM_PAID_PER_SECOND }),
      },
    }),
    ...zaloOf(env),
    budgets: {
      ...(env.ZALO_OA_APP_ID && { 'zalo-oa': env.ZALO_OA_MONTHLY_MESSAGES }),
      ...(env.ZALO_BOT_TOKEN && { 'zalo-bot': env.ZALO_BOT_MONTHLY_MESSAGES }),
    },
    freeReplies: env.ZALO_OA_FREE_REPLIES === 0 ? Number.POSITIVE_INFINITY : env.ZALO_OA_FREE_REPLIES,
  };
}
