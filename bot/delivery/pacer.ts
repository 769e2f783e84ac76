/**
 * Spaces the requests of one channel evenly. It decides nothing about what is sent: a deliverer asks how long to wait
 * and which chats to leave out, claims one row, and says that it took it. All times are milliseconds of machine time.
 */

import type { Address } from '../../core/channels/address.ts';
import type { Pace } from '../../core/channels/channel.ts';

/** How late a sender may be and still hurry after its schedule; longer is no lateness, there was nothing to send. */
const catchUpMs = 1000;
/** While it hurries, requests stay this share of the spacing apart, so that they never come in a burst. */
const smallestShare = 0.6;
/** How much closer than evenly the requests of one second may come; the rest is room for the network's jitter. */
const windowSlackMs = 6;
/** Waited on top of what the platform asked for: its clock and ours do not tick together. */
const pauseMarginMs = 100;

const widenBy = 1.25;
const widestFactor = 4;
const narrowBy = 0.98;
const narrowAfter = 50;

export type Pacer = {
  /** How long until any request may go; 0 when one may go now. */
  delayUntilNext(): number;
  /** The chats that may not be sent to yet. */
  busyChats(): Address[];
  /** How long until the first busy chat may be sent to again; `Infinity` when none is busy. */
  nextFreeIn(): number;
  /** Notes that a request has ended: its chat is counted from when the platform saw it, at the latest now. */
  ended(address: Address, isGroup: boolean): void;
  /** Notes a request that starts now. */
  took(address: Address, isGroup: boolean): void;
  /** Obeys the platform's "too many requests": nothing goes for so long, and the spacing widens. */
  pause(seconds: number): void;
  /** Ends a pause: its reason has passed. */
  resume(): void;
};

/**
 * A pacer for one channel, whose pace may change at any time. `pace.everyMs` 0 means no spacing over all chats, likewise for the other two. Requests that
 * start late are caught up with, but never so fast that more of them fall into any second than even spacing would put
 * there. After a pause the spacing is a quarter wider (at most four times), and narrows by 2 % after 50 requests.
 */
export function createPacer(pace: Pace, machineNow: () => number): Pacer {
  const windowSize = (): number => (pace.everyMs > 0 ? Math.ceil(1000 / pace.everyMs) : 0);
  const freeAt = new Map<Address, number>();
  let recent: number[] = [];
  let scheduled = Number.NEGATIVE_INFINITY;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let factor = 1;
  let sinceChange = 0;

  const forgetFreeChats = (now: number) => {
    for (const [address, at] of freeAt) if (at <= now) freeAt.delete(address);
  };

  const nextAt = (): number => {
    const spacing = pace.everyMs * factor;
    const last = recent.at(-1);
    const size = windowSize();
    const oldest = size > 0 ? recent.at(-size) : undefined;
    return Math.max(
      pausedUntil,
      scheduled,
      last === undefined ? Number.NEGATIVE_INFINITY : last + spacing * smallestShare,
      oldest === undefined ? Number.NEGATIVE_INFINITY : oldest + size * spacing - windowSlackMs,
    );
  };

  return {
    delayUntilNext: () => Math.max(0, nextAt() - machineNow()),

    busyChats: () => {
      forgetFreeChats(machineNow());
      return [...freeAt.keys()];
    },

    nextFreeIn: () => {
      const now = machineNow();
      forgetFreeChats(now);
      return Math.min(...freeAt.values()) - now;
    },

    took: (address, isGroup) => {
      const now = machineNow();
      const spacing = pace.everyMs * factor;
      scheduled = (now - scheduled > catchUpMs ? now : scheduled) + spacing;
      const size = windowSize();
      if (size > 0) recent = [...recent, now].slice(-size);
      forgetFreeChats(now);
      const own = isGroup ? pace.perGroupMs : pace.perChatMs;
      if (own > 0) freeAt.set(address, now + own);
      if (factor > 1 && ++sinceChange >= narrowAfter) {
        sinceChange = 0;
        factor = Math.max(1, factor * narrowBy);
      }
    },

    ended: (address, isGroup) => {
      const own = isGroup ? pace.perGroupMs : pace.perChatMs;
      if (own > 0) freeAt.set(address, machineNow() + own);
    },

    pause: (seconds) => {
      const now = machineNow();
      // Several requests in flight are refused for one and the same reason: the spacing widens once.
      if (now >= pausedUntil) factor = Math.min(widestFactor, factor * widenBy);
      sinceChange = 0;
      pausedUntil = Math.max(pausedUntil, now + seconds * 1000 + pauseMarginMs);
    },

    resume: () => {
      pausedUntil = Number.NEGATIVE_INFINITY;
    },
  };
}
