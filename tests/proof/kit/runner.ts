/** The service under test: in this process with a clock that is set by hand, or as a process of its own. */
import { pino } from 'pino';
import { readConfig } from '../../../bot/config/environment.ts';
import { startService as startHere } from '../../../bot/service/start.ts';
import { type ServiceProcess, startService } from '../../bot/service/process.ts';
import { createRehearsalClock, type RehearsalClock } from '../../demo/clock.ts';

export type Env = Record<string, string>;

export type Runner = {
  /** Starts it, with these variables besides; rejects with its last words when it ends instead. */
  start(more?: Env): Promise<void>;
  /** Asks it to end; resolves with the exit code and how long that took. */
  stop(): Promise<{ code: number | null; ms: number }>;
  /** Ends it in the middle of whatever it does. Only a process can be killed. */
  kill(): Promise<void>;
  /** Sends its process a signal. */
  signal(name: NodeJS.Signals): void;
  /** Starts it again each time that it ends by itself, as a supervisor does. */
  supervise(): void;
  /** How often it ended by itself. */
  deaths(): number;
  /** Everything that it logged. */
  log(): string;
};

/** In this process; civil time is `clock`'s. */
export function runHere(env: Env, clock: RehearsalClock): Runner {
  let lines = '';
  let stop: (() => Promise<void>) | undefined;
  const write = (line: string): void => {
    lines += line;
  };
  const log = pino({ level: 'info' }, { write });
  return {
    start: async (more = {}) => {
      const config = readConfig({ ...env, ...more });
      if (!config.ok) throw new Error(config.error);
      const started = await startHere(config.value, log, { clock });
      if (!started.ok) throw new Error(started.error);
      stop = started.value.stop;
    },
    stop: async () => {
      const began = performance.now();
      await stop?.();
      stop = undefined;
      return { code: 0, ms: performance.now() - began };
    },
    kill: () => Promise.reject(new Error('only a process can be killed')),
    signal: () => {},
    supervise: () => {},
    deaths: () => 0,
    log: () => lines,
  };
}

export function runProcess(env: Env): Runner {
  let service: ServiceProcess | undefined;
  let isWanted = false;
  let isSupervised = false;
  let deaths = 0;
  let before = '';

  const start = async (more: Env = {}): Promise<void> => {
    if (service) before += service.log();
    isWanted = true;
    const started = await startService({ ...env, ...more });
    service = started;
    void started.ended.then(() => {
      if (!isWanted || service !== started) return;
      deaths += 1;
      if (isSupervised) return keepTrying();
    });
  };

  const keepTrying = async (): Promise<void> => {
    while (isWanted && isSupervised) {
      try {
        return await start();
      } catch (error) {
        before += String(error);
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    }
  };

  return {
    start,
    stop: async () => {
      isWanted = false;
      return (await service?.terminate()) ?? { code: null, ms: 0 };
    },
    kill: async () => {
      isWanted = false;
      await service?.kill();
    },
    signal: (name) => {
      if (service) process.kill(service.pid, name);
    },
    supervise: () => {
      isSupervised = true;
    },
    deaths: () => deaths,
    log: () => before + (service?.log() ?? ''),
  };
}

/** A clock that stands at an instant. */
export const standingClock = (at: string): RehearsalClock => createRehearsalClock(new Date(at));
