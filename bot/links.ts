/** Links to what a channel cannot carry: signed, expiring, and revocable by `revokeLink`. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type LinkTarget, linkTargetSchema } from '../core/link.ts';

const contentSchema = z.object({ target: linkTargetSchema, expires: z.number() });

const mac = (key: Buffer, content: string): Buffer =>
  createHmac('sha256', key).update(`link:${content}`).digest().subarray(0, 16);

/** A token that opens `target` until `expires` (machine time). */
export function signLink(key: Buffer, target: LinkTarget, expires: Date): string {
  const content = Buffer.from(JSON.stringify({ target, expires: Math.floor(expires.getTime() / 1000) })).toString(
    'base64url',
  );
  return `${content}.${mac(key, content).toString('base64url')}`;
}

/** What a token opens at `machineNow`; undefined when it is forged, damaged or expired. */
export function readLink(key: Buffer, token: string, machineNow: Date): LinkTarget | undefined {
  const [content, signature] = token.split('.');
  if (!content || !signature) return undefined;
  const expected = mac(key, content);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const parsed = contentSchema.safeParse(parseJson(Buffer.from(content, 'base64url').toString()));
  if (!parsed.success || parsed.data.expires * 1000 <= machineNow.getTime()) return undefined;
  return parsed.data.target;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is kept of a revoked token. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
