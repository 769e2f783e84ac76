/** The stand-in's book of what it accepted, held against what the service's database says of it. */
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Db } from '../../../db/database.ts';
import { cardTitle } from '../../../messages/chat/reminders/card.ts';
import type { FakeTelegram } from '../../harness/platforms/telegram.ts';
import type { Tally } from './tally.ts';

/** A message that the platform accepted. */
export type Accepted = { chat: string; id: string; text: string };

/** Listens from now on to what the platform accepts from the bot. */
export function openBook(telegram: FakeTelegram): Accepted[] {
  const book: Accepted[] = [];
  telegram.onEvent((event) => {
    if (event.type === 'message' && event.message.fromBot)
      book.push({ chat: String(event.chat.id), id: String(event.message.id), text: event.message.text });
  });
  return book;
}

type Request = {
  chat: string;
  kind: string;
  text: string;
  state: string;
  external: string | null;
  reason: string;
  /** How often it may have arrived beyond once, as the service itself lists it; one that may not have arrived counts once. */
  doubts: number;
};

export async function readRequests(db: Db): Promise<Request[]> {
  const rows = await db.execute(sql`
    select address as chat, kind, text, state, reason, external_id as external,
      case when state = 'uncertain' or attempt > 1 then greatest(attempt - 1, 1) else 0 end as doubts
    from outbox where channel = 'telegram' order by id`);
  return rowsOf(rows).map((row) => ({
    chat: String(row.chat),
    kind: String(row.kind),
    text: String(row.text),
    reason: String(row.reason),
    state: String(row.state),
    external: row.external === null ? null : String(row.external),
    doubts: Number(row.doubts),
  }));
}

/** The rows of a raw statement, whichever driver ran it. */
export function rowsOf(result: unknown): Record<string, unknown>[] {
  const rows = Array.isArray(result) ? result : (result as { rows: unknown[] }).rows;
  return rows as Record<string, unknown>[];
}

const final = ['sent', 'uncertain', 'refused', 'withdrawn'];

/** A request that has not ended. */
const isPending = ({ state }: { state: string }): boolean => !final.includes(state);

/** In flight when a process ended, and listed as doubtful: no fault of whoever was killed. */
const wasCutShort = ({ state, reason }: Request): boolean => state === 'uncertain' && /process ended/.test(reason);

type Line = { requests: Request[]; accepted: Accepted[] };

/**
 * Requests and messages that do not know of each other, by chat and text: a text that was asked for twice may come twice. Those
 * that do need no comparing, and their texts may differ: the database holds placeholders for secrets.
 */
function linesOf(requests: readonly Request[], book: readonly Accepted[]): Line[] {
  const lines = new Map<string, Line>();
  const lineAt = ({ chat, text }: { chat: string; text: string }): Line => {
    const key = `${chat} ${text}`;
    const line = lines.get(key) ?? { requests: [], accepted: [] };
    lines.set(key, line);
    return line;
  };
  const nameOf = ({ chat, id }: { chat: string; id: string | null }) => `${chat} ${id}`;
  const accepted = new Set(book.map(nameOf));
  const claimed = new Set(requests.map(({ chat, external }) => nameOf({ chat, id: external })));
  for (const request of requests)
    if (!accepted.has(nameOf({ chat: request.chat, id: request.external }))) lineAt(request).requests.push(request);
  for (const message of book) if (!claimed.has(nameOf(message))) lineAt(message).accepted.push(message);
  return [...lines.values()];
}

export type Sent = Pick<Tally, 'lost' | 'givenUp' | 'extra' | 'doubt' | 'digest' | 'evidence'>;

/** What became of everything that the service wanted to say. */
export function compareSent(requests: readonly Request[], book: readonly Accepted[]): Sent {
  const ids = new Set(book.map(({ chat, id }) => `${chat} ${id}`));
  const isWanted = ({ state }: Request): boolean => state !== 'withdrawn';
  const neverAccepted = requests.filter(
    ({ state, chat, external }) => state === 'sent' && !ids.has(`${chat} ${external}`),
  );
  let givenUp = 0;
  const evidence: string[] = [];
  let extra = 0;
  for (const { requests: asked, accepted } of linesOf(requests, book)) {
    const wanted = asked.filter(isWanted);
    const ended = wanted.filter((one) => !isPending(one) && one.state !== 'sent' && !wasCutShort(one));
    extra += Math.max(0, accepted.length - wanted.length);
    const unsaid = Math.max(
      0,
      Math.min(ended.length, wanted.filter((one) => !isPending(one) && !wasCutShort(one)).length - accepted.length),
    );
    givenUp += unsaid;
    if (unsaid > 0)
      for (const { chat, kind, state, reason } of ended) evidence.push(`${chat} ${kind} ${state}: ${reason}`);
  }
  return {
    lost: neverAccepted.length,
    givenUp,
    extra,
    doubt: requests.reduce((sum, { doubts }) => sum + doubts, 0),
    digest: digestOf(book),
    evidence,
  };
}

/**
 * Hours and codes differ from run to run; who got which words does not. A card in a group reads as things stand when it is posted, and
 * is corrected from then on.
 */
function digestOf(book: readonly Accepted[]): string {
  const said = book.filter(({ text }) => !text.startsWith(cardTitle));
  const plain = said.map(({ chat, text }) => `${chat} ${text.replace(/\d{1,2}:\d{2}(:\d{2})?/g, 'hh:mm')}`);
  return createHash('sha256').update(plain.sort().join('\n')).digest('hex').slice(0, 12);
}

/** Updates that the bot confirmed and that left no trace in the inbox; `copies` are those that rightly leave none. */
export async function countForgotten(
  db: Db,
  telegram: FakeTelegram,
  copies: ReadonlySet<number> = new Set(),
): Promise<number> {
  const rows = rowsOf(await db.execute(sql`select external_id as id from inbox where channel = 'telegram'`));
  const kept = new Set(rows.map(({ id }) => Number(id)));
  return telegram.confirmed().filter(({ id, kind }) => kind !== 'my_chat_member' && !kept.has(id) && !copies.has(id))
    .length;
}
