/** The last rung of the ladder before the telephone: a web page that staff hand to whom no channel reaches. */
import type { HandedLink } from '../../core/conversation/context.ts';
import { findSpentHashes } from '../../db/access/invites.ts';
import type { Reading } from '../delivery/work.ts';
import { hashCode } from '../links/codes.ts';

/** A unit, and its head where one has registered; the link then opens a further account of that very person. */
export type Addressee = { unitId: number; personId: number | undefined };

const dayMs = 86_400_000;
/** A link stays the same for so long, so that a list that is looked at again holds the same one … */
const periodDays = 15;
/** … and is good for at least as long again. */
const lifeDays = 2 * periodDays;

/**
 * The pages to hand over, by unit, each with the invite that opens it. The invite may still have to be written
 * (bot/acts/hand-links.ts). Where it was used or revoked there is no page until the next period.
 */
export async function readHandedLinks(
  { tx, machineNow, links }: Pick<Reading, 'tx' | 'machineNow' | 'links'>,
  addressees: readonly Addressee[],
): Promise<Map<number, { link: string; invite: HandedLink }>> {
  const period = Math.floor(machineNow.getTime() / (periodDays * dayMs));
  const expiresAt = new Date((period * periodDays + lifeDays) * dayMs);
  const made = addressees.map(({ unitId, personId }) => {
    const { code, link } = links.handed(`${unitId}:${personId ?? ''}:${period}`);
    return { link, invite: { hash: hashCode(code), unitId, personId, expiresAt } };
  });
  const spent = await findSpentHashes(
    tx,
    made.map(({ invite }) => invite.hash),
    machineNow,
  );
  return new Map(made.flatMap((one) => (spent.has(one.invite.hash) ? [] : [[one.invite.unitId, one]])));
}
