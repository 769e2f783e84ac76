/**
 * A process that does not lead, where several work on one PostgreSQL. It serves pages and takes the turns of what comes to it;
 * what they queue, the leader sends. It waits for the lock of the service in the server's own queue, and ends a leader that has gone silent.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { fail, ok, type Result } from '../../core/result.ts';
import { listenForPages, wakeLeader } from '../../db/conversation/wake.ts';
import type { Db } from '../../db/database.ts';
import { readBeat } from '../../db/delivery/fence.ts';
import { countQueues } from '../../db/delivery/uncertain.ts';
import { openDatabase } from '../../db/engine/open.ts';
import { awaitServiceLock, endHolder, type ServiceLock } from '../../db/engine/service-lock.ts';
import { monotonic } from '../clock.ts';
import type { Config } from '../config/environment.ts';
import { clockFor } from '../process/civil-clock.ts';
import { openUnder, placeOf, sayOpenFailure } from '../process/database.ts';
import type { Log } from '../process/log.ts';
import { createMetrics } from '../process/metrics.ts';
import { readSecretKey } from '../process/secret-key.ts';
import { assemble } from './assemble.ts';
import { openChannels } from './channels.ts';
import type { Leadership } from './leadership.ts';
import { startReceiving } from './receiving.ts';

/**
 * How long a leader's pulse may stand still, in milliseconds of this process's time: ten beats. With what looking and starting
 * take, another leads within half a minute. How often it is looked at.
 */
const silentMs = 20_000;
const lookMs = 4_000;

export type FollowingDeps = { config: Config; log: Log; signal: AbortSignal };

/** Follows until this process may lead; undefined where the signal was aborted first. */
export async function follow({ config, log, signal }: FollowingDeps): Promise<Result<Leadership | undefined>> {
  const url = config.database.url;
  if (url === undefined) throw new Error('the embedded database has one process');
  const opened = await openDatabase(placeOf(config));
  if (!opened.ok) return fail(sayOpenFailure(opened.error));
  const { db, close } = opened.value;
  const stopping = new AbortController();
  const end = () => stopping.abort();
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  try {
    const serving = await serveOnly(config, log, db);
    if (!serving.ok) return serving;
    log.info({ url: serving.value.url }, 'ready: another process leads');
    const watching = watchLeader({ db, url, log, signal: stopping.signal });
    const lock = await waitForLock(url, { log, signal: stopping.signal });
    stopping.abort();
    await watching;
    await serving.value.stop();
    if (!lock) return ok(undefined);
    const database = await openUnder(lock, placeOf(config));
    if (!database.ok) return fail(sayOpenFailure(database.error));
    log.warn('the leader is gone: this process leads');
    return ok({ database: database.value, lost: database.value.lost, release: () => database.value.close() });
  } finally {
    signal.removeEventListener('abort', end);
    stopping.abort();
    await close();
  }
}

/** Serves pages and webhooks, and takes turns. */
async function serveOnly(config: Config, log: Log, db: Db): Promise<Result<{ url: string; stop(): Promise<void> }>> {
  const clock = await clockFor(config, db, { isService: false });
  if (!clock.ok) return clock;
  const key = readSecretKey(config);
  if (!key.ok) return key;
  const metrics = createMetrics(() => countQueues(db));
  const opened = openChannels(config, {
    db,
    clock: clock.value,
    log,
    key: key.value,
    onUnknownEvent: (channel) => metrics.countInbound(channel, 'unknown'),
    onConsentNeeded: () => {},
    onConsent: () => {},
  });
  const product = assemble(config, {
    db,
    clock: clock.value,
    key: key.value,
    log,
    metrics,
    channels: opened.channels,
    isOneOfSeveral: true,
  });
  const receiving = await startReceiving(product, {
    config,
    metrics,
    opened,
    isReady: () => true,
    troubles: () => product.vitals.troubles(),
  });
  if (!receiving.ok) return receiving;
  for (const { receiving: own } of product.channels) own?.accept?.(product.receiver.receive);
  receiving.value.startWaiting();
  const unsubscribe = product.signals.onNudge(createWaking(db));
  const pages = listenForPages(config.database.url ?? '', product.signals.changed);
  return ok({
    url: receiving.value.url,
    stop: async () => {
      await pages.stop();
      // What is under way has its turn before its channel takes nothing more.
      await receiving.value.close();
      await Promise.all(product.channels.map(({ receiving: own }) => own?.stop()));
      await receiving.value.stop();
      unsubscribe();
    },
  });
}

/** Tells the leader that something was queued. What is queued while it is being told is told of once, afterwards. */
function createWaking(db: Db): () => void {
  let isUnderWay = false;
  let isMore = false;
  const tell = async (): Promise<void> => {
    do {
      isMore = false;
      // The leader looks by itself soon.
      await wakeLeader(db).catch(() => {});
    } while (isMore);
    isUnderWay = false;
  };
  return () => {
    isMore = true;
    if (isUnderWay) return;
    isUnderWay = true;
    void tell();
  };
}

type Waiting = { log: Log; signal: AbortSignal };

/** Waits until the lock is free, through every trouble of the database; undefined where the signal was aborted first. */
async function waitForLock(url: string, { log, signal }: Waiting): Promise<ServiceLock | undefined> {
  while (!signal.aborted) {
    const lock = await awaitServiceLock(url, signal);
    if (lock.ok) return lock.value;
    if (signal.aborted) return undefined;
    log.warn({ why: sayOpenFailure(lock.error) }, 'waiting for the database');
    await sleep(1000, undefined, { signal }).catch(() => {});
  }
  return undefined;
}

/** Looks at the leader's pulse, and ends a leader of which nothing is heard: its writes are refused from then on. */
async function watchLeader({ db, url, log, signal }: Waiting & { db: Db; url: string }): Promise<void> {
  let beat: string | undefined;
  let heardAt = monotonic();
  while (!signal.aborted) {
    await sleep(lookMs, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    try {
      const now = await readBeat(db);
      if (now !== beat) {
        beat = now;
        heardAt = monotonic();
      } else if (monotonic() - heardAt >= silentMs) {
        heardAt = monotonic();
        if (await endHolder(url)) log.error('nothing was heard of the leader: it may lead no longer');
      }
    } catch (error) {
      // Where the database does not answer, its silence is not the leader's.
      heardAt = monotonic();
      log.warn({ err: error }, 'the pulse of the leader could not be read');
    }
  }
}
