/** The tasks of one assignment whose progress is asked for, and how they stand. */
import type { AssignmentFact } from '../directives/assignment.ts';
import type { ProgressEvery } from '../directives/directive.ts';
import type { TaskState } from './state.ts';
import type { TaskDeadline } from './timing.ts';

/** How a task stands: the newest that was said of it. `isOnBehalf`: by somebody for the unit. `since`: from when it stands so. Instants are civil time. */
export type ToldState = { value: TaskState; by: string; isOnBehalf: boolean; at: Date; since: Date };

export type ProgressTask = {
  id: number;
  /** Its number in the list of the unit's tasks, from 1. */
  place: number;
  section: string;
  text: string;
  needsProof: boolean;
  every: ProgressEvery | null;
  deadline: TaskDeadline | null;
  /** Null where nothing was said yet. */
  told: ToldState | null;
};

/** `tasks` are those asked for, in the order of the document. */
export type ProgressForm = Pick<AssignmentFact, 'id' | 'directive' | 'unit'> & { tasks: ProgressTask[] };

/** The sections of a form in the order of the document. */
export const sectionsOf = ({ tasks }: Pick<ProgressForm, 'tasks'>): string[] => [
  ...new Set(tasks.map(({ section }) => section)),
];
