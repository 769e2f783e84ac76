/** How far figures of the same kind lie from each other, by order statistics: a few odd ones among them move nothing. */

/** The standard normal's 90th percentile: a tenth lies beyond it on either side. */
const tenth = 1.2816;

/** The middle, and how far a tenth lies from it on each side, as standard deviations of a normal. */
export type Spread = { middle: number; below: number; above: number };

/** Sides are measured apart, as figures of offices lean to one: most are done, and a few are far behind. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = quantile(sorted, 0.5);
  return {
    middle,
    below: (middle - quantile(sorted, 0.1)) / tenth,
    above: (quantile(sorted, 0.9) - middle) / tenth,
  };
}

function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}

/** How many standard deviations a value lies from the middle, none of them smaller than `least`. */
export function distanceFrom({ middle, below, above }: Spread, value: number, least: number): number {
  return (value - middle) / Math.max(value < middle ? below : above, least);
}
