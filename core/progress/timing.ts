/** Whether a task is early, on time or late. Instants are civil time. */
import { civilDate } from '../time/calendar.ts';
import type { SectionState } from './state.ts';

/** The instants of a task's deadline. Nobody is called late before `overdueFrom`. */
export type TaskDeadline = { due: Date; overdueFrom: Date };

/** Trước hạn · đúng hạn · quá hạn · còn hạn. */
export type Timing = 'early' | 'on-time' | 'late' | 'running';

/**
 * Done before the day on which it is due is early; done later, but before it is overdue, is on time. What is not done is late
 * from the instant at which it is overdue. Null without a deadline, and for what is not the unit's task. `since`: when it
 * came to stand as it does.
 */
export function timingOf(
  { state, since }: { state: SectionState; since: Date | null },
  deadline: TaskDeadline | null,
  now: Date,
): Timing | null {
  if (deadline === null || state === 'na') return null;
  if (state !== 'done') return now >= deadline.overdueFrom ? 'late' : 'running';
  const at = since ?? now;
  if (at >= deadline.overdueFrom) return 'late';
  return civilDate(at) < civilDate(deadline.due) ? 'early' : 'on-time';
}
