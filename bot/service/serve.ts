/**
 * The service for as long as its process lives: it waits for its database, leads, and takes its lock again after it was
 * lost. Each time it leads it is put together anew, so that nothing of the time before is believed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { fail, ok, type Result } from '../../core/result.ts';
import type { OpenFailure } from '../../db/engine/open-failure.ts';
import { portTaken } from '../../messages/terminal/port.ts';
import type { Config } from '../config/environment.ts';
import { sayOpenFailure } from '../process/database.ts';
import type { Log } from '../process/log.ts';
import { openWaitingServer, type WaitingServer } from '../web/http/waiting-server.ts';
import { follow } from './following.ts';
import { type Leadership, takeLeadership } from './leadership.ts';
import { startLed } from './start.ts';

/** How soon the database is tried again, and how often the log says that it is waited for, in milliseconds. */
const againMs = 500;
const sayMs = 10_000;

type Waiting = { config: Config; log: Log; signal: AbortSignal; hasLed: boolean };

/**
 * Runs until the signal is aborted, then ends what is under way. Fails with a sentence where waiting would not help: a
 * wrong setting, a taken port, another process that leads from the start.
 */
export async function serve(config: Config, log: Log, signal: AbortSignal): Promise<Result<undefined>> {
  for (let hasLed = false; !signal.aborted; hasLed = true) {
    const leadership = await waitForLeadership({ config, log, signal, hasLed });
    if (!leadership.ok) return leadership;
    if (!leadership.value) break;
    const reason = await lead(leadership.value, { config, log, signal, hasLed });
    if (!reason.ok) return reason;
    if (!signal.aborted) log.error({ reason: reason.value }, 'nothing is sent until the database can be had again');
  }
  return ok(undefined);
}

/** Leads until leadership is lost or the signal is aborted; resolves with the reason. */
async function lead(leadership: Leadership, { config, log, signal, hasLed }: Waiting): Promise<Result<string>> {
  try {
    const started = await startLed(config, log, leadership, {});
    if (!started.ok) {
      await leadership.release();
      return started;
    }
    const reason = await Promise.race([started.value.lost, aborted(signal)]);
    await started.value.stop();
    return ok(reason);
  } catch (error) {
    await leadership.release();
    // A database that goes away while the service starts comes back; any other fault is one of the first start too.
    if (!hasLed && (await Promise.race([leadership.lost, undefined])) === undefined) throw error;
    return ok(error instanceof Error ? error.message : String(error));
  }
}

/** Waits until this process may lead; undefined when the signal was aborted first. */
async function waitForLeadership(waiting: Waiting): Promise<Result<Leadership | undefined>> {
  const { config, log, signal, hasLed } = waiting;
  let server: WaitingServer | undefined;
  try {
    for (let said = Number.NEGATIVE_INFINITY, waited = 0; !signal.aborted; waited += againMs) {
      const taken = await takeLeadership(config);
      if (taken.ok) return taken;
      if (config.isOneOfSeveral && taken.error.type === 'taken') {
        await server?.close();
        server = undefined;
        return await follow({ config, log, signal });
      }
      if (!hasLed && !mayPass(taken.error)) return fail(sayOpenFailure(taken.error));
      if (waited - said >= sayMs) {
        said = waited;
        log.warn({ why: sayOpenFailure(taken.error) }, 'waiting for the database');
      }
      server ??= await openWaitingServer(config.host, config.port);
      await sleep(againMs, undefined, { signal }).catch(() => {});
    }
    return ok(undefined);
  } catch (error) {
    if (server) throw error;
    return fail(portTaken(`${config.host}:${config.port}`, error instanceof Error ? error.message : String(error)));
  } finally {
    await server?.close();
  }
}

/** A server that is not there yet comes; who is turned away stays turned away. */
const mayPass = (failure: OpenFailure): boolean => failure.type === 'unreachable';

const aborted = (signal: AbortSignal): Promise<string> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(String(signal.reason));
    signal.addEventListener('abort', () => resolve(String(signal.reason)), { once: true });
  });
