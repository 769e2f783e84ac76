/**
 * One measurement of the product, in a process of its own and on a database of its own; prints it as one line of JSON.
 *
 *   node --import tsx bench/ours.ts drain|issue|remind|escalate|preview|figures|answers|verify <rows, units, turns or records>      DATABASE_URL says where
 */
import { spawnSync } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { eq, sql } from 'drizzle-orm';
import { pino } from 'pino';
import { issueDirective } from '../bot/acts/issue.ts';
import { systemClock } from '../bot/clock.ts';
import { createDeliverer } from '../bot/delivery/deliverer.ts';
import { previewForStaff } from '../bot/facts/directives/issue-preview.ts';
import { assemble } from '../bot/service/assemble.ts';
import type { Channel } from '../core/channels/channel.ts';
import { usualLadder } from '../core/reminders/switches.ts';
import type { Db } from '../db/database.ts';
import { openDatabase } from '../db/engine/open.ts';
import { addUpFigures } from '../db/figures/parts/add-up.ts';
import { readSummary } from '../db/figures/summary.ts';
import { setLadder } from '../db/roster/offices.ts';
import { accounts, auditRecords, directives, groups, outbox } from '../db/schema/tables.ts';
import { findNextInstant } from '../jobs/reminders/due.ts';
import { runDueSlots } from '../jobs/reminders/run.ts';
import { at } from '../tests/messages/papers/seed.ts';
import { seedRecords } from './records.ts';
import { seedOffice, seedUnits } from './seed.ts';

const [what = '', amount = ''] = process.argv.slice(2);
const size = Number(amount);
const opened = await openDatabase({ url: process.env.DATABASE_URL, dataDir: '' });
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const { db, close } = opened.value;

/** A platform that answers at once, and asks for no pace. */
const channel: Channel = {
  name: 'telegram',
  state: () => ({ state: 'up' }),
  link: () => undefined,
  sending: {
    pace: { everyMs: 0, perChatMs: 0, perGroupMs: 0 },
    probe: async () => true,
    send: async ({ to }) => ({ type: 'sent', externalId: to }),
  },
};
const metrics = { countInbound: () => {}, countOutbound: () => {}, countRefused: () => {}, observeHandling: () => {} };
const productAt = (now: Date) =>
  assemble(
    { publicUrl: 'https://chidao.example.vn', budgets: {}, freeReplies: 8 },
    {
      db,
      clock: { civil: () => now, machine: systemClock.machine },
      key: Buffer.alloc(32, 1),
      log: pino({ level: 'warn' }),
      metrics,
      channels: [channel],
      rates: { known: { burst: 1e6, perSecond: 1e6 }, stranger: { burst: 1e6, perSecond: 1e6 } },
    },
  );

const issuedAt = at('2026-03-02T08:00:00');

/** One directive's message and as many requests that say it, each to a chat of its own. */
async function fillOutbox(target: Db, rows: number): Promise<void> {
  await target.execute(sql`insert into messages (meaning, recipient_type, recipient_id, kind, body, created_at)
    select 'bench:' || n, 'person', n, 'tasks', jsonb_build_object('text', repeat('x', 600), 'choices', '[]'::jsonb,
      'choiceStyle', 'menu'), now() from generate_series(1, ${rows}::int) n`);
  await target.execute(sql`insert into outbox (message_id, channel, address, kind, part, parts, text, urgency, created_at)
    select id, 'telegram', recipient_id, kind, 1, 1, body->>'text', 2, now() from messages`);
  await target.execute(sql`vacuum analyze`);
}

async function drain(): Promise<object> {
  await fillOutbox(db, size);
  const product = productAt(issuedAt);
  await product.auditor.begin(db);
  let settled = 0;
  let finish = (): void => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const deliverer = createDeliverer(channel, {
    ...product,
    onSettled: () => {
      settled += 1;
      if (settled === size) finish();
    },
  });
  const began = performance.now();
  deliverer.start();
  await finished;
  const perSecond = (size * 1000) / (performance.now() - began);
  await deliverer.stop();
  return { perSecond };
}

async function timed(run: () => Promise<unknown>): Promise<object> {
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const before = process.cpuUsage();
  const began = performance.now();
  await run();
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  loop.disable();
  return { seconds, cpu: (user + system) / 1e6, stallMs: loop.max / 1e6, rssMb: process.memoryUsage().rss / 2 ** 20 };
}

async function issue(): Promise<object> {
  const id = await seedOffice(db, size, issuedAt);
  const { transact, auditor } = productAt(issuedAt);
  // A service begins the chain when it starts, over all that is there.
  await auditor.begin(db);
  return timed(() => transact((work) => issueDirective(work, { via: 'command', by: null }, id, 'bench')));
}

async function remind(): Promise<object> {
  const id = await seedOffice(db, size, issuedAt);
  const first = productAt(issuedAt);
  await first.transact((work) => issueDirective(work, { via: 'command', by: null }, id, 'bench'));
  // The first slot at which somebody is reminded.
  for (let after = issuedAt; ; ) {
    const next = await findNextInstant(db, after);
    if (!next) throw new Error('no slot is to come');
    after = next;
    const { transact, reading } = productAt(new Date(next.getTime() + 1000));
    let requests = 0;
    const onSent = (_: unknown, sent: number): void => {
      requests += sent;
    };
    const taken = await timed(() => runDueSlots({ transact, reading, onSent }));
    if (requests >= size / 2) return { ...taken, requests };
  }
}

