/** What was given up is said anew, where somebody still needs it. */
import type { GivenUpOf } from '../../core/delivery/resending.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { clearGivenUp, withdrawSaidAnew } from '../../db/delivery/resending.ts';
import { readDirective } from '../../db/directives/directives.ts';
import type { Work } from '../delivery/work.ts';
import { judgeGivenUp } from '../facts/directives/given-up.ts';
import { withTexts } from '../links/vault.ts';
import { type Cause, inboxOf } from './cause.ts';

/** How many messages are said anew, are needed no more, and are needed while no way to their reader is open. */
export type Resent = { resent: number; notNeeded: number; noWay: number };

/**
 * Says anew what was given up, of a directive or about none, and is still needed. It is the same message with a meaning of
 * its own, and goes by the best way that is open now. Tasks without a way wait for one, as tasks of people who were never reached do; what else has no
 * way stays given up. Again, it finds nothing. Fails when there is no such directive.
 */
export async function resendGivenUp(work: Work, cause: Cause, of: GivenUpOf): Promise<Result<Resent, 'unknown'>> {
  const { tx, now, say, vault } = work;
  if ('directive' in of && !(await readDirective(tx, of.directive))) return fail('unknown');
  const judged = await judgeGivenUp(work, of);
  const those = (verdict: (typeof judged)[number]['verdict']) => judged.filter((one) => one.verdict === verdict);
  // Tasks that no request brings are held until a way opens (bot/delivery/held.ts), unless their unit has them.
  const held = those('no-way').filter(({ said, isDelivered }) => said.delivers !== undefined && !isDelivered);
  const anew = [...those('again'), ...held];
  const inbox = inboxOf(cause);
  await withdrawSaidAnew(
    tx,
    anew.map(({ id }) => id),
    now,
  );
  await say(
    anew.map(({ id, said, sealed }) => ({
      ...said,
      body: withTexts(said.body, vault.open(sealed).reveal),
      meaning: `message-${id}:again`,
      ...(inbox !== null && { inbox }),
    })),
  );
  await clearGivenUp(
    tx,
    [...anew, ...those('not-needed')].map(({ id }) => id),
  );
  return ok({ resent: those('again').length, notNeeded: those('not-needed').length, noWay: those('no-way').length });
}
