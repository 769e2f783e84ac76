/** What units consolidate in rounds: who is below them, which reports are in, and what went up. */
import { and, desc, eq, gt, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { BelowUnit } from '../../core/consolidation/part.ts';
import type { ConsolidatedPart, Submitted } from '../../core/directives/life/consolidate.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { dueOf, overdueOf } from '../reports/deadlines.ts';
import { directiveChanges, directives, duties, obligations, reports, rounds, units } from '../schema/tables.ts';

/** A unit that consolidates others in a round of a directive of `issuer`. */
export type PartKey = { directive: number; issuer: number; round: number; duty: number; unit: number };

/** What units (all, without `unitIds`) consolidate in rounds of issued directives that are open at `now`, the newest directive first. */
export async function findParts(db: Db, now: Date, unitIds?: readonly number[]): Promise<PartKey[]> {
  if (unitIds?.length === 0) return [];
  const isOpen = and(lte(rounds.opensAt, now), or(isNull(rounds.closesAt), gt(rounds.closesAt, now)));
  const whose = unitIds ? inArray(obligations.consolidatorId, [...unitIds]) : isNotNull(obligations.consolidatorId);
  return selectParts(db, and(eq(directives.state, 'issued'), isOpen, whose));
}

/** Who consolidates in a round, at all levels. */
export const findPartsOfRound = (db: Db, roundId: number): Promise<PartKey[]> =>
  selectParts(db, and(eq(rounds.id, roundId), isNotNull(obligations.consolidatorId)));

/** What one unit consolidates in a round; undefined where it consolidates nobody. */
export async function findPartOf(db: Db, roundId: number, unitId: number): Promise<PartKey | undefined> {
  const [part] = await selectParts(db, and(eq(rounds.id, roundId), eq(obligations.consolidatorId, unitId)));
  return part;
}

async function selectParts(db: Db, which: SQL | undefined): Promise<PartKey[]> {
  const rows = await db
    .selectDistinct({
      directive: duties.directiveId,
      issuer: directives.issuerId,
      round: rounds.id,
      duty: rounds.dutyId,
      unit: sql<number>`${obligations.consolidatorId}`.mapWith(obligations.unitId),
    })
    .from(obligations)
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(directives, eq(directives.id, duties.directiveId))
    .where(which)
    .orderBy(desc(duties.directiveId), desc(rounds.id), sql`5`);
  return rows;
}

/** The debts of a round below a unit, at all levels: a recursion over who consolidates whom. */
const debtsBelow = (round: number, unit: number): SQL => sql`(
  with recursive below as (
    select o.id, o.unit_id from obligations o where o.round_id = ${round} and o.consolidator_id = ${unit}
    union
    select o.id, o.unit_id from obligations o join below b on o.consolidator_id = b.unit_id where o.round_id = ${round})
  select id from below)`;

/** The units below a unit in a round, in administrative order. */
export async function findBelow(db: Db, { round, unit }: Pick<PartKey, 'round' | 'unit'>): Promise<BelowUnit[]> {
  const rows = await db
    .select({
      debt: obligations.id,
      unit: { id: units.id, code: units.code, name: units.name, kind: units.kind, aliases: units.aliases },
      state: obligations.state,
      due: dueOf,
      report: obligations.currentReportId,
      isLate: sql<boolean>`coalesce(${obligations.firstReportedAt} >= ${overdueOf}, false)`,
      consolidator: obligations.consolidatorId,
    })
    .from(obligations)
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .where(sql`${obligations.id} in ${debtsBelow(round, unit)}`)
    .orderBy(units.position, units.id);
  return rows.map(({ consolidator, ...row }) => ({ ...row, isDirect: consolidator === unit }));
}

/** What a unit sent up last in a round; null: nothing. */
async function findSubmitted(
  db: Db,
  { round, unit }: Pick<PartKey, 'round' | 'unit'>,
): Promise<ConsolidatedPart['submitted']> {
  const [row] = await db
    .select({ change: directiveChanges.change, at: directiveChanges.at })
    .from(directiveChanges)
    .innerJoin(duties, eq(duties.directiveId, directiveChanges.directiveId))
    .innerJoin(rounds, and(eq(rounds.dutyId, duties.id), eq(rounds.id, round)))
    .where(
      and(
        sql`${directiveChanges.change} ->> 'type' = 'consolidated'`,
        sql`(${directiveChanges.change} ->> 'round')::int = ${round}`,
        sql`(${directiveChanges.change} ->> 'unit')::int = ${unit}`,
      ),
    )
    .orderBy(desc(directiveChanges.id))
    .limit(1);
  if (!row) return null;
  const { revision, reports: sent } = row.change as Submitted;
  return { revision, reports: sent, at: row.at };
}

/**
 * The reports in force that would go up from a unit: those of whoever reports to it, and of whoever consolidates below it what
 * that one has sent up. In the order of their ids.
 */
async function findReportsFor(db: Db, key: Pick<PartKey, 'round' | 'unit'>, below: BelowUnit[]): Promise<number[]> {
  const own = below.flatMap(({ isDirect, report }) => (isDirect && report !== null ? [report] : []));
  const consolidating = await db
    .selectDistinct({ unit: sql<number>`${obligations.consolidatorId}`.mapWith(obligations.unitId) })
    .from(obligations)
    .where(
      and(
        eq(obligations.roundId, key.round),
        inArray(
          obligations.consolidatorId,
          below.filter(({ isDirect }) => isDirect).map(({ unit }) => unit.id),
        ),
      ),
    );
  const sent: number[] = [];
  for (const { unit } of consolidating)
    sent.push(...((await findSubmitted(db, { round: key.round, unit }))?.reports ?? []));
  return [...own, ...sent].sort((a, b) => a - b);
}

/** What a unit consolidates in a round, by ids; undefined where it consolidates nobody. */
export async function readPartOf(
  db: Db,
  key: Pick<PartKey, 'round' | 'unit'>,
): Promise<(ConsolidatedPart & { below: BelowUnit[] }) | undefined> {
  const below = await findBelow(db, key);
  const [unit] = await db
    .select({ id: units.id, code: units.code, name: units.name })
    .from(units)
    .where(eq(units.id, key.unit));
  if (below.length === 0 || !unit) return undefined;
  const submitted = await findSubmitted(db, key);
  return { unit, round: key.round, below, submitted, reports: await findReportsFor(db, key, below) };
}

/** The units of reports, by the reports' ids. */
export async function unitsOfReports(db: Db, ids: readonly number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: reports.id, unit: obligations.unitId })
    .from(reports)
    .innerJoin(obligations, eq(obligations.id, reports.obligationId))
    .where(inArray(reports.id, [...ids]));
  return new Map(rows.map(({ id, unit }) => [id, unit]));
}

const collector = alias(units, 'part_collector');

/** Of a unit that consolidates in a round: to whom that goes, and until when. Where it owes nothing itself, as the duty says. */
export async function readTerms(db: Db, { round, unit }: Pick<PartKey, 'round' | 'unit'>) {
  const own = alias(obligations, 'own');
  const [row] = await db
    .select({
      roundKey: rounds.key,
      deadline: duties.deadline,
      due: sql`coalesce(${own.due}, ${rounds.due})`.mapWith(rounds.due),
      isConsolidated: sql<boolean>`(${own.consolidatorId} is not null)`,
      reportTo: { id: collector.id, code: collector.code, name: collector.name },
    })
    .from(rounds)
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .leftJoin(own, and(eq(own.roundId, rounds.id), eq(own.unitId, unit)))
    .innerJoin(collector, eq(collector.id, sql`coalesce(${own.consolidatorId}, ${duties.reportToId})`))
    .where(eq(rounds.id, round));
  if (!row) throw new Error(`round ${round} is gone`);
  return row;
}
