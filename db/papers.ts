import { and, asc, desc, eq, lt, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { UnitRef, Value } from '../core/facts.ts';
import type { GroupKey, GroupLine, UnitLine } from '../core/papers.ts';
import type { Db } from './database.ts';
import {
  assignments,
  directives,
  duties,
  indicators,
  obligations,
  people,
  reports,
  reportValues,
  rounds,
  units,
} from './schema.ts';

const parent = alias(units, 'parent');

/** A round with what its papers need besides the summary. */
export async function readRound(db: Db, roundId: number) {
  const [row] = await db
    .select({
      opensAt: rounds.opensAt,
      dutyId: rounds.dutyId,
      reportToId: duties.reportToId,
      issuerId: directives.issuerId,
      directiveId: directives.id,
      draft: directives.draft,
    })
    .from(rounds)
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(directives, eq(directives.id, duties.directiveId))
    .where(eq(rounds.id, roundId));
  if (!row) throw new Error(`round ${roundId} is gone`);
  return row;
}

/** The round of the same duty that opened last before this one; undefined for the first. */
export async function findPreviousRound(db: Db, dutyId: number, opensAt: Date): Promise<number | undefined> {
  const [row] = await db
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(eq(rounds.dutyId, dutyId), lt(rounds.opensAt, opensAt)))
    .orderBy(desc(rounds.opensAt), desc(rounds.id))
    .limit(1);
  return row?.id;
}

/** How many units first reported in each hour of a round, in order; the instant is the hour's end. */
export function countArrivals(db: Db, roundId: number): Promise<{ at: Date; reported: number }[]> {
  const hour = sql`date_trunc('hour', ${obligations.firstReportedAt})`;
  return db
    .select({
      at: sql`${hour} + interval '1 hour'`.mapWith(obligations.firstReportedAt),
      reported: sql<number>`count(*)::int`,
    })
    .from(obligations)
    .where(and(eq(obligations.roundId, roundId), sql`${obligations.firstReportedAt} is not null`))
    .groupBy(sql`1`)
    .orderBy(sql`1`) as Promise<{ at: Date; reported: number }[]>;
}

const countWhere = (condition: ReturnType<typeof sql>) => sql<number>`(count(*) filter (where ${condition}))::int`;

const keyOf = (kind: string, below: UnitRef | null): GroupKey =>
  below ? { type: 'below', unit: below } : { type: 'kind', kind };

const isBelow = (issuerId: number) => and(eq(parent.id, units.parentId), ne(parent.id, issuerId));
const groupedBy = sql`case when ${parent.id} is null then ${units.kind} end`;

type RoundOf = { id: number; dutyId: number; issuerId: number };

/** Progress and totals of every group of a round, in administrative order of each group's first unit. Two statements. */
export async function totalGroups(db: Db, round: RoundOf): Promise<GroupLine[]> {
  const rows = await db
    .select({
      kind: sql<string | null>`${groupedBy}`,
      below: { id: parent.id, code: parent.code, name: parent.name },
      reporting: sql<number>`count(*)::int`,
      reported: countWhere(sql`${obligations.state} = 'reported'`),
      onTime: countWhere(sql`${obligations.firstReportedAt} < ${rounds.overdueFrom}`),
      excused: countWhere(sql`${obligations.state} = 'excused'`),
    })
    .from(obligations)
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .leftJoin(parent, isBelow(round.issuerId))
    .where(eq(obligations.roundId, round.id))
    .groupBy(sql`1`, parent.id)
    .orderBy(sql`min(${units.position})`, sql`1`);
  const totals = await totalValues(db, round);
  const form = await db
    .select()
    .from(indicators)
    .where(eq(indicators.dutyId, round.dutyId))
    .orderBy(indicators.position);
  const denominator = form.find((i) => i.isDenominator);
  return rows.map(({ kind, below, ...progress }) => {
    const of = (indicatorId: number) =>
      totals.find((t) => t.indicatorId === indicatorId && t.kind === kind && t.belowId === (below?.id ?? null));
    return {
      key: keyOf(kind ?? '', below),
      progress,
      base: denominator ? (of(denominator.id)?.total ?? 0) : null,
      indicators: form
        .filter((i) => !i.isDenominator)
        .map(({ id, key, label, kind: type }) => ({
          key,
          label,
          kind: type,
          total: of(id)?.total ?? 0,
          of: type === 'count' ? (of(id)?.of ?? 0) : 0,
          units: of(id)?.units ?? 0,
        })),
    };
  });
}

