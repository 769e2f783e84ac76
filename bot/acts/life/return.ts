/** Reports are sent back: their units owe again, and hear why. */
import { bodyOf } from '../../../core/delivery/layout.ts';
import type { Message } from '../../../core/delivery/message.ts';
import type { Returned } from '../../../core/directives/life/return.ts';
import { type DirectiveStanding, debtsByUnit } from '../../../core/directives/life/standing.ts';
import { readDirectiveRef } from '../../../db/figures/summary.ts';
import { lockObligations } from '../../../db/reports/debts.ts';
import { returnReportsOf } from '../../../db/reports/reports.ts';
import { findHolders } from '../../../db/roster/people.ts';
import { listContacts } from '../../../db/roster/units.ts';
import { sentBackTold } from '../../../messages/chat/life/return.ts';
import type { Work } from '../../delivery/work.ts';

/** Sends the reports of a plan back, once for the change with this id, and tells the people of its units. Returns how many requests were written. */
export async function returnReports(
  { tx, now, say }: Work,
  standing: DirectiveStanding,
  { change, plan, reason }: { change: number; plan: Returned; reason: string },
): Promise<number> {
  await lockObligations(tx, plan.debts);
  await returnReportsOf(tx, plan.debts, now);
  const directive = await readDirectiveRef(tx, standing.id);
  const [from] = plan.from === undefined ? [] : await listContacts(tx, [plan.from]);
  const by = (from ?? directive.issuer).name;
  const holders = await findHolders(tx, plan.told, ['head', 'delegate']);
  const debtsOf = debtsByUnit(standing, plan.debts);
  return say(
    holders.flatMap(({ unitId, personId }): Message[] => {
      const [debt] = debtsOf.get(unitId) ?? [];
      if (!debt) return [];
      const { unit, due, id: owed } = debt;
      return [
        {
          meaning: `change-${change}:${unit.code}`,
          about: { directive: standing.id, unit: unitId, round: debt.round },
          recipient: { type: 'person', id: personId },
          kind: 'receipt',
          body: bodyOf(sentBackTold({ unit, directive, by, reason, due, owed })),
        },
      ];
    }),
  );
}
