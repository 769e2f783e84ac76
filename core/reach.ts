/** What a channel may send to a person, until when and at what price; and where a message goes when it may not. */
import type { ChannelName } from './channel.ts';

const hour = 3_600_000;

/**
 * Zalo Official Account: a message within 48 hours of the person's last word is free, one within 7 days comes out of the
 * paid allowance, a later one is refused with -230 (Zalo's rules for consultation messages).
 */
const freeForMs = 48 * hour;
const openForMs = 7 * 24 * hour;

export type Reach = 'free' | 'paid' | 'closed';

/** How a person can be reached on a channel at `now`; `lastWord` is their last interaction there. Both machine time. */
export function reachOf(channel: ChannelName, lastWord: Date, now: Date): Reach {
  if (channel === 'zalo-bot') return 'paid';
  if (channel !== 'zalo-oa') return 'free';
  const silent = now.getTime() - lastWord.getTime();
  if (silent <= freeForMs) return 'free';
  return silent <= openForMs ? 'paid' : 'closed';
}

/** One way to a person. */
export type Rung = { channel: ChannelName; state: 'active' | 'blocked'; lastWord: Date };

/** After the person's own choice: from the channel most people are on to the one that needs a browser. */
const ladder: readonly ChannelName[] = ['zalo-oa', 'zalo-bot', 'telegram', 'web'];

/**
 * The ways to a person that are open now, best first: the channel they chose, else the one they used last, then down the
 * ladder. A channel whose budget is spent (`isSpent`) is left out where it would cost.
 */
export function openRungs<T extends Rung>(
  rungs: readonly T[],
  preferred: ChannelName | null,
  now: Date,
  isSpent: (channel: ChannelName) => boolean,
): T[] {
  const open = rungs.filter((rung) => {
    const reach = reachOf(rung.channel, rung.lastWord, now);
    return rung.state === 'active' && reach !== 'closed' && !(reach === 'paid' && isSpent(rung.channel));
  });
  const latest = open.reduce((best, rung) => Math.max(best, rung.lastWord.getTime()), Number.NEGATIVE_INFINITY);
  const rank = (rung: T): number => {
    if (rung.channel === preferred) return -2;
    if (preferred === null && rung.lastWord.getTime() === latest) return -1;
    return ladder.indexOf(rung.channel);
  };
  return [...open].sort((a, b) => rank(a) - rank(b) || b.lastWord.getTime() - a.lastWord.getTime());
}
