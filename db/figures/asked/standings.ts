/** The units that stand in some way, as a page of names with how many there are. */
import { and, asc, desc, eq, isNotNull, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { ListedUnit, UnitList } from '../../../core/figures/asked/answer.ts';
import { unitsOnPage } from '../../../core/figures/drill-down.ts';
import type { AskedStanding } from '../../../core/language/asked/question.ts';
import type { Db } from '../../database.ts';
import { countUnreachable, findFirstUnreachable } from '../../delivery/reachability.ts';
import { dueOf, overdueOf } from '../../reports/deadlines.ts';
import {
  assignments,
  extensionRequests,
  indicators,
  obligations,
  promises,
  reports,
  reportValues,
  rounds,
  units,
} from '../../schema/tables.ts';
import { type AskedAbout, isAsked } from './among.ts';

const ref = { id: units.id, code: units.code, name: units.name };
const all = sql<number>`(count(*) over ())::int`;
const instant = (of: SQLWrapper) => sql`${of}`.mapWith(obligations.firstReportedAt);
const words = (of: SQLWrapper) => sql<string | null>`${of}`;
const nothing = sql`null`;

type Row = { unit: ListedUnit['unit']; at: unknown; note: string | null; all: number };

const listOf = (rows: readonly Row[]): UnitList => ({
  units: rows.map(({ unit, at, note }) => ({ unit, at: at as Date | null, note })),
  count: rows[0]?.all ?? 0,
});

const isWaiting = sql`x.obligation_id = ${obligations.id} and x.state = 'waiting'`;
const waiting = (column: SQL, table: SQLWrapper): SQL =>
  sql`(select ${column} from ${table} x where ${isWaiting} limit 1)`;

type InRound = { is: SQL; at?: SQLWrapper; note?: SQLWrapper };

/** How an obligation stands that is asked for, and what is told beside its unit. The query joins `rounds` and the revision in force. */
const inRound = (
  directiveId: number,
  midnight: Date,
  now: Date,
): Record<Exclude<AskedStanding, 'received' | 'unreceived' | 'unreachable'>, InRound> => {
  const reported = sql`${obligations.state} = 'reported'`;
  const at = obligations.firstReportedAt;
  return {
    owing: { is: sql`${obligations.state} = 'owed'` },
    silent: {
      is: sql`${obligations.state} = 'owed' and exists (select 1 from ${assignments} x where x.unit_id = ${obligations.unitId}
        and x.directive_id = ${directiveId} and x.acknowledged_at is not null)`,
    },
    reported: { is: reported, at },
    'on-time': { is: sql`${reported} and ${at} < ${overdueOf}`, at },
    late: { is: sql`${reported} and ${at} >= ${overdueOf}`, at },
    overdue: { is: sql`${obligations.state} = 'owed' and ${overdueOf} <= ${now.toISOString()}::timestamptz` },
    today: { is: sql`${reported} and ${at} >= ${midnight.toISOString()}::timestamptz`, at },
    excused: { is: sql`${obligations.state} = 'excused'` },
    extended: { is: sql`${obligations.extendedAt} is not null and ${obligations.state} <> 'excused'`, at: dueOf },
    'asked-extension': {
      is: sql`exists (select 1 from ${extensionRequests} x where ${isWaiting})`,
      note: waiting(sql`x.reason`, extensionRequests),
    },
    promised: {
      is: sql`${obligations.state} = 'owed' and exists (select 1 from ${promises} x where ${isWaiting})`,
      at: waiting(sql`x.until`, promises),
    },
    'broke-word': {
      is: sql`exists (select 1 from ${promises} x where x.obligation_id = ${obligations.id} and x.state = 'broken')`,
    },
    corrected: { is: sql`${reported} and ${reports.revision} > 1`, at: reports.submittedAt },
    remarked: { is: sql`${reports.note} is not null`, note: reports.note },
  };
};

/** Of the round that is asked about; `order`: by when they reported first, else in administrative order. */
async function listInRound(
  db: Db,
  asked: AskedAbout,
  { is, at = nothing, note = nothing }: InRound,
  order: { by?: SQL[]; most?: number } = {},
): Promise<UnitList> {
  if (!asked.round) return { units: [], count: 0 };
  const rows = await db
    .select({ unit: ref, at: instant(at), note: words(note), all })
    .from(obligations)
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .leftJoin(reports, eq(reports.id, obligations.currentReportId))
    .where(and(eq(obligations.roundId, asked.round.id), isAsked(asked), is))
    .orderBy(...(order.by ?? []), asc(units.position), asc(units.id))
    .limit(order.most ?? unitsOnPage);
  return listOf(rows);
}

/** The units that stand so at `now`; `midnight` begins its day. */
export async function listAsked(
  db: Db,
  asked: AskedAbout,
  standing: AskedStanding,
  { now, midnight }: { now: Date; midnight: Date },
): Promise<UnitList> {
  if (standing === 'unreachable') return listUnreachable(db, asked);
  if (standing !== 'received' && standing !== 'unreceived')
    return listInRound(db, asked, inRound(asked.directiveId, midnight, now)[standing]);
  const is =
    standing === 'received' ? isNotNull(assignments.acknowledgedAt) : sql`${assignments.acknowledgedAt} is null`;
  const rows = await db
    .select({ unit: ref, at: instant(assignments.acknowledgedAt), note: words(nothing), all })
    .from(assignments)
    .innerJoin(units, eq(units.id, assignments.unitId))
    .where(and(eq(assignments.directiveId, asked.directiveId), isAsked(asked), is))
    .orderBy(asc(units.position), asc(units.id))
    .limit(unitsOnPage);
  return listOf(rows);
}

async function listUnreachable(db: Db, asked: AskedAbout): Promise<UnitList> {
  const among = isAsked(asked);
  const first = await findFirstUnreachable(db, asked.directiveId, { among, most: unitsOnPage });
  return {
    units: first.map(({ unit, reason }) => ({ unit, at: null, note: reason })),
    count: await countUnreachable(db, asked.directiveId, among),
  };
}

/** As many as a sentence names in their order. */
const mostInOrder = 3;

/** Who reported first, or last. */
export function listInOrder(db: Db, asked: AskedAbout, end: 'first' | 'last'): Promise<UnitList> {
  const at = obligations.firstReportedAt;
  const by = [end === 'first' ? asc(at) : desc(at)];
  return listInRound(db, asked, { is: sql`${obligations.state} = 'reported'`, at }, { by, most: mostInOrder });
}

/** The units that are to report and of which the figure is not there. */
export const listWithout = (db: Db, asked: AskedAbout, indicatorId: number): Promise<UnitList> =>
  listInRound(db, asked, {
    is: sql`${obligations.state} <> 'excused' and not exists (select 1 from ${reportValues}
      where ${reportValues.reportId} = ${obligations.currentReportId} and ${reportValues.indicatorId} = ${indicatorId})
      and exists (select 1 from ${indicators} where ${indicators.id} = ${indicatorId})`,
  });
