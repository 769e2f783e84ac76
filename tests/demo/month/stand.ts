/**
 * The product in one process: real receiver, outbox, deliverers and jobs, over a database and two platforms that pretend. Both
 * clocks show the simulated instant, as they do in service. Nothing happens but what the play lets happen.
 */
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { keepEpoch } from '../../../bot/backup/epoch.ts';
import type { Config } from '../../../bot/config/environment.ts';
import { usualRetention } from '../../../bot/config/retention.ts';
import { putBackStale } from '../../../bot/delivery/outage.ts';
import { settleAbandoned } from '../../../bot/delivery/settle.ts';
import { assemble, type Product } from '../../../bot/service/assemble.ts';
import type { Inbound, InboundEvent } from '../../../core/channels/channel.ts';
import { channelLimits } from '../../../core/channels/terms.ts';
import type { Rates } from '../../../core/conversation/rate.ts';
import { ok } from '../../../core/result.ts';
import { beginTerm } from '../../../db/delivery/fence.ts';
import type { OpenedDatabase } from '../../../db/engine/open.ts';
import { rowsOf } from '../../../db/engine/rows.ts';
import { type Job, leadingJobs, receivingJobs } from '../../../jobs/table.ts';
import { createHandClock } from '../../harness/world/clock.ts';
import { createLoopback, type Loopback } from '../../harness/world/loopback.ts';
import type { PlayedChannel } from './district.ts';

/** A message that a platform accepted, and when (civil). */
export type Letter = {
  at: Date;
  channel: PlayedChannel;
  to: string;
  isGroup: boolean;
  text: string;
  choices: { tap: string; label: string }[];
  externalId: string;
  isPaper: boolean;
};

export type Stand = {
  product(): Product;
  now(): Date;
  /** Sets both clocks. */
  set(at: Date): void;
  letters: Letter[];
  /** The newest text that came to an address. */
  newest(address: string): Letter | undefined;
  /** Hands something in, a tenth of it twice, as platforms do. */
  hand(channel: PlayedChannel, event: InboundEvent): Promise<void>;
  /** Lets everything go out that may. */
  settle(): Promise<void>;
  /** Every job of whoever leads has its turn; what it said goes out. */
  runJobs(isNight?: boolean): Promise<void>;
  /** The platforms answer no more, or again. */
  breakDown(isDown: boolean): Promise<void>;
  /** The process ends, and another one takes up what it left. */
  restart(): Promise<void>;
  /** What was logged as an error. */
  errors: string[];
  stop(): Promise<void>;
};

const unlimited: Rates = { known: { burst: 1e9, perSecond: 1e9 }, stranger: { burst: 1e9, perSecond: 1e9 } };
export const standKey = Buffer.alloc(32, 9);
/** So long what should go out is waited for (milliseconds that really pass): a guard against what hangs. */
const patienceMs = 120_000;
const nightly = ['retention', 'vacuum'];

type Running = { product: Product; jobs: Job[] };

