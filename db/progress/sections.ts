/** How the sections of a directive stand, added up and unit by unit. Instants are civil time. */
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { SectionLine, SectionTotal } from '../../core/progress/sections.ts';
import { type SectionState, sectionStateOf } from '../../core/progress/state.ts';
import { timingOf } from '../../core/progress/timing.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { assignments, people, taskProgress, tasks, units } from '../schema/tables.ts';

/** The tasks of a directive that ask for progress, unit by unit, each with the newest that was said of it. `among`: units by `a.unit_id`. */
const askedTasks = (directiveId: number, among: SQL) => sql`
  select a.unit_id, t.section, t.position, t.overdue_from, coalesce(p.state, 'unsaid') as state, p.since
  from assignments a
  join tasks t on t.directive_id = a.directive_id and t.asks_progress and t.id = any(a.task_ids)
  left join lateral (select tp.state, tp.since from task_progress tp
    where tp.assignment_id = a.id and tp.task_id = t.id order by tp.id desc limit 1) p on true
  where a.directive_id = ${directiveId} and ${among}`;

/** Each section at each unit that a condition on `a.unit_id` lets through. */
export const sectionsOfUnits = (directiveId: number, now: Date, among: SQL = sql`true`): SQL => sql`(
  select section, unit_id, min(position) as position,
    case when bool_and(state = 'na') then 'na'
      when bool_or(state = 'blocked') then 'blocked'
      when bool_and(state in ('done', 'na')) then 'done'
      when bool_or(state in ('doing', 'done')) then 'doing'
      when bool_or(state = 'none') then 'none'
      else 'unsaid' end as state,
    bool_or(state <> 'na' and overdue_from is not null
      and case when state = 'done' then since else ${now.toISOString()}::timestamptz end >= overdue_from) as is_late
  from (${askedTasks(directiveId, among)}) asked group by section, unit_id) of_units`;

const counted = (state: SectionState) => sql<number>`(count(*) filter (where state = ${state}))::int`;

/**
 * Counts units by how each section stands there; empty where no progress is asked for. The rule of a section is that of
 * core/progress/state.ts, that of late of core/progress/timing.ts. `among`: a condition on `a.unit_id`.
 */
export const readSectionTotals = (db: Db, directiveId: number, now: Date, among?: SQL): Promise<SectionTotal[]> =>
  db
    .select({
      section: sql<string>`section`,
      units: sql<number>`count(*)::int`,
      late: sql<number>`(count(*) filter (where is_late))::int`,
      none: counted('none'),
      doing: counted('doing'),
      done: counted('done'),
      blocked: counted('blocked'),
      na: counted('na'),
      unsaid: counted('unsaid'),
    })
    .from(sectionsOfUnits(directiveId, now, among))
    .groupBy(sql`section`)
    .orderBy(sql`min(position)`)
    .then((rows) => rows);

/** Each section at each unit, section by section, units in administrative order. `unitId`: of one unit alone. */
export async function listSectionLines(
  db: Db,
  directiveId: number,
  now: Date,
  { unitId }: { unitId?: number } = {},
): Promise<SectionLine[]> {
  const newest = db
    .selectDistinctOn([taskProgress.assignmentId, taskProgress.taskId], {
      assignmentId: taskProgress.assignmentId,
      taskId: taskProgress.taskId,
      state: taskProgress.state,
      percent: taskProgress.percent,
      paper: taskProgress.paper,
      reason: taskProgress.reason,
      personId: taskProgress.personId,
      isOnBehalf: taskProgress.isOnBehalf,
      at: taskProgress.at,
      since: taskProgress.since,
    })
    .from(taskProgress)
    .where(
      inArray(
        taskProgress.assignmentId,
        db.select({ id: assignments.id }).from(assignments).where(eq(assignments.directiveId, directiveId)),
      ),
    )
    .orderBy(taskProgress.assignmentId, taskProgress.taskId, desc(taskProgress.id))
    .as('newest');
  const rows = await db
    .select({
      unit: { id: units.id, code: units.code, name: units.name, kind: units.kind },
      section: tasks.section,
      due: tasks.due,
      overdueFrom: tasks.overdueFrom,
      state: newest.state,
      percent: newest.percent,
      paper: newest.paper,
      reason: newest.reason,
      by: people.name,
      isOnBehalf: newest.isOnBehalf,
      at: newest.at,
      since: newest.since,
    })
    .from(assignments)
    .innerJoin(units, eq(units.id, assignments.unitId))
    .innerJoin(
      tasks,
      and(
        eq(tasks.directiveId, assignments.directiveId),
        eq(tasks.asksProgress, true),
        sql`${tasks.id} = any(${assignments.taskIds})`,
      ),
    )
    .leftJoin(newest, and(eq(newest.assignmentId, assignments.id), eq(newest.taskId, tasks.id)))
    .leftJoin(people, eq(people.id, newest.personId))
    .where(
      and(eq(assignments.directiveId, directiveId), unitId === undefined ? undefined : eq(assignments.unitId, unitId)),
    )
    .orderBy(asc(tasks.position), asc(units.position), asc(units.id));
  const grouped = new Map<string, typeof rows>();
  for (const row of rows) {
    const key = `${row.section} ${row.unit.id}`;
    grouped.set(key, [...(grouped.get(key) ?? []), row]);
  }
  const order = [...new Set(rows.map(({ section }) => section))];
  return [...grouped.values()]
    .map((ofUnit) => lineOf(ofUnit, now))
    .flatMap((line) => line ?? [])
    .toSorted((a, b) => order.indexOf(a.section) - order.indexOf(b.section));
}

type Row = {
  unit: SectionLine['unit'];
  section: string;
  due: Date | null;
  overdueFrom: Date | null;
  state: SectionState | null;
  percent: string | null;
  paper: string | null;
  reason: string | null;
  by: string | null;
  isOnBehalf: boolean | null;
  at: Date | null;
  since: Date | null;
};

const each = (values: (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))];

/** A section at one unit, from its tasks. The worst timing of a task is that of the section. */
function lineOf(rows: readonly Row[], now: Date): SectionLine | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const timings = rows.map(({ state, since, due, overdueFrom }) =>
    timingOf({ state: state ?? 'unsaid', since }, due && overdueFrom && { due, overdueFrom }, now),
  );
  const percents = each(rows.filter(({ state }) => state === 'doing').map(({ percent }) => percent ?? ''));
  const [percent = '', ...others] = percents;
  const newest = rows
    .filter(({ at }) => at !== null)
    .toSorted((a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0))[0];
  return {
    unit: first.unit,
    section: first.section,
    state: sectionStateOf(rows.map(({ state }) => state ?? 'unsaid')),
    timing: (['late', 'running', 'on-time', 'early'] as const).find((timing) => timings.includes(timing)) ?? null,
    percent: percent === '' || others.length > 0 ? null : percent,
    reasons: each(rows.map(({ reason }) => reason)),
    papers: each(rows.map(({ paper }) => paper)),
    told: newest?.at ? { by: newest.by ?? '', isOnBehalf: newest.isOnBehalf === true, at: newest.at } : null,
  };
}
