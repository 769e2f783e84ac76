import { and, eq, like, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { jobRuns } from '../schema/tables.ts';

/** Keeps that a job did or skipped a period; false when that was kept before. */
export async function recordRun(
  db: Db,
  run: { name: string; period: string; result: 'done' | 'skipped' },
  now: Date,
): Promise<boolean> {
  const noted = await db
    .insert(jobRuns)
    .values({ ...run, ranAt: now })
    .onConflictDoNothing()
    .returning({ name: jobRuns.name });
  return noted.length > 0;
}

/** How many periods of a job that begin with a prefix were done. */
export async function countDone(db: Db, name: string, prefix: string): Promise<number> {
  const [row] = await db
    .select({ done: sql<number>`count(*)::int` })
    .from(jobRuns)
    .where(and(eq(jobRuns.name, name), eq(jobRuns.result, 'done'), like(jobRuns.period, `${prefix}%`)));
  return row?.done ?? 0;
}

/** The periods of a job that begin with a prefix and were done or skipped. */
export async function findRuns(db: Db, name: string, prefix: string): Promise<Set<string>> {
  const rows = await db
    .select({ period: jobRuns.period })
    .from(jobRuns)
    .where(and(eq(jobRuns.name, name), like(jobRuns.period, `${prefix}%`)));
  return new Set(rows.map((row) => row.period));
}
