/**
 * The whole product in one process: real receiver, real outbox, real jobs; a channel and clocks made by hand. Nothing
 * sleeps: after every act everything that follows from it has happened.
 */
import { and, eq, gt } from 'drizzle-orm';
import { pino } from 'pino';
import { afterEach, describe, expect, inject } from 'vitest';
import { importDirective } from '../../bot/acts/import-directive.ts';
import { importRoster } from '../../bot/acts/import-roster.ts';
import { invite } from '../../bot/acts/invite.ts';
import { issueDirective } from '../../bot/acts/issue.ts';
import type { Auditor } from '../../bot/audit/auditor.ts';
import { createSeal } from '../../bot/audit/seal.ts';
import { verifyAudit } from '../../bot/audit/verify.ts';
import { outboundOf } from '../../bot/delivery/outbound.ts';
import { settle as settleRow } from '../../bot/delivery/settle.ts';
import type { Receiver } from '../../bot/inbound/receive.ts';
import { hashCode } from '../../bot/links/codes.ts';
import { createLinks, type Links } from '../../bot/links/make.ts';
import type { createPaperMaker, PaperMaker } from '../../bot/papers/maker.ts';
import { assemble, type Product } from '../../bot/service/assemble.ts';
import type { Inbound, SendOutcome } from '../../core/channels/channel.ts';
import { channelLimits, type Limits } from '../../core/channels/terms.ts';
import type { Rates } from '../../core/conversation/rate.ts';
import { ok } from '../../core/result.ts';
import type { InviteFor } from '../../core/roster/people.ts';
import type { Db } from '../../db/database.ts';
import { listUnits } from '../../db/roster/units.ts';
import { accounts, outbox, units as unitRows } from '../../db/schema/tables.ts';
import { runDueSlots } from '../../jobs/reminders/run.ts';
import { exportFileName } from '../../messages/words/files.ts';
import { claimNext } from './claim-next.ts';
import { describeOnDatabase, timesTaken } from './database.ts';
import { isOrderedEmpty } from './door.ts';
import { nextPlay, recall, remember } from './remembered.ts';
import { createHandClock, type HandClock } from './world/clock.ts';
import * as fixture from './world/fixture.ts';
import { Group } from './world/group.ts';
import { createLoopback, type Loopback } from './world/loopback.ts';
import { Person } from './world/person.ts';
import { type Stage, withScenes } from './world/scenes.ts';

const withButtons: Limits = channelLimits.telegram;
export const plainText: Limits = { textLength: 2000, choices: 0, files: [], pictures: 'none' };

/** What the worlds' audit chains are sealed with. */
export const worldKey = Buffer.alloc(32, 1);

export type World = Pick<Product, 'db' | 'terms' | 'auditor' | 'transact' | 'reading' | 'receiver' | 'vault'> & {
  clock: HandClock;
  channel: Loopback;
  /** The receiver of the process that comes after this one. */
  restarted(): Receiver;
  /** Everything that was logged as an error. */
  errors: string[];
  /** How many messages were more than their senders may write. */
  readonly dropped: number;
  /** What was refused, in order. */
  refused: string[];
  /** While set, every turn throws before it is decided. */
  isBroken: boolean;
  directiveId: number;
  person(name: string): Person;
  group(title: string): Group;
  /** Makes an invite and returns its code. */
  invite(what: InviteFor, unitCode?: string): Promise<string>;
  /** A head who has opened the unit's invite and agreed. */
  register(unitCode: string, name?: string): Promise<Person>;
  registerStaff(name?: string): Promise<Person>;
  registerLeader(name?: string): Promise<Person>;
  /** Issues the directive as the command line does; returns the number of requests written. */
  issue(): Promise<number>;
  /** Plays what every test that names it so begins with. */
  scene(name: string, play: () => Promise<void>): Promise<void>;
  /** Sends until the outbox has nothing that may go. */
  settle(): Promise<void>;
  /** What the jobs do at this instant; returns the number of slots sent. */
  tick(): Promise<number>;
  /** Moves civil time and ticks. */
  at(civil: string): Promise<void>;
};

export type WorldOptions = {
  limits?: Limits;
  roster?: string;
  directive?: string;
  issuer?: string;
  at?: string;
  papers?: typeof createPaperMaker;
  /** Where everything opens. */
  link?: string;
  /** Links as the service makes them. */
  hasRealLinks?: true;
  /** How much of a sender is taken; without it everything, since machine time stands still. */
  rates?: Rates;
  /** Whether its receivers stand for as many processes. */
  isOneOfSeveral?: boolean;
  /** How the test has changed the empty database before, if it has: such beginnings are remembered apart from all others. */
  foundAs?: string;
};

