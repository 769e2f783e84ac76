import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inTurns } from '../../../jobs/reminders/in-turns.ts';

/** How long each piece reads and writes (turns of the event loop), and where it fails, if it does. */
type Piece = { reads: number; writes: number; fails?: 'reading' | 'writing' };

/** Runs pieces; what they did, in its order, and how many were under way at most. */
async function played(pieces: readonly Piece[]) {
  const done: string[] = [];
  let [underWay, most, writing] = [0, 0, 0];
  const wait = async (turns: number): Promise<void> => {
    for (let turn = 0; turn < turns; turn += 1) await setImmediate();
  };
  const failed = await inTurns(pieces.entries(), async ([n, { reads, writes, fails }], turn) => {
    underWay += 1;
    most = Math.max(most, underWay);
    try {
      await wait(reads);
      if (fails === 'reading') throw new Error(`${n}`);
      done.push(`read ${n}`);
      await turn();
      expect(writing).toBe(0);
      writing += 1;
      await wait(writes).finally(() => {
        writing -= 1;
      });
      if (fails === 'writing') throw new Error(`${n}`);
      done.push(`written ${n}`);
    } finally {
      underWay -= 1;
    }
  }).then(
    () => undefined,
    (error: Error) => error.message,
  );
  return { done, most, failed, left: underWay };
}

test('a piece is read while the one before it is written', async () => {
  const { done } = await played([
    { reads: 1, writes: 5 },
    { reads: 1, writes: 5 },
    { reads: 1, writes: 5 },
  ]);
  expect(done).toEqual(['read 0', 'read 1', 'written 0', 'read 2', 'written 1', 'written 2']);
});

test('pieces are written one at a time and in order up to the first that fails, and none is left under way', async () => {
  const turns = fc.integer({ min: 0, max: 4 });
  const piece = fc.record(
    { reads: turns, writes: turns, fails: fc.constantFrom<'reading' | 'writing'>('reading', 'writing') },
    { requiredKeys: ['reads', 'writes'] },
  );
  const seldomFailing = fc.oneof({ weight: 4, arbitrary: fc.record({ reads: turns, writes: turns }) }, piece);
  await fc.assert(
    fc.asyncProperty(fc.array(seldomFailing, { maxLength: 8 }), async (pieces) => {
      const { done, most, failed, left } = await played(pieces);
      const first = pieces.findIndex(({ fails }: Piece) => fails !== undefined);
      const written = done.filter((one) => one.startsWith('written'));
      const expected = pieces.slice(0, first < 0 ? undefined : first).map((_, n) => `written ${n}`);
      expect(written).toEqual(expected);
      expect(failed === undefined).toBe(first < 0);
      expect(most).toBeLessThanOrEqual(2);
      expect(left).toBe(0);
    }),
  );
});
