/** What was given up of directives, and what sending it again would come to. */
import type { ResendPreview } from '../../../core/conversation/context.ts';
import { isStillNeeded } from '../../../core/delivery/resending.ts';
import { findGivenUp, type GivenUpMessage } from '../../../db/delivery/resending.ts';
import { listDirectives } from '../../../db/directives/directives.ts';
import { lockDirective } from '../../../db/directives/issuing.ts';
import { findPersonRoutes } from '../../delivery/ways.ts';
import type { Reading } from '../../delivery/work.ts';

/** `no-way`: it is needed, but no way to its reader is open now. */
export type JudgedMessage = GivenUpMessage & { verdict: 'again' | 'not-needed' | 'no-way' };

/**
 * Judges what was given up of a directive. Locks the directive: whoever sends it again at the same time comes after.
 */
export async function judgeGivenUp(reading: Reading, directiveId: number): Promise<JudgedMessage[]> {
  const { tx, now } = reading;
  await lockDirective(tx, directiveId);
  const given = await findGivenUp(tx, directiveId, now);
  const needed = given.filter(({ standing }) => isStillNeeded(standing));
  const people = needed.flatMap(({ said: { recipient } }) => (recipient.type === 'person' ? recipient.id : []));
  const routes = await findPersonRoutes(reading, people);
  return given.map((one) => {
    const { recipient } = one.said;
    if (!needed.includes(one)) return { ...one, verdict: 'not-needed' };
    return { ...one, verdict: recipient.type === 'person' && !routes.has(recipient.id) ? 'no-way' : 'again' };
  });
}

/** What may be sent again of the directives of some issuers, or of one of them; those with nothing to send are left out. */
export async function previewResending(
  reading: Reading,
  issuerIds: number[],
  directiveId: number | undefined,
): Promise<ResendPreview[]> {
  const previews: ResendPreview[] = [];
  for (const { id, number, subject, issuerId, state } of await listDirectives(reading.tx)) {
    const isAsked = directiveId === undefined || id === directiveId;
    if (state === 'draft' || !isAsked || !issuerIds.includes(issuerId)) continue;
    const judged = await judgeGivenUp(reading, id);
    const needed = judged.filter(({ verdict }) => verdict !== 'not-needed');
    const going = needed.filter(({ verdict }) => verdict === 'again');
    const stuck = needed.filter(({ verdict }) => verdict === 'no-way');
    const preview = { id, number, subject, units: namesIn(needed), messages: needed.length, going: going.length };
    if (needed.length > 0) previews.push({ ...preview, withoutWay: namesIn(stuck) });
  }
  return previews;
}

const namesIn = (messages: JudgedMessage[]): string[] => [
  ...new Map(messages.flatMap(({ unit }) => (unit ? [[unit.id, unit.name] as const] : []))).values(),
];
