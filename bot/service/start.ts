/** The whole product in one process: started and stopped. */
import type { ChannelName } from '../../core/channels/address.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { civilDate } from '../../core/time/calendar.ts';
import type { Db } from '../../db/database.ts';
import { countQueues } from '../../db/delivery/uncertain.ts';
import type { DueSlot } from '../../jobs/reminders/due.ts';
import { zaloSentence } from '../../messages/terminal/zalo.ts';
import type { Clock } from '../clock.ts';
import { serveCommands } from '../commands/socket/server.ts';
import type { Config } from '../config/environment.ts';
import { alertStaff } from '../delivery/alert.ts';
import type { LimitsOf } from '../delivery/budgets.ts';
import { clockFor } from '../process/civil-clock.ts';
import { sayOpenFailure } from '../process/database.ts';
import type { Log } from '../process/log.ts';
import { createMetrics } from '../process/metrics.ts';
import { readSecretKey } from '../process/secret-key.ts';
import type { Simulator } from '../web/http/deps.ts';
import { assemble, type Product } from './assemble.ts';
import { openChannels } from './channels.ts';
import { type Leadership, takeLeadership } from './leadership.ts';
import { type Leading, startLeading } from './leading.ts';
import { type Pulse, startPulse } from './pulse.ts';
import { type Serving, startReceiving } from './receiving.ts';

export type Service = {
  db: Db;
  clock: Clock;
  /** Where the web server listens. */
  url: string;
  /** Resolves with the reason when the service may not go on (its lock was lost). By then nothing more is claimed. */
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

/** What is under way when the service stops has so long to end before its connections do, in milliseconds. */
const drainMs = 2000;

/** Starts the service; fails with a sentence that says what to do, and then holds nothing. */
export async function startService(config: Config, log: Log, options: ServiceOptions = {}): Promise<Result<Service>> {
  const leadership = await takeLeadership(config);
  if (!leadership.ok) return fail(sayOpenFailure(leadership.error));
  const started = await startLed(config, log, leadership.value, options);
  if (!started.ok) await leadership.value.release();
  return started;
}

/** Starts the service under a leadership that is held. Whoever took it gives it up again where this fails. */
export async function startLed(
  config: Config,
  log: Log,
  leadership: Leadership,
  options: ServiceOptions,
): Promise<Result<Service>> {
  const { db, kind } = leadership.database;
  const civil = options.clock ? ok(options.clock) : await clockFor(config, db, { isService: true });
  if (!civil.ok) return civil;
  const clock = civil.value;
  const key = readSecretKey(config);
  if (!key.ok) return key;

  const metrics = createMetrics(() => countQueues(db));
  const opened = openChannels(config, {
    db,
    clock,
    log,
    key: key.value,
    onUnknownEvent: (channel) => metrics.countInbound(channel, 'unknown'),
    onConsentNeeded: (channel, link, lost) => tellLostConsent(product, channel, { link, lost }),
    onConsent: (channel) => product.deliverers.find((deliverer) => deliverer.channel === channel)?.resume(),
  });
  const { channels } = opened;
  const product = assemble(config, {
    db,
    clock,
    key: key.value,
    log,
    metrics,
    channels,
    limits: options.limits,
    isOneOfSeveral: config.isOneOfSeveral,
  });
  const { nudge } = product.signals;
  await product.auditor.begin(db);

  let isReady = false;
  let pulse: Pulse | undefined;
  const simulator = options.simulator?.({ db, clock, nudge });
  const receiving = await startReceiving(product, {
    config,
    metrics,
    opened,
    isReady: () => isReady,
    troubles: () => [...(pulse?.troubles() ?? []), ...product.vitals.troubles()],
    simulator,
  });
  if (!receiving.ok) return receiving;
  const commands = kind === 'embedded' ? await serveCommands({ db, clock, config, nudge, log }, config.dataDir) : null;
  const leading = await startLeading(product, {
    opened,
    isEmbedded: kind === 'embedded',
    config,
    isSimulated: options.clock !== undefined || clock.civil !== clock.machine,
    onSent: options.onSlot,
  }).catch(async (error: unknown) => {
    // Its port must be free when the service starts again.
    await receiving.value.close();
    throw error;
  });
  receiving.value.startWaiting();
  // What another process queued is sent at once.
  leadership.database.onWake(nudge);
  isReady = true;
  const watched = watchLeading({ db, log, leadership, leading });
  pulse = watched.pulse;
  const { url } = receiving.value;
  log.info({ url, database: kind, channels: channels.map((c) => c.name) }, 'ready');
  const stop = async () => {
    isReady = false;
    await stopAll({ leadership, leading, serving: receiving.value, commands, pulse: watched.pulse });
  };
  return ok({ db, clock, url, lost: watched.lost, nudge, stop });
}

type Running = {
  leadership: Leadership;
  leading: Leading;
  serving: Serving;
  commands: { close(): Promise<void> } | null;
  pulse: Pulse;
};

async function stopAll({ leadership, leading, serving, commands, pulse }: Running): Promise<void> {
  // What hangs on a dead line ends with the line. The embedded database has none.
  const isPostgres = leadership.database.kind === 'postgres';
  const impatience = isPostgres ? setTimeout(() => void leadership.release(), drainMs) : undefined;
  await leading.stopPolling();
  await serving.close();
  await commands?.close();
  await serving.stop();
  await leading.stop();
  await pulse.stop();
  clearTimeout(impatience);
  await leadership.release();
}

/** Follows whether this process still leads; by the time that it is lost, nothing more is claimed. */
function watchLeading({ db, log, leadership, leading }: WatchDeps): { pulse: Pulse; lost: Promise<string> } {
  let fence = (_reason: string): void => {};
  const fenced = new Promise<string>((resolve) => {
    fence = resolve;
  });
  const pulse = startPulse({ db, fence: leading.fence, log, onFenced: () => fence('another process leads') });
  const lost = Promise.race([leadership.lost, fenced]).then((reason) => {
    leading.stopClaiming();
    return reason;
  });
  return { pulse, lost };
}

type WatchDeps = { db: Db; log: Log; leadership: Leadership; leading: Leading };

/** Only an administrator's consent helps a channel: staff are told on another one, with the link to it. */
function tellLostConsent(
  { transact, clock, log, signals }: Product,
  broken: ChannelName,
  { link, lost }: { link: string; lost: number | undefined },
): void {
  log.error({ channel: broken, link }, 'the account needs a new consent of its administrator');
  const occasion = lost === undefined ? civilDate(clock.civil()) : `pair ${lost}`;
  const alert = { broken, occasion, text: zaloSentence.consentAlert(link) };
  transact((work) => alertStaff(work, alert))
    .then(() => signals.nudge())
    .catch((error: unknown) => log.error({ err: error }, 'staff could not be told of the lost consent'));
}
