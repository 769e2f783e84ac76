/** What an account sent before: messages that were edited since, and pictures of the same album. */
import { and, desc, eq, lt, or, type SQL, sql } from 'drizzle-orm';
import type { ChannelName } from '../../core/channels/address.ts';
import type { Db } from '../database.ts';
import { inbox } from '../schema/tables.ts';

/** Everything of an account that the inbox kept before the row `id`. */
export type Before = { id: number; accountId: number; channel: ChannelName };

const isBefore = ({ id, accountId, channel }: Before): SQL | undefined =>
  and(eq(inbox.channel, channel), eq(inbox.accountId, accountId), lt(inbox.id, id));

/** The words of a message as they were known last, by its content key; undefined where it never came. */
export async function findWordsOf(db: Db, before: Before, contentKey: string): Promise<string | undefined> {
  const [row] = await db
    .select({ inbound: inbox.inbound })
    .from(inbox)
    .where(
      and(
        isBefore(before),
        or(eq(inbox.contentKey, contentKey), eq(sql`${inbox.inbound} #>> '{edited,contentKey}'`, contentKey)),
      ),
    )
    .orderBy(desc(inbox.id))
    .limit(1);
  if (row?.inbound.kind === 'text' || row?.inbound.kind === 'file') return row.inbound.text;
  return row?.inbound.kind === 'unreadable' ? (row.inbound.edited?.text ?? '') : undefined;
}

/** Whether something of an album came already. */
export async function hasAlbum(db: Db, before: Before, album: string): Promise<boolean> {
  const rows = await db
    .select({ id: inbox.id })
    .from(inbox)
    .where(and(isBefore(before), eq(sql`${inbox.inbound} ->> 'album'`, album)))
    .limit(1);
  return rows.length > 0;
}
