import { and, asc, desc, eq, gt, isNull, lte, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { alias, type PgColumn } from 'drizzle-orm/pg-core';
import { periodIn } from '../../core/directives/recurring.ts';
import { exactOf } from '../../core/reports/exact.ts';
import type { Indicator, ObligationFact, Revision, Value } from '../../core/reports/obligation.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { compiled, type Given } from '../engine/statements/compiled.ts';
import { byKey } from '../engine/statements/plan.ts';
import { directiveColumns } from '../schema/directive-columns.ts';
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
import { unitsOfWriter, type WriterAddress } from '../writer/owner.ts';
import { dueOf, isEarlier, isExtended, overdueOf } from './deadlines.ts';

const issuer = alias(units, 'issuer');
const collector = alias(units, 'collector');

/**
 * Obligations of units in rounds that are open at `now` (or open by `until`), in the order of their deadlines; three
 * statements in one breath. With an `until` also those to come of what recurs.
 */
export function findOpenObligations(db: Db, unitIds: number[], now: Date, until = now): Promise<ObligationFact[]> {
  if (unitIds.length === 0) return Promise.resolve([]);
  // Who is told ahead is told of what recurs, however late its first round opens.
  const isOpen = until > now ? and(or(lte(rounds.opensAt, until), isRecurring), closesAfter(now)) : isOpenAt(now);
  return findObligations(db, and(inArray(obligations.unitId, unitIds), isOpen));
}

const closesAfter = (now: Date | SQLWrapper) => or(isNull(rounds.closesAt), gt(rounds.closesAt, now));
const isOpenAt = (now: Date | SQLWrapper) => and(lte(rounds.opensAt, now), closesAfter(now));

const isRecurring = sql`${duties.deadline} ->> 'rule' = 'recurring'`;

/** One obligation, when its directive was issued by one of `issuerIds`. */
export function findObligationOfIssuers(db: Db, id: number, issuerIds: number[]): Promise<ObligationFact[]> {
  if (issuerIds.length === 0) return Promise.resolve([]);
  return findObligations(db, and(eq(obligations.id, id), inArray(directives.issuerId, issuerIds)));
}

/** What a unit reported last in a round before, of figures that only grow; null where nothing. */
const previousFigures = sql<Record<string, string> | null>`(
  select json_object_agg(i.key, v.number::text) from indicators i join report_values v on v.indicator_id = i.id
  where i.duty_id = ${duties.id} and i.nature = 'cumulative' and v.report_id = (
    select o.current_report_id from obligations o join rounds r on r.id = o.round_id
    where r.duty_id = ${duties.id} and o.unit_id = ${obligations.unitId} and r.opens_at < ${rounds.opensAt}
      and o.current_report_id is not null
    order by r.opens_at desc limit 1))`;

const assignedTargets = sql<Record<string, string> | null>`(
  select json_object_agg(i.key, t.value::text) from targets t join indicators i on i.id = t.indicator_id
  where t.unit_id = ${obligations.unitId} and i.duty_id = ${duties.id})`;

/** A column of obligations that are selected so, to be asked for within another statement. */
const among = (db: Db, where: SQL | undefined, id: PgColumn) =>
  db
    .select({ id })
    .from(obligations)
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(directives, eq(directives.id, duties.directiveId))
    .where(where);

/** The three statements of obligations that are selected so. */
const selectObligations = (db: Db, where: SQL | undefined) =>
  db
    .select({
      id: obligations.id,
      state: obligations.state,
      reportId: obligations.currentReportId,
      dutyId: duties.id,
      title: duties.title,
      rules: duties.rules,
      noteLabel: duties.noteLabel,
      inWriting: duties.inWriting,
      reportTo: { id: collector.id, code: collector.code, name: collector.name },
      isConsolidated: sql<boolean>`(${obligations.consolidatorId} is not null)`,
      deadline: duties.deadline,
      roundKey: rounds.key,
      opensAt: rounds.opensAt,
      due: dueOf,
      overdueFrom: overdueOf,
      isExtended,
      isEarlier,
      closesAt: rounds.closesAt,
      previous: previousFigures,
      targets: assignedTargets,
      unit: { id: units.id, code: units.code, name: units.name, kind: units.kind, staff: units.staff },
      directive: directiveColumns,
      issuer: { id: issuer.id, code: issuer.code, name: issuer.name },
    })
    .from(obligations)
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(directives, eq(directives.id, duties.directiveId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .innerJoin(issuer, eq(issuer.id, directives.issuerId))
    .innerJoin(collector, eq(collector.id, sql`coalesce(${obligations.consolidatorId}, ${duties.reportToId})`))
    .where(and(where, byKey))
    .orderBy(asc(dueOf), asc(units.position), asc(obligations.id));
const formsOfObligations = (db: Db, where: SQL | undefined) => selectIndicators(db, among(db, where, rounds.dutyId));
const revisionsOfObligations = (db: Db, where: SQL | undefined) =>
  selectRevisions(db, among(db, where, obligations.currentReportId));

const findObligations = async (db: Db, where: SQL | undefined): Promise<ObligationFact[]> =>
  obligationFacts(
    await Promise.all([selectObligations(db, where), formsOfObligations(db, where), revisionsOfObligations(db, where)]),
  );

/** Whoever has an address, and when they write. */
type Writing = WriterAddress & { now: Date };

const isOpenOfWriter = (db: Db, given: Given<Writing>): SQL | undefined =>
  and(inArray(obligations.unitId, unitsOfWriter(db, given)), isOpenAt(given.now));

const ofWriter = {
  obligations: compiled((db, given: Given<Writing>) => selectObligations(db, isOpenOfWriter(db, given))),
  forms: compiled((db, given: Given<Writing>) => formsOfObligations(db, isOpenOfWriter(db, given))),
  revisions: compiled((db, given: Given<Writing>) => revisionsOfObligations(db, isOpenOfWriter(db, given))),
};

/** Obligations of the units for which whoever has an address answers, in rounds that are open at `now`; as `findOpenObligations`. */
export async function findObligationsOfWriter(db: Db, writer: WriterAddress, now: Date): Promise<ObligationFact[]> {
  const writing = { ...writer, now };
  return obligationFacts(
    await Promise.all([
      ofWriter.obligations(db, writing),
      ofWriter.forms(db, writing),
      ofWriter.revisions(db, writing),
    ]),
  );
}

function obligationFacts([rows, indicatorRows, revisionRows]: [
  Awaited<ReturnType<typeof selectObligations>>,
  IndicatorRow[],
  Awaited<ReturnType<typeof selectRevisions>>,
]): ObligationFact[] {
  const forms = formsIn(indicatorRows);
  const revisions = revisionsIn(revisionRows);
  return rows.map(({ dutyId, reportId, issuer: issuedBy, deadline, previous, targets, ...row }) => ({
    ...row,
    ...(targets && { targets: exactFigures(targets) }),
    ...(previous && { previous: exactFigures(previous) }),
    directive: { ...row.directive, issuer: issuedBy },
    quote: deadline.quote,
    ...periodIn(deadline, row.roundKey),
    indicators: forms.get(dutyId) ?? [],
    current: (reportId === null ? undefined : revisions.get(reportId)) ?? null,
  }));
}

const exactFigures = (texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, exactOf(text)]));

/** The indicators of duties in the order they are asked. */
export const findIndicators = async (db: Db, dutyIds: number[] | SQLWrapper): Promise<Map<number, Indicator[]>> =>
  formsIn(await selectIndicators(db, dutyIds));

const selectIndicators = (db: Db, dutyIds: number[] | SQLWrapper) =>
  db
    .select()
    .from(indicators)
    .where(and(inArray(indicators.dutyId, dutyIds), byKey))
    .orderBy(indicators.dutyId, indicators.position);

type IndicatorRow = typeof indicators.$inferSelect;

function formsIn(rows: IndicatorRow[]): Map<number, Indicator[]> {
  const forms = new Map<number, Indicator[]>();
  for (const { dutyId, position: _, ...indicator } of rows)
    forms.set(dutyId, [...(forms.get(dutyId) ?? []), indicator]);
  return forms;
}

const selectRevisions = (db: Db, reportIds: SQLWrapper) =>
  db
    .select({
      id: reports.id,
      number: reports.revision,
      at: reports.submittedAt,
      note: reports.note,
      saidNoNote: reports.saidNoNote,
      by: people.name,
      key: indicators.key,
      amount: reportValues.number,
      text: reportValues.text,
    })
    .from(reports)
    .innerJoin(people, eq(people.id, reports.personId))
    .innerJoin(reportValues, eq(reportValues.reportId, reports.id))
    .innerJoin(obligations, eq(obligations.id, reports.obligationId))
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    // An answer to what is asked no more is no answer to what is asked now.
    .innerJoin(indicators, and(eq(indicators.id, reportValues.indicatorId), eq(indicators.dutyId, rounds.dutyId)))
    .where(and(inArray(reports.id, reportIds), byKey))
    .orderBy(desc(reports.id));

function revisionsIn(rows: Awaited<ReturnType<typeof selectRevisions>>): Map<number, Revision> {
  const revisions = new Map<number, Revision>();
  for (const { id, key, amount, text, ...head } of rows) {
    const revision = revisions.get(id) ?? { ...head, values: {} };
    const value: Value = amount === null ? { type: 'text', value: text ?? '' } : { type: 'number', value: amount };
    revisions.set(id, { ...revision, values: { ...revision.values, [key]: value } });
  }
  return revisions;
}
