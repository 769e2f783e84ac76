/** What an account sent before: messages that were edited since, and pictures of the same album. */
import { and, desc, eq, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { ChannelName } from '../../core/channels/address.ts';
import type { Db } from '../database.ts';
import { inbox } from '../schema/tables.ts';
import type { KeptInbound } from './inbox.ts';

/** Everything of an account that the inbox kept before the row `id`. */
export type Before = { id: number; accountId: number; channel: ChannelName };

const isBefore = ({ id, accountId, channel }: Before): SQL | undefined =>
  and(eq(inbox.channel, channel), eq(inbox.accountId, accountId), lt(inbox.id, id));

/** A message as it was known last, by its content key; undefined where it never came. */
export async function findKnown(db: Db, before: Before, contentKey: string): Promise<KeptInbound | undefined> {
  const [row] = await db
    .select({ inbound: inbox.inbound, sealed: inbox.sealed })
    .from(inbox)
    .where(
      and(
        isBefore(before),
        or(eq(inbox.contentKey, contentKey), eq(sql`${inbox.inbound} #>> '{edited,contentKey}'`, contentKey)),
      ),
    )
    .orderBy(desc(inbox.id))
    .limit(1);
  return row;
}

/** What came of an album: rows of the inbox, and the captions of its files. */
export type AlbumBefore = { inboxIds: number[]; words: string[] };

/** What was handled of an album, in whichever order it came. Call with the account locked. */
export async function findAlbumBefore(db: Db, { id, accountId, channel }: Before, album: string): Promise<AlbumBefore> {
  const rows = await db
    .select({ id: inbox.id, inbound: inbox.inbound })
    .from(inbox)
    .where(
      and(
        eq(inbox.channel, channel),
        eq(inbox.accountId, accountId),
        ne(inbox.id, id),
        eq(sql`${inbox.inbound} ->> 'album'`, album),
      ),
    );
  return {
    inboxIds: rows.map((row) => row.id),
    words: rows.flatMap(({ inbound }) => (inbound.kind === 'file' ? inbound.text.trim() : [])),
  };
}
