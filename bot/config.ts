import { z } from 'zod';
import type { ChannelName } from '../core/channels/address.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { configSentence as say } from '../messages/terminal/config.ts';

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export type TelegramConfig = {
  token: string;
  apiRoot: string;
  mode: { type: 'polling' } | { type: 'webhook'; secret: string };
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
  /** Calls a minute that the package allows. */
  perMinute: number;
};

export type ZaloBotConfig = {
  token: string;
  apiRoot: string;
  mode: { type: 'polling' } | { type: 'webhook'; secret: string };
};

/** A rehearsal's start instant, and the civil seconds that pass in a real one. */
export type SimulatedTime = { now: Date; speed: number };

export type Config = {
  database: { url?: string };
  dataDir: string;
  host: string;
  port: number;
  /** The address that links and webhooks use; without a slash at the end. */
  publicUrl: string;
  telegram?: TelegramConfig;
  zaloOa?: ZaloOaConfig;
  zaloBot?: ZaloBotConfig;
  /** Messages a month that cost, by channel. */
  budgets: Partial<Record<ChannelName, number>>;
  /** Free messages of the Zalo Official Account within 48 hours of a person's last word. */
  freeReplies: number;
  /** 32 bytes; absent: `readSecretKey` makes one in `dataDir`. */
  secretKey?: Buffer;
  simulated?: SimulatedTime;
  log: { level: (typeof logLevels)[number]; format: 'json' | 'text' };
  isProduction: boolean;
};

const isUrl = (text: string, protocols: string[]): boolean =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).hostname !== '';
const webUrl = (why: string) =>
  z
    .string()
    .refine((text) => isUrl(text, ['http:', 'https:']), why)
    .transform((text) => text.replace(/\/+$/, ''));

const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, say.wholeNumber)
  .transform(Number);

const schema = z.object({
  DATABASE_URL: z
    .string()
    .refine((text) => isUrl(text, ['postgres:', 'postgresql:']), say.databaseUrl)
    .optional(),
  DATA_DIR: z.string().default('./data'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, say.port)
    .transform(Number)
    .refine((port) => port <= 65_535, say.port)
    .default(8080),
  PUBLIC_URL: webUrl(say.publicUrl).optional(),
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
  ZALO_OA_APP_ID: z.string().regex(/^\d+$/, say.digits).optional(),
  ZALO_OA_APP_SECRET: z.string().optional(),
  ZALO_OA_SECRET_KEY: z.string().optional(),
  ZALO_OA_ID: z.string().regex(/^\d+$/, say.digits).optional(),
  ZALO_OA_REFRESH_TOKEN: z.string().optional(),
  ZALO_OA_API_ROOT: webUrl(say.apiRoot).default('https://openapi.zalo.me'),
  ZALO_OAUTH_ROOT: webUrl(say.apiRoot).default('https://oauth.zaloapp.com'),
  ZALO_OA_BUTTON_TEMPLATE: z.enum(['absent', 'button'], say.buttonTemplate).default('absent'),
  // What the packages of 2026 allow: 500 paid messages a month with Growth, 3,000 with the free bot.
  ZALO_OA_CALLS_PER_MINUTE: wholeNumber.refine((n) => n > 0, say.wholeNumber).default(100),
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
  SECRET_KEY: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, say.secretKey)
    .optional(),
  SIMULATED_NOW: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/, say.simulatedNow)
    .transform((text) => new Date(text))
    .refine((instant) => !Number.isNaN(instant.getTime()), say.simulatedNow)
    .optional(),
  SIMULATED_SPEED: z
    .string()
    .transform(Number)
    .refine((speed) => Number.isFinite(speed) && speed > 0, say.simulatedSpeed)
    .default(1),
  LOG_LEVEL: z.enum(logLevels, say.logLevel(logLevels)).default('info'),
  LOG_FORMAT: z.enum(['json', 'text'], say.logFormat).default('json'),
  NODE_ENV: z.string().optional(),
});

type Present = Partial<Record<string, string>>;

