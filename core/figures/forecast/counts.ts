/** How many of several units will report, where each does so with a chance of its own, and all may be quicker or slower together. */

/** So many units with the same chance. */
export type Chance = { units: number; chance: number };

export const logit = (chance: number): number => Math.log(chance / (1 - chance));
export const fromLogit = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** Nine normal deviates of the same weight: the middles of ninths of the standard normal distribution. */
const deviates = [-1.593, -0.967, -0.589, -0.282, 0, 0.282, 0.589, 0.967, 1.593];

/** For more units than these the counts are taken for normal: their chances one by one would take long, and change nothing. */
const mostExact = 400;

/**
 * The mean of the count, and the bounds between which it lies with so much certainty (0.9), half of the rest on each side.
 * `spread` is the standard deviation, in log-odds, of what moves all units together.
 */
export function countReports(
  chances: readonly Chance[],
  spread: number,
  certainty: number,
): { mean: number; low: number; high: number } {
  const all = chances.reduce((sum, { units }) => sum + units, 0);
  const moved = deviates.map((deviate) =>
    chances.map(({ units, chance }) => ({ units, chance: fromLogit(logit(chance) + deviate * spread) })),
  );
  const means = moved.map((of) => of.reduce((sum, { units, chance }) => sum + units * chance, 0));
  const below = all <= mostExact ? exactBelow(moved) : normalBelow(moved, means);
  const tail = (1 - certainty) / 2;
  return {
    mean: means.reduce((sum, mean) => sum + mean, 0) / means.length,
    low: firstReaching(below, tail, all),
    high: firstReaching(below, 1 - tail, all),
  };
}

/** The least count that is not exceeded with this probability. */
function firstReaching(below: (count: number) => number, probability: number, most: number): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (below(middle) >= probability) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The probability of at most so many: a Poisson binomial distribution for each deviate, unit by unit (Wang 1993). */
function exactBelow(moved: readonly (readonly Chance[])[]): (count: number) => number {
  const sums: number[] = [];
  for (const chances of moved) {
    let counts = [1];
    for (const { units, chance } of chances)
      for (let unit = 0; unit < units; unit += 1) {
        const next = new Array<number>(counts.length + 1).fill(0);
        counts.forEach((probability, count) => {
          next[count] = (next[count] ?? 0) + probability * (1 - chance);
          next[count + 1] = (next[count + 1] ?? 0) + probability * chance;
        });
        counts = next;
      }
    let sum = 0;
    counts.forEach((probability, count) => {
      sum += probability;
      sums[count] = (sums[count] ?? 0) + sum / moved.length;
    });
  }
  // The last is 1 but for what floating point loses.
  return (count) => (count >= sums.length - 1 ? 1 : (sums[count] ?? 0));
}

function normalBelow(moved: readonly (readonly Chance[])[], means: readonly number[]): (count: number) => number {
  const deviations = moved.map((of) =>
    Math.sqrt(of.reduce((sum, { units, chance }) => sum + units * chance * (1 - chance), 1e-9)),
  );
  return (count) =>
    means.reduce((sum, mean, at) => sum + normal((count + 0.5 - mean) / (deviations[at] ?? 1)), 0) / means.length;
}

/** The standard normal distribution, to 1e-7: Abramowitz and Stegun 1964, 26.2.17. */
function normal(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const terms = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const tail =
    (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * terms.reduceRight((sum, term) => (sum + term) * t, 0);
  return x < 0 ? tail : 1 - tail;
}
