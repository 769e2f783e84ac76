import { type Logger, pino } from 'pino';
import { parseAddress } from '../../db/engine/address.ts';
import type { Config } from '../config/environment.ts';
import { databaseFaultOf } from './fault.ts';

export type Log = Logger;

type Sink = { write(line: string): unknown };

const paths = [
  'token',
  'secret',
  'authorization',
  'cookie',
  'password',
  'DATABASE_URL',
  'TELEGRAM_BOT_TOKEN',
  'SECRET_KEY',
];

/** What must never be written, wherever it turns up: the Bot API's token is part of its addresses. */
function secretsOf(config: Config): string[] {
  const { url = '' } = config.database;
  const address = parseAddress(url);
  const password = address.ok ? (address.value.password ?? '') : '';
  const { telegram } = config;
  const hook = telegram?.mode.type === 'webhook' ? telegram.mode.secret : '';
  const { zaloOa, zaloBot } = config;
  const zalo = [zaloOa?.appSecret, zaloOa?.oaSecretKey, zaloOa?.refreshToken, zaloBot?.token];
  const botHook = zaloBot?.mode.type === 'webhook' ? zaloBot.mode.secret : '';
  const all = [
    telegram?.token,
    hook,
    botHook,
    ...zalo,
    config.secretKey?.toString('hex'),
    password,
    encodeURIComponent(password),
    // As it is written in the address.
    /:\/\/[^/?]*?:([^@/?]*)@/.exec(url)?.[1],
  ];
  return all.filter((secret) => secret !== undefined && secret.length >= 4) as string[];
}

/** A line for a person: time, level, message, then the rest as key=value. */
function readable(line: string): string {
  const { level, time, msg, pid: _pid, hostname: _hostname, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const details = Object.entries(rest).map(
    ([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return `${[time, pino.levels.labels[Number(level)], msg ?? '', ...details].join(' ')}\n`;
}

/** The structured log on stderr, one line an event, with every secret of the configuration struck out. */
export function createLog(config: Config, sink: Sink = process.stderr): Log {
  const secrets = secretsOf(config);
  const write = (line: string) => {
    const shown = config.log.format === 'text' ? readable(line) : line;
    sink.write(secrets.reduce((text, secret) => text.replaceAll(secret, '***'), shown));
  };
  const redact = { paths: [...paths, ...paths.map((path) => `*.${path}`)], censor: '***' };
  const err = (error: unknown) => databaseFaultOf(error) ?? pino.stdSerializers.err(error as Error);
  const serializers = { err, error: err };
  return pino({ level: config.log.level, redact, serializers, timestamp: pino.stdTimeFunctions.isoTime }, { write });
}
