/** Sums made anew from raw rows. */
import type { RawReport } from './book.ts';

/** It was handed in by then, and was neither sent back nor asked for more. */
export const isInForce = ({ at, returned, reopened }: RawReport, instant: Date): boolean =>
  at < instant.getTime() &&
  (returned === null || returned > instant.getTime()) &&
  (reopened === null || reopened > instant.getTime());

/** A name stands in a text, and is not the beginning of a longer one. */
export const isNamed = (text: string, name: string): boolean =>
  new RegExp(`${name}(?![\\p{L} ]*\\p{L})`, 'u').test(text);

export type Counted = { reported: number; onTime: number; totals: Record<string, number> };

/** Adds up the newest revision of each report that counts. */
export function recount(raw: readonly RawReport[]): Counted {
  const newest = new Map<number, RawReport>();
  const first = new Map<number, number>();
  for (const one of raw) {
    if (one.returned !== null) continue;
    newest.set(one.obligation, one);
    // What an amendment asked for more is in time when the answer to it is.
    if (one.reopened === null && !first.has(one.obligation)) first.set(one.obligation, one.at);
  }
  const counted: Counted = { reported: 0, onTime: 0, totals: {} };
  for (const one of newest.values()) {
    for (const [label, figure] of Object.entries(one.figures))
      counted.totals[label] = (counted.totals[label] ?? 0) + figure;
    if (one.reopened !== null) continue;
    counted.reported += 1;
    if ((first.get(one.obligation) ?? Infinity) < one.overdue) counted.onTime += 1;
  }
  return counted;
}
