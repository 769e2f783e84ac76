/**
 * Reads the facts that the audit chain records back from their tables, each beside its newest record. `audit verify`
 * needs them, and a chain that begins over a database with a past. Every batch is one statement, and so one state of
 * the database.
 */
import { sql } from 'drizzle-orm';
import type { FactKind } from '../../core/audit/fact.ts';
import type { Db } from '../database.ts';
import { rowsOf } from '../engine/rows.ts';
import { compiledSql } from '../engine/statements/compiled.ts';
import { approvalTable } from './approvals.ts';
import { changeTable, extensionRequestTable } from './changes.ts';
import { commandRunTable } from './command-runs.ts';
import { acknowledgementTable, directiveTable } from './directives.ts';
import type { FactTable, StoredFact } from './fact-table.ts';
import { claimTable, erasureTable, revokedLinksTable, revokedLinkTable, roleTable } from './people.ts';
import { taskProgressTable } from './progress.ts';
import { promiseTable } from './promises.ts';
import { reportTable } from './reports.ts';
import { requestTable } from './requests.ts';
import { scanTable, signedPaperTable } from './signed.ts';

const factTables: Record<FactKind, FactTable> = {
  directive: directiveTable,
  'directive-change': changeTable,
  'extension-request': extensionRequestTable,
  approval: approvalTable,
  promise: promiseTable,
  request: requestTable,
  acknowledgement: acknowledgementTable,
  'task-progress': taskProgressTable,
  report: reportTable,
  'signed-paper': signedPaperTable,
  scan: scanTable,
  role: roleTable,
  claim: claimTable,
  erasure: erasureTable,
  'revoked-link': revokedLinkTable,
  'revoked-links': revokedLinksTable,
  'command-run': commandRunTable,
};

/** Every kind of fact, in the order in which a chain takes over what was there before it. */
export const factKinds = Object.keys(factTables) as FactKind[];

/** At most `limit` rows of a kind behind the one with the subject `after` ('' for the first), in a steady order. */
export const readFacts = (db: Db, kind: FactKind, after: string, limit: number): Promise<StoredFact[]> =>
  factTables[kind].read(db, after, limit);

/**
 * Kinds of which there is a row, and kinds of which there is a record, moved ones among them. Most offices have no use for most
 * kinds, so nobody has to look for each.
 */
export async function findKinds(db: Db): Promise<{ held: FactKind[]; recorded: FactKind[] }> {
  const found = rowsOf<{ kind: FactKind; isHeld: boolean; isRecorded: boolean }>(await kindsInUse(db, {}));
  return {
    held: found.filter(({ isHeld }) => isHeld).map(({ kind }) => kind),
    recorded: found.filter(({ isRecorded }) => isRecorded).map(({ kind }) => kind),
  };
}

const kindsInUse = compiledSql(() =>
  sql.join(
    factKinds.map(
      (kind) => sql`
        select ${kind} as kind, exists (select 1 from ${factTables[kind].rows}) as "isHeld",
          exists (select 1 from audit_records where kind = ${kind})
            or exists (select 1 from audit_archived where kind = ${kind}) as "isRecorded"`,
    ),
    sql` union all `,
  ),
);

/** Records of a kind whose row is gone, moved ones among them: the subject, and the number of its newest record. */
export async function findOrphans(db: Db, kind: FactKind, limit: number): Promise<{ subject: string; seq: number }[]> {
  const { rows, subject } = factTables[kind];
  const found = await db.execute(sql`
    select recorded.subject, max(recorded.seq)::float8 as seq
    from (select subject, seq from audit_records where kind = ${kind}
      union all select subject, seq from audit_archived where kind = ${kind}) recorded
    where not exists (select 1 from ${rows} where ${subject} = recorded.subject)
    group by recorded.subject order by max(recorded.seq) limit ${limit}`);
  return rowsOf<{ subject: string; seq: number }>(found);
}