/** What staff read before they issue. */
async function preview(): Promise<object> {
  const id = await seedOffice(db, size, issuedAt);
  const [of] = await db.select({ issuer: directives.issuerId }).from(directives).where(eq(directives.id, id));
  const { transact } = productAt(issuedAt);
  let shown: unknown;
  const taken = await timed(async () => {
    shown = await transact((work) => previewForStaff(work, [of?.issuer ?? 0], id));
  });
  return { ...taken, shown };
}

/** A slot behind the deadline, with every rung: who owes, the units above, a group, and staff with the calls to make. */
async function escalate(): Promise<object> {
  const id = await seedOffice(db, size, issuedAt);
  const [of] = await db.select({ issuer: directives.issuerId }).from(directives).where(eq(directives.id, id));
  const issuer = of?.issuer ?? 0;
  await setLadder(db, issuer, { ...usualLadder, superior: true });
  await db.insert(groups).values({ channel: 'telegram', address: '-100', title: 'Giao ban', issuerId: issuer });
  const staff = sql`select id from people order by id limit 1`;
  await db.execute(sql`insert into unit_roles (person_id, unit_id, role, state, "from")
    select (${staff}), ${issuer}::int, 'staff', 'agreed', now()`);
  const issuing = productAt(issuedAt);
  await issuing.transact((work) => issueDirective(work, { via: 'command', by: null }, id, 'bench'));
  // All that went out has arrived.
  await db.execute(sql`update outbox set state = 'sent', settled_at = created_at`);
  await db.execute(sql`update assignments a set delivered_at = m.created_at from messages m where m.delivers = a.id`);
  await db.execute(sql`vacuum analyze`);
  const before = await db.$count(outbox);
  const { transact, reading } = productAt(at('2026-03-11T08:00:01'));
  const taken = await timed(() => runDueSlots({ transact, reading }));
  return { ...taken, requests: (await db.$count(outbox)) - before };
}

async function figures(): Promise<object> {
  const id = await seedUnits(db, size);
  await db.update(directives).set({ state: 'issued' }).where(eq(directives.id, id));
  // As the service does it, some seconds after the last report.
  await addUpFigures(db);
  const read = () => readSummary(db, id, at('2026-03-12T08:30:00'));
  // A service that runs has compiled what it says often.
  for (let turn = 0; turn < 10; turn += 1) await read();
  return timed(read);
}

/** People of twenty units answer question after question; to begin a report anew is not counted. */
async function answers(): Promise<object> {
  const id = await seedOffice(db, 100, issuedAt);
  const product = productAt(at('2026-03-03T08:00:00'));
  await product.transact((work) => issueDirective(work, { via: 'command', by: null }, id, 'bench'));
  const people = await db.select().from(accounts).orderBy(accounts.id).limit(20);
  let updates = 0;
  const say = async (turn: number, text: string): Promise<number> => {
    const { address = '' } = people[turn % people.length] ?? {};
    updates += 1;
    const from = { address, name: 'x' };
    const began = performance.now();
    await product.receiver.receive({ channel: 'telegram', externalId: `${updates}`, kind: 'text', from, text });
    return performance.now() - began;
  };
  const round = async (count: number): Promise<number[]> => {
    const waits: number[] = [];
    while (waits.length < count)
      for (const text of ['/baocao', '5', '4', '3'])
        for (let turn = 0; turn < people.length; turn++) {
          const waited = await say(turn, text);
          if (text !== '/baocao') waits.push(waited);
        }
    return waits.toSorted((a, b) => a - b);
  };
  await round(120);
  const before = process.cpuUsage();
  const waits = await round(size);
  const { user, system } = process.cpuUsage(before);
  return { p50: waits[Math.floor(waits.length / 2)], cpu: (user + system) / 1000 / ((waits.length * 4) / 3) };
}

/** Says at its end what a process took. */
const telling = `data:text/javascript,process.on('exit',()=>console.error(JSON.stringify(process.resourceUsage())))`;

/** The command, as `npm run chidao` starts it, on as many records; a chain that is there already is taken as it is. */
async function verify(): Promise<object> {
  if ((await db.$count(auditRecords)) < size) await seedRecords(db, productAt(issuedAt).auditor, size);
  spawnSync(process.execPath, ['build.mjs'], { stdio: 'inherit' });
  const script = ['--max-semi-space-size=2', '--import', telling, 'dist/bot/cli.js', 'audit', 'verify', '--json'];
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, script, {
    encoding: 'utf8',
    env: { ...process.env, SECRET_KEY: '01'.repeat(32) },
  });
  const seconds = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(`${stdout.slice(0, 1000)}${stderr}`);
  const taken = JSON.parse(stderr) as { userCPUTime: number; systemCPUTime: number; maxRSS: number };
  const { records } = JSON.parse(stdout) as { records: number };
  return { seconds, cpu: (taken.userCPUTime + taken.systemCPUTime) / 1e6, rssMb: taken.maxRSS / 1024, records };
}

/** The database as it is before a directive is issued, for a peer. */
async function office(): Promise<object> {
  return { directive: await seedOffice(db, size, issuedAt) };
}

const measure = { drain, issue, remind, escalate, preview, figures, answers, verify, office }[what];
if (!measure)
  throw new Error(`drain, issue, remind, escalate, preview, figures, answers, verify or office, not ${what}`);
process.stdout.write(`${JSON.stringify(await measure())}\n`);
await close();
process.exit(0);
