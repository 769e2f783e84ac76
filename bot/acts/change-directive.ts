/** What is done to a directive once its draft is there: decided in core, written here, told and recorded. */
import { type ChangeOrder, type ChangeRefusal, planChange } from '../../core/directives/life/change.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { readDirectiveFact } from '../../db/audit/directives.ts';
import { lockOfOffice, numberDirectiveRow } from '../../db/directives/issuing.ts';
import type { Work } from '../delivery/work.ts';
import { readStanding } from '../facts/directives/standing.ts';
import { type Cause, inboxOf } from './cause.ts';
import { type Doer, keepChange } from './life/keep-change.ts';

/** Who does it, as it is kept. */
export const doerOf = (cause: Cause): Doer => ({ by: cause.by, inboxId: inboxOf(cause) });

/** How many platform requests were written. `isNew` false: it stood so already, and nothing was done. */
export type ChangedDirective = { isNew: boolean; messages: number };

/** Does what was ordered to a directive, once. Fails where something stands in the way, or there is no such directive. */
export async function changeDirective(
  work: Work,
  cause: Cause,
  id: number,
  order: ChangeOrder,
): Promise<Result<ChangedDirective, ChangeRefusal | { why: 'unknown' }>> {
  const { tx, record } = work;
  await lockOfOffice(tx, id);
  const standing = await readStanding(work, id);
  if (!standing) return fail({ why: 'unknown' });
  const plan = planChange(standing, order, work.now);
  if ('why' in plan) return plan.why === 'done-already' ? ok({ isNew: false, messages: 0 }) : fail(plan);
  await numberDirectiveRow(tx, id, order);
  record(await keepChange(work, doerOf(cause), { directiveId: id, change: plan, reason: order.reason }));
  if (standing.state !== 'draft') record(await readDirectiveFact(tx, id));
  return ok({ isNew: true, messages: 0 });
}
