/**
 * Whether a webhook delivery comes from Zalo. The signature is a plain SHA-256 over app id, body as received, timestamp
 * and the OA secret key (which is not the app secret), in the header X-ZEvent-Signature as `mac=<hex>`.
 */
import { createHash } from 'node:crypto';
import type { WebhookHeaders } from '../../../core/channels/webhook.ts';
import { isSameSecret } from '../shared/secret.ts';

export type SignatureKeys = { appId: string; oaId?: string | undefined; oaSecretKey: string };

/**
 * True when any of the accepted readings verifies. The time stands in the body or in the header X-ZEvent-Timestamp; an
 * empty one never verifies. The first term is the app's id or, as some integrations have it, the OA's.
 */
export function isSignedByZalo(
  headers: WebhookHeaders,
  rawBody: Buffer,
  bodyTimestamp: string | undefined,
  { appId, oaId, oaSecretKey }: SignatureKeys,
): boolean {
  const given = headers['x-zevent-signature']?.trim().replace(/^mac=/i, '').toLowerCase();
  if (given === undefined || !/^[0-9a-f]{64}$/.test(given)) return false;
  const times = [bodyTimestamp, headers['x-zevent-timestamp']].filter((time) => time !== undefined && time !== '');
  const firsts = [appId, oaId].filter((first) => first !== undefined);
  let isSigned = false;
  for (const time of new Set(times))
    for (const first of firsts) {
      const mac = createHash('sha256')
        .update(first)
        .update(rawBody)
        .update(`${time}`)
        .update(oaSecretKey)
        .digest('hex');
      if (isSameSecret(given, mac)) isSigned = true;
    }
  return isSigned;
}
