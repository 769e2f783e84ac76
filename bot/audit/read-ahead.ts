import { setImmediate as nextTick } from 'node:timers/promises';

/**
 * The pages of a list, each asked for while the one before is worked on. `read` gives the page behind a row, an empty one at
 * the end.
 */
export async function* readAhead<T>(read: (last: T | undefined) => Promise<T[]>): AsyncGenerator<T[]> {
  for (let coming = read(undefined); ; ) {
    const page = await coming;
    const last = page.at(-1);
    if (last === undefined) return;
    coming = read(last);
    // Whoever goes on hears of its failure; whoever has enough needs no page.
    coming.catch(() => {});
    // The statement leaves the process only when the tasks before it have run, one of the driver's among them.
    await nextTick();
    await nextTick();
    yield page;
  }
}
