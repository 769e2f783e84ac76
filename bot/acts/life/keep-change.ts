import type { AuditFact } from '../../../core/audit/fact.ts';
import { type DoneChange, insertChange } from '../../../db/directives/changes.ts';
import type { Work } from '../../delivery/work.ts';

/** Who does something to a directive, and by which message. */
export type Doer = Pick<DoneChange, 'by' | 'inboxId'>;

/** Keeps what was done to a directive, by whom and why. Returns what is to be recorded. */
export const keepChange = (
  { tx, now }: Work,
  doer: Doer,
  done: Pick<DoneChange, 'directiveId' | 'change' | 'reason'>,
): Promise<Extract<AuditFact, { kind: 'directive-change' }>> => insertChange(tx, { ...done, ...doer }, now);
