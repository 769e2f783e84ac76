/** What was said in one web chat: what its owner wrote and what was sent to them. */
import { and, desc, eq, gt, isNull, or, type SQL, sql } from 'drizzle-orm';
import { ourPage } from '../../core/channels/address.ts';
import type { AttachmentPart } from '../../core/delivery/attachment.ts';
import { arrivedStates } from '../../core/delivery/request-state.ts';
import type { Db } from '../database.ts';
import { inArray, notInArray } from '../engine/lists.ts';
import { inbox, messages, outbox } from '../schema/tables.ts';
import type { KeptInbound } from './inbox.ts';

/** One message to the chat. `id` is its outbox row; `at` is civil time. */
export type SentMessage = {
  id: number;
  /** What it answers; null for what was not asked for. */
  inboxId: number | null;
  text: string;
  choices: { tap: string; label: string }[];
  /** The paper that it is; null: the text. */
  attachment: AttachmentPart | null;
  /** The secrets whose placeholders stand in it; null for none. */
  sealed: string | null;
  at: Date;
};

/** One message from the chat. `id` is its inbox row; `at` is civil time. */
export type ReceivedMessage = KeptInbound & { id: number; externalId: string; at: Date };

/**
 * On the web a message is shown once it may have arrived. A request of unknown outcome keeps its row, and so its id.
 */
const selectSent = (db: Db, address: string, ...more: (SQL | undefined)[]) =>
  db
    .select({
      id: outbox.id,
      inboxId: messages.inboxId,
      text: outbox.text,
      choices: outbox.choices,
      attachment: outbox.attachment,
      sealed: outbox.sealed,
      at: outbox.createdAt,
    })
    .from(outbox)
    .innerJoin(messages, eq(messages.id, outbox.messageId))
    .where(
      and(eq(outbox.channel, ourPage), eq(outbox.address, address), inArray(outbox.state, arrivedStates), ...more),
    );

/** The newest messages sent to a web chat, oldest first. */
export async function newestSent(db: Db, address: string, limit: number): Promise<SentMessage[]> {
  const rows = await selectSent(db, address).orderBy(desc(outbox.id)).limit(limit);
  return rows.reverse();
}

/** Messages sent to a web chat with ids above `floor`, without those in `except`, oldest first. */
export async function sentAfter(
  db: Db,
  address: string,
  { floor, except, limit }: { floor: number; except: number[]; limit: number },
): Promise<SentMessage[]> {
  const isNew = except.length > 0 ? notInArray(outbox.id, except) : undefined;
  return selectSent(db, address, gt(outbox.id, floor), isNew).orderBy(outbox.id).limit(limit);
}

/** The newest messages that an account wrote, oldest first; also those that are still to be handled again. */
export async function newestReceived(
  db: Db,
  { accountId, address }: { accountId: number; address: string },
  limit: number,
): Promise<ReceivedMessage[]> {
  const isUnhandled = and(isNull(inbox.accountId), sql`${inbox.inbound} -> 'from' ->> 'address' = ${address}`);
  const rows = await db
    .select({
      id: inbox.id,
      externalId: inbox.externalId,
      inbound: inbox.inbound,
      sealed: inbox.sealed,
      at: inbox.receivedAt,
    })
    .from(inbox)
    .where(and(eq(inbox.channel, ourPage), isNull(inbox.erasedIn), or(eq(inbox.accountId, accountId), isUnhandled)))
    .orderBy(desc(inbox.id))
    .limit(limit);
  return rows.reverse();
}
