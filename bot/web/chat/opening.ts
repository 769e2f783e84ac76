/** What the one button of an invite does. */
import { randomBytes } from 'node:crypto';
import { ourPage } from '../../../core/channels/address.ts';
import { bindWebPage, findWebPage, startOf, type WebSession } from '../../../db/access/web-sessions.ts';
import type { WebDeps } from '../http/deps.ts';
import { hashSecret, sessionDays } from '../http/visitor.ts';
import { type ClosedBecause, doorOf } from './door.ts';
import type { Here } from './entrance.ts';

/**
 * Binds the page to the browser with this secret, as a new account with this name, unless it is bound already.
 * Returns the session, or why this browser has none: of several at once, one gets it.
 */
export async function bindBrowser(
  { db, clock }: Pick<WebDeps, 'db' | 'clock'>,
  { pageHash }: Pick<Here, 'pageHash'>,
  secret: string,
  name: string,
): Promise<WebSession | ClosedBecause> {
  const hash = hashSecret(secret, pageHash);
  const now = clock.machine();
  await bindWebPage(db, {
    hash,
    pageHash,
    address: randomBytes(16).toString('base64url'),
    name,
    createdAtMachine: now,
    expiresAtMachine: new Date(now.getTime() + sessionDays * 24 * 3600_000),
    seenAt: clock.civil(),
  });
  const door = doorOf(await findWebPage(db, pageHash), hash, now);
  if (door.type === 'closed') return door.because;
  return door.session ?? 'other-browser';
}

/** Says `/start` with the code, as on every channel; that spends the invite. Saying it again is the same message. */
export async function sayStart(
  { receive }: Pick<WebDeps, 'receive'>,
  { address, name }: WebSession,
  token: string,
): Promise<void> {
  const from = { address, name };
  await receive({ channel: ourPage, externalId: startOf(address), kind: 'text', from, text: `/start ${token}` });
}