function totalValues(db: Db, round: RoundOf) {
  const denominators = db
    .select({ reportId: reportValues.reportId, of: reportValues.number })
    .from(reportValues)
    .innerJoin(indicators, and(eq(indicators.id, reportValues.indicatorId), eq(indicators.isDenominator, true)))
    .where(eq(indicators.dutyId, round.dutyId))
    .as('denominators');
  return db
    .select({
      kind: sql<string | null>`${groupedBy}`,
      belowId: parent.id,
      indicatorId: reportValues.indicatorId,
      total: sql<number>`coalesce(sum(${reportValues.number}), 0)::float8`,
      of: sql<number>`coalesce(sum(${denominators.of}), 0)::float8`,
      units: sql<number>`count(*)::int`,
    })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .leftJoin(parent, isBelow(round.issuerId))
    .innerJoin(reportValues, eq(reportValues.reportId, obligations.currentReportId))
    .leftJoin(denominators, eq(denominators.reportId, obligations.currentReportId))
    .where(eq(obligations.roundId, round.id))
    .groupBy(sql`1`, parent.id, reportValues.indicatorId);
}

/** The values of the report in the row as one object, null where there is none. */
export const valuesOf = (reportId: typeof obligations.currentReportId | typeof reports.id) =>
  sql<Record<string, number | string> | null>`(
    select jsonb_object_agg(i.key, coalesce(to_jsonb(v.number), to_jsonb(v.text)))
    from report_values v join indicators i on i.id = v.indicator_id where v.report_id = ${reportId})`;

/** Numbers and texts as values. */
export const readValues = (raw: Record<string, number | string> | null): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(raw ?? {}).map(([key, value]): [string, Value] => [
      key,
      typeof value === 'number' ? { type: 'number', value } : { type: 'text', value },
    ]),
  );

/** One unit of a round, or the units of these obligations; all of them when none is named. */
export type Part = { unitId: number } | { obligationIds: readonly number[] };

export const isPart = (part: Part | undefined) =>
  part &&
  ('unitId' in part
    ? eq(obligations.unitId, part.unitId)
    : sql`${obligations.id} = any(${`{${part.obligationIds.join()}}`}::int[])`);

/** The obligations of a round in administrative order of their units: what its rows are read by, piece by piece. */
export async function listObligationIds(db: Db, roundId: number): Promise<number[]> {
  const [row] = await db
    .select({
      ids: sql<string | null>`string_agg(${obligations.id}::text, ',' order by ${units.position}, ${units.id})`,
    })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .where(eq(obligations.roundId, roundId));
  return row?.ids ? row.ids.split(',').map(Number) : [];
}

/** Every unit of a round in administrative order, or a part of them. */
export async function listUnitLines(
  db: Db,
  { id: roundId, issuerId, directiveId }: Omit<RoundOf, 'dutyId'> & { directiveId: number },
  part?: Part,
): Promise<UnitLine[]> {
  const acknowledger = alias(people, 'acknowledger');
  const rows = await db
    .select({
      unit: { id: units.id, code: units.code, name: units.name, headName: units.headName, phone: units.phone },
      kind: units.kind,
      below: { id: parent.id, code: parent.code, name: parent.name },
      state: obligations.state,
      firstReportedAt: obligations.firstReportedAt,
      revision: reports.revision,
      at: reports.submittedAt,
      by: people.name,
      isOnBehalf: reports.isOnBehalf,
      note: reports.note,
      values: valuesOf(obligations.currentReportId),
      deliveredAt: assignments.deliveredAt,
      acknowledgedAt: assignments.acknowledgedAt,
      acknowledgedBy: acknowledger.name,
    })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .leftJoin(parent, isBelow(issuerId))
    .leftJoin(reports, eq(reports.id, obligations.currentReportId))
    .leftJoin(people, eq(people.id, reports.personId))
    .leftJoin(assignments, and(eq(assignments.unitId, units.id), eq(assignments.directiveId, directiveId)))
    .leftJoin(acknowledger, eq(acknowledger.id, assignments.acknowledgedBy))
    .where(and(eq(obligations.roundId, roundId), isPart(part)))
    .orderBy(asc(units.position), asc(units.id));
  return rows.map(({ kind, below, revision, at, by, isOnBehalf, note, values, acknowledgedAt, ...row }) => ({
    unit: row.unit,
    key: keyOf(kind, below),
    state: row.state,
    firstReportedAt: row.firstReportedAt,
    report:
      revision === null || at === null ? null : { revision, at, by: by ?? '', isOnBehalf: isOnBehalf ?? false, note },
    values: readValues(values),
    deliveredAt: row.deliveredAt,
    acknowledged: acknowledgedAt && { by: row.acknowledgedBy, at: acknowledgedAt },
  }));
}
