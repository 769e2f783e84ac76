/** How one unit stands in a round, and how sections stand at units. */
import { and, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { UnitList, UnitReport } from '../../../core/figures/asked/answer.ts';
import { unitsOnPage } from '../../../core/figures/drill-down.ts';
import type { SectionTotal } from '../../../core/progress/sections.ts';
import type { Db } from '../../database.ts';
import { rowsOf } from '../../engine/rows.ts';
import { readSectionTotals, sectionsOfUnits } from '../../progress/sections.ts';
import { dueOf, overdueOf } from '../../reports/deadlines.ts';
import { assignments, obligations, people, reports, rounds, units } from '../../schema/tables.ts';
import { type AskedAbout, isAskedId } from './among.ts';

const first = alias(reports, 'first_report');
const sender = alias(people, 'first_sender');

/** Undefined where the unit owes nothing in the round. */
export async function readUnitStanding(
  db: Db,
  { directiveId, round }: Pick<AskedAbout, 'directiveId' | 'round'>,
  unitId: number,
): Promise<UnitReport | undefined> {
  if (!round) return undefined;
  const [row] = await db
    .select({
      unit: { id: units.id, code: units.code, name: units.name },
      state: obligations.state,
      due: dueOf,
      overdueFrom: overdueOf,
      acknowledgedAt: assignments.acknowledgedAt,
      firstBy: sender.name,
      firstAt: obligations.firstReportedAt,
      by: people.name,
      at: reports.submittedAt,
      revision: reports.revision,
    })
    .from(obligations)
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .leftJoin(assignments, and(eq(assignments.unitId, units.id), eq(assignments.directiveId, directiveId)))
    .leftJoin(reports, eq(reports.id, obligations.currentReportId))
    .leftJoin(people, eq(people.id, reports.personId))
    .leftJoin(
      first,
      and(eq(first.obligationId, obligations.id), eq(first.submittedAt, sql`${obligations.firstReportedAt}`)),
    )
    .leftJoin(sender, eq(sender.id, first.personId))
    .where(and(eq(obligations.roundId, round.id), eq(obligations.unitId, unitId)))
    .orderBy(first.revision)
    .limit(1);
  if (!row) return undefined;
  const { firstBy, firstAt, by, at, revision, ...report } = row;
  return {
    ...report,
    first: firstAt && { by: firstBy ?? '', at: firstAt },
    last: at && revision !== null ? { by: by ?? '', at, revision } : null,
  };
}

/** How the sections stand at the units that are meant. */
export const countSections = (db: Db, asked: AskedAbout, now: Date): Promise<SectionTotal[]> =>
  readSectionTotals(db, asked.directiveId, now, isAskedId(asked, sql`a.unit_id`));

const shown = {
  all: sql`true`,
  open: sql`state not in ('done', 'na')`,
  done: sql`state = 'done'`,
  blocked: sql`state = 'blocked'`,
} as const;

/** The units at which a section (null: any) stands so; beside those that are blocked, by what. */
export async function listSectionUnits(
  db: Db,
  asked: AskedAbout,
  { section, only, now }: { section: string | null; only: keyof typeof shown; now: Date },
): Promise<UnitList> {
  const { directiveId } = asked;
  const of = section === null ? sql`true` : sql`section = ${section}`;
  const reason = sql`(select string_agg(distinct p.reason, '; ') from assignments a
    join tasks t on t.directive_id = a.directive_id and t.asks_progress and t.id = any(a.task_ids)
    join lateral (select tp.state, tp.reason from task_progress tp
      where tp.assignment_id = a.id and tp.task_id = t.id order by tp.id desc limit 1) p on p.state = 'blocked'
    where a.directive_id = ${directiveId} and a.unit_id = shown.id and (${section}::text is null or t.section = ${section}))`;
  const rows = rowsOf<{ id: number; code: string; name: string; note: string | null; late: boolean; count: number }>(
    await db.execute(sql`
      select id, code, name, count, case when is_blocked then ${reason} end as note, late from (
        select u.id, u.code, u.name, u.position, (count(*) over ())::int as count, bool_or(state = 'blocked') as is_blocked,
          bool_or(is_late) as late
        from ${sectionsOfUnits(directiveId, now, isAskedId(asked, sql`a.unit_id`))}
        join units u on u.id = of_units.unit_id
        where ${of} and ${shown[only]}
        group by u.id order by bool_or(state = 'blocked') desc, u.position, u.id limit ${unitsOnPage}) shown
      order by is_blocked desc, position, id`),
  );
  return {
    units: rows.map(({ id, code, name, note, late }) => ({
      ...{ unit: { id, code, name }, at: null, note },
      ...(late && { isLate: true as const }),
    })),
    count: rows[0]?.count ?? 0,
  };
}