/** What is wrong between variables, each of which may be right by itself. */
function contradictions(env: Present): [name: string, why: string][] {
  const isProduction = env.NODE_ENV === 'production';
  const isWebhook = env.TELEGRAM_MODE === 'webhook';
  const isBotWebhook = env.ZALO_BOT_MODE === 'webhook';
  const ofOa = ['ZALO_OA_APP_ID', 'ZALO_OA_APP_SECRET', 'ZALO_OA_SECRET_KEY'];
  const hasOa = [...ofOa, 'ZALO_OA_REFRESH_TOKEN'].some((name) => env[name]);
  const found: [boolean, string, string][] = [
    [isWebhook && !env.TELEGRAM_BOT_TOKEN, 'TELEGRAM_BOT_TOKEN', say.telegramTokenForWebhook],
    [isWebhook && !env.TELEGRAM_WEBHOOK_SECRET, 'TELEGRAM_WEBHOOK_SECRET', say.webhookSecretMissing],
    [isWebhook && !env.PUBLIC_URL, 'PUBLIC_URL', say.publicUrlForWebhook],
    ...ofOa.map((name): [boolean, string, string] => [hasOa && !env[name], name, say.zaloOaTogether]),
    [isBotWebhook && !env.ZALO_BOT_TOKEN, 'ZALO_BOT_TOKEN', say.zaloBotTokenForWebhook],
    [isBotWebhook && !env.ZALO_BOT_WEBHOOK_SECRET, 'ZALO_BOT_WEBHOOK_SECRET', say.zaloBotSecretMissing],
    [isBotWebhook && !env.PUBLIC_URL, 'PUBLIC_URL', say.publicUrlForZaloBot],
    [isProduction && !env.SECRET_KEY, 'SECRET_KEY', say.secretKeyMissing],
    [isProduction && !!env.SIMULATED_NOW, 'SIMULATED_NOW', say.simulatedInProduction],
    [!!env.SIMULATED_SPEED && !env.SIMULATED_NOW, 'SIMULATED_SPEED', say.simulatedSpeedAlone],
  ];
  return found.flatMap(([isWrong, name, why]) => (isWrong ? [[name, why]] : []));
}

/** Reads the environment. An empty variable counts as absent; the error names every bad one with what to do. */
export function readConfig(env: Record<string, string | undefined>): Result<Config> {
  const present: Present = {};
  for (const [name, value] of Object.entries(env))
    if (value !== undefined && value.trim() !== '') present[name] = value.trim();
  const parsed = schema.safeParse(present);
  const problems = contradictions(present);
  if (!parsed.success)
    problems.unshift(...parsed.error.issues.map((issue): [string, string] => [String(issue.path[0]), issue.message]));
  if (!parsed.success || problems.length > 0) {
    const lines = [...new Map(problems.toReversed())].toReversed().map(([name, why]) => say.line(name, why));
    return fail([say.heading, ...lines].join('\n'));
  }
  return ok(configOf(parsed.data));
}

function zaloOf(env: z.infer<typeof schema>): Pick<Config, 'zaloOa' | 'zaloBot'> {
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
          perMinute: env.ZALO_OA_CALLS_PER_MINUTE,
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

function configOf(env: z.infer<typeof schema>): Config {
  const shownHost = env.HOST === '0.0.0.0' || env.HOST === '::' ? '127.0.0.1' : env.HOST;
  const mode: TelegramConfig['mode'] =
    env.TELEGRAM_MODE === 'webhook' && env.TELEGRAM_WEBHOOK_SECRET
      ? { type: 'webhook', secret: env.TELEGRAM_WEBHOOK_SECRET }
      : { type: 'polling' };
  return {
    database: env.DATABASE_URL ? { url: env.DATABASE_URL } : {},
    dataDir: env.DATA_DIR,
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL ?? `http://${shownHost}:${env.PORT}`,
    ...(env.TELEGRAM_BOT_TOKEN && {
      telegram: { token: env.TELEGRAM_BOT_TOKEN, apiRoot: env.TELEGRAM_API_ROOT, mode },
    }),
    budgets: {
      ...(env.ZALO_OA_APP_ID && { 'zalo-oa': env.ZALO_OA_MONTHLY_MESSAGES }),
      ...(env.ZALO_BOT_TOKEN && { 'zalo-bot': env.ZALO_BOT_MONTHLY_MESSAGES }),
    },
    freeReplies: env.ZALO_OA_FREE_REPLIES === 0 ? Number.POSITIVE_INFINITY : env.ZALO_OA_FREE_REPLIES,
    ...zaloOf(env),
    ...(env.SECRET_KEY && { secretKey: Buffer.from(env.SECRET_KEY, 'hex') }),
    ...(env.SIMULATED_NOW && { simulated: { now: env.SIMULATED_NOW, speed: env.SIMULATED_SPEED } }),
    log: { level: env.LOG_LEVEL, format: env.LOG_FORMAT },
    isProduction: env.NODE_ENV === 'production',
  };
}

/** The variables of this process. */
export const readEnvironment = (): Result<Config> => readConfig(process.env);
