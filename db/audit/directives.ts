/** Directives and who acknowledged them, as the audit chain records them. */
import { asc, gt, type SQL, sql } from 'drizzle-orm';
import type { RecordedRound } from '../../core/audit.ts';
import { assignments, directives } from '../schema.ts';
import { type FactTable, idAfter, newestOf, stored } from './fact-table.ts';

type RecordedTask = { id: number; section: string; text: string };

const count = (rows: SQL) => sql<number>`(select count(*)::int from ${rows})`;
const list = <T>(fields: SQL, rows: SQL) =>
  sql<T[]>`(select coalesce(jsonb_agg(jsonb_build_object(${fields})), '[]') from ${rows})`;
const milliseconds = (instant: SQL) => sql`(extract(epoch from ${instant}) * 1000)::bigint`;

export const directiveTable: FactTable = {
  rows: sql`directives`,
  subject: sql`directives.id::text`,
  async read(db, after, limit) {
    const rows = await db
      .select({
        id: directives.id,
        number: directives.number,
        issuedAt: directives.issuedAt,
        draft: directives.draft,
        tasks: list<RecordedTask>(
          sql`'id', t.id, 'section', t.section, 'text', t.text`,
          sql`tasks t where t.directive_id = directives.id`,
        ),
        rounds: list<RecordedRound>(
          sql`'duty', r.duty_id, 'key', r.key, 'due', ${milliseconds(sql`r.due`)}, 'overdueFrom', ${milliseconds(sql`r.overdue_from`)}`,
          sql`rounds r join duties d on d.id = r.duty_id where d.directive_id = directives.id`,
        ),
        units: count(sql`assignments a where a.directive_id = directives.id`),
        debts: count(sql`obligations o join rounds r on r.id = o.round_id join duties d on d.id = r.duty_id
          where d.directive_id = directives.id`),
        newest: newestOf('directive', directiveTable.subject),
      })
      .from(directives)
      .where(gt(directives.id, idAfter(after)))
      .orderBy(asc(directives.id))
      .limit(limit);
    return rows.map(({ newest, ...row }) => stored({ kind: 'directive', ...row }, newest, row.issuedAt !== null));
  },
};

export const acknowledgementTable: FactTable = {
  rows: sql`assignments`,
  subject: sql`assignments.id::text`,
  async read(db, after, limit) {
    const rows = await db
      .select({
        id: assignments.id,
        person: assignments.acknowledgedBy,
        inbox: assignments.acknowledgedIn,
        at: assignments.acknowledgedAt,
        newest: newestOf('acknowledgement', acknowledgementTable.subject),
      })
      .from(assignments)
      .where(gt(assignments.id, idAfter(after)))
      .orderBy(asc(assignments.id))
      .limit(limit);
    return rows.map(({ newest, ...row }) => stored({ kind: 'acknowledgement', ...row }, newest, row.at !== null));
  },
};
