import { setImmediate as nextTick } from 'node:timers/promises';

/**
 * The pages of a list, each asked for while the one before is worked on. `read` gives the page behind a row, as long as it can be
 * up to `limit`: a shorter one is the last.
 */
export async function* readAhead<T>(
  limit: number,
  read: (last: T | undefined, limit: number) => Promise<T[]>,
): AsyncGenerator<T[]> {
  for (let coming = read(undefined, limit); ; ) {
    const page = await coming;
    if (page.length < limit) {
      if (page.length > 0) yield page;
      return;
    }
    coming = read(page.at(-1), limit);
    // Whoever goes on hears of its failure; whoever has enough needs no page.
    coming.catch(() => {});
    // The statement leaves the process only when the tasks before it have run, one of the driver's among them.
    await nextTick();
    await nextTick();
    yield page;
  }
}
