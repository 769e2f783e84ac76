/** The product put together, around what differs between the service, its tests and its benches. Nothing is started. */

import type { Channel } from '../../core/channels/channel.ts';
import { channelTerms } from '../../core/channels/terms.ts';
import { type Rates, usualRates } from '../../core/conversation/rate.ts';
import { tellPages } from '../../db/conversation/wake.ts';
import type { Db } from '../../db/database.ts';
import { type Auditor, createAuditor } from '../audit/auditor.ts';
import { createSeal } from '../audit/seal.ts';
import { type Clock, monotonic } from '../clock.ts';
import type { Config } from '../config/environment.ts';
import { type DeliveryTerms, type LimitsOf, termsOf } from '../delivery/budgets.ts';
import { createDeliverer, type Deliverer } from '../delivery/deliverer.ts';
import { createTransact, readingOf } from '../delivery/transact.ts';
import type { Reading, Transact } from '../delivery/work.ts';
import { createReceiver, type Receiver } from '../inbound/receive.ts';
import { createLinks, type Links } from '../links/make.ts';
import { createVault, type Vault } from '../links/vault.ts';
import { createPaperMaker, type PaperMaker } from '../papers/maker.ts';
import type { Log } from '../process/log.ts';
import type { Metrics } from '../process/metrics.ts';
import { createRefusals, type NoteRefused } from '../process/refusals.ts';
import { createSignals, type Signals } from '../process/signals.ts';
import { createVitalSigns, type VitalSigns } from '../process/vital-signs.ts';

/** What the product stands on. */
export type Ports = {
  db: Db;
  clock: Clock;
  /** The secret key: it seals the audit chain and signs links. */
  key: Buffer;
  log: Log;
  metrics: Pick<Metrics, 'countInbound' | 'countOutbound' | 'countRefused' | 'observeHandling'>;
  channels: readonly Channel[];
  /** In place of what the platforms carry, for a rehearsal that pretends to others. */
  limits?: LimitsOf | undefined;
  /** In place of the real papers and addresses, for tests that only read their names. */
  makePaper?: PaperMaker | undefined;
  links?: Links | undefined;
  /** In place of the usual rates, for tests in which no time passes. */
  rates?: Rates | undefined;
  /** Whether several processes work on one database. */
  isOneOfSeveral?: boolean | undefined;
};

export type Product = Omit<Ports, 'limits' | 'rates' | 'isOneOfSeveral'> & {
  terms: DeliveryTerms;
  links: Links;
  vault: Vault;
  makePaper: PaperMaker;
  auditor: Auditor;
  transact: Transact;
  /** The database as it stands now. */
  reading: () => Reading;
  signals: Signals;
  refused: NoteRefused;
  receiver: Receiver;
  vitals: VitalSigns;
  /** One a channel, in the order of the channels. */
  deliverers: Deliverer[];
};

/** What of the configuration the product goes by; what is absent is as usual. */
export type AssemblyConfig = Pick<Config, 'publicUrl' | 'budgets' | 'freeReplies'> &
  Partial<Pick<Config, 'retention' | 'dataContact'>>;

export function assemble(config: AssemblyConfig, ports: Ports): Product {
  const { db, clock, key, log, metrics, channels } = ports;
  const terms = termsOf(config, ports.limits);
  const opening = (code: string): string[] => channels.flatMap((channel) => channel.link(code) ?? []);
  const links = ports.links ?? createLinks(key, config.publicUrl, clock, opening);
  const vault = createVault(key);
  const makePaper = ports.makePaper ?? createPaperMaker(db, clock);
  const auditor = createAuditor(createSeal(key), clock.civil);
  const signals = createSignals();
  const behind = { db, clock, auditor, terms, links, vault };
  const transact = createTransact(behind, { onSaid: signals.nudge, onRecorded: signals.stir });
  const refused = createRefusals({ log, metrics, key, machineNow: monotonic });
  const vitals = createVitalSigns(log, monotonic);
  const receiver = createReceiver({
    db,
    clock,
    transact,
    vault,
    nudge: signals.nudge,
    log,
    metrics,
    refused,
    rates: ports.rates ?? usualRates,
    vitals,
    isOneOfSeveral: ports.isOneOfSeveral,
  });
  const deliverers = channels.map((channel) =>
    createDeliverer(channel, {
      db,
      clock,
      transact,
      log,
      vault,
      makePaper,
      vitals,
      onSettled: (row, outcome) => {
        metrics.countOutbound(row.channel, outcome);
        signals.stir();
        if (!channelTerms[row.channel].isOurPage) return;
        signals.changed(row.address);
        // A page may be open in any process.
        if (ports.isOneOfSeveral)
          tellPages(db, row.address).catch((error: unknown) => log.warn({ err: error }, 'pages were not told'));
      },
    }),
  );
  const reading = () => readingOf(behind);
  return {
    ...ports,
    terms,
    links,
    vault,
    makePaper,
    auditor,
    transact,
    reading,
    signals,
    refused,
    receiver,
    vitals,
    deliverers,
  };
}
