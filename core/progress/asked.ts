/** What a directive wants to know of its tasks. */
import { roundsOf } from '../directives/deadline.ts';
import type { DatedRule, DirectiveDraft, ProgressEvery } from '../directives/directive.ts';
import type { TaskDeadline } from './timing.ts';

/** What is asked of one task. `every`: how often its progress is to be told anew while it is not done; null: once is enough. */
export type TaskAsked = {
  asksProgress: boolean;
  needsProof: boolean;
  progressEvery: ProgressEvery | null;
  deadline: DatedRule | null;
  due: Date | null;
  overdueFrom: Date | null;
};

/** The deadline of a task is its own, else that of its section; without either it has none. */
export function askedOf(
  { progress = [] }: Pick<DirectiveDraft, 'progress'>,
  task: Pick<DirectiveDraft['tasks'][number], 'section' | 'deadline'>,
): TaskAsked {
  const asked = progress.find(({ section }) => section === task.section);
  const deadline = task.deadline ?? asked?.deadline ?? null;
  const times = deadline && deadlineTimes(deadline);
  return {
    asksProgress: asked !== undefined,
    needsProof: asked?.proof === true,
    progressEvery: asked?.every ?? null,
    deadline,
    due: times?.due ?? null,
    overdueFrom: times?.overdueFrom ?? null,
  };
}

function deadlineTimes(rule: DatedRule): TaskDeadline | undefined {
  const [first] = roundsOf(rule);
  return first && { due: first.due, overdueFrom: first.overdueFrom };
}
