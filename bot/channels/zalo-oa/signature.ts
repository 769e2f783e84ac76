/**
 * Whether a webhook delivery comes from Zalo. The signature is a plain SHA-256 over app id, body as received, timestamp
 * and the OA secret key (which is not the app secret), in the header X-ZEvent-Signature as `mac=<hex>`.
 */
import { createHash } from 'node:crypto';
import type { WebhookHeaders } from '../../../core/channels/webhook.ts';
import { isSameSecret } from '../shared/secret.ts';

export type SignatureKeys = { appId: string; oaId?: string | undefined; oaSecretKey: string };

/**
 * True when any of the accepted readings verifies. The time stands in the body or in the header X-ZEvent-Timestamp; no
 * time never verifies. The first term is the app's id or, as some integrations have it, the OA's. Nothing is parsed, and
 * the body is hashed once for each first term, so that what an unsigned body costs is in proportion to its bytes.
 */
export function isSignedByZalo(headers: WebhookHeaders, rawBody: Buffer, keys: SignatureKeys): boolean {
  const { appId, oaId, oaSecretKey } = keys;
  const given = headers['x-zevent-signature']?.trim().replace(/^mac=/i, '').toLowerCase();
  if (given === undefined || !/^[0-9a-f]{64}$/.test(given)) return false;
  const told = headers['x-zevent-timestamp']?.trim() ?? '';
  const times = new Set([...timesIn(rawBody), ...(/^\d{1,20}$/.test(told) ? [told] : [])]);
  const firsts = [appId, oaId].filter((first) => first !== undefined);
  let isSigned = false;
  for (const first of firsts) {
    const begun = createHash('sha256').update(first).update(rawBody);
    for (const time of times) {
      const mac = begun.copy().update(time).update(oaSecretKey).digest('hex');
      if (isSameSecret(given, mac)) isSigned = true;
    }
  }
  return isSigned;
}

const key = '"timestamp"';
/** How many places are looked at; an event names its time once, and few things in it could name another. */
const placesLookedAt = 8;
/** The key, a colon between spaces, and at most 20 digits. */
const placeBytes = 64;

/** What the body gives as its time, found by the key alone. Quotes within texts are escaped, so no text looks like it. */
function timesIn(rawBody: Buffer): string[] {
  const times: string[] = [];
  let at = rawBody.indexOf(key);
  for (let place = 0; at >= 0 && place < placesLookedAt; place += 1) {
    const time = /^"timestamp"\s*:\s*"?(\d{1,20})["\s,}]/.exec(rawBody.toString('latin1', at, at + placeBytes))?.[1];
    if (time !== undefined) times.push(time);
    at = rawBody.indexOf(key, at + key.length);
  }
  return times;
}
