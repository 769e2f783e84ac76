/** What is done to a directive once its draft is there: decided in core, written here, told and recorded. */
import {
  type ChangeOrder,
  type ChangePlan,
  type ChangeRefusal,
  planChange,
} from '../../core/directives/life/change.ts';
import { type DirectiveStanding, unitsOf } from '../../core/directives/life/standing.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { readDirectiveFact } from '../../db/audit/directives.ts';
import { readPartOf } from '../../db/consolidation/parts.ts';
import { lockOfOffice, numberDirectiveRow } from '../../db/directives/issuing.ts';
import type { Work } from '../delivery/work.ts';
import { type DebtsMeant, readStanding } from '../facts/directives/standing.ts';
import { type Cause, inboxOf } from './cause.ts';
import { chaseDebts } from './life/chase.ts';
import { tellSubmission } from './life/consolidate.ts';
import { endDirective } from './life/end.ts';
import { excuseDebts } from './life/excuse.ts';
import { extendDebts } from './life/extend.ts';
import { type Doer, keepChange } from './life/keep-change.ts';
import { returnReports } from './life/return.ts';

/** Who does it, as it is kept. */
export const doerOf = (cause: Cause): Doer => ({ by: cause.by, inboxId: inboxOf(cause) });

/**
 * The codes of the units concerned, and how many platform requests were written. `isNew` false: it stood so already, and nothing
 * was done.
 */
export type ChangedDirective = { isNew: boolean; units: string[]; messages: number };

/** Does what was ordered to a directive, once. Fails where something stands in the way, or there is no such directive. */
export async function changeDirective(
  work: Work,
  cause: Cause,
  id: number,
  order: ChangeOrder,
): Promise<Result<ChangedDirective, ChangeRefusal | { why: 'unknown' }>> {
  const { tx, record } = work;
  await lockOfOffice(tx, id);
  const standing = await standingFor(work, id, order);
  if (!standing) return fail({ why: 'unknown' });
  const plan = planChange(standing, order, work.now);
  if ('why' in plan) return isDone(plan) ? ok({ isNew: false, units: [], messages: 0 }) : fail(plan);
  const kept = await keepChange(work, doerOf(cause), { directiveId: id, change: plan, reason: order.reason });
  record(kept);
  const messages = await apply(work, doerOf(cause), standing, { plan, change: kept.id, reason: order.reason });
  if (standing.state !== 'draft') record(await readDirectiveFact(tx, id));
  const changed = new Set('units' in plan ? plan.units : []);
  const codes = unitsOf(standing).flatMap(({ id: unit, code }) => (changed.has(unit) ? [code] : []));
  return ok({ isNew: true, units: codes, messages });
}

/** How the directive stands, with the part that goes up where one does. */
async function standingFor(work: Work, id: number, order: ChangeOrder): Promise<DirectiveStanding | undefined> {
  const standing = await readStanding(work, id, debtsMeant(order));
  if (!standing || order.act !== 'consolidate' || !standing.rounds.some((round) => round.id === order.round))
    return standing;
  const part = await readPartOf(work.tx, order);
  return part ? { ...standing, part } : standing;
}

/** The debts that an order is about. */
function debtsMeant(order: ChangeOrder): DebtsMeant {
  if ('units' in order) return order.units === null ? 'all' : { units: order.units };
  return order.act === 'consolidate' ? { units: [order.unit] } : 'none';
}

/** Nothing is to be done any more: to order it again is no mistake. */
const isDone = ({ why }: ChangeRefusal): boolean => why === 'done-already' || why === 'not-later';

type Applied = { plan: ChangePlan; change: number; reason: string | null };

async function apply(work: Work, doer: Doer, standing: DirectiveStanding, applied: Applied): Promise<number> {
  const { plan, change, reason } = applied;
  switch (plan.type) {
    case 'numbered':
      await numberDirectiveRow(work.tx, standing.id, { number: plan.number, date: plan.date });
      return 0;
    case 'extended':
      return extendDebts(work, doer, standing, { change, plan, reason: reason ?? '' });
    case 'excused':
    case 'owed-again':
      return excuseDebts(work, standing, { change, plan, reason: reason ?? '' });
    case 'chased':
      return chaseDebts(work, standing, { change, plan, reason });
    case 'returned':
      return returnReports(work, standing, { change, plan, reason: reason ?? '' });
    case 'consolidated':
      return tellSubmission(work, standing, { change, plan });
    case 'closed':
    case 'reopened':
    case 'recalled':
      return endDirective(work, doer, standing, { change, plan, reason });
  }
}
