/** Pieces of one thing, each in a transaction of its own: the next is read while one is written. */

import { setImmediate } from 'node:timers/promises';

/** Resolves when it is a piece's turn to write: the one before it has ended. Rejects where that failed. */
type MyTurn = () => Promise<void>;

/**
 * Runs pieces in their order. Each reads, decides and then waits for its turn; behind it nothing but writing is left. So the
 * program and the database work at the same time, and two pieces at most are under way. Before its turn a piece must write
 * nothing: whoever it locked out would wait for it, and it for them. Where one fails, none behind it writes.
 */
export async function inTurns<T>(pieces: Iterable<T>, run: (piece: T, turn: MyTurn) => Promise<void>): Promise<void> {
  let last = Promise.resolve();
  for (const piece of pieces) {
    const before = last;
    let ready = (): void => {};
    const isReady = new Promise<void>((resolve) => {
      ready = resolve;
    });
    const own = run(piece, () => {
      ready();
      // What the one before it brings about has its turn of the event loop first.
      return before.then(() => setImmediate());
    });
    last = bothEnd(before, own);
    await Promise.race([isReady, last]);
    await before.catch(() => last);
  }
  await last;
}

/** Ends when both have ended, and rejects where one did. */
async function bothEnd(before: Promise<void>, own: Promise<void>): Promise<void> {
  const failed = (await Promise.allSettled([before, own])).find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}
