import type { Channel, Inbound } from '../../../core/channels/channel.ts';
import type { FormDesk } from '../../../core/conversation/form.ts';
import type { Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config/environment.ts';
import type { FileOpener } from '../../links/file-opener.ts';
import type { Log } from '../../process/log.ts';
import type { Metrics } from '../../process/metrics.ts';
import type { NoteRefused } from '../../process/refusals.ts';
import type { Signals } from '../../process/signals.ts';

/** What Zalo's consent page sends back with the administrator's browser. */
export type ZaloConsent = { code: string; oaId: string; state: string };

/** What of the configuration concerns the web server. */
export type WebServerConfig = Pick<
  Config,
  'host' | 'port' | 'publicUrl' | 'isProduction' | 'metrics' | 'trustedProxies'
>;

/** What the web server is given. */
export type WebDeps = {
  db: Db;
  clock: Clock;
  /** The secret key: it seals what browsers hold. */
  key: Buffer;
  signals: Signals;
  log: Log;
  metrics: Metrics;
  refused: NoteRefused;
  /** Takes what a browser says; else tells in how many milliseconds it may say it again. */
  receive(inbound: Inbound): Promise<{ isTaken: true } | { isTaken: false; waitMs: number }>;
  config: WebServerConfig;
  /** Whether migrations are done and receiving and sending run. */
  isReady(): boolean;
  /** What fails although the service runs: its names, for whoever watches it. */
  troubles?(): string[];
  /** Whether the event loop turns in time. */
  isLoopAlive?(): boolean;
  openFile: FileOpener;
  /** Where reports are filled in as forms. */
  forms: FormDesk;
  /** Those that have a webhook get their deliveries at `/webhooks/<name>`; those that open pages prove who opened `/app`. */
  channels: readonly Pick<Channel, 'name' | 'receiving' | 'readOpener' | 'framedBy'>[];
  /** Takes the administrator's consent back from Zalo; absent where no Official Account is configured. */
  acceptZaloConsent?: (consent: ZaloConsent) => Promise<Result<undefined>>;
  /** In place of how many streams may be open, for tests. */
  streams?: { perSession: number; inAll: number };
  /** Rehearsals only; never served in production. */
  simulator?: Simulator;
};

/** What a rehearsal offers. Instants are ISO, civil time. */
export type Simulator = {
  people(): Promise<SimulatorPerson[]>;
  /**
   * Hands somebody's chat over to the browser that opens `/simulator/people/<person>`: its page, and the secret of the
   * browser that held it so far. Undefined when there is nobody like that.
   */
  enter?(person: string): Promise<{ path: string; secret?: string } | undefined>;
  /** Makes an invite for the unit with this code (the issuer where none is given). */
  invite(input: SimulatorInvite): Promise<{ url: string }>;
  units(): Promise<{ code: string; name: string; kind: string }[]>;
  /** `speed` in civil seconds per real one; null while civil time stands still. */
  clock(): { civil: string; speed: number | null };
  /** Goes to the next due instant and resolves when everything due was done. */
  step?(): Promise<void>;
  timeline?(): { at: string; text: string }[];
};

/** Somebody whose chat can be opened here. */
export type SimulatorPerson = { label: string; role: string; unit: string; url: string };

export type SimulatorInvite = { for: 'unit' | 'staff' | 'leader'; unit?: string };
