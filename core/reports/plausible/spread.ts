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

/**
 * What a spread is taken for that few values tell: a guess counts as four values beside them, on the scale of logarithms, as deviations
 * vary. It is wider by what their middle is uncertain (Gelman et al., Bayesian Data Analysis, 2013, 3.3).
 */
export function tempered(
  { middle, below, above }: Spread,
  { values, guess, least }: { values: number; guess: number; least: number },
): Spread {
  const weight = guessed / (values + guessed);
  const side = (measured: number): number =>
    Math.max(measured, least) ** (1 - weight) * Math.max(guess, least) ** weight * Math.sqrt(1 + 1 / values);
  return { middle, below: side(below), above: side(above) };
}

const guessed = 4;

/** The freedom of Student's t: figures of offices have heavier tails than a normal. */
const freedom = 4;

/** The logarithm of how dense values lie at a place, but for a constant: Student's t with a side of its own on either hand. */
export function logDensityAt({ middle, below, above }: Spread, value: number, least: number): number {
  const [low, high] = [Math.max(below, least), Math.max(above, least)];
  const place = (value - middle) / (value < middle ? low : high);
  return -((freedom + 1) / 2) * Math.log1p(place ** 2 / freedom) - Math.log((low + high) / 2);
}

export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}

/** How many standard deviations a value lies from the middle, none of them smaller than `least`. */
export function distanceFrom({ middle, below, above }: Spread, value: number, least: number): number {
  return (value - middle) / Math.max(value < middle ? below : above, least);
}
