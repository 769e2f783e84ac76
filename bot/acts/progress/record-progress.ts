import type { TaskState } from '../../../core/progress/state.ts';
import { acknowledge } from '../../../db/directives/assignments.ts';
import { insertProgress, lockAskedTasks, type ProgressSource } from '../../../db/progress/progress.ts';
import type { Work } from '../../delivery/work.ts';

export type ToldProgress = { assignment: number; tasks: { task: number; value: TaskState }[] };

/**
 * Records how tasks stand at a unit, each change for good. Who tells it has received the tasks; staff who say it for a unit
 * acknowledge nothing in its name. Throws where the directive has ended or does not ask for one of the tasks: whoever said
 * it is then answered anew.
 */
export async function recordProgress(
  { tx, now, record }: Work,
  source: ProgressSource,
  { assignment, tasks }: ToldProgress,
): Promise<void> {
  const asked = await lockAskedTasks(tx, assignment);
  if (asked?.state !== 'issued') throw new Error('the directive has ended');
  if (tasks.some(({ task }) => !asked.taskIds.includes(task))) throw new Error('the task is not asked for');
  record(...(await insertProgress(tx, assignment, tasks, { source, now })));
  if (!source.isOnBehalf) record(...(await acknowledge(tx, [assignment], source, now)));
}
