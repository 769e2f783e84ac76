/** What a channel may send to a person, until when and at what price; and where a message goes when it may not. */
import type { ChannelName } from './channel.ts';

const hour = 3_600_000;

/**
 * Zalo Official Account: the first messages within 48 hours of the person's last word are free, further ones and those
 * within 7 days come out of the paid allowance, a later one is refused with -230 (Zalo's rules for consultation messages).
 */
const freeForMs = 48 * hour;
const openForMs = 7 * 24 * hour;

/** A person's account: their last interaction there (machine time), and how many messages went to it since. */
export type Contact = { channel: ChannelName; lastWord: Date; sentSince: number };

/** Whether an account can be written to at `now`, and how many more messages cost nothing. */
export type Reach = { isOpen: boolean; free: number };

/** How a person can be reached; `freeReplies` is how many messages Zalo gives within 48 hours. All machine time. */
export function reachOf({ channel, lastWord, sentSince }: Contact, now: Date, freeReplies: number): Reach {
  if (channel === 'zalo-bot') return { isOpen: true, free: 0 };
  if (channel !== 'zalo-oa') return { isOpen: true, free: Number.POSITIVE_INFINITY };
  const silent = now.getTime() - lastWord.getTime();
  return { isOpen: silent <= openForMs, free: silent <= freeForMs ? Math.max(0, freeReplies - sentSince) : 0 };
}

/** One way to a person. */
export type Rung = Contact & { state: 'active' | 'blocked' };

/** After the person's own choice: from the channel most people are on to the one that needs a browser. */
const ladder: readonly ChannelName[] = ['zalo-oa', 'zalo-bot', 'telegram', 'web'];

/**
 * The ways to a person that are open now, best first: the channel they chose, else the one they used last, then down the
 * ladder. A channel whose budget is spent (`isSpent`) is left out where it would cost; one that does not work now
 * (`isDown`) comes last: what has no other way waits there.
 */
export function openRungs<T extends Rung>(
  rungs: readonly T[],
  preferred: ChannelName | null,
  reach: (rung: T) => Reach,
  isSpent: (channel: ChannelName) => boolean,
  isDown: (channel: ChannelName) => boolean,
): T[] {
  const open = rungs.filter((rung) => {
    const { isOpen, free } = reach(rung);
    return rung.state === 'active' && isOpen && (free > 0 || !isSpent(rung.channel));
  });
  const latest = open.reduce((best, rung) => Math.max(best, rung.lastWord.getTime()), Number.NEGATIVE_INFINITY);
  const rank = (rung: T): number => {
    if (rung.channel === preferred) return -2;
    if (preferred === null && rung.lastWord.getTime() === latest) return -1;
    return ladder.indexOf(rung.channel);
  };
  return [...open].sort(
    (a, b) =>
      Number(isDown(a.channel)) - Number(isDown(b.channel)) ||
      rank(a) - rank(b) ||
      b.lastWord.getTime() - a.lastWord.getTime(),
  );
}
