/** A report goes up from a unit that consolidates: staff above are told. */
import { bodyOf } from '../../../core/delivery/layout.ts';
import type { Message } from '../../../core/delivery/message.ts';
import type { Submitted } from '../../../core/directives/life/consolidate.ts';
import type { DirectiveStanding } from '../../../core/directives/life/standing.ts';
import { findPartOf } from '../../../db/consolidation/parts.ts';
import { findHolders } from '../../../db/roster/people.ts';
import { submissionTold } from '../../../messages/chat/consolidation/part.ts';
import type { Work } from '../../delivery/work.ts';
import { readPart } from '../../facts/consolidation/parts.ts';

/**
 * Tells the staff of the office, and of the unit that collects for it, what went up with the change of this id. Below another that
 * consolidates nobody is told: that one is asked once a day. Returns how many requests were written.
 */
export async function tellSubmission(
  work: Work,
  standing: DirectiveStanding,
  { change, plan }: { change: number; plan: Submitted },
): Promise<number> {
  const { tx, say } = work;
  const key = await findPartOf(tx, plan.round, plan.unit);
  const part = key && (await readPart(work, key));
  if (!part || part.isConsolidated) return 0;
  const offices = [...new Set([standing.issuer.id, part.reportTo.id])];
  const staff = await findHolders(tx, offices, ['staff']);
  const body = bodyOf({ text: submissionTold(part) });
  const about = { directive: standing.id, unit: plan.unit, round: plan.round };
  return say(
    staff.map(({ personId }): Message => {
      return { meaning: `change-${change}`, about, recipient: { type: 'person', id: personId }, kind: 'receipt', body };
    }),
  );
}
