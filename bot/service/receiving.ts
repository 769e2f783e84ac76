/** What every process may do: serve pages and webhooks, take turns, and handle what was kept. */

import { fail, ok, type Result } from '../../core/result.ts';
import { startJobs } from '../../jobs/scheduler.ts';
import { receivingJobs } from '../../jobs/table.ts';
import { portTaken } from '../../messages/terminal/port.ts';
import { monotonic } from '../clock.ts';
import { createFormDesk } from '../inbound/form/desk.ts';
import { createFileOpener } from '../links/open.ts';
import { watchEventLoop } from '../process/event-loop.ts';
import type { Metrics } from '../process/metrics.ts';
import type { Simulator, WebServerConfig } from '../web/http/deps.ts';
import { createWebServer } from '../web/server.ts';
import type { Product } from './assemble.ts';
import type { OpenedChannels } from './channels.ts';

export type ReceivingDeps = {
  config: WebServerConfig;
  metrics: Metrics;
  opened: Pick<OpenedChannels, 'acceptZaloConsent'>;
  isReady: () => boolean;
  troubles: () => string[];
  simulator?: Simulator | undefined;
};

/** The part of a running service that serves and takes turns. */
export type Serving = {
  /** Where the web server listens. */
  url: string;
  /** Handles from now on what is kept and due. */
  startWaiting(): void;
  /** Takes nothing more from outside. */
  close(): Promise<void>;
  /** Lets the turns under way end. */
  stop(): Promise<void>;
};

/** Begins to serve; fails with a sentence where the port cannot be had. */
export async function startReceiving(product: Product, deps: ReceivingDeps): Promise<Result<Serving>> {
  const { db, clock, key, log, makePaper, receiver, refused, signals } = product;
  const { config, metrics, opened, isReady, troubles, simulator } = deps;
  const loop = watchEventLoop(monotonic);
  const server = await listen({
    db,
    clock,
    key,
    signals,
    log,
    metrics,
    refused,
    receive: receiver.receive,
    config,
    isReady,
    troubles,
    isLoopAlive: loop.isAlive,
    openFile: createFileOpener({ db, clock, key, makePaper }),
    forms: createFormDesk(product),
    channels: product.channels,
    ...(opened.acceptZaloConsent && { acceptZaloConsent: opened.acceptZaloConsent }),
    ...(simulator && { simulator }),
  });
  if (!server.ok) {
    loop.stop();
    return server;
  }
  let jobs: ReturnType<typeof startJobs> | undefined;
  return ok({
    url: server.value.url,
    startWaiting: () => {
      const onJump = (jumpMs: number) =>
        log.warn({ seconds: Math.round(jumpMs / 1000) }, 'the clock of this machine was set');
      jobs = startJobs(receivingJobs({ receiver }), { clock, isSimulated: false, log, onJump });
    },
    close: server.value.close,
    stop: async () => {
      await jobs?.stop();
      await receiver.stop();
      loop.stop();
    },
  });
}

async function listen(
  deps: Parameters<typeof createWebServer>[0],
): Promise<Result<Awaited<ReturnType<typeof createWebServer>>>> {
  try {
    return ok(await createWebServer(deps));
  } catch (error) {
    const { host, port, metrics } = deps.config;
    const why = error instanceof Error ? error.message : String(error);
    const own = metrics.listener;
    const isOwn = own !== undefined && error instanceof Error && 'port' in error && error.port === own.port;
    return fail(isOwn ? portTaken(`${own.host}:${own.port}`, why, 'METRICS_PORT') : portTaken(`${host}:${port}`, why));
  }
}
