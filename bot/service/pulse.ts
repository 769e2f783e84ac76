/** Whether the service still can do what it is for: a small write, again and again, tells what a flag cannot. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../../db/database.ts';
import { type Fence, touchTerm } from '../../db/delivery/fence.ts';
import { databaseTrouble } from '../../db/engine/trouble.ts';
import { monotonic } from '../clock.ts';
import type { Log } from '../process/log.ts';

export type Pulse = {
  /** What fails now, in words for an operator; empty while all is well. */
  troubles(): string[];
  stop(): Promise<void>;
};

export type PulseDeps = {
  db: Db;
  fence: Fence;
  log: Log;
  /** Called once when another process leads. */
  onFenced: () => void;
};

/** How often is written, and how old the last success may be, in milliseconds of machine time. */
const beatMs = 2_000;
const oldMs = 6_000;

export function startPulse({ db, fence, log, onFenced }: PulseDeps): Pulse {
  const stopping = new AbortController();
  let succeededAt = monotonic();
  let failure: string | undefined;

  async function beat(): Promise<void> {
    let found: string | undefined;
    try {
      if (!(await touchTerm(db, fence))) return fenced();
      succeededAt = monotonic();
    } catch (error) {
      found = databaseTrouble(error);
    }
    if (stopping.signal.aborted) return;
    if (found !== failure && found !== undefined) log.error({ reason: found }, 'the database takes no writes');
    if (found === undefined && failure !== undefined) log.info('the database takes writes again');
    failure = found;
  }

  function fenced(): void {
    stopping.abort();
    failure = 'another process leads';
    onFenced();
  }

  const running = (async () => {
    while (!stopping.signal.aborted) {
      await beat();
      await sleep(beatMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();

  return {
    troubles: () => {
      if (failure !== undefined) return [`database: ${failure}`];
      return monotonic() - succeededAt > oldMs ? ['database: no answer'] : [];
    },
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
