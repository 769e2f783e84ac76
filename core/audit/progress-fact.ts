/** What a unit says of its tasks, as the audit chain records it. */
import type { ProgressState } from '../progress/state.ts';

export type ProgressFact = {
  kind: 'task-progress';
  id: number;
  assignment: number;
  task: number;
  state: ProgressState;
  percent: string | null;
  paper: string | null;
  reason: string | null;
  person: number;
  isOnBehalf: boolean;
  /** Null where it was not said by a message. */
  inbox: number | null;
  at: Date;
  since: Date;
};
