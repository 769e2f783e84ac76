/** The variables of the web server beyond its address: who may read the figures, and whose word about visitors counts. */
import { isIP } from 'node:net';
import { z } from 'zod';
import { configSentence as say } from '../../messages/terminal/config.ts';
import type { Contradiction } from './channels.ts';
import { portNumber } from './values.ts';

/** Who may read the figures for monitoring. With neither only the machine itself, asking directly. */
export type MetricsConfig = {
  /** Served here and not on the public port. */
  listener?: { host: string; port: number };
  /** What must be shown as `Authorization: Bearer …`, wherever they are served. */
  token?: string;
};

/** Networks in the form `address/bits`. */
export type Networks = readonly string[];

const loopback: Networks = ['127.0.0.0/8', '::1/128'];

/** One entry as networks; undefined when it is none. */
function networksOf(entry: string): Networks | undefined {
  if (entry === 'loopback') return loopback;
  const [address = '', bits, ...rest] = entry.split('/');
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  const isWhole = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
  return most > 0 && isWhole && rest.length === 0 ? [`${address}/${bits ?? most}`] : undefined;
}

const proxies = z.string().transform((text, check): Networks => {
  if (text === 'none') return [];
  const entries = text.split(/[\s,]+/).map(networksOf);
  if (entries.includes(undefined)) check.addIssue({ code: 'custom', message: say.trustedProxy });
  return entries.flatMap((networks) => networks ?? []);
});

export const webVariables = z.object({
  METRICS_HOST: z.string().default('127.0.0.1'),
  METRICS_PORT: portNumber.optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^[!-~]{16,256}$/, say.metricsToken)
    .optional(),
  // The README puts the web server with TLS on the same machine.
  TRUSTED_PROXY: proxies.default(loopback),
});

export const contradictionsOfWeb = (env: Partial<Record<string, string>>): Contradiction[] => [
  [!!env.METRICS_HOST && !env.METRICS_PORT, 'METRICS_HOST', say.metricsHostAlone],
];

export type WebConfig = { metrics: MetricsConfig; trustedProxies: Networks };

export function webOf(env: z.infer<typeof webVariables>): WebConfig {
  const { METRICS_HOST: host, METRICS_PORT: port, METRICS_TOKEN: token } = env;
  return {
    metrics: { ...(port !== undefined && { listener: { host, port } }), ...(token && { token }) },
    trustedProxies: env.TRUSTED_PROXY,
  };
}
