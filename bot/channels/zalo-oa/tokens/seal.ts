/** Token pairs at rest: AES-256-GCM under a key of their own, derived from the service's secret key. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** `access` is empty while only a refresh token is known. */
export type SealedPair = { access: string; refresh: string };

const pairSchema = z.object({ access: z.string(), refresh: z.string() });
const algorithm = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

const keyOf = (secretKey: Buffer): Buffer => Buffer.from(hkdfSync('sha256', secretKey, '', 'platform tokens', 32));

/** Encrypts a pair for one app: it opens for that app only. */
export function sealPair(pair: SealedPair, secretKey: Buffer, appId: string): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, keyOf(secretKey), iv).setAAD(Buffer.from(appId));
  const body = Buffer.concat([cipher.update(JSON.stringify(pair), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** Opens a sealed pair; undefined with another key, for another app, or when it was changed. */
export function openPair(sealed: string, secretKey: Buffer, appId: string): SealedPair | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length <= ivLength + tagLength) return undefined;
  try {
    const decipher = createDecipheriv(algorithm, keyOf(secretKey), bytes.subarray(0, ivLength))
      .setAAD(Buffer.from(appId))
      .setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
    const text = decipher.update(bytes.subarray(ivLength + tagLength), undefined, 'utf8') + decipher.final('utf8');
    return pairSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
