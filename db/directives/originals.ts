/** The signed originals of directives. */
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { type OriginalFormat, originalFormatOf } from '../../core/directives/original.ts';
import type { Db } from '../database.ts';
import { directiveOriginals } from '../schema/tables.ts';

/** A file as it is kept; `sha256` is hex. */
export type OriginalFile = { contentType: string; bytes: Uint8Array; sha256: string };

const isHere = (directiveId: number) =>
  and(eq(directiveOriginals.directiveId, directiveId), isNotNull(directiveOriginals.bytes));

/** The original that holds, the newest that is here; undefined where there is none. */
export async function readOriginal(db: Db, directiveId: number): Promise<OriginalFile | undefined> {
  const { contentType, bytes, sha256 } = directiveOriginals;
  const [row] = await db
    .select({ contentType, bytes, sha256 })
    .from(directiveOriginals)
    .where(isHere(directiveId))
    .orderBy(desc(directiveOriginals.id))
    .limit(1);
  return row?.contentType && row.bytes && row.sha256
    ? { contentType: row.contentType, bytes: row.bytes, sha256: row.sha256 }
    : undefined;
}

/** What is known of the original that holds without its bytes. */
export async function describeOriginal(
  db: Db,
  directiveId: number,
): Promise<{ format: OriginalFormat; sha256: string; at: Date } | undefined> {
  const { contentType, sha256, addedAt } = directiveOriginals;
  const [row] = await db
    .select({ contentType, sha256, addedAt })
    .from(directiveOriginals)
    .where(isHere(directiveId))
    .orderBy(desc(directiveOriginals.id))
    .limit(1);
  const format = originalFormatOf(row?.contentType ?? undefined);
  return row?.sha256 && format ? { format, sha256: row.sha256, at: row.addedAt } : undefined;
}

/** Puts an original to a directive: its file, or the file of a chat that is still to be fetched. Returns its id. */
export async function insertOriginal(
  db: Db,
  original: { directiveId: number; file: OriginalFile | { attachmentId: number } },
  now: Date,
): Promise<number> {
  const { directiveId, file } = original;
  const [row] = await db
    .insert(directiveOriginals)
    .values({ directiveId, ...file, addedAt: now })
    .returning({ id: directiveOriginals.id });
  if (!row) throw new Error('an insert returned no row');
  return row.id;
}

/** The file of a chat has come: it is kept with the directive, and stays when its sender's data is erased. Returns the directives. */
export async function fillOriginal(db: Db, attachmentId: number, file: OriginalFile): Promise<number[]> {
  const rows = await db
    .update(directiveOriginals)
    .set(file)
    .where(and(eq(directiveOriginals.attachmentId, attachmentId), isNull(directiveOriginals.bytes)))
    .returning({ directive: directiveOriginals.directiveId });
  return rows.map(({ directive }) => directive);
}

/** Whether a file of a chat was sent as an original. */
export const isOriginalOf = async (db: Db, attachmentId: number): Promise<boolean> =>
  (await db.$count(directiveOriginals, eq(directiveOriginals.attachmentId, attachmentId))) > 0;

/** The content type of the original that holds, beside a directive's id in a query; null where there is none. */
export const originalTypeOf = (directiveId: unknown) => sql<string | null>`(
  select o.content_type from directive_originals o where o.directive_id = ${directiveId} and o.bytes is not null
  order by o.id desc limit 1)`;
