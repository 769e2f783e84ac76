/** Reports, as the audit chain records them, and the debts that follow from them. */
import { asc, eq, gt, sql } from 'drizzle-orm';
import type { RecordedValue } from '../../core/audit/fact.ts';
import { exactOf } from '../../core/reports/exact.ts';
import type { Db } from '../database.ts';
import { compiled, type Given } from '../engine/statements/compiled.ts';
import { obligations, reports } from '../schema/tables.ts';
import { type FactTable, idAfter, newestOf, stored } from './fact-table.ts';
import { packed } from './packed.ts';

const reportFields = {
  id: reports.id,
  obligation: reports.obligationId,
  unit: obligations.unitId,
  round: obligations.roundId,
  revision: reports.revision,
  person: reports.personId,
  isOnBehalf: reports.isOnBehalf,
  inbox: reports.inboxId,
  at: reports.submittedAt,
  note: reports.note,
  saidNoNote: reports.saidNoNote,
  values: sql<(Omit<RecordedValue, 'number'> & { number: string | null })[]>`coalesce((
    select json_agg(json_build_object(
      'indicator', v.indicator_id, 'kind', v.kind, 'number', v.number::text, 'text', v.text) order by v.indicator_id)
    from report_values v where v.report_id = reports.id), '[]')`,
};

const subject = sql`reports.id::text`;

const pageOfReports = compiled((db, { after, limit }: Given<{ after: number; limit: number }>) =>
  db
    .select({ row: packed(reportFields), newest: newestOf('report', subject) })
    .from(reports)
    .innerJoin(obligations, eq(obligations.id, reports.obligationId))
    .where(gt(reports.id, after))
    .orderBy(asc(reports.id))
    .limit(limit),
);

export const reportTable: FactTable = {
  rows: sql`reports`,
  subject,
  async read(db, after, limit) {
    const rows = await pageOfReports(db, { after: idAfter(after), limit });
    return rows.map(({ newest, row: { saidNoNote, values, ...row } }) => {
      const read = values.map((value) => ({ ...value, number: value.number === null ? null : exactOf(value.number) }));
      return stored({ kind: 'report', ...row, values: read, ...(saidNoNote && { saidNoNote }) }, newest);
    });
  },
};

/**
 * Finds debts that contradict their reports. A debt names the newest revision that was not sent back, and the instant of the first
 * that answers all that is asked. It is reported when the newest does, else excused where the newest change about it says so. That a
 * revision was sent back, or that more is asked, a change of that instant says. Totals follow these columns, so a false one
 * falsifies figures.
 */
export async function findFalseDebts(db: Db, limit: number): Promise<number[]> {
  const rows = await db
    .select({ id: obligations.id })
    .from(obligations)
    .where(
      sql`obligations.state <> (case
          when (select r.reopened_at is null from reports r
            where r.obligation_id = obligations.id and r.returned_at is null order by r.revision desc limit 1) then 'reported'
          when (select c.change ->> 'type' = 'excused' or c.change -> 'dropped' @> to_jsonb(obligations.id)
            from directive_changes c
            where (c.change ->> 'type' in ('excused', 'owed-again') and c.change -> 'debts' @> to_jsonb(obligations.id))
              or (c.change ->> 'type' = 'amended'
                and (c.change -> 'dropped' @> to_jsonb(obligations.id) or c.change -> 'owedAgain' @> to_jsonb(obligations.id)))
            order by c.id desc limit 1) then 'excused'
          else 'owed' end)
        or obligations.current_report_id is distinct from (
          select r.id from reports r
          where r.obligation_id = obligations.id and r.returned_at is null order by r.revision desc limit 1)
        or obligations.first_reported_at is distinct from (
          select r.submitted_at from reports r
          where r.obligation_id = obligations.id and r.returned_at is null and r.reopened_at is null
          order by r.revision limit 1)
        or exists (select 1 from reports r where r.obligation_id = obligations.id
          and ((r.returned_at is not null and not exists (select 1 from directive_changes c where c.at = r.returned_at
              and ((c.change ->> 'type' = 'returned' and c.change -> 'debts' @> to_jsonb(obligations.id))
                or (c.change ->> 'type' = 'amended' and c.change -> 'dropped' @> to_jsonb(obligations.id)))))
            or (r.reopened_at is not null and not exists (select 1 from directive_changes c where c.at = r.reopened_at
              and c.change ->> 'type' = 'amended' and c.change -> 'reopened' @> to_jsonb(obligations.id)))))`,
    )
    .orderBy(asc(obligations.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
