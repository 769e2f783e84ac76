/** Directives and who acknowledged them, as the audit chain records them. */
import { asc, eq, gt, type SQL, sql } from 'drizzle-orm';
import type { AssignedAlike } from '../../core/audit/assigned.ts';
import type { AuditFact } from '../../core/audit/fact.ts';
import type { Db } from '../database.ts';
import { assignments, directives } from '../schema/tables.ts';
import { type FactTable, idAfter, newestOf, stored } from './fact-table.ts';
import { packed } from './packed.ts';

type DirectiveFact = Extract<AuditFact, { kind: 'directive' }>;

const count = (rows: SQL) => sql<number>`(select count(*)::int from ${rows})`;
const list = (fields: SQL, rows: SQL) =>
  sql<object[]>`(select coalesce(jsonb_agg(jsonb_build_object(${fields})), '[]') from ${rows})`;
const milliseconds = (instant: SQL) => sql`(extract(epoch from ${instant}) * 1000)::bigint`;
/** The units of a round; one below another that consolidates has that one behind its id, and a deadline of its own behind it. */
const owing = sql`select string_agg(o.unit_id::text || coalesce('>' || o.consolidator_id, '') || coalesce('@' || (extract(epoch from o.due) * 1000)::bigint
  || '-' || (extract(epoch from o.overdue_from) * 1000)::bigint, ''), ',' order by o.unit_id)
  from obligations o where o.round_id = r.id`;

/** What a task asks of its progress, and its deadline; nothing where it has neither. */
const asked = sql`(case when t.asks_progress then jsonb_build_object('proof', t.needs_proof, 'every', t.progress_every)
  else '{}' end || case when t.due is null then '{}' else jsonb_build_object('due', ${milliseconds(sql`t.due`)},
  'overdueFrom', ${milliseconds(sql`t.overdue_from`)}) end)`;

const directiveFields = {
  id: directives.id,
  number: directives.number,
  issuedAt: directives.issuedAt,
  draft: directives.draft,
  ended: sql<
    'closed' | 'recalled' | null
  >`case when ${directives.state} in ('closed', 'recalled') then ${directives.state} end`,
  tasks: sql<object[]>`(select coalesce(jsonb_agg(
    jsonb_build_object('id', t.id, 'section', t.section, 'text', t.text) || ${asked}), '[]')
    from tasks t where t.directive_id = directives.id)`,
  indicators: list(
    sql`'id', i.id, 'duty', i.duty_id, 'key', i.key, 'label', i.label, 'kind', i.kind, 'of', i.is_denominator`,
    sql`indicators i join duties d on d.id = i.duty_id where d.directive_id = directives.id`,
  ),
  rounds: list(
    sql`'id', r.id, 'duty', r.duty_id, 'key', r.key, 'due', ${milliseconds(sql`r.due`)},
      'overdueFrom', ${milliseconds(sql`r.overdue_from`)}, 'units', (${owing})`,
    sql`rounds r join duties d on d.id = r.duty_id where d.directive_id = directives.id`,
  ),
  assigned: sql<
    AssignedAlike[]
  >`(select coalesce(jsonb_agg(jsonb_build_object('tasks', alike.task_ids, 'units', alike.units)), '[]')
    from (select a.task_ids, string_agg(a.unit_id::text, ',' order by (a.unit_id || '}') collate "C") as units
      from assignments a where a.directive_id = directives.id group by a.task_ids) alike)`,
  units: count(sql`assignments a where a.directive_id = directives.id`),
  debts: count(sql`obligations o join rounds r on r.id = o.round_id join duties d on d.id = r.duty_id
    where d.directive_id = directives.id`),
};

/** What goes on says nothing of its end. */
const factOf = ({
  ended,
  ...row
}: Omit<DirectiveFact, 'kind' | 'ended'> & { ended: 'closed' | 'recalled' | null }): DirectiveFact => ({
  kind: 'directive',
  ...row,
  ...(ended !== null && { ended }),
});

/** A directive as it is recorded once it is issued, and whenever its tasks, deadlines or units change afterwards. */
export async function readDirectiveFact(db: Db, id: number): Promise<DirectiveFact> {
  const [row] = await db.select(directiveFields).from(directives).where(eq(directives.id, id));
  if (!row) throw new Error(`directive ${id} is gone`);
  return factOf(row);
}

export const directiveTable: FactTable = {
  rows: sql`directives`,
  subject: sql`directives.id::text`,
  async read(db, after, limit) {
    const rows = await db
      .select({ ...directiveFields, newest: newestOf('directive', directiveTable.subject) })
      .from(directives)
      .where(gt(directives.id, idAfter(after)))
      .orderBy(asc(directives.id))
      .limit(limit);
    return rows.map(({ newest, ...row }) => stored(factOf(row), newest, row.issuedAt !== null));
  },
};

/** What is recorded of an acknowledgement. */
export const recordedAcknowledgement = {
  id: assignments.id,
  directive: assignments.directiveId,
  unit: assignments.unitId,
  person: assignments.acknowledgedBy,
  inbox: assignments.acknowledgedIn,
  at: assignments.acknowledgedAt,
};

export const acknowledgementTable: FactTable = {
  rows: sql`assignments`,
  subject: sql`assignments.id::text`,
  async read(db, after, limit) {
    const rows = await db
      .select({
        row: packed(recordedAcknowledgement),
        newest: newestOf('acknowledgement', acknowledgementTable.subject),
      })
      .from(assignments)
      .where(gt(assignments.id, idAfter(after)))
      .orderBy(asc(assignments.id))
      .limit(limit);
    return rows.map(({ newest, row }) => stored({ kind: 'acknowledgement', ...row }, newest, row.at !== null));
  },
};
