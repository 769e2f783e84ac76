import type { Receive } from '../../core/channel.ts';
import type { Db } from '../../db/database.ts';
import type { WebhookAnswer } from '../channels/telegram-webhook.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { FileOpener } from './files.ts';
import type { WebHub } from './hub.ts';
import type { Simulator } from './simulator.ts';

/** What the web server is given. */
export type WebDeps = {
  db: Db;
  clock: Clock;
  hub: WebHub;
  log: Log;
  metrics: Metrics;
  receive: Receive;
  config: Pick<Config, 'host' | 'port' | 'publicUrl' | 'isProduction'>;
  /** Whether migrations are done and receiving and sending run. */
  isReady(): boolean;
  openFile: FileOpener;
  webhooks: { telegram?: (secretHeader: string | undefined, body: unknown) => Promise<WebhookAnswer> };
  /** Rehearsals only; never served in production. */
  simulator?: Simulator;
};
