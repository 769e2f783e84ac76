/** A round as it was before an instant: as it is now, less what has changed since. Costs a row a report that came since. */
import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { Counted } from '../../core/figures/drill-down.ts';
import type { Exact } from '../../core/reports/exact.ts';
import type { Beginning } from '../../core/roster/beginning.ts';
import type { UnitRef } from '../../core/roster/person.ts';
import type { Db } from '../database.ts';
import { figureSums, obligations, reports, reportValues, units } from '../schema/tables.ts';
import { findChangedParts } from './parts/parts.ts';
import { countStandings, readRoundFigures, totalSums } from './parts/round-figures.ts';
import { type CountedRound, countWhere, exactSum, readSummed, revisionBefore, wholesOf } from './recount/totals.ts';

/** Debts of which a report came, or was sent back, since an instant. Of any other the same revision is in force as then. */
function touchedSince(db: Db, round: CountedRound, since: Date) {
  const instant = sql`${since.toISOString()}::timestamptz`;
  const touched = sql`(select obligation_id from reports where submitted_at >= ${instant}
    union select obligation_id from reports where returned_at is not null and returned_at >= ${instant}) touched`;
  return db
    .select({
      id: obligations.id,
      unitId: obligations.unitId,
      state: obligations.state,
      firstReportedAt: obligations.firstReportedAt,
      currentReportId: obligations.currentReportId,
      before: sql<number | null>`${revisionBefore(since)}`.as('before'),
    })
    .from(touched)
    .innerJoin(obligations, sql`${obligations.id} = touched.obligation_id`)
    .where(eq(obligations.roundId, round.id))
    .as('since');
}

/** A round as it was at an instant: the revisions handed in before it, and the units that had reported by then. */
export async function countAt(db: Db, round: CountedRound, at: Date): Promise<Counted> {
  const { standings, sums, form } = await readRoundFigures(db, round, await findChangedParts(db, round.id));
  const since = touchedSince(db, round, at);
  const [first] = await db
    .select({
      reported: countWhere(
        sql`${since.state} = 'reported' and ${since.firstReportedAt} >= ${at.toISOString()}::timestamptz`,
      ),
    })
    .from(since);
  const { reporting, reported, excused } = countStandings(standings);
  return {
    reporting: reporting - excused,
    reported: reported - (first?.reported ?? 0),
    indicators: totalSums(form, [...sums, ...(await differences(db, round, at))]),
  };
}

/** What each indicator comes to now, taken from what the same units gave then. */
async function differences(db: Db, round: CountedRound, at: Date) {
  const since = touchedSince(db, round, at);
  const { number, of } = await readSummed(db, round.dutyId);
  const wholes = wholesOf(db, round.dutyId);
  const sign = sql`revision.sign`;
  const signed = (figure: SQL) => exactSum(sql`${sign} * ${figure}`);
  const rows = await db
    .select({
      indicatorId: reportValues.indicatorId,
      total: signed(number).mapWith(figureSums.total),
      of: signed(of).mapWith(figureSums.of),
      units: sql<number>`sum(${sign})::int`,
    })
    .from(since)
    .innerJoin(
      sql`lateral (values (${since.currentReportId}, -1), (${since.before}, 1)) revision (id, sign)`,
      sql`true`,
    )
    .innerJoin(reportValues, sql`${reportValues.reportId} = revision.id`)
    .leftJoin(wholes, eq(wholes.indicatorId, reportValues.indicatorId))
    // Of the values of all reports the server would make a table first, for a seventh of them.
    .leftJoin(
      sql`lateral (select w.number from report_values w
        where w.report_id = ${reportValues.reportId} and w.indicator_id = ${wholes.wholeId} offset 0) whole_value`,
      sql`true`,
    )
    .groupBy(reportValues.indicatorId);
  return rows.map((row) => ({ ...row, parentId: 0, kind: '', target: null satisfies Exact | null }));
}

/** The units that reported for the first time since an instant, and those that changed what they had reported before it. */
export async function listChangedSince(
  db: Db,
  round: CountedRound,
  since: Date,
  most: number,
): Promise<{ reported: Beginning<UnitRef>; corrected: Beginning<UnitRef> }> {
  const isNew = sql<boolean>`coalesce(${obligations.firstReportedAt} >= ${since.toISOString()}::timestamptz, false)`;
  const changed = db
    .select({
      ...{ id: units.id, code: units.code, name: units.name, position: units.position },
      isNew: isNew.as('is_new'),
      all: sql<number>`(count(*) over (partition by ${isNew}))::int`.as('all_alike'),
      place: sql<number>`row_number() over (partition by ${isNew} order by ${units.position}, ${units.id})`.as('place'),
    })
    .from(reports)
    .innerJoin(obligations, eq(obligations.currentReportId, reports.id))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .where(and(eq(obligations.roundId, round.id), sql`${reports.submittedAt} >= ${since.toISOString()}::timestamptz`))
    .as('changed');
  const rows = await db
    .select({
      unit: { id: changed.id, code: changed.code, name: changed.name },
      isNew: changed.isNew,
      all: changed.all,
    })
    .from(changed)
    .where(sql`${changed.place} <= ${most}::int`)
    .orderBy(asc(changed.position), asc(changed.id));
  const named = (rows: readonly { unit: UnitRef; all: number }[]): Beginning<UnitRef> => ({
    count: rows[0]?.all ?? 0,
    first: rows.map(({ unit }) => unit),
  });
  return { reported: named(rows.filter((row) => row.isNew)), corrected: named(rows.filter((row) => !row.isNew)) };
}
