/** Seeded chance: the distributions that figures of offices are drawn from. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export type Chance = ReturnType<typeof createChance>;

/** The same seed draws the same. */
export function createChance(seed: number) {
  const generator = xoroshiro128plus(seed);
  const whole = (from: number, to: number): number => uniformInt(generator, from, to);
  /** Between 0 and 1, neither of them. */
  const share = (): number => (whole(0, 2 ** 30 - 1) + 0.5) / 2 ** 30;
  const normal = (middle = 0, deviation = 1): number =>
    middle + deviation * Math.sqrt(-2 * Math.log(share())) * Math.cos(2 * Math.PI * share());
  /** Marsaglia and Tsang, A Simple Method for Generating Gamma Variables, 2000. */
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * share() ** (1 / shape);
    const [d, c] = [shape - 1 / 3, 1 / Math.sqrt(9 * (shape - 1 / 3))];
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(share()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const beta = (a: number, b: number): number => {
    const [one, other] = [gamma(a), gamma(b)];
    return one / (one + other);
  };
  const poisson = (mean: number): number => {
    if (mean > 60) return Math.max(0, Math.round(normal(mean, Math.sqrt(mean))));
    let [count, left] = [0, share()];
    for (const bound = Math.exp(-mean); left > bound; left *= share()) count += 1;
    return count;
  };
  return {
    whole,
    share,
    normal,
    beta,
    poisson,
    happens: (chance: number): boolean => share() < chance,
    lognormal: (middle: number, deviation: number): number => middle * Math.exp(normal(0, deviation)),
    /** Events that come in bunches: the smaller the shape, the more. */
    bunched: (mean: number, shape: number): number => poisson((mean * gamma(shape)) / shape),
    binomial: (n: number, p: number): number =>
      n * p * (1 - p) > 20
        ? Math.min(n, Math.max(0, Math.round(normal(n * p, Math.sqrt(n * p * (1 - p))))))
        : Array.from({ length: n }, share).filter((one) => one < p).length,
    pick: <T>(some: readonly T[]): T => some[whole(0, some.length - 1)] as T,
    shuffled: <T>(some: readonly T[]): T[] =>
      some
        .map((one) => ({ one, at: share() }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one),
  };
}
