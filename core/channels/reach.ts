/** What a channel may send to a person, until when and at what price; and where a message goes when it may not. */
import type { ChannelName } from './address.ts';

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

/** How the channels stand: what may go to whom (`reach`), whose budget is spent, and which do not work now. */
export type Rules = {
  reach: (contact: Contact) => Reach;
  isSpent: (channel: ChannelName) => boolean;
  isDown: (channel: ChannelName) => boolean;
};

/** Until when a person's last word on the Zalo Official Account lets us write for nothing, and at all. */
export const windowsOf = (lastWord: Date): { freeUntil: Date; openUntil: Date } => ({
  freeUntil: new Date(lastWord.getTime() + freeForMs),
  openUntil: new Date(lastWord.getTime() + openForMs),
});

/** Who wrote to the Official Account at this instant or later can be written to, and invited into its groups, at `now`. */
export const openSince = (now: Date): Date => new Date(now.getTime() - openForMs);

/** After the person's own choice: from the channel most people are on to the one that needs a browser. */
const ladder: readonly ChannelName[] = ['zalo-oa', 'zalo-bot', 'telegram', 'web'];

const isOpenWay = (rung: Rung, { reach, isSpent }: Rules): boolean => {
  const { isOpen, free } = reach(rung);
  return rung.state === 'active' && isOpen && (free > 0 || !isSpent(rung.channel));
};

/**
 * The ways to a person that are open now, best first: the channel they chose, else the one they used last, then down the
 * ladder. A channel whose budget is spent is left out where it would cost; one that does not work now comes last: what
 * has no other way waits there.
 */
export function openRungs<T extends Rung>(rungs: readonly T[], preferred: ChannelName | null, rules: Rules): T[] {
  const open = rungs.filter((rung) => isOpenWay(rung, rules));
  const latest = open.reduce((best, rung) => Math.max(best, rung.lastWord.getTime()), Number.NEGATIVE_INFINITY);
  const rank = (rung: T): number => {
    if (rung.channel === preferred) return -2;
    if (preferred === null && rung.lastWord.getTime() === latest) return -1;
    return ladder.indexOf(rung.channel);
  };
  const { isDown } = rules;
  return [...open].sort(
    (a, b) =>
      Number(isDown(a.channel)) - Number(isDown(b.channel)) ||
      rank(a) - rank(b) ||
      b.lastWord.getTime() - a.lastWord.getTime(),
  );
}

/** Why a person cannot be told anything: every account blocked, else silent for too long, else nothing left to pay with. */
export type Closure = 'blocked' | 'window-closed' | 'quota';

/** Why no way to a person is open; undefined where one is. */
export function closureOf(rungs: readonly Rung[], rules: Rules): Closure | undefined {
  if (rungs.some((rung) => isOpenWay(rung, rules))) return undefined;
  const active = rungs.filter((rung) => rung.state === 'active');
  if (active.length === 0) return 'blocked';
  return active.some((rung) => rules.reach(rung).isOpen) ? 'quota' : 'window-closed';
}
