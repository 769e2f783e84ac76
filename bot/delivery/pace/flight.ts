/** How many requests of one channel may be under way at once: as many as keep its pace over its line, and no more. */
import type { Pace } from '../../../core/channels/channel.ts';

export type Flight = {
  /** How many may be under way now. */
  most(): number;
  /** Notes that the platform accepted a request after so many milliseconds. */
  arrived(ms: number): void;
  /** Notes that a request found no answer. */
  failed(): void;
};

/** As many as go over a quick line, and after a request that failed. */
const fewest = 4;
/** What a line is taken for before it is known: a slow one, since it decides only where answers are slow. */
const assumedMs = 250;
/** An answer that takes longer says something of the platform's trouble and nothing of the line. */
const slowestMs = 600;
/** Room for answers that take longer than most. */
const slack = 1.4;
/** How much one more answer counts against those before it. */
const share = 0.2;
/** Where no pace is set, so many are written down together while more wait. */
const mostUnpaced = 256;

/**
 * By Little's law the pace times the time of an answer are under way: 2 at 30/s and 57 ms, 15 at 500 ms. That is also the most
 * that a crash can double. It is reached step by step, one more for each request that arrives; one that fails begins anew,
 * so that an outage finds few under way.
 */
export function createFlight(pace: Pace): Flight {
  const within = (ms: number): number => (pace.everyMs > 0 ? Math.ceil((slack * ms) / pace.everyMs) + 1 : mostUnpaced);
  let answerMs: number | undefined;
  let proven = pace.everyMs > 0 ? within(assumedMs) : fewest;
  return {
    most: () => Math.max(fewest, Math.min(proven, within(answerMs ?? assumedMs))),
    arrived: (ms) => {
      const seen = Math.min(slowestMs, ms);
      answerMs = answerMs === undefined ? seen : answerMs + share * (seen - answerMs);
      proven = Math.min(within(slowestMs), proven + 1);
    },
    failed: () => {
      proven = fewest;
    },
  };
}
