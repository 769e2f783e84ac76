import type { Webhook } from '../../../core/channels/webhook.ts';
import type { Lifecycle } from '../shared/lifecycle.ts';
import { answerOnceStored } from '../shared/webhook.ts';
import { noteUnknownEvent, readDelivery } from '../zalo/webhook.ts';
import { nameOfEvent, type OaEvent, parseOaEvent } from './events.ts';
import { isSignedByZalo, type SignatureKeys } from './signature.ts';

/** Takes signed events; the console's test, which carries no event, is answered as well. Nothing unsigned is parsed. */
export function createOaWebhook(
  life: Lifecycle,
  keys: () => SignatureKeys,
  onUnknownEvent?: (name: string) => void,
): Webhook {
  const store = async (event: OaEvent): Promise<void> => {
    if (event.type === 'inbound') {
      const { externalId, writtenAt, event: said } = event;
      await life.receive({ channel: 'zalo-oa', externalId, ...(writtenAt !== undefined && { writtenAt }), ...said });
    }
    if (event.type === 'unknown') noteUnknownEvent(life, event.name, onUnknownEvent);
  };

  return async (headers, rawBody) => {
    const raw = Buffer.from(rawBody);
    if (!isSignedByZalo(headers, raw, keys())) return isTestCall(raw) ? 200 : 401;
    const body = readDelivery(raw);
    if (!body.ok) return body.error;
    if (nameOfEvent(body.value) === undefined) return 200;
    return answerOnceStored(life, () => store(parseOaEvent(body.value, raw, keys().oaId)));
  };
}

/** Zalo's consoles try an address with little or nothing; such a call is answered and changes nothing. */
const longestTestCall = 1024;

function isTestCall(raw: Buffer): boolean {
  if (raw.length > longestTestCall) return false;
  const text = raw.toString('utf8').trim();
  return text === '' || (/^[[{]/.test(text) && /[\]}]$/.test(text) && !text.includes('"event_name"'));
}
