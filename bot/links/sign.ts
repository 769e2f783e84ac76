/** Links to what a channel cannot carry: signed, for one holder, expiring, and revocable. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { HeldLink, LinkTarget } from '../../core/delivery/link.ts';
import type { Recipient } from '../../core/delivery/message.ts';
import { paperFormats } from '../../core/delivery/paper-format.ts';

const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** For whom a link is, in two or three letters: "p12" is person 12. */
const holderSchema = z
  .string()
  .regex(/^[pag]\d{1,9}$/)
  .transform((text): Recipient => ({ type: holderTypes[text.charAt(0)] ?? 'person', id: Number(text.slice(1)) }));

const holderTypes: Record<string, Recipient['type']> = { p: 'person', a: 'account', g: 'group' };

/** As short as it can be, for it stands in messages: the target, its holder, the second of its making, its days. */
const tail = [holderSchema, z.int(), z.int()] as const;
const contentSchema = z.union([
  z.tuple([z.literal('t'), z.int(), ...tail]).transform(([, assignment, ...given]) => ({
    target: { what: 'tasks', assignment } as LinkTarget,
    ...givenOf(given),
  })),
  z.tuple([z.literal('s'), z.int(), ...tail]).transform(([, attachment, ...given]) => ({
    target: { what: 'scan', attachment } as LinkTarget,
    ...givenOf(given),
  })),
  z
    .tuple([z.literal('p'), z.int(), z.enum(paperFormats), z.string(), ...tail])
    .transform(([, directive, format, unit, ...given]) => ({
      target: { what: 'paper', directive, format, ...(unit !== '' && { unit }) } as LinkTarget,
      ...givenOf(given),
    })),
]);

const givenOf = ([holder, second, days]: [Recipient, number, number]) => ({
  holder,
  madeAt: new Date(second * 1000),
  expiresAt: new Date(second * 1000 + days * dayMs),
});

/** What links held before they were for somebody: the target, then the hour at which the link ends. They open until then. */
const unheldSchema = z.union([
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

function contentOf({ target, holder }: HeldLink, given: [second: number, days: number]): unknown[] {
  const tail = [`${holder.type.charAt(0)}${holder.id}`, ...given];
  if (target.what === 'tasks') return ['t', target.assignment, ...tail];
  if (target.what === 'scan') return ['s', target.attachment, ...tail];
  return ['p', target.directive, target.format, target.unit ?? '', ...tail];
}

const mac = (key: Buffer, content: string): Buffer =>
  createHmac('sha256', key).update(`link:${content}`).digest().subarray(0, 16);

/** A token that opens a target for its holder, for so many days from `madeAt` (machine time, whole seconds). */
export function signLink(key: Buffer, link: HeldLink, { madeAt, days }: { madeAt: Date; days: number }): string {
  return signContent(key, contentOf(link, [Math.floor(madeAt.getTime() / 1000), days]));
}

/** A token of some content, signed. */
export function signContent(key: Buffer, told: readonly unknown[]): string {
  const content = Buffer.from(JSON.stringify(told)).toString('base64url');
  return `${content}.${mac(key, content).toString('base64url')}`;
}

/** What a token opens, for whom, when it was made (machine time), and what it is known by. Those of before have no holder. */
export type ReadLink = { target: LinkTarget; holder: Recipient | null; madeAt: Date | null; id: string };

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
  const told = parseJson(Buffer.from(content, 'base64url').toString());
  const link = contentSchema.safeParse(told).data ?? unheldOf(told);
  if (!link || link.expiresAt <= machineNow) return undefined;
  return { target: link.target, holder: link.holder, madeAt: link.madeAt, id: idOf(expected) };
}

function unheldOf(told: unknown) {
  const { data } = unheldSchema.safeParse(told);
  return data && { target: data.target, holder: null, madeAt: null, expiresAt: new Date(data.hour * hourMs) };
}

const isOurSpelling = (text: string): boolean => Buffer.from(text, 'base64url').toString('base64url') === text;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is kept of a revoked link: its seal hashed, which every link to the same target for the same holder from the same second shares. */
const idOf = (seal: Buffer): string => createHash('sha256').update('link').update(seal).digest('hex');

/** What was kept of a revoked link while its text was what it was known by. Those revocations hold. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
