/** The signed originals of directives. */
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { type OriginalFormat, originalFormatOf, originalFormats } from '../../core/directives/original.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { assignments, directiveOriginals, directives, jobRuns, unitRoles, units } from '../schema/tables.ts';

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

/** An original of an issued directive that its units have not been sent yet. */
export type UnsentOriginal = { id: number; directive: number; issuer: number; contentType: string; addedAt: Date };

/** The name of the job that sends originals, and its period for one. */
export const originalRun = (original: number) => ({ name: 'original', period: `original-${original}` });

/** Of each issued directive the original that holds, where it was not sent to the units yet. */
export async function findUnsentOriginals(db: Db): Promise<UnsentOriginal[]> {
  const { id, directiveId, contentType, addedAt } = directiveOriginals;
  const rows = await db
    .select({ id, directive: directiveId, issuer: directives.issuerId, contentType, addedAt })
    .from(directiveOriginals)
    .innerJoin(directives, eq(directives.id, directiveId))
    .where(
      and(
        eq(directives.state, 'issued'),
        sql`${id} = (select max(o.id) from directive_originals o
          where o.directive_id = ${directiveId} and o.bytes is not null)`,
        sql`not exists (select 1 from ${jobRuns} where ${jobRuns.name} = ${originalRun(0).name}
          and ${jobRuns.period} = 'original-' || ${id})`,
      ),
    )
    .orderBy(id);
  return rows.flatMap(({ contentType: type, ...row }) => (type === null ? [] : [{ ...row, contentType: type }]));
}

/** The people of units who were sent the tasks of a directive before its original was there, each with the first of their units. */
export async function findWithoutOriginal(
  db: Db,
  { directive, addedAt }: Pick<UnsentOriginal, 'directive' | 'addedAt'>,
): Promise<{ person: number; unit: { id: number; code: string } }[]> {
  const carriesOriginal = sql.join(
    originalFormats.map((format) => sql`m.body @> ${JSON.stringify({ attachments: [{ paper: { format } }] })}::jsonb`),
    sql` or `,
  );
  const toPerson = sql`m.recipient_type = 'person' and m.recipient_id = ${unitRoles.personId}`;
  return db
    .selectDistinctOn([unitRoles.personId], {
      person: unitRoles.personId,
      unit: { id: units.id, code: units.code },
    })
    .from(assignments)
    .innerJoin(units, eq(units.id, assignments.unitId))
    .innerJoin(
      unitRoles,
      and(
        eq(unitRoles.unitId, assignments.unitId),
        eq(unitRoles.state, 'agreed'),
        isNull(unitRoles.to),
        inArray(unitRoles.role, ['head', 'delegate']),
      ),
    )
    .where(
      and(
        eq(assignments.directiveId, directive),
        sql`exists (select 1 from messages m where m.delivers = ${assignments.id} and ${toPerson})`,
        sql`not exists (select 1 from messages m where m.directive_id = ${directive}::int and ${toPerson}
          and m.created_at >= ${addedAt.toISOString()}::timestamptz and (${carriesOriginal}))`,
      ),
    )
    .orderBy(unitRoles.personId, units.position, units.id);
}

/** Whether a file of a chat was sent as an original. */
export const isOriginalOf = async (db: Db, attachmentId: number): Promise<boolean> =>
  (await db.$count(directiveOriginals, eq(directiveOriginals.attachmentId, attachmentId))) > 0;

/** The content type of the original that holds, beside a directive's id in a query; null where there is none. */
export const originalTypeOf = (directiveId: unknown) => sql<string | null>`(
  select o.content_type from directive_originals o where o.directive_id = ${directiveId} and o.bytes is not null
  order by o.id desc limit 1)`;
