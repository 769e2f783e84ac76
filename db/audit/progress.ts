/** What units said of their tasks, as the audit chain records it. */
import { asc, gt, sql } from 'drizzle-orm';
import { taskProgress } from '../schema/tables.ts';
import { type FactTable, idAfter, newestOf, stored } from './fact-table.ts';
import { packed } from './packed.ts';

/** What is recorded of a change. */
export const recordedProgress = {
  id: taskProgress.id,
  assignment: taskProgress.assignmentId,
  task: taskProgress.taskId,
  state: taskProgress.state,
  percent: taskProgress.percent,
  paper: taskProgress.paper,
  reason: taskProgress.reason,
  person: taskProgress.personId,
  isOnBehalf: taskProgress.isOnBehalf,
  inbox: taskProgress.inboxId,
  at: taskProgress.at,
  since: taskProgress.since,
};

export const taskProgressTable: FactTable = {
  rows: sql`task_progress`,
  subject: sql`task_progress.id::text`,
  async read(db, after, limit) {
    const rows = await db
      .select({ row: packed(recordedProgress), newest: newestOf('task-progress', taskProgressTable.subject) })
      .from(taskProgress)
      .where(gt(taskProgress.id, idAfter(after)))
      .orderBy(asc(taskProgress.id))
      .limit(limit);
    return rows.map(({ newest, row }) => stored({ kind: 'task-progress', ...row }, newest));
  },
};
