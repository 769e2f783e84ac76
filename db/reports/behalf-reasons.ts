/** Why reports were recorded for units. */
import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { directiveChanges, directives, obligations, reports } from '../schema/tables.ts';

const isReason = sql`in ('on-behalf', 'late-report')`;

/** The reason of a report beside its directive and its debt; null where none was given. */
export const behalfReasonOf: SQL<string | null> = sql<string | null>`case when ${reports.isOnBehalf} then (
  select c.reason from directive_changes c
  where c.directive_id = ${directives.id} and c.change ->> 'type' ${isReason}
    and (c.change ->> 'debt')::int = ${obligations.id} and c.inbox_id = ${reports.inboxId}
  order by c.id desc limit 1) end`;

/** The reasons that were given for a unit under a directive, by the inbox row that gave them. */
export async function findBehalfReasons(db: Db, directiveId: number, unitId: number): Promise<Map<number, string>> {
  const { change, reason, inboxId } = directiveChanges;
  const rows = await db
    .select({ reason, inboxId })
    .from(directiveChanges)
    .where(
      and(
        eq(directiveChanges.directiveId, directiveId),
        sql`${change} ->> 'type' ${isReason}`,
        sql`(${change} ->> 'unit')::int = ${unitId}`,
        isNotNull(inboxId),
      ),
    );
  return new Map(rows.flatMap((row) => (row.inboxId === null || !row.reason ? [] : [[row.inboxId, row.reason]])));
}
