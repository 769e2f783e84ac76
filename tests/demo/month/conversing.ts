/** Many people talk at once, each one thing after the other; what comes of a turn has arrived before the next. */
import type { Stand } from './stand.ts';
import type { Talk } from './talks.ts';

/** So many turns are handed in side by side. */
const atOnce = 6;
const mostTurns = 60;

export async function converse(stand: Stand, talks: readonly Talk[]): Promise<void> {
  const queues = new Map<string, Talk[]>();
  for (const talk of talks) {
    const { address } = talk.resident;
    queues.set(address, [...(queues.get(address) ?? []), talk]);
  }
  for (let turn = 0; queues.size > 0; turn += 1) {
    if (turn > mostTurns * 4) throw new Error('talks come to no end');
    const now = [...queues.entries()];
    for (let from = 0; from < now.length; from += atOnce)
      await Promise.all(
        now.slice(from, from + atOnce).map(async ([address, [talk, ...rest]]) => {
          if (talk && !(await talk.turn())) return;
          if (rest.length === 0) queues.delete(address);
          else queues.set(address, rest);
        }),
      );
    await stand.settle();
  }
}
