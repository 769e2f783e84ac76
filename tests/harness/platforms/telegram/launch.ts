/** The launch data of a Mini App, as Telegram signs it for the bot with a token. */
import { createHmac } from 'node:crypto';

export function launchData(token: string, fields: Record<string, string>): string {
  const key = createHmac('sha256', 'WebAppData').update(token).digest();
  const checked = Object.keys(fields)
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('\n');
  const hash = createHmac('sha256', key).update(checked).digest('hex');
  return new URLSearchParams({ ...fields, hash }).toString();
}
