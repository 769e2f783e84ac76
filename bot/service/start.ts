/** The whole product in one process: put together, started, stopped. */

import { fail, ok, type Result } from '../../core/result.ts';
import { civilDate } from '../../core/time/calendar.ts';
import type { Db } from '../../db/database.ts';
import { countQueues } from '../../db/delivery/uncertain.ts';
import { createGroupKeeper } from '../../jobs/platforms/groups.ts';
import { createNameSeeker } from '../../jobs/platforms/names.ts';
import type { DueSlot } from '../../jobs/reminders/due.ts';
import { startJobs } from '../../jobs/scheduler.ts';
import { portTaken } from '../../messages/chat/menu.ts';
import { zaloSentence } from '../../messages/terminal/zalo.ts';
import { createAuditor } from '../audit/auditor.ts';
import { createSeal } from '../audit/seal.ts';
import type { Clock } from '../clock.ts';
import { serveCommands } from '../commands/server.ts';
import type { Config } from '../config.ts';
import { alertStaff } from '../delivery/alert.ts';
import { createDeliverer, settleAbandoned } from '../delivery/deliverer.ts';
import { createVoice, type LimitsOf } from '../delivery/voice.ts';
import { createReceiver } from '../inbound/receive.ts';
import { createFileOpener } from '../links/open.ts';
import { createPaperMaker } from '../papers/maker.ts';
import { clockFor } from '../process/civil-clock.ts';
import { openLocked, placeOf } from '../process/database.ts';
import type { Log } from '../process/log.ts';
import { createMetrics } from '../process/metrics.ts';
import { readSecretKey } from '../process/secret-key.ts';
import { createWebHub } from '../process/signals.ts';
import { createWebServer } from '../web/server.ts';
import type { Simulator } from '../web/simulator/routes.ts';
import { openChannels } from './channels.ts';

export type Service = {
  db: Db;
  clock: Clock;
  /** Where the web server listens. */
  url: string;
  /** Resolves with the reason when the service may not go on (its lock was lost). */
  lost: Promise<string>;
  nudge(): void;
  /** Stops receiving, lets what is under way end, frees the database. */
  stop(): Promise<void>;
};

/** What rehearsals and tests put in place of the real thing. */
export type ServiceOptions = {
  clock?: Clock;
  limits?: LimitsOf;
  simulator?: (service: { db: Db; clock: Clock; nudge: () => void }) => Simulator;
  onSlot?: (slot: DueSlot, messages: number) => void;
};

/** How long to wait for a predecessor that is just ending. */
const lockWaitMs = 2000;

export async function startService(config: Config, log: Log, options: ServiceOptions = {}): Promise<Result<Service>> {
  const locked = await openLocked(placeOf(config), lockWaitMs);
  if (!locked.ok) return locked;
  const database = locked.value;
  const { db } = database;
  const civil = options.clock ? ok(options.clock) : await clockFor(config, db, { isService: true });
  if (!civil.ok) {
    await database.close();
    return civil;
  }
  const clock = civil.value;
  const key = readSecretKey(config);
  if (!key.ok) {
    await database.close();
    return key;
  }
  const voice = createVoice(config, key.value, clock, options.limits);
  const auditor = createAuditor(createSeal(key.value), clock.civil);
  await auditor.begin(db);
  const isSimulated = options.clock !== undefined || clock.civil !== clock.machine;

  const hub = createWebHub();
  const metrics = createMetrics(() => countQueues(db));
  const opened = openChannels(config, {
    db,
    clock,
    log,
    key: key.value,
    onUnknownEvent: (channel) => metrics.countInbound(channel, 'unknown'),
    onConsentNeeded: (link, lost) => {
      log.error({ link }, 'the Zalo Official Account needs a new consent of its administrator');
      const occasion = lost === undefined ? civilDate(clock.civil()) : `pair ${lost}`;
      const alert = { broken: 'zalo-oa', occasion, text: zaloSentence.consentAlert(link) } as const;
      alertStaff(db, alert, voice, clock.civil())
        .then(() => nudge())
        .catch((error: unknown) => log.error({ err: error }, 'staff could not be told of the lost consent'));
    },
    onConsent: () => {
      for (const deliverer of deliverers) if (deliverer.channel === 'zalo-oa') deliverer.resume();
    },
  });
  const { channels } = opened;
  const makePaper = createPaperMaker(db, clock);
  const deliverers = channels.map((channel) =>
    createDeliverer(channel, {
      db,
      clock,
      voice,
      auditor,
      log,
      makePaper,
      onSettled: (row, outcome) => {
        metrics.countOutbound(row.channel, outcome);
        if (row.channel === 'web') hub.changed(row.address);
      },
    }),
  );
  const nudge = (): void => {
    for (const deliverer of deliverers) deliverer.nudge();
  };
  const links = (code: string): string[] => channels.flatMap((channel) => channel.link(code) ?? []);
  const receiver = createReceiver({ db, clock, voice, auditor, links, nudge, log, metrics });

  let isReady = false;
  const server = await listen({
    db,
    clock,
    hub,
    log,
    metrics,
    receive: receiver.receive,
    config,
    isReady: () => isReady,
    openFile: createFileOpener({ db, clock, key: key.value, makePaper }),
    webhooks: opened.webhooks,
    ...(opened.acceptZaloConsent && { acceptZaloConsent: opened.acceptZaloConsent }),
    ...(options.simulator && { simulator: options.simulator({ db, clock, nudge }) }),
  });
  if (!server.ok) {
    await database.close();
    return server;
  }

  const abandoned = await settleAbandoned({ db, auditor }, clock.civil());
  if (abandoned > 0) log.warn({ requests: abandoned }, 'requests were under way when the last process ended');
  const commands =
    database.kind === 'embedded' ? await serveCommands({ db, clock, config, nudge, log }, config.dataDir) : undefined;
  opened.start();
  for (const deliverer of deliverers) deliverer.start();
  for (const channel of channels) channel.start(receiver.receive);
  const jobs = startJobs(
    {
      db,
      clock,
      voice,
      auditor,
      receiver,
      channels,
      seekNames: createNameSeeker(),
      keepGroups: createGroupKeeper(),
      isEmbedded: database.kind === 'embedded',
      nudge,
      ...(options.onSlot && { onSent: options.onSlot }),
    },
    isSimulated,
    log,
  );
  isReady = true;
  log.info({ url: server.value.url, database: database.kind, channels: channels.map((c) => c.name) }, 'ready');

  return ok({
    db,
    clock,
    url: server.value.url,
    lost: database.lost,
    nudge,
    stop: async () => {
      isReady = false;
      await Promise.all(channels.map((channel) => channel.stop()));
      await server.value.close();
      await commands?.close();
      await jobs.stop();
      await receiver.stop();
      await Promise.all(deliverers.map((deliverer) => deliverer.stop()));
      await opened.stop();
      await database.close();
    },
  });
}

async function listen(
  deps: Parameters<typeof createWebServer>[0],
): Promise<Result<Awaited<ReturnType<typeof createWebServer>>>> {
  try {
    return ok(await createWebServer(deps));
  } catch (error) {
    return fail(
      portTaken(`${deps.config.host}:${deps.config.port}`, error instanceof Error ? error.message : String(error)),
    );
  }
}
