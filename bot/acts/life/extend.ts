/** More time to report: the deadlines move, and the units concerned are told. */
import { bodyOf } from '../../../core/delivery/layout.ts';
import type { Message } from '../../../core/delivery/message.ts';
import { type DueTimes, earlierThan } from '../../../core/directives/consolidation.ts';
import type { Extension } from '../../../core/directives/life/extend.ts';
import { type DirectiveStanding, debtsByUnit } from '../../../core/directives/life/standing.ts';
import { withdrawResting } from '../../../db/delivery/queue.ts';
import { moveDebts, moveRounds } from '../../../db/reports/deadlines.ts';
import { settleRequestsOf } from '../../../db/reports/extension-requests.ts';
import { findHolders } from '../../../db/roster/people.ts';
import { extensionTold } from '../../../messages/chat/life/extend.ts';
import type { Work } from '../../delivery/work.ts';
import type { Doer } from './keep-change.ts';

/** Moves them. Of those that others consolidate the deadline stays as much earlier than that of all. Returns the new one of each debt. */
async function moveDeadlines(
  { tx, now }: Work,
  standing: DirectiveStanding,
  plan: Extension,
  moved: DueTimes,
): Promise<Map<number, Date>> {
  const extendedAt = now;
  const meant = [...debtsByUnit(standing, plan.debts).values()].flat();
  const dues = new Map(meant.map(({ id }) => [id, moved.due]));
  if (plan.rounds.length === 0) {
    await moveDebts(tx, plan.debts, { ...moved, extendedAt });
    return dues;
  }
  await moveRounds(tx, plan.rounds, { ...moved, extendedAt });
  for (const leads of new Set(meant.flatMap(({ below }) => below?.leads.join(' ') ?? []))) {
    const own = earlierThan(moved, leads.split(' ').filter(Boolean));
    const ids = meant.filter(({ below }) => below?.leads.join(' ') === leads).map(({ id }) => id);
    await moveDebts(tx, ids, { ...own, extendedAt });
    for (const id of ids) dues.set(id, own.due);
  }
  return dues;
}

/**
 * Moves the deadlines that a plan moves and tells the people of its units, once for the change with this id. Reminders that wait
 * speak of the old deadline and are withdrawn; requests for more time are granted by it. Returns how many requests were written.
 */
export async function extendDebts(
  work: Work,
  doer: Doer,
  standing: DirectiveStanding,
  { change, plan, reason }: { change: number; plan: Extension; reason: string },
): Promise<number> {
  const { tx, now, record, say } = work;
  const moved = { due: new Date(plan.due), overdueFrom: new Date(plan.overdueFrom) };
  const dues = await moveDeadlines(work, standing, plan, moved);
  await withdrawResting(tx, plan.debts, now, 'the deadline moved');
  record(...(await settleRequestsOf(tx, plan.debts, { state: 'granted', by: doer.by }, now)));
  const holders = await findHolders(tx, plan.told, ['head', 'delegate']);
  const debtsOf = debtsByUnit(standing, plan.debts);
  const messages = holders.flatMap(({ unitId, personId }): Message[] => {
    const debts = debtsOf.get(unitId) ?? [];
    const [first] = debts;
    if (!first) return [];
    const { unit } = first;
    const owed = debts.find(({ state }) => state === 'owed')?.id;
    return [
      {
        meaning: `change-${change}:${unit.code}`,
        about: { directive: standing.id, unit: unitId, round: first.round },
        recipient: { type: 'person', id: personId },
        kind: 'receipt',
        body: bodyOf(
          extensionTold({
            unit,
            directive: standing,
            before: first.due,
            due: dues.get(first.id) ?? moved.due,
            reason,
            owed,
          }),
        ),
      },
    ];
  });
  return say(messages);
}
