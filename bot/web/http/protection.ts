/** What every answer carries, and what every request must keep to, whatever its route. */
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { longestFile } from '../../../core/channels/channel.ts';
import { webProblem } from '../../../messages/pages/web.ts';
import { answerProblem } from './problem.ts';
import { isBoundInFrame, type WebEnv } from './visitor.ts';

/** `default-src 'none'`: a page may load our own files, talk to us and be framed by us (the simulator), and nothing else. */
const contentPolicy = (framedBy: readonly string[] = []): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    `frame-ancestors ${["'self'", ...framedBy].join(' ')}`,
    "base-uri 'none'",
  ].join('; ');

/** The page of a chat needs none of what a browser could lend it. */
const permissions = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']
  .map((feature) => `${feature}=()`)
  .join(', ');

/** A year, as https://hstspreload.org asks at least. */
const httpsSeconds = 365 * 24 * 3600;

const kilobyte = 1024;
/** What a body may have unless its route is named here, in kilobytes. */
const ordinaryBody = 64;
/** A form with ten texts of a thousand letters, each of which a browser may write as nine characters. */
const formBody = 256;
/** The same with files: the largest that a chat takes (core/channels/channel.ts), and the fields beside it. */
const uploadBody = longestFile / kilobyte + formBody;
/** Platforms deliver up to a hundred events or a long text at once. */
const platformBody = 1024;

/**
 * Headers that keep a page to itself. Where people come over https, their browsers are told to come so always. What opens inside a
 * platform may stand in a frame of that platform's own pages (`framedBy`). That is its first page, and the person's page for a
 * browser that was bound to it in such a frame. Everybody else's frames are refused, and theirs around anything else.
 */
export function protectAnswers(publicUrl: string, framedBy: readonly string[] = []): MiddlewareHandler<WebEnv> {
  const isSecure = publicUrl.startsWith('https:');
  const [kept, framed] = [contentPolicy(), contentPolicy(framedBy)];
  return async (c, next) => {
    const isInside = c.req.path === '/app' || (c.req.path.startsWith('/c/') && isBoundInFrame(c));
    c.header('Content-Security-Policy', isInside ? framed : kept);
    c.header('Referrer-Policy', 'no-referrer');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Cache-Control', 'no-store');
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
    c.header('Permissions-Policy', permissions);
    if (isSecure) c.header('Strict-Transport-Security', `max-age=${httpsSeconds}`);
    await next();
  };
}

/** Refuses a body above the limit of its route, also one that never ends; a route that is not named has the small one. */
export function limitBodies(): MiddlewareHandler<WebEnv> {
  const limit = (kilobytes: number) => bodyLimit({ maxSize: kilobytes * kilobyte, onError: refuseLength });
  const [ordinary, form] = [limit(ordinaryBody), limit(formBody)];
  const [platform, upload] = [limit(platformBody), limit(uploadBody)];
  return (c, next) => {
    if (isDelivery(c)) return platform(c, next);
    if (!isForm(c)) return ordinary(c, next);
    const isUpload = c.req.header('content-type')?.startsWith('multipart/form-data') === true;
    return isUpload ? upload(c, next) : form(c, next);
  };
}

/**
 * Refuses what a page from elsewhere makes a browser post. Browsers say where a request comes from (Sec-Fetch-Site), older
 * ones name the page's origin. Programs say neither. Our pages send no referrer, so some old browsers call us "null".
 */
export function refuseForeignPosts(publicUrl: string): MiddlewareHandler<WebEnv> {
  const ours = new URL(URL.canParse(publicUrl) ? publicUrl : 'http://127.0.0.1').host;
  return async (c, next) => {
    const isLook = ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method);
    if (isLook || isDelivery(c) || isFromUs(c, ours)) return next();
    return answerProblem(c, 403, webProblem.fromElsewhere);
  };
}

/** Platforms deliver from their servers and prove it by a signature or a secret. */
const isDelivery = (c: Context<WebEnv>): boolean => c.req.path.startsWith('/webhooks/');

const isForm = (c: Context<WebEnv>): boolean => /^\/c\/[^/]+\/form\/t?\d+(?:\/draft)?$/.test(c.req.path);

function isFromUs(c: Context<WebEnv>, ours: string): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = c.req.header('origin');
  if (origin === undefined || origin === 'null') return true;
  return URL.canParse(origin) && [c.req.header('host'), ours].includes(new URL(origin).host);
}

/** The rest of the body is never read, so the connection cannot carry another request. */
function refuseLength(c: Context): Response | Promise<Response> {
  c.header('Connection', 'close');
  return answerProblem(c, 413, webProblem.tooLarge);
}
