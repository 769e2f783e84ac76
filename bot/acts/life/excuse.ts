/** Units need not report, or have to again: their debts end or begin, and they are told. */
import { bodyOf } from '../../../core/delivery/layout.ts';
import type { Message } from '../../../core/delivery/message.ts';
import type { Excuse } from '../../../core/directives/life/excuse.ts';
import { type DirectiveStanding, debtsByUnit } from '../../../core/directives/life/standing.ts';
import { withdrawResting } from '../../../db/delivery/queue.ts';
import { setDebts } from '../../../db/reports/debts.ts';
import { settleRequestsOf } from '../../../db/reports/extension-requests.ts';
import { findHolders } from '../../../db/roster/people.ts';
import { excuseTold, owedAgainTold } from '../../../messages/chat/life/excuse.ts';
import type { Work } from '../../delivery/work.ts';

/**
 * Ends or begins the debts of a plan and tells the people of its units, once for the change with this id. What waits because a
 * debt was owed is withdrawn with it. Returns how many requests were written.
 */
export async function excuseDebts(
  work: Work,
  standing: DirectiveStanding,
  { change, plan, reason }: { change: number; plan: Excuse; reason: string },
): Promise<number> {
  const { tx, now, record, say } = work;
  const isExcused = plan.type === 'excused';
  await setDebts(tx, plan.debts, isExcused ? 'excused' : 'owed');
  if (isExcused) {
    await withdrawResting(tx, plan.debts, now);
    record(...(await settleRequestsOf(tx, plan.debts, { state: 'replaced', by: null }, now)));
  }
  const debtsOf = debtsByUnit(standing, plan.debts);
  const messages = (await findHolders(tx, plan.told, ['head', 'delegate'])).flatMap(
    ({ unitId, personId }): Message[] => {
      const [debt] = debtsOf.get(unitId) ?? [];
      if (!debt) return [];
      const { unit } = debt;
      const about = { unit, directive: standing, reason };
      return [
        {
          meaning: `change-${change}:${unit.code}`,
          about: { directive: standing.id, unit: unitId, round: debt.round },
          recipient: { type: 'person', id: personId },
          kind: 'receipt',
          body: bodyOf(isExcused ? excuseTold(about) : owedAgainTold({ ...about, due: debt.due, owed: debt.id })),
        },
      ];
    },
  );
  return say(messages);
}