const unlimited: Rates = { known: { burst: 1e6, perSecond: 1e6 }, stranger: { burst: 1e6, perSecond: 1e6 } };

/** Making real papers takes seconds: whoever reads them asks for them. */
const namePapers =
  (): PaperMaker =>
  async ({ directive, format, unit }) =>
    ok({ name: exportFileName(format, directive, '2021-09-09', unit), bytes: new Uint8Array([1]) });

/** A world in an empty database, or in what is there. Its beginning is played once for all (tests/harness/world/scenes.ts). */
export async function createWorld(db: Db, options: WorldOptions = {}): Promise<World> {
  const isEmpty = isOrderedEmpty(db) || (await db.$count(unitRows)) === 0;
  const { world, stage } = await openStage(db, options, isEmpty);
  return isEmpty && timesTaken(db) <= 1 ? withScenes(world, stage, db, JSON.stringify(options)) : world;
}

async function openStage(db: Db, options: WorldOptions, isEmpty: boolean): Promise<{ world: World; stage: Stage }> {
  const {
    roster = fixture.roster,
    directive = JSON.stringify(fixture.directive),
    issuer = 'UBND-HUYEN',
    foundAs,
  } = options;
  const clock = createHandClock(options.at ?? '2021-09-06T08:00');
  const channel = createLoopback(options.limits ?? withButtons);
  const opening = (code: string): string[] => [`https://bot.test/${code}`];
  const madeUp: Links = {
    to: () => options.link ?? 'https://chidao.example.vn/files/x',
    handed: (subject) => ({ code: hashCode(subject), link: `https://chidao.example.vn/c/${hashCode(subject)}` }),
    opening,
  };
  const links = options.hasRealLinks ? createLinks(worldKey, 'https://chidao.example.vn', clock, opening) : madeUp;
  const limits: Limits = {
    ...channel.limits,
    // Every turn asks it before it is decided, and nothing else does.
    get asksContact() {
      if (world.isBroken) throw new Error('the turn is broken');
      return channel.limits.asksContact === true;
    },
  };
  const makePaper = (options.papers ?? namePapers)(db, clock);
  const errors: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => errors.push(line) });
  let dropped = 0;
  const refused: string[] = [];
  const metrics = {
    countInbound: (_: unknown, result: string) => {
      if (result === 'dropped') dropped += 1;
    },
    countOutbound: () => {},
    countRefused: (what: string) => {
      refused.push(what);
    },
    observeHandling: () => {},
  };
  const start = (): Product =>
    assemble(
      { publicUrl: 'https://bot.test', budgets: {}, freeReplies: 8 },
      {
        db,
        clock,
        key: worldKey,
        log,
        metrics,
        channels: [channel],
        limits: { ...channelLimits, telegram: limits },
        makePaper,
        links,
        rates: options.rates ?? unlimited,
        isOneOfSeveral: options.isOneOfSeveral,
      },
    );
  const { auditor, receiver, terms, transact, reading, vault } = start();

  const directiveId = await beginWorld(db, { auditor, now: clock.civil(), roster, directive, isEmpty, foundAs });
  let people = isEmpty ? 0 : await db.$count(accounts);
  const stage: Stage = {
    acts: 0,
    cast: [],
    newcomer: (name, address) => {
      people += 1;
      const person = new Person({ channel, close, deliver }, name, address);
      stage.cast.push(person);
      return person;
    },
  };

  /** Lets time pass until the next doubtful request is due again; false when there is none. */
  async function passUntilRepeated(): Promise<boolean> {
    const [next] = await db
      .select({ at: outbox.notBefore })
      .from(outbox)
      .where(and(eq(outbox.state, 'queued'), gt(outbox.attempt, 1)))
      .orderBy(outbox.notBefore)
      .limit(1);
    const ms = (next?.at ?? 0) - clock.machine().getTime();
    if (ms > 0) clock.pass(ms / 1000);
    return ms > 0;
  }

  /** Sends what waits, and lets time pass where something `mayBeDueAgain`. */
  async function settle(mayBeDueAgain = () => true): Promise<void> {
    for (;;) {
      const row = await claimNext(db, channel.name, { machineMs: clock.machine().getTime() });
      if (!row && mayBeDueAgain() && (await passUntilRepeated())) continue;
      if (!row) return;
      const outbound = await outboundOf(row, vault.open(row.sealed), makePaper);
      const outcome: SendOutcome = outbound.ok
        ? await channel.sending.send(outbound.value)
        : { type: 'refused', because: 'rejected', reason: outbound.error };
      await settleRow(transact, row, outcome);
    }
  }

  function close(address: string, isClosed: boolean): void {
    stage.acts += 1;
    channel.close(address, isClosed);
  }

  async function deliver(inbound: Inbound): Promise<void> {
    stage.acts += 1;
    await receiver.receive(inbound);
    await receiver.receive(inbound);
    await settle(() => channel.hasFaltered);
  }

  async function welcome(what: InviteFor, unitCode: string, name: string): Promise<Person> {
    const newcomer = world.person(name);
    await newcomer.opens(await world.invite(what, unitCode));
    await newcomer.taps('Đồng ý');
    return newcomer;
  }

  const world: World = {
    db,
    clock,
    channel,
    terms,
    auditor,
    transact,
    reading,
    receiver,
    vault,
    restarted: () => start().receiver,
    errors,
    refused,
    get dropped() {
      return dropped;
    },
    isBroken: false,
    directiveId,
    person: (name) => stage.newcomer(name, String(1001 + people)),
    group: (title) => new Group(channel, title, `-${title}`),
    invite: async (what, unitCode = issuer) => {
      const units = await listUnits(db, '2021-09-06');
      const unit = units.find((u) => u.code === unitCode);
      if (!unit) throw new Error(`no unit ${unitCode}`);
      const days = { machineNow: clock.machine(), days: 14, publicUrl: 'https://bot.test' };
      const [made] = await invite(db, [{ for: what, unit }], days);
      if (!made) throw new Error('no invite');
      return made.code;
    },
    register: (unitCode, name = `Thủ trưởng ${unitCode}`) => welcome('unit', unitCode, name),
    registerStaff: (name = 'Chuyên viên Hoa') => welcome('staff', issuer, name),
    registerLeader: (name = 'Chủ tịch Minh') => welcome('leader', issuer, name),
    issue: async () => {
      const issued = await transact((work) =>
        issueDirective(work, { via: 'command', by: null }, directiveId, 'gửi trước'),
      );
      await settle();
      if (!issued.ok) throw new Error(issued.error);
      return issued.value.messages;
    },
    scene: (_, play) => play(),
    settle,
    tick: async () => {
      const sent = await runDueSlots({ transact, reading });
      await receiver.handleWaiting();
      await settle();
      return sent;
    },
    at: async (civil) => {
      clock.set(civil);
      await world.tick();
    },
  };
  return { world, stage };
}

