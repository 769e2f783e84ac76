/** What a rule expects while some places still break it: no new ones, and no exception that is no longer needed. */
import { expect } from 'vitest';

/** What a failure says of entries that nothing needs any more. */
export const noLongerNeeded = 'no longer needed: take these out of tests/architecture/allowed.ts';

/** Everything found must be allowed, and everything allowed must still be found. */
export function expectOnly(found: ReadonlyMap<string, string>, entries: readonly string[]): void {
  const wrong = [...found].filter(([key]) => !entries.includes(key)).map(([, said]) => said);
  const needless = entries.filter((entry) => !found.has(entry));
  expect.soft(wrong, 'what breaks the rule').toEqual([]);
  expect.soft(needless, noLongerNeeded).toEqual([]);
}

/** What is measured must be within `most`, or within what its entry allows. */
export function expectWithin(
  measured: readonly { name: string; size: number }[],
  most: number,
  unit: string,
  entries: Readonly<Record<string, number>>,
): void {
  const over = measured.filter(({ size }) => size > most);
  const wrong = over.filter(({ name, size }) => size > (entries[name] ?? most));
  const needless = Object.keys(entries).filter((entry) => !over.some(({ name }) => name === entry));
  expect.soft(wrong.map(({ name, size }) => `${name}: ${size} ${unit}, at most ${entries[name] ?? most}`)).toEqual([]);
  expect.soft(needless, noLongerNeeded).toEqual([]);
}
