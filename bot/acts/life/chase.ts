/** Who still owes is reminded on demand, with the sender's own sentence. */
import { bodyOf } from '../../../core/delivery/layout.ts';
import type { Message } from '../../../core/delivery/message.ts';
import type { Chase } from '../../../core/directives/life/chase.ts';
import type { DirectiveStanding } from '../../../core/directives/life/standing.ts';
import { findOpenObligations } from '../../../db/reports/obligations.ts';
import { findHolders } from '../../../db/roster/people.ts';
import { quickLine, reportChoice } from '../../../messages/chat/directive.ts';
import { chaseTold } from '../../../messages/chat/life/chase.ts';
import type { Work } from '../../delivery/work.ts';

/**
 * Reminds the people of the units of a plan, once for the change with this id; who reports before it is sent gets none. Returns how
 * many requests were written.
 */
export async function chaseDebts(
  { tx, now, say }: Work,
  standing: DirectiveStanding,
  { change, plan, reason }: { change: number; plan: Chase; reason: string | null },
): Promise<number> {
  const owed = (await findOpenObligations(tx, plan.units, now)).filter(({ id }) => plan.debts.includes(id));
  const holders = await findHolders(tx, plan.units, ['head', 'delegate']);
  const messages = owed.flatMap((debt) =>
    holders
      .filter(({ unitId }) => unitId === debt.unit.id)
      .map(({ personId }): Message => {
        const closing = quickLine(debt);
        return {
          meaning: `change-${change}:debt-${debt.id}`,
          about: { directive: standing.id, unit: debt.unit.id },
          recipient: { type: 'person', id: personId },
          kind: 'reminder',
          body: bodyOf({
            text: chaseTold(
              debt,
              { words: reason, by: plan.from === undefined ? debt.directive.issuer : debt.reportTo },
              now,
            ),
            choices: [reportChoice(debt.id)],
            ...(closing !== undefined && { closing }),
          }),
          restsOn: debt.id,
        };
      }),
  );
  return say(messages);
}
