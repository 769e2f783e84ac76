import { and, asc, desc, eq, max, sql } from 'drizzle-orm';
import type { AuditFact } from '../../core/audit/fact.ts';
import type { DirectiveChange } from '../../core/directives/life/change.ts';
import type { Reissue } from '../../core/directives/life/reissue.ts';
import { recordedChange } from '../audit/changes.ts';
import type { Db } from '../database.ts';
import { directiveChanges } from '../schema/tables.ts';

/** Something that was done to a directive. `by` null: by whoever holds the command line. */
export type DoneChange = {
  directiveId: number;
  change: DirectiveChange;
  reason: string | null;
  by: number | null;
  inboxId: number | null;
};

/** Keeps what was done at `now` (civil time). Returns what is to be recorded; its id is that of the row. */
export async function insertChange(
  db: Db,
  done: DoneChange,
  now: Date,
): Promise<Extract<AuditFact, { kind: 'directive-change' }>> {
  const [row] = await db
    .insert(directiveChanges)
    .values({ ...done, at: now })
    .returning(recordedChange);
  if (!row) throw new Error('an insert returned no row');
  return { kind: 'directive-change', ...row };
}

/** The draft that was made after a directive last; undefined where none was. */
export async function findLastCopy(db: Db, directiveId: number): Promise<number | undefined> {
  const [row] = await db
    .select({ as: sql<number>`(${directiveChanges.change} ->> 'as')::int` })
    .from(directiveChanges)
    .where(
      and(eq(directiveChanges.directiveId, directiveId), sql`${directiveChanges.change} ->> 'type' = 'duplicated'`),
    )
    .orderBy(desc(directiveChanges.id))
    .limit(1);
  return row?.as;
}

/** When who owes under a directive was last reminded on demand; null for never. */
export async function findLastChase(db: Db, directiveId: number): Promise<Date | null> {
  const [row] = await db
    .select({ at: max(directiveChanges.at) })
    .from(directiveChanges)
    .where(and(eq(directiveChanges.directiveId, directiveId), sql`${directiveChanges.change} ->> 'type' = 'chased'`));
  return row?.at ?? null;
}

/** What was said when a debt was last asked for on demand, and whether by the unit that consolidates it. */
export async function findChaseOf(
  db: Db,
  directiveId: number,
  debt: number,
): Promise<{ words: string | null; isByConsolidator: boolean } | undefined> {
  const [row] = await db
    .select({
      words: directiveChanges.reason,
      isByConsolidator: sql<boolean>`(${directiveChanges.change} -> 'from') is not null`,
    })
    .from(directiveChanges)
    .where(
      and(
        eq(directiveChanges.directiveId, directiveId),
        sql`${directiveChanges.change} ->> 'type' = 'chased'`,
        sql`${directiveChanges.change} -> 'debts' @> ${String(debt)}::jsonb`,
      ),
    )
    .orderBy(desc(directiveChanges.id))
    .limit(1);
  return row;
}

/** What units passed on of a directive to those below them, in the order in which they did. */
export async function listReissues(db: Db, directiveId: number): Promise<Reissue[]> {
  const rows = await db
    .select({ change: directiveChanges.change })
    .from(directiveChanges)
    .where(and(eq(directiveChanges.directiveId, directiveId), sql`${directiveChanges.change} ->> 'type' = 'reissued'`))
    .orderBy(asc(directiveChanges.id));
  return rows.flatMap(({ change }) =>
    change.type === 'reissued' ? [{ by: change.by, codes: change.codes, earlier: change.earlier }] : [],
  );
}
