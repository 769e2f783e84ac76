/** Who still owes is reminded on demand, with the sender's own sentence. */
import { bodyOf } from '../../../core/delivery/layout.ts';
import type { Message } from '../../../core/delivery/message.ts';
import type { Chase } from '../../../core/directives/life/chase.ts';
import type { DirectiveStanding } from '../../../core/directives/life/standing.ts';
import type { NewNudge } from '../../../core/reminders/nudge.ts';
import { groupedBy } from '../../../core/roster/grouped.ts';
import { findOpenObligations } from '../../../db/reports/obligations.ts';
import { readRemindedDebts } from '../../../db/reports/reminded.ts';
import { findHolders } from '../../../db/roster/people.ts';
import { linkNudges, writeNudges } from '../../../db/talk/nudges.ts';
import { personalDigest } from '../../../messages/chat/reminders/digest.ts';
import type { Work } from '../../delivery/work.ts';

/**
 * Reminds the people of the units of a plan, once for the change with this id: each in one message, whatever they answer for. Who
 * reports before it is sent gets none, or one without that. Returns how many requests were written.
 */
export async function chaseDebts(
  work: Work,
  standing: DirectiveStanding,
  { change, plan, reason }: { change: number; plan: Chase; reason: string | null },
): Promise<number> {
  const { tx, now, say } = work;
  const asked = new Set(plan.debts);
  const owed = (await findOpenObligations(tx, plan.units, now)).filter(({ id }) => asked.has(id));
  const debts = await readRemindedDebts(
    tx,
    owed.map(({ id }) => id),
  );
  const holders = groupedBy(await findHolders(tx, plan.units, ['head', 'delegate']), ({ unitId }) => unitId);
  const inOrder = owed.flatMap(({ id }) => debts.get(id) ?? []);
  const nudges = inOrder.flatMap(({ id, round, unit }) => {
    const people = new Set(holders.get(unit.id)?.map(({ personId }) => personId));
    const about = { directive: standing.id, round, unit: unit.id, obligation: id };
    const nudge = { ...about, why: 'on-demand', slot: null, turn: 0, promised: null } as const;
    return [...people].map((person): NewNudge => ({ ...nudge, person, key: `change-${change}:debt-${id}` }));
  });
  const written = await writeNudges(tx, nudges, now);
  const told = [...groupedBy(written, ({ person }) => person)].map(([person, own]) => {
    const items = own.flatMap(({ obligation }) => {
      const debt = debts.get(obligation ?? 0);
      const by = plan.from === undefined ? debt?.directive.issuer : debt?.collector;
      return debt && by ? [{ why: 'on-demand' as const, debt, words: reason, by }] : [];
    });
    const [only, ...more] = items;
    const message: Message = {
      meaning: more.length === 0 ? `change-${change}:debt-${only?.debt.id}` : `change-${change}:debts`,
      about: { directive: standing.id, ...(only && more.length === 0 && { unit: only.debt.unit.id }) },
      recipient: { type: 'person', id: person },
      kind: 'reminder',
      body: bodyOf(personalDigest(items, now)),
      ...(only && more.length === 0 && { restsOn: only.debt.id }),
    };
    return { message, said: { meaning: message.meaning, person, nudges: own.map(({ id }) => id) } };
  });
  const requests = await say(told.map(({ message }) => message));
  await linkNudges(
    tx,
    told.map(({ said }) => said),
  );
  return requests;
}
