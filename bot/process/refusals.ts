/** What the service refuses is counted and logged, without filling the log and without naming anybody. */
import { createHmac } from 'node:crypto';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/**
 * What was refused. `webhook`: a delivery without our secret. `code`: an invite's code that opens nothing. `phone`: a number
 * that no unit has. `command`: one that is for others. `flood`: more messages than anybody types. `page`: one that was opened
 * inside a platform without its proof.
 */
export type RefusedThing = 'webhook' | 'code' | 'phone' | 'command' | 'flood' | 'page';

/**
 * Counts a refusal and logs it, of the same thing and person once a minute. `who` is an address, a person's id or a peer:
 * the log shows a keyed digest of it. `why` is for the operator and holds nothing that somebody wrote.
 */
export type NoteRefused = (what: RefusedThing, who: string, why: string) => void;

type RefusalDeps = {
  log: Pick<Log, 'warn'>;
  metrics: Pick<Metrics, 'countRefused'>;
  /** The secret key; the same person has the same digest for as long as it is the same. */
  key: Buffer;
  /** Machine time in milliseconds; any origin. */
  machineNow: () => number;
};

const minuteMs = 60_000;
/** Of more senders than this within a minute the log names no further ones; the counter goes on. */
const mostLines = 200;

export function createRefusals({ log, metrics, key, machineNow }: RefusalDeps): NoteRefused {
  const counts = new Map<string, number>();
  let since = machineNow();
  return (what, who, why) => {
    metrics.countRefused(what);
    const now = machineNow();
    if (now - since >= minuteMs) {
      const more = [...counts.values()].reduce((sum, count) => sum + count - 1, 0);
      if (more > 0) log.warn({ more }, 'further refusals of the last minute, of the same kinds');
      counts.clear();
      since = now;
    }
    const digest = createHmac('sha256', key).update(`refused ${who}`).digest('hex').slice(0, 12);
    const name = `${what} ${digest}`;
    const count = counts.get(name);
    if (count === undefined && counts.size >= mostLines) return;
    counts.set(name, (count ?? 0) + 1);
    if (count === undefined) log.warn({ refused: what, who: digest, why }, 'refused');
  };
}
