import type { TaskState } from '../../../core/progress/state.ts';
import { acknowledge } from '../../../db/directives/assignments.ts';
import { insertProgress, lockAskedTasks, type ProgressSource } from '../../../db/progress/progress.ts';
import type { Work } from '../../delivery/work.ts';
import { keepChange } from '../life/keep-change.ts';

/** `behalfReason`: why it is told for the unit. */
export type ToldProgress = {
  assignment: number;
  tasks: { task: number; value: TaskState }[];
  behalfReason?: string;
};

/**
 * Records how tasks stand at a unit, each change for good. Who tells it has received the tasks; staff who say it for a unit
 * acknowledge nothing in its name. Throws where the directive has ended or does not ask for one of the tasks: whoever said
 * it is then answered anew.
 */
export async function recordProgress(
  work: Work,
  source: ProgressSource,
  { assignment, tasks, behalfReason }: ToldProgress,
): Promise<void> {
  const { tx, now, record } = work;
  const asked = await lockAskedTasks(tx, assignment);
  if (asked?.state !== 'issued') throw new Error('the directive has ended');
  if (tasks.some(({ task }) => !asked.taskIds.includes(task))) throw new Error('the task is not asked for');
  record(...(await insertProgress(tx, assignment, tasks, { source, now })));
  if (!source.isOnBehalf) record(...(await acknowledge(tx, [assignment], source, now)));
  else if (behalfReason !== undefined) {
    const { directiveId, unitId: unit } = asked;
    const doer = { by: source.personId, inboxId: source.inboxId };
    const change = { type: 'progress-on-behalf', assignment, unit } as const;
    record(await keepChange(work, doer, { directiveId, change, reason: behalfReason }));
  }
}
