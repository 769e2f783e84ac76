import { and, desc, eq } from 'drizzle-orm';
import type { PastReport } from '../../core/reports/history.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import {
  directives,
  duties,
  indicators,
  obligations,
  people,
  reports,
  reportValues,
  rounds,
  units,
} from '../schema/tables.ts';
import { behalfReasonOf } from './behalf-reasons.ts';

/**
 * Lists every revision of units' reports, newest first, at most so many. With `issuerIds` only those on directives of these
 * issuers.
 */
export async function listPastReports(
  db: Db,
  unitIds: number[],
  most: number,
  issuerIds?: number[],
): Promise<PastReport[]> {
  if (unitIds.length === 0 || issuerIds?.length === 0) return [];
  const rows = await db
    .select({
      id: reports.id,
      unit: { id: units.id, code: units.code, name: units.name },
      directive: directives.number,
      title: duties.title,
      revision: reports.revision,
      by: people.name,
      isOnBehalf: reports.isOnBehalf,
      behalfReason: behalfReasonOf,
      at: reports.submittedAt,
    })
    .from(reports)
    .innerJoin(obligations, eq(obligations.id, reports.obligationId))
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(directives, eq(directives.id, duties.directiveId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .innerJoin(people, eq(people.id, reports.personId))
    .where(and(inArray(obligations.unitId, unitIds), issuerIds ? inArray(directives.issuerId, issuerIds) : undefined))
    .orderBy(desc(reports.submittedAt), desc(reports.id))
    .limit(most);
  const figures = await findPastFigures(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, ...row }) => ({ ...row, figures: figures.get(id) ?? [] }));
}

/** The figures of reports, by report, in the order of their forms. */
export async function findPastFigures(db: Db, reportIds: number[]): Promise<Map<number, PastReport['figures']>> {
  const figures = new Map<number, PastReport['figures']>();
  if (reportIds.length === 0) return figures;
  const rows = await db
    .select({
      report: reportValues.reportId,
      label: indicators.label,
      kind: indicators.kind,
      unit: indicators.unit,
      number: reportValues.number,
      text: reportValues.text,
    })
    .from(reportValues)
    .innerJoin(indicators, eq(indicators.id, reportValues.indicatorId))
    .where(inArray(reportValues.reportId, reportIds))
    .orderBy(indicators.position);
  for (const { report, ...figure } of rows) figures.set(report, [...(figures.get(report) ?? []), figure]);
  return figures;
}
