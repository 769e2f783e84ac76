/** What was given up, of directives or about none, and what sending it again would come to. */
import type { Resendable, ResendPreview } from '../../../core/conversation/preview.ts';
import { type GivenUpOf, isStillNeeded } from '../../../core/delivery/resending.ts';
import { findGivenUp, type GivenUpMessage } from '../../../db/delivery/resending.ts';
import { listDirectives } from '../../../db/directives/directives.ts';
import { lockDirective } from '../../../db/directives/issuing.ts';
import { findPersonRoutes } from '../../delivery/ways.ts';
import type { Reading } from '../../delivery/work.ts';

/** `no-way`: it is needed, but no way to its reader is open now. */
export type JudgedMessage = GivenUpMessage & { verdict: 'again' | 'not-needed' | 'no-way' };

/**
 * Judges what was given up. Locks the directive where it is of one: whoever sends it again at the same time comes after.
 * What is about none is said anew once, since its new meaning is.
 */
export async function judgeGivenUp(reading: Reading, of: GivenUpOf): Promise<JudgedMessage[]> {
  const { tx, now } = reading;
  if ('directive' in of) await lockDirective(tx, of.directive);
  const given = await findGivenUp(tx, of, now);
  const needed = given.filter(({ standing }) => isStillNeeded(standing));
  const people = needed.flatMap(({ said: { recipient } }) => (recipient.type === 'person' ? recipient.id : []));
  const routes = await findPersonRoutes(reading, people);
  return given.map((one) => {
    const { recipient } = one.said;
    if (!needed.includes(one)) return { ...one, verdict: 'not-needed' };
    return { ...one, verdict: recipient.type === 'person' && !routes.has(recipient.id) ? 'no-way' : 'again' };
  });
}

/**
 * What may be sent again of the directives of some issuers, and of what is about none; or of one directive, or of the answers
 * alone (null). Those with nothing to send are left out.
 */
export async function previewResending(
  reading: Reading,
  issuerIds: number[],
  asked: number | null | undefined,
): Promise<ResendPreview[]> {
  const previews: ResendPreview[] = [];
  for (const { id, number, subject, issuerId, state } of asked === null ? [] : await listDirectives(reading.tx)) {
    const isAsked = asked === undefined || id === asked;
    if (state !== 'issued' || !isAsked || !issuerIds.includes(issuerId)) continue;
    const counted = await countOf(reading, { directive: id });
    if (counted.messages > 0) previews.push({ about: 'directive', id, number, subject, ...counted });
  }
  if (issuerIds.length === 0 || typeof asked === 'number') return previews;
  const counted = await countOf(reading, { offices: issuerIds });
  return counted.messages > 0 ? [...previews, { about: 'answers', id: null, ...counted }] : previews;
}

/** What sending it again would come to. */
async function countOf(reading: Reading, of: GivenUpOf): Promise<Resendable> {
  const judged = await judgeGivenUp(reading, of);
  const needed = judged.filter(({ verdict }) => verdict !== 'not-needed');
  const going = needed.filter(({ verdict }) => verdict === 'again');
  const stuck = needed.filter(({ verdict }) => verdict === 'no-way');
  return { units: namesIn(needed), messages: needed.length, going: going.length, withoutWay: namesIn(stuck) };
}

const namesIn = (messages: JudgedMessage[]): string[] => [
  ...new Map(messages.flatMap(({ unit }) => (unit ? [[unit.id, unit.name] as const] : []))).values(),
];
