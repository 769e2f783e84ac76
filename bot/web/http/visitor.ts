/** Who asks: the secret in the browser's cookie. */
import { createHmac, randomBytes } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { isSameSecret } from '../../channels/shared/secret.ts';
import { hashCode } from '../../links/codes.ts';

export type WebEnv = { Bindings: HttpBindings };

const cookieName = 'chat';
/** Of a page in a frame of a platform's. Its browser keeps it for that platform's pages alone (`Partitioned`). */
const framedName = 'framed';
export const sessionDays = 180;
/** Telegram opens the page anew each time: a day is enough for one report. */
const framedSeconds = 24 * 3600;

/** The secret that this browser holds for the page; undefined when it holds none of our form. */
export function readSecret(c: Context<WebEnv>): string | undefined {
  return secretIn(c, cookieName) ?? secretIn(c, framedName);
}

function secretIn(c: Context<WebEnv>, name: string): string | undefined {
  const value = getCookie(c, name);
  // Those without a seal were given out by earlier versions.
  return value && /^[A-Za-z0-9_-]{43}(\.[A-Za-z0-9_-]{22})?$/.test(value) ? value : undefined;
}

/** Whether a request comes from a frame, as browsers say. */
export const isInFrame = (c: Context<WebEnv>): boolean => c.req.header('sec-fetch-dest') === 'iframe';

/** Whether the browser was bound to this page in a frame of a platform's. */
export const isBoundInFrame = (c: Context<WebEnv>): boolean => secretIn(c, framedName) !== undefined;

const sealOf = (key: Buffer, random: string, pageHash: string): string =>
  createHmac('sha256', key).update(`browser:${random}:${pageHash}`).digest().subarray(0, 16).toString('base64url');

/** A secret for a browser, sealed for one page: 256 random bits, and 128 that say that they are ours. */
export function newSecret(key: Buffer, pageHash: string): string {
  const random = randomBytes(32).toString('base64url');
  return `${random}.${sealOf(key, random, pageHash)}`;
}

/** Whether a secret was given out by us for this page. What somebody else planted in a browser must open no chat. */
export function isOurSecret(key: Buffer, secret: string, pageHash: string): boolean {
  const [random = '', seal] = secret.split('.');
  return isSameSecret(seal, sealOf(key, random, pageHash));
}

/** What is stored of a secret: it opens this page only. */
export const hashSecret = (secret: string, pageHash: string): string => hashCode(`${secret}.${pageHash}`);

/** Gives the browser its secret, for this page's path alone. */
export function writeSecret(c: Context<WebEnv>, secret: string, path: string, isSecure: boolean): void {
  setCookie(c, cookieName, secret, {
    path,
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure,
    maxAge: sessionDays * 24 * 3600,
  });
}

/**
 * The same inside a frame of a platform's: the cookie goes along only where that platform's page is the one on top, whatever other
 * sites frame or post (https://developer.mozilla.org/docs/Web/Privacy/Guides/Privacy_sandbox/Partitioned_cookies). A browser that
 * knows no such cookies keeps none, and the link serves.
 */
export function writeFramedSecret(c: Context<WebEnv>, secret: string, path: string): void {
  setCookie(c, framedName, secret, {
    path,
    httpOnly: true,
    sameSite: 'None',
    secure: true,
    partitioned: true,
    maxAge: framedSeconds,
  });
}
