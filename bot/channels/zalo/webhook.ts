/** What the webhooks of both Zalo platforms share. */
import type { WebhookAnswer } from '../../../core/channels/webhook.ts';
import { fail, type Result } from '../../../core/result.ts';
import type { Lifecycle } from '../shared/lifecycle.ts';
import { readJson } from './json.ts';

/** Reads a delivery's JSON; else the answer to it: a console tries an address with an empty body. */
export function readDelivery(rawBody: Uint8Array): Result<unknown, WebhookAnswer> {
  const text = Buffer.from(rawBody).toString('utf8');
  if (text.trim() === '') return fail(200);
  const body = readJson(text);
  return body.ok ? body : fail(400);
}

/** Notes an event of a kind that is not known here: nothing is done with it. */
export function noteUnknownEvent(
  { channel, log }: Lifecycle,
  name: string,
  onUnknownEvent?: (name: string) => void,
): void {
  onUnknownEvent?.(name);
  log.info({ channel, event: name }, `${channel}: an unknown event was ignored`);
}
