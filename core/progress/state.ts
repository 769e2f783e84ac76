/** How a task stands at a unit, as the unit says. */

export const progressStates = ['none', 'doing', 'done', 'blocked', 'na'] as const;
/** Chưa thực hiện · đang thực hiện · đã xong · vướng mắc · không thuộc đơn vị. That nothing was said is none of them. */
export type ProgressState = (typeof progressStates)[number];

/** What a unit said of a task. Of the fields behind `state` those hold null that do not belong to it. */
export type TaskState =
  | { state: 'none' }
  /** `percent`: a plain decimal between 0 and 100 ("62.5"), where one was said. */
  | { state: 'doing'; percent: string | null }
  /** `paper`: the number of the document that proves it, or the mark of a file that was sent (core/reports/file-answer.ts). */
  | { state: 'done'; paper: string | null }
  /** What it is blocked by, in the unit's words. */
  | { state: 'blocked'; reason: string }
  /** Why it is not the unit's. */
  | { state: 'na'; reason: string };

/** How a section stands at a unit; `unsaid`: nothing was said of it yet. */
export type SectionState = ProgressState | 'unsaid';

/**
 * How a section stands that has these tasks. What blocks one task blocks it. It is done when each task is, but for those
 * that are not the unit's. It is under way when one task is under way or done.
 */
export function sectionStateOf(tasks: readonly SectionState[]): SectionState {
  const own = tasks.filter((state) => state !== 'na');
  if (tasks.length > 0 && own.length === 0) return 'na';
  if (own.includes('blocked')) return 'blocked';
  if (own.length > 0 && own.every((state) => state === 'done')) return 'done';
  if (own.includes('doing') || own.includes('done')) return 'doing';
  return own.includes('none') ? 'none' : 'unsaid';
}