type Beginning = {
  auditor: Auditor;
  now: Date;
  roster: string;
  directive: string;
  isEmpty: boolean;
  foundAs: string | undefined;
};

/** By database and what was imported: the directive, and what was remembered. */
const begun = new WeakMap<Db, Map<string, { id: number; kept: number }>>();

/**
 * Imports the roster and the directive; returns the directive's id. Most worlds begin like another: what the first of them
 * imported on a database is put back for the next.
 */
async function beginWorld(db: Db, { auditor, now, roster, directive, isEmpty, foundAs }: Beginning): Promise<number> {
  const known = begun.get(db) ?? new Map();
  begun.set(db, known);
  const like = JSON.stringify([now, roster, directive, foundAs]);
  const before = isEmpty ? known.get(like) : undefined;
  if (before) {
    await recall(db, before.kept);
    return before.id;
  }
  await auditor.begin(db);
  await importRoster(db, roster, now, { isDryRun: false });
  const imported = await importDirective(db, directive, now);
  if (!imported.ok) throw new Error(imported.error);
  const { id } = imported.value;
  if (isEmpty) {
    const kept = nextPlay(db);
    await remember(db, kept);
    known.set(like, { id, kept });
  }
  return id;
}

type Block = (open: (options?: WorldOptions) => Promise<World>, limits: Limits) => void;

function underBothLimits(db: () => Db, block: Block): void {
  // Whatever people did, it is recorded, and no more than that.
  afterEach(async () => expect((await verifyAudit(db(), createSeal(worldKey))).faults).toEqual([]));
  const chats = inject('chats');
  if (chats !== 'plain')
    describe('with buttons', () =>
      block((options) => createWorld(db(), { limits: withButtons, ...options }), withButtons));
  if (chats !== 'buttons')
    describe('as plain text', () =>
      block((options) => createWorld(db(), { limits: plainText, ...options }), plainText));
}

/** Runs transcripts with buttons (`npm test`) and as plain text (the rest), on one database. */
export function describeTranscripts(name: string, block: Block): void {
  describeOnDatabase(name, (db) => underBothLimits(db, block));
}
