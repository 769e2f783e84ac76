import type { Webhook } from '../../../core/channels/webhook.ts';
import type { Lifecycle } from '../shared/lifecycle.ts';
import { answerOnceStored } from '../shared/webhook.ts';
import { noteUnknownEvent, readDelivery } from '../zalo/webhook.ts';
import { type OaEvent, parseOaEvent, readEventHead } from './events.ts';
import { isSignedByZalo, type SignatureKeys } from './signature.ts';

/** Takes signed events; the console's test, which carries no event, is answered as well. */
export function createOaWebhook(
  life: Lifecycle,
  keys: () => SignatureKeys,
  onUnknownEvent?: (name: string) => void,
): Webhook {
  const store = async (event: OaEvent): Promise<void> => {
    if (event.type === 'inbound')
      await life.receive({ channel: 'zalo-oa', externalId: event.externalId, ...event.event });
    if (event.type === 'unknown') noteUnknownEvent(life, event.name, onUnknownEvent);
  };

  return async (headers, rawBody) => {
    const body = readDelivery(rawBody);
    if (!body.ok) return body.error;
    const { name, timestamp } = readEventHead(body.value);
    if (name === undefined) return 200;
    const raw = Buffer.from(rawBody);
    if (!isSignedByZalo(headers, raw, timestamp, keys())) return 401;
    return answerOnceStored(life, () => store(parseOaEvent(body.value, raw, keys().oaId)));
  };
}
