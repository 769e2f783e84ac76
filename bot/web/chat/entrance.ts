/** The door of `/c/<token>`: what a browser finds behind it, and how one is turned away. */
import type { Context } from 'hono';
import { codePattern } from '../../../core/roster/invite-code.ts';
import { findWebPage, type WebSession } from '../../../db/access/web-sessions.ts';
import { closedPage, webProblem } from '../../../messages/pages/web.ts';
import { hashCode } from '../../links/codes.ts';
import type { WebDeps } from '../http/deps.ts';
import { createVisitorOf } from '../http/peer.ts';
import { answerProblem } from '../http/problem.ts';
import { hashSecret, isOurSecret, readSecret, type WebEnv } from '../http/visitor.ts';
import { type ClosedBecause, type Door, doorOf } from './door.ts';
import { createGuesses } from './guesses.ts';

const guessesPerMinute = 60;

type TurnedAwayBecause = ClosedBecause | 'too-many-guesses';

const statuses: Record<TurnedAwayBecause, 403 | 404 | 410 | 429> = {
  unknown: 404,
  group: 403,
  revoked: 410,
  expired: 410,
  used: 410,
  'other-browser': 410,
  'session-expired': 410,
  'too-many-guesses': 429,
};

/** One request at the door. `secret` is what the browser holds for this page, if we gave it. */
export type Here = { token: string; path: string; pageHash: string; secret: string | undefined; door: Open };

type Open = Exclude<Door, { type: 'closed' }>;

export type Entrance = {
  /** What this browser finds here, or the answer that turns it away. */
  look(c: Context<WebEnv>): Promise<Here | Response>;
  /** The session of this browser's chat, or the answer for a browser that has none here. */
  enter(c: Context<WebEnv>): Promise<WebSession | Response>;
  turnAway(c: Context<WebEnv>, because: TurnedAwayBecause): Response | Promise<Response>;
};

export function createEntrance({ db, clock, key, config }: Pick<WebDeps, 'db' | 'clock' | 'key' | 'config'>): Entrance {
  const visitorOf = createVisitorOf(config.trustedProxies);
  const guesses = createGuesses(guessesPerMinute);

  const turnAway: Entrance['turnAway'] = (c, because) => {
    if (because === 'too-many-guesses') return answerProblem(c, statuses[because], webProblem.tooManyGuesses);
    return answerProblem(c, statuses[because], closedPage[because].text, closedPage[because].title);
  };

  const look: Entrance['look'] = async (c) => {
    const token = c.req.param('token') ?? '';
    const pageHash = hashCode(token);
    const secret = readSecret(c);
    const visitor = visitorOf(c);
    const now = clock.machine();
    const page = codePattern.test(token) ? await findWebPage(db, pageHash) : undefined;
    // A right code is never refused: people behind one address share its guesses.
    if (!page) {
      if (guesses.areUsedUp(visitor, now.getTime())) return turnAway(c, 'too-many-guesses');
      guesses.add(visitor, now.getTime());
    }
    const door = doorOf(page, secret && hashSecret(secret, pageHash), now);
    if (door.type === 'closed') return turnAway(c, door.because);
    const isBound = door.session !== null;
    const isKnown = secret !== undefined && (isBound || isOurSecret(key, secret, pageHash));
    return { token, path: `/c/${token}`, pageHash, secret: isKnown ? secret : undefined, door };
  };

  return {
    turnAway,
    look,
    async enter(c) {
      const here = await look(c);
      if (here instanceof Response) return here;
      return here.door.type === 'chat' ? here.door.session : turnAway(c, 'session-expired');
    },
  };
}
