/** How many calls a minute the package of an account allows. */
import { fold } from '../../../core/language/text.ts';

/** What the smallest package with an API allows: Growth of Zalo's list of packages of 1 June 2026. */
const fewest = 100;

/** Packages of that list that allow more, by their name in Vietnamese or English. */
const packages: readonly (readonly [name: RegExp, perMinute: number])[] = [[/toan dien|comprehensive/, 2000]];

/**
 * Calls a minute for a package of this name, and no more than `most`. A name that is not known, or not told yet, allows as
 * few as the smallest package: too slow is late, too fast is refused.
 */
export function callsAMinute(name: string | undefined, most = Number.POSITIVE_INFINITY): number {
  const known = packages.find(([pattern]) => pattern.test(fold(name ?? '')));
  return Math.min(known?.[1] ?? fewest, most);
}
