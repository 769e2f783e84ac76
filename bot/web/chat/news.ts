/** What a chat has to show that its pages have not shown: read once for all streams of one address that ask together. */
import { isSessionOpen, type WebSession } from '../../../db/access/web-sessions.ts';
import { sentAfter } from '../../../db/conversation/chat-history.ts';
import { createVault } from '../../links/vault.ts';
import type { WebDeps } from '../http/deps.ts';
import { type Cursor, floorOf } from './cursor.ts';
import { type ShownMessage, shownMessage } from './shown.ts';

const batch = 100;

/** What was sent since a cursor, oldest first. There may be more unless `isAll`. */
export type News = { messages: ShownMessage[]; isAll: boolean; isOpen: boolean };

/** Reads the news of a session since a cursor; `isOpen` says whether the session still stands. */
export type ReadNews = (session: Pick<WebSession, 'hash' | 'address'>, cursor: Cursor) => Promise<News>;

type Round = { cursors: Cursor[]; read: Promise<News> };

/** Whoever asks for the same address before the read begins shares it: a signal wakes all its streams at once. */
export function createNews({ db, clock, key }: Pick<WebDeps, 'db' | 'clock' | 'key'>): ReadNews {
  const vault = createVault(key);
  const rounds = new Map<string, Round>();

  async function read({ hash, address }: Pick<WebSession, 'hash' | 'address'>, cursors: Cursor[]): Promise<News> {
    await new Promise((resolve) => setImmediate(resolve));
    rounds.delete(hash);
    const [first = [], ...others] = cursors;
    const floor = Math.min(...cursors.map(floorOf));
    const except = first.filter((id) => others.every((cursor) => !isNewTo(cursor, id)));
    const isOpen = await isSessionOpen(db, hash, clock.machine());
    const sent = isOpen ? await sentAfter(db, address, { floor, except, limit: batch }) : [];
    const messages = sent.map((message) => shownMessage(vault, message));
    return { messages, isAll: messages.length < batch, isOpen };
  }

  return async (session, cursor) => {
    let round = rounds.get(session.hash);
    if (!round) {
      const cursors: Cursor[] = [];
      round = { cursors, read: read(session, cursors) };
      rounds.set(session.hash, round);
    }
    round.cursors.push(cursor);
    const { messages, ...rest } = await round.read;
    return { ...rest, messages: messages.filter(({ id }) => isNewTo(cursor, id)) };
  };
}

const isNewTo = (cursor: Cursor, id: number): boolean => id > floorOf(cursor) && !cursor.includes(id);
