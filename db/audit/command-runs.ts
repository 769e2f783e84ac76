/** Commands of the command line that put something on record, and who ran them. */
import { asc, gt, sql } from 'drizzle-orm';
import type { AuditFact } from '../../core/audit/fact.ts';
import type { Db } from '../database.ts';
import { commandRuns } from '../schema/tables.ts';
import { type FactTable, idAfter, newestOf, stored } from './fact-table.ts';

type CommandRun = Extract<AuditFact, { kind: 'command-run' }>;

const recorded = {
  id: commandRuns.id,
  at: commandRuns.at,
  command: commandRuns.command,
  operator: commandRuns.operator,
  facts: commandRuns.facts,
};

/** Notes that a command was run; returns what is to be recorded, before the facts that it brought about. */
export async function insertCommandRun(db: Db, run: Omit<CommandRun, 'kind' | 'id'>): Promise<CommandRun> {
  const [row] = await db.insert(commandRuns).values(run).returning(recorded);
  if (!row) throw new Error('an insert returned no row');
  return { kind: 'command-run', ...row };
}

export const commandRunTable: FactTable = {
  rows: sql`command_runs`,
  subject: sql`command_runs.id::text`,
  async read(db, after, limit) {
    const rows = await db
      .select({ ...recorded, newest: newestOf('command-run', commandRunTable.subject) })
      .from(commandRuns)
      .where(gt(commandRuns.id, idAfter(after)))
      .orderBy(asc(commandRuns.id))
      .limit(limit);
    return rows.map(({ newest, ...row }) => stored({ kind: 'command-run', ...row }, newest));
  },
};
