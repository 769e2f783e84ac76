/**
 * Who opened a page of ours inside Telegram, as Telegram proves it: the launch data of a Mini App
 * (https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app).
 */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { PageProof } from '../../../core/channels/channel.ts';
import { fail, ok } from '../../../core/result.ts';
import { isSameSecret } from '../shared/secret.ts';

/** Telegram writes it anew whenever a page is opened: a page is filled in after that, but proves itself at once. */
const oldestSeconds = 15 * 60;
/** A clock of ours that is behind Telegram's. */
const aheadSeconds = 5 * 60;

/** Telegram in a browser, which opens Mini Apps in a frame: https://web.telegram.org. */
export const webClient = 'https://web.telegram.org';

const userSchema = z.object({
  id: z.int().positive(),
  first_name: z.string().catch(''),
  last_name: z.string().catch(''),
});

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads launch data against the bot's token, at an instant of machine time. A field that stands there twice proves nothing. */
export function readLaunch(token: string, told: string, machineNow: Date): ReturnType<PageProof> {
  const fields = [...new URLSearchParams(told)];
  const named = new Map(fields);
  const hash = named.get('hash');
  if (named.size !== fields.length || hash === undefined) return fail('forged');
  const checked = fields
    .filter(([name]) => name !== 'hash')
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  if (!isSameSecret(hash, hmac(hmac('WebAppData', token), checked.join('\n')).toString('hex'))) return fail('forged');
  const { data: user } = userSchema.safeParse(parseJson(named.get('user') ?? ''));
  const writtenAt = named.get('auth_date') ?? '';
  if (!user || !/^\d{1,12}$/.test(writtenAt)) return fail('forged');
  const age = machineNow.getTime() / 1000 - Number(writtenAt);
  if (age > oldestSeconds || age < -aheadSeconds) return fail('old');
  return ok({
    address: String(user.id),
    name: [user.first_name, user.last_name].filter((part) => part !== '').join(' '),
  });
}
