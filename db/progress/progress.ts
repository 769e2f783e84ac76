/** How tasks stand at units: what is asked, what was said, and what is said anew. */
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { AuditFact } from '../../core/audit/fact.ts';
import type { AssignmentFact, DirectiveState } from '../../core/directives/assignment.ts';
import type { ProgressForm, ProgressTask, ToldState } from '../../core/progress/form.ts';
import type { ProgressState, TaskState } from '../../core/progress/state.ts';
import { recordedProgress } from '../audit/progress.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { assignments, directives, people, taskProgress, tasks } from '../schema/tables.ts';

type Kept = { state: ProgressState; percent: string | null; paper: string | null; reason: string | null };

const stateOf = ({ state, percent, paper, reason }: Kept): TaskState => {
  switch (state) {
    case 'none':
      return { state };
    case 'doing':
      return { state, percent };
    case 'done':
      return { state, paper };
    default:
      return { state, reason: reason ?? '' };
  }
};

const keptOf = (said: TaskState): Kept => ({
  state: said.state,
  percent: said.state === 'doing' ? said.percent : null,
  paper: said.state === 'done' ? said.paper : null,
  reason: said.state === 'blocked' || said.state === 'na' ? said.reason : null,
});

/** The newest row of each task of an assignment. */
const newest = (db: Db, assignmentIds: number[]) =>
  db
    .selectDistinctOn([taskProgress.assignmentId, taskProgress.taskId], {
      assignmentId: taskProgress.assignmentId,
      taskId: taskProgress.taskId,
      state: taskProgress.state,
      percent: taskProgress.percent,
      paper: taskProgress.paper,
      reason: taskProgress.reason,
      by: people.name,
      isOnBehalf: taskProgress.isOnBehalf,
      at: taskProgress.at,
      since: taskProgress.since,
    })
    .from(taskProgress)
    .innerJoin(people, eq(people.id, taskProgress.personId))
    .where(inArray(taskProgress.assignmentId, assignmentIds))
    .orderBy(taskProgress.assignmentId, taskProgress.taskId, desc(taskProgress.id));

/** The forms of assignments: those of which nothing is asked are left out. Two statements in one breath. */
export async function readProgressForms(
  db: Db,
  of: Pick<AssignmentFact, 'id' | 'directive' | 'unit'>[],
): Promise<ProgressForm[]> {
  const ids = of.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [rows, told] = await Promise.all([
    db
      .select({ assignment: assignments.id, task: tasks })
      .from(assignments)
      .innerJoin(
        tasks,
        and(eq(tasks.directiveId, assignments.directiveId), sql`${tasks.id} = any(${assignments.taskIds})`),
      )
      .where(inArray(assignments.id, ids))
      .orderBy(asc(tasks.position)),
    newest(db, ids),
  ]);
  const states = new Map<string, ToldState>(
    told.map(({ assignmentId, taskId, by, isOnBehalf, at, since, ...kept }) => [
      `${assignmentId} ${taskId}`,
      { value: stateOf(kept), by, isOnBehalf, at, since },
    ]),
  );
  return of.flatMap(({ id, directive, unit }) => {
    const all = rows.filter(({ assignment }) => assignment === id);
    const asked = all.flatMap(({ task }, index): ProgressTask[] =>
      task.asksProgress
        ? [
            {
              id: task.id,
              place: index + 1,
              section: task.section,
              text: task.text,
              needsProof: task.needsProof,
              every: task.progressEvery,
              deadline: task.due && task.overdueFrom && { due: task.due, overdueFrom: task.overdueFrom },
              told: states.get(`${id} ${task.id}`) ?? null,
            },
          ]
        : [],
    );
    return asked.length > 0 ? [{ id, directive, unit, tasks: asked }] : [];
  });
}

/** Locks an assignment for the rest of the transaction, and tells how its directive stands and what is asked of it. */
export async function lockAskedTasks(
  db: Db,
  assignmentId: number,
): Promise<{ directiveId: number; unitId: number; state: DirectiveState; taskIds: number[] } | undefined> {
  const [row] = await db
    .select({
      directiveId: assignments.directiveId,
      unitId: assignments.unitId,
      taskIds: assignments.taskIds,
      state: directives.state,
    })
    .from(assignments)
    .innerJoin(directives, eq(directives.id, assignments.directiveId))
    .where(eq(assignments.id, assignmentId))
    .for('update', { of: assignments });
  if (!row) return undefined;
  const asked = await db
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.directiveId, row.directiveId), eq(tasks.asksProgress, true), inArray(tasks.id, row.taskIds)));
  return { ...row, taskIds: asked.map(({ id }) => id) };
}

/** Who said it, and by which message. */
export type ProgressSource = { personId: number; isOnBehalf: boolean; inboxId: number | null };

/**
 * Adds what was said of tasks as new rows; none is overwritten. Call with the assignment locked. Returns what is to be
 * recorded.
 */
export async function insertProgress(
  db: Db,
  assignmentId: number,
  said: readonly { task: number; value: TaskState }[],
  { source, now }: { source: ProgressSource; now: Date },
): Promise<AuditFact[]> {
  if (said.length === 0) return [];
  const before = new Map((await newest(db, [assignmentId])).map((row) => [row.taskId, row]));
  const rows = said.map(({ task: taskId, value }) => {
    const earlier = before.get(taskId);
    const since = earlier?.state === value.state ? earlier.since : now;
    return { assignmentId, taskId, ...keptOf(value), ...source, at: now, since };
  });
  const inserted = await db.insert(taskProgress).values(rows).returning(recordedProgress);
  return inserted.map((row) => ({ kind: 'task-progress', ...row }));
}
