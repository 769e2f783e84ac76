import { and, asc, desc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { UnitRef } from '../core/facts.ts';
import type { Consolidation, IndicatorTotal, Summary, UnreachableReason } from '../core/summary.ts';
import type { Db } from './database.ts';
import {
  accounts,
  assignments,
  directives,
  duties,
  indicators,
  obligations,
  reportValues,
  rounds,
  unitRoles,
  units,
} from './schema.ts';

const issuer = alias(units, 'issuer');

/** The issued directive asked for, or the newest, among those of some issuers (all issuers when none are given). */
export async function findLatestIssued(
  db: Db,
  issuerIds: number[] | undefined,
  id: number | undefined,
): Promise<number | undefined> {
  if (issuerIds?.length === 0) return undefined;
  const [row] = await db
    .select({ id: directives.id })
    .from(directives)
    .where(
      and(
        eq(directives.state, 'issued'),
        issuerIds && inArray(directives.issuerId, issuerIds),
        id === undefined ? undefined : eq(directives.id, id),
      ),
    )
    .orderBy(desc(directives.issuedAt), desc(directives.id))
    .limit(1);
  return row?.id;
}

/** Where an issued directive stands at `now`: its latest round that has opened, or the one asked for. */
export async function readSummary(db: Db, directiveId: number, now: Date, roundId?: number): Promise<Summary> {
  const directive = await readDirectiveRef(db, directiveId);
  const round = await findRound(db, directiveId, now, roundId);
  const counts = await countAssignments(db, directiveId);
  const owed = round ? await countObligations(db, round.id) : { reporting: 0, reported: 0, onTime: 0, excused: 0 };
  const unreachable = await findUnreachable(db, directiveId);
  return {
    directive,
    round: round && {
      id: round.id,
      key: round.key,
      quote: round.deadline.quote,
      due: round.due,
      overdueFrom: round.overdueFrom,
    },
    units: { ...counts, ...owed, unreachable: unreachable.length },
    indicators: round ? await totalIndicators(db, round, undefined) : [],
    consolidations: round ? await readConsolidations(db, round, directive.issuer.id) : [],
    missing: round ? (await findOwed(db, round.id)).map(({ unit: { id, code, name } }) => ({ id, code, name })) : [],
    unreachable,
  };
}

async function readDirectiveRef(db: Db, id: number): Promise<Summary['directive']> {
  const [row] = await db
    .select({
      id: directives.id,
      number: directives.number,
      date: directives.date,
      subject: directives.subject,
      issuer: { id: issuer.id, code: issuer.code, name: issuer.name },
    })
    .from(directives)
    .innerJoin(issuer, eq(issuer.id, directives.issuerId))
    .where(eq(directives.id, id));
  if (!row) throw new Error(`directive ${id} is gone`);
  return row;
}

async function findRound(db: Db, directiveId: number, now: Date, roundId: number | undefined) {
  const [row] = await db
    .select({
      id: rounds.id,
      dutyId: rounds.dutyId,
      key: rounds.key,
      due: rounds.due,
      overdueFrom: rounds.overdueFrom,
      deadline: duties.deadline,
    })
    .from(rounds)
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .where(and(eq(duties.directiveId, directiveId), roundId === undefined ? undefined : eq(rounds.id, roundId)))
    // The latest that has opened; before the first opens, the first.
    .orderBy(
      sql`(${rounds.opensAt} <= ${now.toISOString()}::timestamptz) desc`,
      sql`case when ${rounds.opensAt} <= ${now.toISOString()}::timestamptz then -extract(epoch from ${rounds.opensAt}) else extract(epoch from ${rounds.opensAt}) end`,
      asc(rounds.id),
    )
    .limit(1);
  return row ?? null;
}

type Round = NonNullable<Awaited<ReturnType<typeof findRound>>>;

const countWhere = (condition: ReturnType<typeof sql>) => sql<number>`(count(*) filter (where ${condition}))::int`;

async function countAssignments(db: Db, directiveId: number) {
  const [row] = await db
    .select({
      assigned: sql<number>`count(*)::int`,
      delivered: countWhere(sql`${assignments.deliveredAt} is not null`),
      acknowledged: countWhere(sql`${assignments.acknowledgedAt} is not null`),
    })
    .from(assignments)
    .where(eq(assignments.directiveId, directiveId));
  return row ?? { assigned: 0, delivered: 0, acknowledged: 0 };
}

async function countObligations(db: Db, roundId: number) {
  const [row] = await db
    .select({
      reporting: sql<number>`count(*)::int`,
      reported: countWhere(sql`${obligations.state} = 'reported'`),
      onTime: countWhere(sql`${obligations.firstReportedAt} < ${rounds.overdueFrom}`),
      excused: countWhere(sql`${obligations.state} = 'excused'`),
    })
    .from(obligations)
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .where(eq(obligations.roundId, roundId));
  return row ?? { reporting: 0, reported: 0, onTime: 0, excused: 0 };
}

/** Totals over current revisions of the units below one parent, or of all. */
async function totalIndicators(db: Db, round: Round, parentId: number | undefined): Promise<IndicatorTotal[]> {
  const ofRound = and(
    eq(obligations.roundId, round.id),
    parentId === undefined ? undefined : eq(units.parentId, parentId),
  );
  const denominators = db
    .select({ reportId: reportValues.reportId, of: reportValues.number })
    .from(reportValues)
    .innerJoin(indicators, and(eq(indicators.id, reportValues.indicatorId), eq(indicators.isDenominator, true)))
    .where(eq(indicators.dutyId, round.dutyId))
    .as('denominators');
  const counted = db
    .select({
      indicatorId: reportValues.indicatorId,
      total: sql<number>`coalesce(sum(${reportValues.number}), 0)::float8`.as('total'),
      of: sql<number>`coalesce(sum(${denominators.of}), 0)::float8`.as('of'),
      units: sql<number>`count(*)::int`.as('units'),
    })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .innerJoin(reportValues, eq(reportValues.reportId, obligations.currentReportId))
    .leftJoin(denominators, eq(denominators.reportId, obligations.currentReportId))
    .where(ofRound)
    .groupBy(reportValues.indicatorId)
    .as('counted');
  const rows = await db
    .select({
      key: indicators.key,
      label: indicators.label,
      kind: indicators.kind,
      total: counted.total,
      of: counted.of,
      units: counted.units,
    })
    .from(indicators)
    .leftJoin(counted, eq(counted.indicatorId, indicators.id))
    .where(and(eq(indicators.dutyId, round.dutyId), eq(indicators.isDenominator, false)))
    .orderBy(indicators.position);
  return rows.map((row) => ({
    ...row,
    total: row.total ?? 0,
    of: row.kind === 'count' ? (row.of ?? 0) : 0,
    units: row.units ?? 0,
  }));
}

/** The units that have others below them in this round, besides the issuer. */
async function readConsolidations(db: Db, round: Round, issuerId: number): Promise<Consolidation[]> {
  const parent = alias(units, 'parent');
  const rows = await db
    .select({
      id: parent.id,
      code: parent.code,
      name: parent.name,
      reporting: sql<number>`count(*)::int`,
      reported: countWhere(sql`${obligations.state} = 'reported'`),
    })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .innerJoin(parent, eq(parent.id, units.parentId))
    .where(and(eq(obligations.roundId, round.id), sql`${parent.id} <> ${issuerId}`))
    .groupBy(parent.id)
    .orderBy(parent.position);
  const consolidations: Consolidation[] = [];
  for (const { reporting, reported, ...unit } of rows)
    consolidations.push({ unit, reporting, reported, indicators: await totalIndicators(db, round, unit.id) });
  return consolidations;
}

/** What is still owed in a round, in administrative order. */
export function findOwed(
  db: Db,
  roundId: number,
): Promise<{ id: number; unit: UnitRef & { parentId: number | null } }[]> {
  return db
    .select({
      id: obligations.id,
      unit: { id: units.id, code: units.code, name: units.name, parentId: units.parentId },
    })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .where(and(eq(obligations.roundId, roundId), eq(obligations.state, 'owed')))
    .orderBy(units.position, units.id);
}

/** Assigned units of which nobody can be told anything by chat, and why; of all directives when none is given. */
export async function findUnreachable(
  db: Db,
  directiveId?: number,
): Promise<{ unit: UnitRef; reason: UnreachableReason }[]> {
  const assigned = db
    .selectDistinct({ unitId: assignments.unitId })
    .from(assignments)
    .where(directiveId === undefined ? undefined : eq(assignments.directiveId, directiveId))
    .as('assigned');
  const rows = await db
    .select({
      unit: { id: units.id, code: units.code, name: units.name },
      isRegistered: sql<boolean>`coalesce(bool_or(${unitRoles.state} = 'agreed'), false)`,
      hasRefused: sql<boolean>`coalesce(bool_or(${unitRoles.state} = 'refused'), false)`,
      isOpen: sql<boolean>`coalesce(bool_or(${unitRoles.state} = 'agreed' and ${accounts.state} = 'active'), false)`,
    })
    .from(assigned)
    .innerJoin(units, eq(units.id, assigned.unitId))
    .leftJoin(
      unitRoles,
      and(eq(unitRoles.unitId, units.id), inArray(unitRoles.role, ['head', 'delegate']), isNull(unitRoles.to)),
    )
    .leftJoin(accounts, eq(accounts.personId, unitRoles.personId))
    .groupBy(units.id)
    .orderBy(units.position, units.id);
  return rows.flatMap(({ unit, isRegistered, hasRefused, isOpen }) => {
    if (isOpen) return [];
    return [
      {
        unit,
        reason: isRegistered ? ('blocked' as const) : hasRefused ? ('refused' as const) : ('unregistered' as const),
      },
    ];
  });
}

const hasDebts = sql`exists (select 1 from ${obligations} where ${obligations.roundId} = ${rounds.id} and ${obligations.state} = 'owed')`;

/** Rounds of issued directives that are open at `now` and in which somebody owes, or whose summaries may still be due. */
export function findOpenRounds(db: Db, now: Date) {
  const lately = new Date(now.getTime() - 30 * 24 * 3600 * 1000);
  return db
    .select({
      id: rounds.id,
      dutyId: rounds.dutyId,
      key: rounds.key,
      opensAt: rounds.opensAt,
      due: rounds.due,
      overdueFrom: rounds.overdueFrom,
      closesAt: rounds.closesAt,
      title: duties.title,
      deadline: duties.deadline,
      reminders: duties.reminders,
      summaries: duties.summaries,
      directiveId: directives.id,
      issuerId: directives.issuerId,
    })
    .from(rounds)
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(directives, eq(directives.id, duties.directiveId))
    .where(
      and(
        eq(directives.state, 'issued'),
        lte(rounds.opensAt, now),
        or(isNull(rounds.closesAt), gt(rounds.closesAt, now)),
        or(hasDebts, gt(rounds.due, lately)),
      ),
    )
    .orderBy(asc(rounds.due), asc(rounds.id));
}
