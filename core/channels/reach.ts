/** What a channel may send to a person, until when and at what price; and where a message goes when it may not. */
import type { ChannelName } from './address.ts';
import { channelTerms, ladder } from './terms.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A person's account: their last interaction there (machine time), and how many messages went to it since. */
export type Contact = { channel: ChannelName; lastWord: Date; sentSince: number };

/** Whether an account can be written to at `now`, and how many more messages cost nothing. */
export type Reach = { isOpen: boolean; free: number };

/**
 * How a person can be reached. `freeReplies` is how many messages are free where the first ones are. All machine time.
 */
export function reachOf({ channel, lastWord, sentSince }: Contact, now: Date, freeReplies: number): Reach {
  const { price, openDays } = channelTerms[channel];
  const silentMs = now.getTime() - lastWord.getTime();
  const isOpen = openDays === null || silentMs <= openDays * dayMs;
  switch (price.type) {
    case 'nothing':
      return { isOpen, free: Number.POSITIVE_INFINITY };
    case 'each':
      return { isOpen, free: 0 };
    case 'first-free':
      return { isOpen, free: silentMs <= price.hours * hourMs ? Math.max(0, freeReplies - sentSince) : 0 };
  }
}

/** One way to a person. */
export type Rung = Contact & { state: 'active' | 'blocked' };

/** How the channels stand: what may go to whom (`reach`), whose budget is spent, and which do not work now. */
export type Rules = {
  reach: (contact: Contact) => Reach;
  isSpent: (channel: ChannelName) => boolean;
  isDown: (channel: ChannelName) => boolean;
};

/**
 * Until when a person's last word on a channel lets us write for nothing, and at all; undefined where that never ends.
 */
export function windowsOf(channel: ChannelName, lastWord: Date): { freeUntil: Date; openUntil: Date } | undefined {
  const { price, openDays } = channelTerms[channel];
  if (openDays === null) return undefined;
  const after = (ms: number): Date => new Date(lastWord.getTime() + ms);
  return {
    freeUntil: after(price.type === 'first-free' ? price.hours * hourMs : 0),
    openUntil: after(openDays * dayMs),
  };
}

/** Whoever wrote on the channel at this instant or later can be written to at `now`; undefined: everybody can. */
export function openSince(channel: ChannelName, now: Date): Date | undefined {
  const { openDays } = channelTerms[channel];
  return openDays === null ? undefined : new Date(now.getTime() - openDays * dayMs);
}

const isOpenWay = (rung: Rung, { reach, isSpent }: Rules): boolean => {
  const { isOpen, free } = reach(rung);
  return rung.state === 'active' && isOpen && (free > 0 || !isSpent(rung.channel));
};

/**
 * The ways to a person that are open now, best first: the channel they chose, else the one they used last, then down the
 * ladder. A page of ours rings nobody: that it was used last counts only for whoever has nothing else. A channel whose budget is spent is left out where it would cost; one that does not work now comes last: what
 * has no other way waits there.
 */
export function openRungs<T extends Rung>(rungs: readonly T[], preferred: ChannelName | null, rules: Rules): T[] {
  const open = rungs.filter((rung) => isOpenWay(rung, rules));
  const ringing = open.filter(({ channel }) => !channelTerms[channel].isOurPage);
  const latest = (ringing.length > 0 ? ringing : open).reduce(
    (best, rung) => Math.max(best, rung.lastWord.getTime()),
    Number.NEGATIVE_INFINITY,
  );
  const rank = (rung: T): number => {
    if (rung.channel === preferred) return -2;
    if (preferred === null && !isPageBeside(rung) && rung.lastWord.getTime() === latest) return -1;
    return ladder.indexOf(rung.channel);
  };
  const isPageBeside = ({ channel }: T): boolean => ringing.length > 0 && channelTerms[channel].isOurPage;
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
