import { desc, eq } from 'drizzle-orm';
import type { HandedIn } from '../../core/reports/past/handed-in.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { directives, duties, obligations, people, reports, rounds, units } from '../schema/tables.ts';
import { behalfReasonOf } from './behalf-reasons.ts';
import { findPastFigures } from './history.ts';

/** The reports in force of units in all of their rounds, the newest round first, at most so many. */
export async function listHandedIn(db: Db, unitIds: number[], most: number): Promise<HandedIn[]> {
  if (unitIds.length === 0) return [];
  const rows = await db
    .select({
      id: reports.id,
      obligation: obligations.id,
      directiveId: directives.id,
      roundKey: rounds.key,
      unit: { id: units.id, code: units.code, name: units.name },
      directive: directives.number,
      title: duties.title,
      revision: reports.revision,
      by: people.name,
      isOnBehalf: reports.isOnBehalf,
      behalfReason: behalfReasonOf,
      at: reports.submittedAt,
    })
    .from(obligations)
    .innerJoin(reports, eq(reports.id, obligations.currentReportId))
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(directives, eq(directives.id, duties.directiveId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .innerJoin(people, eq(people.id, reports.personId))
    .where(inArray(obligations.unitId, unitIds))
    .orderBy(desc(rounds.due), desc(obligations.id))
    .limit(most);
  const figures = await findPastFigures(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, ...row }) => ({ ...row, figures: figures.get(id) ?? [] }));
}
