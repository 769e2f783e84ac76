/** Who asks: the secret in the browser's cookie. */
import { randomBytes } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { hashCode } from '../../links/codes.ts';

export type WebEnv = { Bindings: HttpBindings };

const cookieName = 'chat';
export const sessionDays = 180;

/** The secret that this browser holds for the page; undefined when it holds none of our form. */
export function readSecret(c: Context<WebEnv>): string | undefined {
  const value = getCookie(c, cookieName);
  return value && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : undefined;
}

export const newSecret = (): string => randomBytes(32).toString('base64url');

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
