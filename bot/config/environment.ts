import { z } from 'zod';
import { fail, ok, type Result } from '../../core/result.ts';
import { type AddressFault, parseAddress } from '../../db/engine/address.ts';
import { configSentence as say } from '../../messages/terminal/config.ts';
import {
  type ChannelsConfig,
  type Contradiction,
  channelsOf,
  channelVariables,
  contradictionsOfChannels,
} from './channels.ts';
import { type RetentionDays, retentionOf, retentionVariables } from './retention.ts';
import { portNumber, webUrl } from './values.ts';
import { contradictionsOfWeb, type WebConfig, webOf, webVariables } from './web.ts';

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** A rehearsal's start instant, and the civil seconds that pass in a real one. */
export type SimulatedTime = { now: Date; speed: number };

export type Config = ChannelsConfig &
  WebConfig & {
    database: { url?: string };
    /** Several processes work on this database: one leads, the others receive, and stand by. Absent: this one alone. */
    isOneOfSeveral?: boolean;
    dataDir: string;
    host: string;
    port: number;
    /** The address that links and webhooks use; without a slash at the end. */
    publicUrl: string;
    retention: RetentionDays;
    /** Whom people turn to about their data, in the words of the office; absent: to its staff. */
    dataContact?: string;
    /** 32 bytes; absent: `readSecretKey` makes one in `dataDir`. */
    secretKey?: Buffer;
    simulated?: SimulatedTime;
    log: { level: (typeof logLevels)[number]; format: 'json' | 'text' };
    isProduction: boolean;
  };

/** What is wrong with an address, by the name of the option and never with its value. */
function sayAddressFault(fault: AddressFault): string {
  switch (fault.type) {
    case 'no-address':
      return say.databaseUrl;
    case 'unescaped':
      return say.databaseUnescaped;
    case 'several-hosts':
      return say.databaseHosts;
    case 'unknown-option':
      return say.databaseOption(fault.option);
    case 'unsupported-value':
      return say.databaseValue(fault.option);
  }
}

const schema = z.object({
  DATABASE_URL: z
    .string()
    .superRefine((text, check) => {
      const address = parseAddress(text);
      if (!address.ok) check.addIssue({ code: 'custom', message: sayAddressFault(address.error) });
    })
    .optional(),
  PROCESSES: z.enum(['one', 'several'], say.processes).default('one'),
  DATA_DIR: z.string().default('./data'),
  HOST: z.string().default('127.0.0.1'),
  PORT: portNumber.default(8080),
  PUBLIC_URL: webUrl(say.publicUrl).optional(),
  ...webVariables.shape,
  ...channelVariables.shape,
  ...retentionVariables,
  DATA_CONTACT: z.string().max(200, say.dataContact).optional(),
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
  const found: Contradiction[] = [
    ...contradictionsOfWeb(env),
    ...contradictionsOfChannels(env),
    [isProduction && !env.SECRET_KEY, 'SECRET_KEY', say.secretKeyMissing],
    [isProduction && !!env.SIMULATED_NOW, 'SIMULATED_NOW', say.simulatedInProduction],
    [env.PROCESSES === 'several' && !env.DATABASE_URL, 'DATABASE_URL', say.severalNeedDatabase],
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

function configOf(env: z.infer<typeof schema>): Config {
  const shownHost = env.HOST === '0.0.0.0' || env.HOST === '::' ? '127.0.0.1' : env.HOST;
  return {
    database: env.DATABASE_URL ? { url: env.DATABASE_URL } : {},
    ...(env.PROCESSES === 'several' && { isOneOfSeveral: true }),
    dataDir: env.DATA_DIR,
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL ?? `http://${shownHost}:${env.PORT}`,
    ...webOf(env),
    ...channelsOf(env),
    retention: retentionOf(env),
    ...(env.DATA_CONTACT && { dataContact: env.DATA_CONTACT }),
    ...(env.SECRET_KEY && { secretKey: Buffer.from(env.SECRET_KEY, 'hex') }),
    ...(env.SIMULATED_NOW && { simulated: { now: env.SIMULATED_NOW, speed: env.SIMULATED_SPEED } }),
    log: { level: env.LOG_LEVEL, format: env.LOG_FORMAT },
    isProduction: env.NODE_ENV === 'production',
  };
}

/** The variables of this process. */
export const readEnvironment = (): Result<Config> => readConfig(process.env);
