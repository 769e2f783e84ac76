/** Tasks that wait because no way to their person was open. */
import { mentionOf } from '../../core/channels/mention.ts';
import { channelsWhere } from '../../core/channels/terms.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import type { Message } from '../../core/delivery/message.ts';
import {
  findHeld,
  findUnwritten,
  type Held,
  recordCalled,
  releaseRefused,
  type Unwritten,
} from '../../db/delivery/held.ts';
import { enqueue } from '../../db/delivery/queue.ts';
import { isHolding } from '../../db/time/epochs.ts';
import { callInGroup } from '../../messages/chat/reminder.ts';
import { requestsOf } from './say.ts';
import { findPersonRoutes, type Route } from './ways.ts';
import type { Work } from './work.ts';

/** So many messages a run; the rest goes with the next. */
const batchSize = 200;
/** People named in one message to a group: a mention is some twenty characters long. */
const mostNamed = 50;

const at = (route: Route) => (refusal: Held['refusals'][number]) =>
  refusal.channel === route.channel && refusal.address === route.address;

/** Queues a message for a route, anew or as it was refused there. */
async function release(work: Work, held: Held, route: Route): Promise<void> {
  const { tx, record } = work;
  if (held.refusals.some(at(route))) return record(...(await releaseRefused(tx, held.id, route)));
  await enqueue(
    tx,
    requestsOf(work, { ...held, recipient: { type: 'person', id: held.personId }, kind: 'tasks' }, route),
  );
}

/** Sends a person what waits for them to the account from which they have just written; returns how many messages. */
export async function releaseTo(work: Work, personId: number, route: Route): Promise<number> {
  // After a restore nobody knows what they have had already.
  if (await isHolding(work.tx)) return 0;
  const waiting = await findHeld(work.tx, batchSize, personId);
  const welcome = waiting.filter((held) => !held.refusals.some((r) => at(route)(r) && r.because === 'rejected'));
  for (const held of welcome) await release(work, held, route);
  return welcome.length;
}

/** Whether a refusal may pass by itself: there is something to pay with again, or the person wrote somewhere. */
const passes = ({ because }: Held['refusals'][number]): boolean => because === 'quota' || because === 'window-closed';

/** Sends what waits for people to whom a way has opened meanwhile; returns how many messages. */
export async function releaseHeld(work: Work): Promise<number> {
  const waiting = await findHeld(work.tx, batchSize);
  const routes = await findPersonRoutes(
    work,
    waiting.map(({ personId }) => personId),
  );
  let released = 0;
  for (const held of waiting) {
    const route = routes.get(held.personId)?.find((open) => held.refusals.filter(at(open)).every(passes));
    if (!route) continue;
    await release(work, held, route);
    released += 1;
  }
  return released;
}

/** Where people are out of reach after some days of silence, and their group can call upon them by name. */
const callingChannels = channelsWhere(({ mention, openDays }) => mention !== null && openDays !== null);

/**
 * Calls upon the people for whom tasks wait in their groups, which stay open when a person's chat has closed. They are
 * called once for each directive, all of a group in one message. Returns how many platform requests were written.
 */
export async function callUponWaiting({ tx, say }: Work): Promise<number> {
  const waiting: Unwritten[] = [];
  for (const channel of callingChannels) waiting.push(...(await findUnwritten(tx, channel)));
  const calls: Message[] = [];
  const keyOf = ({ groupId, directiveId }: Unwritten): string => `${groupId} ${directiveId}`;
  for (const key of new Set(waiting.map(keyOf))) {
    const own = waiting.filter((one) => keyOf(one) === key);
    for (let from = 0; from < own.length; from += mostNamed) calls.push(...callOf(own.slice(from, from + mostNamed)));
  }
  for (const one of waiting) await recordCalled(tx, one);
  return say(calls);
}

function callOf(called: Unwritten[]): Message[] {
  const [first] = called;
  if (!first) return [];
  const whom = called.map(({ address, messageId }) => `${address}-${messageId}`).join(':');
  const body = bodyOf({ text: callInGroup(called.map(({ address }) => mentionOf(address))) });
  const recipient = { type: 'group', id: first.groupId } as const;
  const about = { directive: first.directiveId };
  return [{ meaning: `directive-${first.directiveId}:group:call:${whom}`, about, recipient, kind: 'group', body }];
}
