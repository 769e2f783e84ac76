/** What an outage of a channel comes to once the channel answers again. */
import type { ChannelName } from '../../core/channels/address.ts';
import { freshUntil, freshUntilEvening } from '../../core/reminders/freshness.ts';
import { countDoubtsGivenUp } from '../../db/delivery/given-up.ts';
import { findSwallowed, giveUpOld, type Swallowed, sayOnceMore } from '../../db/delivery/swallowed.ts';
import { putBackDigests } from '../../db/talk/nudges.ts';
import { messagesGivenUp, messagesGrownOld } from '../../messages/words/channels.ts';
import { alertStaff } from './alert.ts';
import type { Work } from './work.ts';

/** How often in all something goes out that is said once: more outages than that, and staff see to it. */
const mostAttempts = 4;

/** Whether it still says something at `now`, civil time. What no plan stands behind, and never went out, may wait. */
function isFresh({ slot, saidAt, state, attempt }: Swallowed, now: Date): boolean {
  if (state === 'uncertain' && attempt >= mostAttempts) return false;
  if (!slot) return state === 'queued' || now < freshUntilEvening(saidAt);
  const until = freshUntil(slot.key, slot.plan, slot.round, now);
  return until !== undefined && now < until;
}

/**
 * Says again what the outage swallowed and is still fresh; the rest of what is said once is given up. Staff are told how
 * much that is, once an outage. `since` is when the outage began, machine time.
 */
export async function endOutage(work: Work, channel: ChannelName, since: Date): Promise<void> {
  const { tx, now, record } = work;
  await putBackStale(work);
  const swallowed = await findSwallowed(tx, channel, since);
  const fresh = swallowed.filter((one) => isFresh(one, now));
  const old = swallowed.filter((one) => !fresh.includes(one));
  record(
    ...(await sayOnceMore(
      tx,
      fresh.flatMap(({ id, state }) => (state === 'uncertain' ? id : [])),
    )),
  );
  await giveUpOld(
    tx,
    old.map(({ id }) => id),
    now,
  );
  if (old.length === 0) return;
  const text = messagesGrownOld(channel, since, old.length);
  await alertStaff(work, { about: channel, occasion: `outage ${since.toISOString()}`, text });
}

/** Tells staff, once the channel takes messages again, that some were given up during the outage. */
export async function tellGivenUp(work: Work, channel: ChannelName, since: Date): Promise<void> {
  if ((await countDoubtsGivenUp(work.tx, channel, since)) === 0) return;
  const occasion = `given-up since ${since.toISOString()}`;
  await alertStaff(work, { about: channel, occasion, text: messagesGivenUp(channel) });
}

/** What people are reminded of may wait so long to be sent, in civil milliseconds. */
const longestWaitMs = 30 * 60_000;

/** Takes back what has waited longer: the next look at what is due says what still holds of it, in office hours. */
export const putBackStale = ({ tx, now }: Pick<Work, 'tx' | 'now'>): Promise<void> =>
  putBackDigests(tx, new Date(now.getTime() - longestWaitMs), now);
