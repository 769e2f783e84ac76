/** The thread in which papers are built whose model says all. */
import { afterEach, expect, test } from 'vitest';
import { buildPaper } from '../../../bot/papers/build.ts';
import type { ReportModel } from '../../../core/figures/papers.ts';
import { useModels } from './models.ts';

const models = useModels();

/** How many threads began. */
let threads = 0;
const count = () => {
  threads += 1;
};
process.on('worker', count);
afterEach(() => {
  threads = 0;
});

const isPicture = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(1, 4)).toString() === 'PNG';

test('papers that follow one another come out of one thread, the same as out of two', async () => {
  const order = { paper: 'picture', model: models().report } as const;
  const first = await buildPaper(order);
  const before = threads;
  const second = await buildPaper(order);
  const report = await buildPaper({ paper: 'report', model: models().report });
  expect(threads).toBe(before);
  expect([isPicture(first), Buffer.from(second).equals(Buffer.from(first)), report.length > 10_000]).toEqual([
    true,
    true,
    true,
  ]);
});

test('two at once have a thread each, and both come', async () => {
  const order = { paper: 'picture', model: models().report } as const;
  expect((await Promise.all([buildPaper(order), buildPaper(order)])).every(isPicture)).toBe(true);
});

test('a paper that cannot be built ends its thread, and the next comes out of another', async () => {
  await expect(buildPaper({ paper: 'report', model: {} as ReportModel })).rejects.toThrow(/undefined/);
  expect(isPicture(await buildPaper({ paper: 'picture', model: models().report }))).toBe(true);
});
