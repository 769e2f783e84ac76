/** What units gave for indicators before. */
import { and, desc, eq, gte, or, sql } from 'drizzle-orm';
import { givenDays, type PastFigure } from '../../core/reports/past/given.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { compiled, type Given } from '../engine/statements/compiled.ts';
import { byKey } from '../engine/statements/plan.ts';
import { duties, indicators, obligations, reports, reportValues, rounds, units } from '../schema/tables.ts';
import { unitsOfWriter, type WriterAddress } from '../writer/owner.ts';

const daysBefore = (now: Date): Date => new Date(now.getTime() - givenDays * 24 * 3600 * 1000);

/**
 * The newest figures that the units of whoever has an address gave in the last 30 days, or in another round of a report that is
 * open now. There is one for each unit, key, kind and unit of measure.
 */
export async function findPastFiguresOf(db: Db, writer: WriterAddress, now: Date): Promise<PastFigure[]> {
  const rows = await pastFigures(db, { ...writer, now, since: daysBefore(now) });
  return rows.map(({ number, text, ...row }) => ({
    ...row,
    value: number === null ? { type: 'text', value: text ?? '' } : { type: 'number', value: number },
  }));
}

type Asked = WriterAddress & { now: Date; since: Date };

const pastFigures = compiled((db, given: Given<Asked>) => {
  const instant = sql`${given.now}::timestamptz`;
  const isOfOpenReport = sql`exists (select 1 from rounds next where next.duty_id = ${rounds.dutyId} and next.id <> ${rounds.id}
    and next.opens_at <= ${instant} and (next.closes_at is null or next.closes_at > ${instant}))`;
  return db
    .selectDistinctOn([obligations.unitId, indicators.key, indicators.kind, indicators.unit], {
      unitId: obligations.unitId,
      key: indicators.key,
      kind: indicators.kind,
      measure: indicators.unit,
      number: reportValues.number,
      text: reportValues.text,
      at: reports.submittedAt,
    })
    .from(obligations)
    .innerJoin(reports, eq(reports.id, obligations.currentReportId))
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(reportValues, eq(reportValues.reportId, reports.id))
    .innerJoin(indicators, eq(indicators.id, reportValues.indicatorId))
    .where(
      and(
        byKey,
        inArray(obligations.unitId, unitsOfWriter(db, given)),
        or(gte(reports.submittedAt, given.since), isOfOpenReport),
      ),
    )
    .orderBy(obligations.unitId, indicators.key, indicators.kind, indicators.unit, desc(reports.submittedAt));
});

/** How many units gave a figure in the last 30 days that a draft asks for, and between which instants. */
export type GivenBefore = { label: string; units: number; from: Date; until: Date };

/** Of each indicator of a draft, with the units of these ids, in the order in which it asks. */
export async function countGivenBefore(
  db: Db,
  directiveId: number,
  unitIds: number[],
  now: Date,
): Promise<GivenBefore[]> {
  if (unitIds.length === 0) return [];
  const asked = db
    .select({
      key: indicators.key,
      kind: indicators.kind,
      measure: indicators.unit,
      label: indicators.label,
      position: indicators.position,
    })
    .from(indicators)
    .innerJoin(duties, eq(duties.id, indicators.dutyId))
    .where(eq(duties.directiveId, directiveId))
    .as('asked');
  const rows = await db
    .select({
      label: asked.label,
      units: sql<number>`count(distinct ${units.id})::int`,
      from: sql`min(${reports.submittedAt})`.mapWith(reports.submittedAt),
      until: sql`max(${reports.submittedAt})`.mapWith(reports.submittedAt),
    })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .innerJoin(reports, eq(reports.id, obligations.currentReportId))
    .innerJoin(reportValues, eq(reportValues.reportId, reports.id))
    .innerJoin(indicators, eq(indicators.id, reportValues.indicatorId))
    .innerJoin(
      asked,
      and(
        eq(asked.key, indicators.key),
        eq(asked.kind, indicators.kind),
        sql`${asked.measure} is not distinct from ${indicators.unit}`,
      ),
    )
    .where(and(inArray(units.id, unitIds), gte(reports.submittedAt, daysBefore(now))))
    .groupBy(asked.label, asked.position)
    .orderBy(asked.position);
  return rows;
}