/** Opens it at an instant; `place` is where the database is, and where what was seen of it last is remembered. */
export async function openStand(
  opened: OpenedDatabase,
  place: Pick<Config, 'database' | 'dataDir'>,
  start: Date,
): Promise<Stand> {
  const { db, kind } = opened;
  const clock = createHandClock('2025-04-01T07:00');
  clock.stand({ civil: start, machine: start });
  const letters: Letter[] = [];
  const last = new Map<string, Letter>();
  const errors: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => errors.push(line) });
  const keep = (letter: Letter): void => {
    letters.push(letter);
    if (!letter.isGroup && !letter.isPaper) last.set(letter.to, letter);
  };
  const channels = (['telegram', 'zalo-bot'] as const).map((name) => watched(name, clock.civil, keep));

  const begin = async (): Promise<Running> => {
    const metrics = {
      countInbound: () => {},
      countOutbound: () => {},
      countRefused: () => {},
      observeHandling: () => {},
    };
    const product = assemble(
      { publicUrl: 'https://chidao.example.vn', budgets: {}, freeReplies: 8 },
      {
        ...{ db, clock, key: standKey, log, metrics, channels, rates: unlimited },
        // What stands on papers is proven elsewhere, and making one takes as long as a hundred turns.
        makePaper: async () => ok({ name: 'bieu-do.png', bytes: new Uint8Array([1]) }),
      },
    );
    await product.auditor.begin(db);
    const watchEpoch = () => keepEpoch(db, place, clock.machine());
    await watchEpoch();
    const fence = await beginTerm(db, 'month', clock.machine());
    await settleAbandoned(product.transact);
    await product.transact(putBackStale);
    product.signals.onNudge(() => {
      for (const deliverer of product.deliverers) deliverer.nudge();
    });
    for (const deliverer of product.deliverers) deliverer.start(fence);
    const { nudge, stirred } = product.signals;
    const deps = { ...product, nudge, stirred, keepEpoch: watchEpoch, isEmbedded: kind === 'embedded', log };
    return { product, jobs: [...leadingJobs({ ...deps, retention: usualRetention }), ...receivingJobs(product)] };
  };

  let running = await begin();
  let isDown = false;
  let handed = 0;
  const stopProduct = async (): Promise<void> => {
    await running.product.receiver.stop();
    await Promise.all(running.product.deliverers.map((deliverer) => deliverer.stop()));
  };

  const countQueued = async (): Promise<number> => {
    const rows = await db.execute(sql`select count(*)::int as n from outbox where state = 'sending'
      or (state = 'queued' and not is_held and not_before_machine <= ${clock.machine().getTime()})`);
    return Number(rowsOf<{ n: number }>(rows)[0]?.n);
  };
  const settle = async (): Promise<void> => {
    const since = Date.now();
    // More turns at once than a process takes wait for the job of every second.
    await running.product.receiver.handleWaiting();
    for (let wait = 1; (await countQueued()) > 0; wait = Math.min(wait + 1, 10)) {
      if (isDown && Date.now() - since > 300) return;
      if (Date.now() - since > patienceMs) throw new Error('what should go out does not go out');
      running.product.signals.nudge();
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  };

  return {
    product: () => running.product,
    now: clock.civil,
    set: (at) => clock.stand({ civil: at, machine: at }),
    letters,
    newest: (address) => last.get(address),
    hand: async (channel, event) => {
      handed += 1;
      const inbound: Inbound = { channel, externalId: `update-${handed}`, ...event };
      const { receive } = running.product.receiver;
      await receive(inbound);
      if (handed % 10 === 0) await receive(inbound);
    },
    settle,
    runJobs: async (isNight = false) => {
      for (const job of running.jobs) if (isNight || !nightly.includes(job.name)) await job.run();
      await settle();
    },
    breakDown: async (down) => {
      isDown = down;
      for (const channel of channels) {
        channel.answers = !down;
        channel.outage = down ? { type: 'uncertain', reason: '502 Bad Gateway' } : undefined;
      }
      await settle();
    },
    restart: async () => {
      await stopProduct();
      running = await begin();
    },
    errors,
    stop: stopProduct,
  };
}

/** A platform that pretends, and puts down what it accepted and when. */
function watched(name: PlayedChannel, now: () => Date, keep: (letter: Letter) => void): Loopback {
  const loopback = createLoopback(channelLimits[name], name);
  const { send } = loopback.sending;
  loopback.sending.send = async (outbound) => {
    const before = loopback.arrived.length;
    const outcome = await send(outbound);
    const arrived = loopback.arrived[before];
    if (arrived)
      keep({
        at: now(),
        channel: name,
        to: arrived.to,
        isGroup: arrived.isGroup,
        text: arrived.text,
        choices: arrived.choices,
        externalId: outcome.type === 'sent' ? outcome.externalId : '',
        isPaper: arrived.type !== 'text',
      });
    return outcome;
  };
  return loopback;
}
