/**
 * Spaces the requests of one channel evenly. It decides nothing about what is sent: a deliverer asks how long to wait
 * and which chats to leave out, claims one row, and says that it took it. All times are milliseconds of machine time.
 */

import type { Address } from '../../../core/channels/address.ts';
import type { Pace } from '../../../core/channels/channel.ts';

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

/** Below this spacing requests go in lots of as many as fall into it: no timer is finer. In milliseconds. */
const lotMs = 10;

/** What a request is, for its pace: an answer that somebody waits for, or one of many that nobody asked for. */
export type Stream = 'reply' | 'bulk';

export type Pacer = {
  /** How long until a request may go; 0 when one may go now. Without a stream: one of those nobody asked for. */
  delayUntilNext(stream?: Stream): number;
  /** How many requests may go now: one, or more where the spacing is finer than timers are. */
  room(stream?: Stream): number;
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
 * A pacer for one channel, whose pace may change at any time. `pace.everyMs` 0 means no spacing over all chats, likewise for
 * the other two. Requests that start late are caught up with, but never so fast that more of them fall into any second than
 * even spacing would put there. Answers need not wait for the even spacing: they go as soon as the second has room for one
 * more, and what nobody asked for makes room for them afterwards. After a pause the spacing is a quarter wider (at most four
 * times), and narrows by 2 % after 50 requests; until then answers keep to it as well.
 */
export function createPacer(pace: Pace, machineNow: () => number): Pacer {
  const windowSize = (): number => (pace.everyMs > 0 ? Math.ceil(1000 / pace.everyMs) : 0);
  const chats = createChats(pace, machineNow);
  let recent: number[] = [];
  let scheduled = Number.NEGATIVE_INFINITY;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let factor = 1;
  let sinceChange = 0;

  /** When a second has room for one more, with `more` taken before it. */
  const windowOpensAt = (spacing: number, more = 0): number => {
    const size = windowSize();
    const oldest = size > 0 ? recent[recent.length - size + more] : undefined;
    return oldest === undefined ? Number.NEGATIVE_INFINITY : oldest + size * spacing - windowSlackMs;
  };

  /** Answers have a spacing of their own while the platform has not complained. */
  const isFree = (stream: Stream): boolean => stream === 'reply' && factor === 1 && pace.replyMs !== undefined;

  const nextAt = (stream: Stream): number => {
    const spacing = pace.everyMs * factor;
    const last = recent.at(-1) ?? Number.NEGATIVE_INFINITY;
    const open = Math.max(pausedUntil, windowOpensAt(spacing));
    if (isFree(stream)) return Math.max(open, last + (pace.replyMs ?? 0));
    return Math.max(open, scheduled, spacing < lotMs ? open : last + spacing * smallestShare);
  };

  const delayUntilNext = (stream: Stream = 'bulk'): number => Math.max(0, nextAt(stream) - machineNow());

  return {
    delayUntilNext,

    room: (stream = 'bulk') => {
      if (delayUntilNext(stream) > 0) return 0;
      const spacing = pace.everyMs * factor;
      if (spacing === 0) return Number.POSITIVE_INFINITY;
      if (isFree(stream) || spacing >= lotMs) return 1;
      const now = machineNow();
      const late = Math.min(catchUpMs, Math.max(0, now - scheduled));
      const most = Math.ceil((lotMs + late) / spacing);
      let room = 1;
      while (room < most && windowOpensAt(spacing, room) <= now) room += 1;
      return room;
    },

    busyChats: chats.busy,
    nextFreeIn: chats.nextFreeIn,

    took: (address, isGroup) => {
      const now = machineNow();
      const spacing = pace.everyMs * factor;
      scheduled = (now - scheduled > catchUpMs ? now : scheduled) + spacing;
      const size = windowSize();
      recent.push(now);
      if (recent.length > 2 * size + 1) recent = size > 0 ? recent.slice(-size) : [];
      chats.wroteTo(address, isGroup);
      if (factor > 1 && ++sinceChange >= narrowAfter) {
        sinceChange = 0;
        factor = Math.max(1, factor * narrowBy);
      }
    },

    ended: chats.wroteTo,

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

/** When each chat that was written to may be written to again. */
function createChats(pace: Pace, machineNow: () => number) {
  const freeAt = new Map<Address, number>();

  const forgetFree = (now: number): void => {
    for (const [address, at] of freeAt) if (at <= now) freeAt.delete(address);
  };

  return {
    busy: (): Address[] => {
      forgetFree(machineNow());
      return [...freeAt.keys()];
    },
    nextFreeIn: (): number => {
      const now = machineNow();
      forgetFree(now);
      let next = Number.POSITIVE_INFINITY;
      for (const at of freeAt.values()) next = Math.min(next, at);
      return next - now;
    },
    wroteTo: (address: Address, isGroup: boolean): void => {
      const own = isGroup ? pace.perGroupMs : pace.perChatMs;
      if (own > 0) freeAt.set(address, machineNow() + own);
    },
  };
}
