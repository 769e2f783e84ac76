/** Token pairs at rest, sealed under a key of their own. */
import { z } from 'zod';
import { openText, sealingKey, sealText } from '../../shared/sealing.ts';

/** `access` is empty while only a refresh token is known. */
export type SealedPair = { access: string; refresh: string };

const pairSchema = z.object({ access: z.string(), refresh: z.string() });

const keyOf = (secretKey: Buffer): Buffer => sealingKey(secretKey, 'platform tokens');

/** Encrypts a pair for one app: it opens for that app only. */
export const sealPair = (pair: SealedPair, secretKey: Buffer, appId: string): string =>
  sealText(JSON.stringify(pair), keyOf(secretKey), appId);

/** Opens a sealed pair; undefined with another key, for another app, or when it was changed. */
export function openPair(sealed: string, secretKey: Buffer, appId: string): SealedPair | undefined {
  const text = openText(sealed, keyOf(secretKey), appId);
  if (text === undefined) return undefined;
  try {
    return pairSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
