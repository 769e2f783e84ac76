/** Seeded chance. What is drawn depends on the seed and on what it is drawn for, never on the order of events. */
import { crc32 } from 'node:zlib';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A whole number from `from` to `to`, drawn for a purpose: the same seed and purpose give the same number. */
export const draw = (seed: number, purpose: string, from: number, to: number): number =>
  uniformInt(xoroshiro128plus(crc32(`${seed} ${purpose}`)), from, to);

/** True for `percent` of all purposes. */
export const happens = (seed: number, purpose: string, percent: number): boolean =>
  draw(seed, purpose, 1, 100) <= percent;
