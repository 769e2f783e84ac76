import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { obligations } from '../schema/tables.ts';

/** The reports in force of a round's units that nobody consolidates. */
export async function findReportsOutside(db: Db, roundId: number): Promise<number[]> {
  const rows = await db
    .select({ report: obligations.currentReportId })
    .from(obligations)
    .where(
      and(eq(obligations.roundId, roundId), isNull(obligations.consolidatorId), isNotNull(obligations.currentReportId)),
    );
  return rows.flatMap(({ report }) => report ?? []);
}
