/** Stored figures of reports in which something follows from something else, for who recounts them. */
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { RecountedReport } from '../../core/audit/recount.ts';
import { exactOf } from '../../core/reports/exact.ts';
import type { Db } from '../database.ts';
import { compiled, type Given } from '../engine/statements/compiled.ts';
import { directives, duties, obligations, reports, rounds, units } from '../schema/tables.ts';

type Figure = RecountedReport['figures'][number];

const figures = sql<(Omit<Figure, 'stored'> & { stored: string })[]>`(
  select json_agg(json_build_object('key', i.key, 'kind', i.kind, 'unit', i.unit, 'decimals', i.decimals,
      'formula', i.formula, 'partOf', i.part_of, 'stored', v.number::text) order by i.position)
  from report_values v join indicators i on i.id = v.indicator_id
  where v.report_id = ${reports.id} and v.number is not null)`;

const isToRecount = sql`exists (select 1 from report_values v join indicators i on i.id = v.indicator_id
  where v.report_id = ${reports.id} and v.number is not null and (i.formula is not null or i.part_of is not null))`;

/**
 * Reports behind the one with the id `after`, in the order of their ids, at most `limit`: those with a figure that is computed,
 * or is a part of another. One statement; each figure is judged by the indicator that it answers.
 */
export async function readRecounted(db: Db, after: number, limit: number): Promise<RecountedReport[]> {
  const rows = await pageOfRecounted(db, { after, limit });
  return rows.map(({ figures: stored, ...report }) => ({
    ...report,
    figures: stored.map((figure) => ({ ...figure, stored: exactOf(figure.stored) })),
  }));
}

const pageOfRecounted = compiled((db, { after, limit }: Given<{ after: number; limit: number }>) =>
  db
    .select({ id: reports.id, unit: units.code, round: rounds.key, directive: directives.number, figures })
    .from(reports)
    .innerJoin(obligations, eq(obligations.id, reports.obligationId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(directives, eq(directives.id, duties.directiveId))
    .where(and(gt(reports.id, after), isToRecount))
    .orderBy(asc(reports.id))
    .limit(limit),
);
