/** `/c/<token>`: a person's own chat in the browser. Looking never acts; the first browser to press the button owns it. */
import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { ourPage } from '../../../core/channels/address.ts';
import type { InboundEvent } from '../../../core/channels/channel.ts';
import type { WebSession } from '../../../db/access/web-sessions.ts';
import { newestReceived, newestSent } from '../../../db/conversation/chat-history.ts';
import { chatMoment, webProblem } from '../../../messages/pages/web.ts';
import { openInbound } from '../../links/kept-inbound.ts';
import { createVault } from '../../links/vault.ts';
import type { WebDeps } from '../http/deps.ts';
import { answerProblem } from '../http/problem.ts';
import { newSecret, type WebEnv, writeSecret } from '../http/visitor.ts';
import { chatPage } from './chat-page.ts';
import { advance, beginning, readCursor, writeCursor } from './cursor.ts';
import type { Entrance } from './entrance.ts';
import { chatMessage, followChat } from './events.ts';
import { chatLines } from './history.ts';
import { openingPage } from './invite-page.ts';
import { longestText, readMessage } from './message-body.ts';
import { createNews, type ReadNews } from './news.ts';
import { bindBrowser, sayStart } from './opening.ts';
import { personName } from './person-name.ts';
import { createPlaces } from './places.ts';
import { shownMessage } from './shown.ts';

/** Messages of each side that a page shows when it opens. */
const historyLength = 200;

/** Until then a page without a stream asks by itself (bot/web/client/live.js). */
const retrySeconds = 60;

/** The page behind the chat's that a link leads to; undefined for anything else. */
const aheadOf = (to: unknown): string | undefined =>
  typeof to === 'string' && /^form(?:\/t?\d{1,9})?$/.test(to) ? to : undefined;

const idsOf = (messages: { id: number }[]): number[] => messages.map(({ id }) => id);

/** The chat's routes. `closing` ends the open streams. */
export function chatRoutes(deps: WebDeps, entrance: Entrance, closing: AbortSignal): Hono<WebEnv> {
  const { db, clock, key, receive } = deps;
  const isSecure = deps.config.publicUrl.startsWith('https:');
  const { look, enter, turnAway } = entrance;
  const vault = createVault(key);
  const readNews = createNews(deps);
  const streamChat = createStreaming(deps, readNews, closing);
  const app = new Hono<WebEnv>();

  app.use('*', async (c, next) => (deps.isReady() ? next() : answerProblem(c, 503, webProblem.starting)));

  app.get('/:token', async (c) => {
    const here = await look(c);
    if (here instanceof Response) return here;
    const { path, pageHash, door } = here;
    const to = aheadOf(c.req.query('to'));
    if (door.type === 'invite') {
      // The secret goes out before it opens anything, so that an answer lost on the way to POST locks nobody out.
      if (!here.secret) writeSecret(c, newSecret(key, pageHash), path, isSecure);
      return c.html(openingPage(door.invite, path, to));
    }
    if (to !== undefined) return c.redirect(`${path}/${to}`, 303);
    const kept = await newestSent(db, door.session.address, historyLength);
    const sent = kept.map((message) => shownMessage(vault, message));
    const received = (await newestReceived(db, door.session, historyLength)).map((message) => ({
      ...message,
      inbound: openInbound(vault, message),
    }));
    const cursor = writeCursor(advance(beginning, idsOf(sent)));
    return c.html(chatPage({ path, cursor, lines: chatLines(received, sent), longestText }));
  });

  app.post('/:token', async (c) => {
    const here = await look(c);
    if (here instanceof Response) return here;
    const form: Record<string, unknown> = await c.req.parseBody().catch(() => ({}));
    const to = aheadOf(form.to);
    const next = to === undefined ? here.path : `${here.path}/${to}`;
    if (here.door.type === 'chat') return c.redirect(next, 303);
    const secret = here.secret ?? newSecret(key, here.pageHash);
    const session = here.door.session ?? (await bindBrowser(deps, here, secret, personName(form.name)));
    if (typeof session === 'string') return turnAway(c, session);
    writeSecret(c, secret, here.path, isSecure);
    await sayStart(deps, session, here.token);
    return c.redirect(next, 303);
  });

  app.post('/:token/messages', async (c) => {
    const session = await enter(c);
    if (session instanceof Response) return session;
    const message = readMessage(await c.req.json().catch(() => undefined));
    if (!message.ok) return answerProblem(c, 400, message.error);
    const { id, ...said } = message.value;
    const from = { address: session.address, name: session.name };
    const event: InboundEvent = 'tap' in said ? { kind: 'tap', from, ...said } : { kind: 'text', from, ...said };
    const received = await receive({ channel: ourPage, externalId: `${session.address}:${id}`, ...event });
    if (!received.isTaken) {
      c.header('Retry-After', String(Math.ceil(received.waitMs / 1000)));
      return answerProblem(c, 429, webProblem.tooFast);
    }
    return c.json({ at: chatMoment(clock.civil()) }, 202);
  });

  // For pages whose stream does not come through, and for the simulator: a browser opens six streams to one host at most.
  app.get('/:token/messages', async (c) => {
    const session = await enter(c);
    if (session instanceof Response) return session;
    const cursor = readCursor(c.req.query('after')) ?? beginning;
    const { messages } = await readNews(session, cursor);
    return c.json({ after: writeCursor(advance(cursor, idsOf(messages))), messages: messages.map(chatMessage) });
  });

  app.get('/:token/events', async (c) => {
    const session = await enter(c);
    if (session instanceof Response) return session;
    return streamChat(c, session);
  });

  return app;
}

type Streaming = (c: Context<WebEnv>, session: WebSession) => Response | Promise<Response>;

/** Answers with a stream of what is sent to a session, or says when to come again where too many are open. */
function createStreaming(deps: WebDeps, readNews: ReadNews, closing: AbortSignal): Streaming {
  const { signals } = deps;
  const places = createPlaces(deps.streams);
  return (c, session) => {
    const from = readCursor(c.req.header('last-event-id')) ?? readCursor(c.req.query('after')) ?? beginning;
    const place = places.take(session.hash);
    if (!place) {
      c.header('Retry-After', String(retrySeconds));
      return answerProblem(c, 503, webProblem.tooManyStreams);
    }
    // Tells nginx not to hold the stream back: https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(
      c,
      async (stream) => {
        try {
          await followChat(stream, { signals, session, readNews, from, taken: place.taken, closing });
        } finally {
          place.leave();
        }
      },
      async (error) => deps.log.warn({ err: error }, 'a chat stream ended early'),
    );
  };
}
