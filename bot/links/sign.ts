/** Links to what a channel cannot carry: signed, expiring, and revocable by `revokeLink`. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { LinkTarget } from '../../core/delivery/link.ts';
import { paperFormats } from '../../core/delivery/paper-format.ts';

const hourMs = 3_600_000;

/** As short as it can be, for it stands in messages: the target, then the hour at which the link ends. */
const contentSchema = z.union([
  z
    .tuple([z.literal('t'), z.int(), z.int()])
    .transform(([, assignment, hour]) => ({ target: { what: 'tasks', assignment } as LinkTarget, hour })),
  z
    .tuple([z.literal('s'), z.int(), z.int()])
    .transform(([, attachment, hour]) => ({ target: { what: 'scan', attachment } as LinkTarget, hour })),
  z
    .tuple([z.literal('p'), z.int(), z.enum(paperFormats), z.string(), z.int()])
    .transform(([, directive, format, unit, hour]) => ({
      target: { what: 'paper', directive, format, ...(unit !== '' && { unit }) } as LinkTarget,
      hour,
    })),
]);

function contentOf(target: LinkTarget, hour: number): unknown[] {
  if (target.what === 'tasks') return ['t', target.assignment, hour];
  if (target.what === 'scan') return ['s', target.attachment, hour];
  return ['p', target.directive, target.format, target.unit ?? '', hour];
}

const mac = (key: Buffer, content: string): Buffer =>
  createHmac('sha256', key).update(`link:${content}`).digest().subarray(0, 16);

/** A token that opens `target` until the hour of `expires` begins (machine time). */
export function signLink(key: Buffer, target: LinkTarget, expires: Date): string {
  const hour = Math.floor(expires.getTime() / hourMs);
  const content = Buffer.from(JSON.stringify(contentOf(target, hour))).toString('base64url');
  return `${content}.${mac(key, content).toString('base64url')}`;
}

/** What a token opens, and what it is known by. */
export type ReadLink = { target: LinkTarget; id: string };

/**
 * What a token opens at `machineNow`; undefined when it is forged, damaged or expired. A link has one spelling: base64url
 * can be written in several ways, and only the one that `signLink` writes is taken.
 */
export function readLink(key: Buffer, token: string, machineNow: Date): ReadLink | undefined {
  const parts = token.split('.', 3);
  const [content, signature] = parts;
  if (parts.length !== 2 || !content || !signature || !isOurSpelling(content) || !isOurSpelling(signature))
    return undefined;
  const expected = mac(key, content);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const parsed = contentSchema.safeParse(parseJson(Buffer.from(content, 'base64url').toString()));
  if (!parsed.success || parsed.data.hour * hourMs <= machineNow.getTime()) return undefined;
  return { target: parsed.data.target, id: idOf(expected) };
}

const isOurSpelling = (text: string): boolean => Buffer.from(text, 'base64url').toString('base64url') === text;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is kept of a revoked link: its seal hashed, which every link to the same target until the same hour shares. */
const idOf = (seal: Buffer): string => createHash('sha256').update('link').update(seal).digest('hex');

/** What was kept of a revoked link while its text was what it was known by. Those revocations hold. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
