/** `/app`: the person's own page, opened inside a platform that proves who looks. Looking never acts. */
import { Hono } from 'hono';
import { createInvites } from '../../../db/access/invites.ts';
import { findAccountAt } from '../../../db/roster/accounts.ts';
import { appPage } from '../../../messages/pages/form.ts';
import { hashCode, newCode } from '../../links/codes.ts';
import { bindBrowser, sayStart } from '../chat/opening.ts';
import type { WebDeps } from '../http/deps.ts';
import { answerProblem } from '../http/problem.ts';
import { isInFrame, newSecret, type WebEnv, writeFramedSecret, writeSecret } from '../http/visitor.ts';
import { openingApp } from './app-page.ts';

/** How long the page that is opened may take to be bound, in milliseconds of machine time: it is bound at once. */
const inviteMs = 10 * 60_000;

const reportIn = (text: unknown): string => (typeof text === 'string' && /^t?[1-9]\d{0,8}$/.test(text) ? text : '');

export function appRoutes(deps: WebDeps): Hono<WebEnv> {
  const { db, clock, key, config, channels, refused } = deps;
  const app = new Hono<WebEnv>();

  app.get('/', (c) => c.html(openingApp(reportIn(c.req.query('report')))));

  app.post('/', async (c) => {
    const posted: Record<string, unknown> = await c.req.parseBody().catch(() => ({}));
    const told = typeof posted.told === 'string' ? posted.told : '';
    const opener = readOpener(channels, told, clock.machine());
    if (!opener.ok) {
      refused(
        'page',
        opener.error.channel,
        `${opener.error.channel}: a page was opened with data that is ${opener.error.why}`,
      );
      return answerProblem(c, 403, appPage[opener.error.why], appPage.title);
    }
    const account = await findAccountAt(db, opener.channel, opener.address);
    const personId = account?.personId ?? null;
    if (!account || personId === null) return answerProblem(c, 403, appPage.unknown, appPage.title);
    const code = newCode();
    const [pageHash, path] = [hashCode(code), `/c/${code}`];
    const createdAt = clock.machine();
    const expiresAt = new Date(createdAt.getTime() + inviteMs);
    await createInvites(db, [{ hash: pageHash, for: 'person', personId, createdAt, createdBy: personId, expiresAt }]);
    const secret = newSecret(key, pageHash);
    const session = await bindBrowser(deps, { pageHash }, secret, account.name);
    if (typeof session === 'string') return answerProblem(c, 403, appPage.old, appPage.title);
    if (isInFrame(c)) writeFramedSecret(c, secret, path);
    else writeSecret(c, secret, path, config.publicUrl.startsWith('https:'));
    await sayStart(deps, session, code);
    const report = reportIn(posted.report);
    return c.redirect(`${path}/form${report === '' ? '' : `/${report}`}`, 303);
  });

  return app;
}

type Opener =
  | { ok: true; channel: WebDeps['channels'][number]['name']; address: string }
  | { ok: false; error: { channel: string; why: 'forged' | 'old' } };

/** Who opened the page, by the first platform that proves it; of those that do not, the one that says most. */
function readOpener(channels: WebDeps['channels'], told: string, machineNow: Date): Opener {
  let closest: Opener = { ok: false, error: { channel: 'app', why: 'forged' } };
  for (const { name, readOpener: read } of channels) {
    const proof = read?.(told, machineNow);
    if (proof?.ok) return { ok: true, channel: name, address: proof.value.address };
    if (proof?.error === 'old') closest = { ok: false, error: { channel: name, why: 'old' } };
  }
  return closest;
}
