/** What a browser finds at `/c/<token>`. */
import type { WebPage, WebSession } from '../../../db/access/web-sessions.ts';

export type ClosedBecause = 'unknown' | 'revoked' | 'expired' | 'used' | 'group' | 'other-browser' | 'session-expired';

export type Door =
  /** The chat of this very browser. */
  | { type: 'chat'; session: WebSession }
  /** A page with one button; `session` when this browser pressed it before and the message did not arrive. */
  | { type: 'invite'; invite: WebPage['invite']; session: WebSession | null }
  | { type: 'closed'; because: ClosedBecause };

/** Decides by the page, the hash of the browser's cookie and machine time. */
export function doorOf(page: WebPage | undefined, cookieHash: string | undefined, now: Date): Door {
  if (!page) return { type: 'closed', because: 'unknown' };
  const { invite, session } = page;
  if (session) {
    if (session.hash !== cookieHash) return { type: 'closed', because: 'other-browser' };
    if (session.expiresAt <= now) return { type: 'closed', because: 'session-expired' };
    return session.hasStarted ? { type: 'chat', session } : { type: 'invite', invite, session };
  }
  if (invite.for === 'group') return { type: 'closed', because: 'group' };
  if (invite.revokedAt) return { type: 'closed', because: 'revoked' };
  if (invite.usedAt) return { type: 'closed', because: 'used' };
  if (invite.expiresAt <= now) return { type: 'closed', because: 'expired' };
  return { type: 'invite', invite, session: null };
}
