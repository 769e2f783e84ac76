import { acknowledge } from '../../db/directives/assignments.ts';
import type { Work } from '../delivery/work.ts';
import { inboxOf, type PersonalCause } from './cause.ts';

/** Acknowledges assignments; of those that were acknowledged before, the first time stays. */
export async function acknowledgeAssignments(
  { tx, now, record }: Work,
  cause: PersonalCause,
  ids: number[],
): Promise<void> {
  record(...(await acknowledge(tx, ids, { personId: cause.by, inboxId: inboxOf(cause) }, now)));
}
