/** A platform has a bad minute: nothing is lost, nothing given up in silence, and nobody is flooded afterwards. */
import { and, eq, inArray, ne } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { issueDirective } from '../../../bot/acts/issue.ts';
import { countGivenUp } from '../../../db/delivery/given-up.ts';
import { outbox } from '../../../db/schema/tables.ts';
import { runDueSlots } from '../../../jobs/reminders/run.ts';
import { databaseForEach } from '../../harness/database.ts';
import { type Delivering, startDelivering } from '../../harness/world/delivering.ts';
import type { Person } from '../../harness/world/person.ts';
import { createWorld, type World } from '../../harness/world.ts';

const codes = ['XA-AN-BINH', 'XA-BINH-MINH', 'TH-AN-BINH', 'PHONG-VHTT', 'VT-SONG-MAY'] as const;
const lost = { type: 'uncertain', reason: 'HTTP 502', arrives: false } as const;
const executed = { ...lost, reason: 'ECONNRESET', arrives: true };

describe('a platform that answers nothing for a while', () => {
  const db = databaseForEach();

  const openTroubled = async (): Promise<{ world: World; heads: Person[]; hoa: Person }> => {
    const world = await createWorld(db());
    const hoa = await world.registerStaff('Hoa');
    const heads = [];
    for (const code of codes) heads.push(await world.register(code));
    for (const person of [...heads, hoa]) person.looksAway();
    world.channel.requests.length = 0;
    return { world, heads, hoa };
  };

  const issue = (world: World) =>
    world.transact((work) => issueDirective(work, { via: 'command', by: null }, world.directiveId));
  const breakDown = (world: World, outage: World['channel']['outage'] = lost): void => {
    world.channel.outage = outage;
    world.channel.answers = false;
  };
  const recover = (world: World): void => {
    world.channel.outage = undefined;
    world.channel.answers = true;
  };
  const rows = (...states: ('queued' | 'sending' | 'sent' | 'uncertain' | 'withdrawn')[]) =>
    db().select().from(outbox).where(inArray(outbox.state, states));
  const isDown = (delivering: Delivering) => () => delivering.state().state === 'down';
  const isAllSaid = async (): Promise<boolean> => (await rows('queued', 'sending')).length === 0;
  /** The channel is down and nothing is under way. */
  const untilQuiet = (delivering: Delivering) =>
    delivering.until(async () => isDown(delivering)() && (await rows('sending')).length === 0);

  test('is asked rarely and told nothing meanwhile; then everybody gets their tasks', async () => {
    const { world, heads } = await openTroubled();
    await issue(world);
    breakDown(world);
    const delivering = startDelivering(world);
    await untilQuiet(delivering);
    const tried = world.channel.requests.length;
    expect(tried).toBeLessThanOrEqual(6);
    for (const [asked, wait] of [1, 2, 4, 8, 16, 32, 60, 60].entries()) {
      delivering.pass(wait);
      await delivering.until(() => delivering.probes() === asked + 1);
    }
    expect(world.channel.requests).toHaveLength(tried);
    expect(delivering.state()).toEqual({ state: 'down', detail: 'HTTP 502' });
    recover(world);
    delivering.pass(60);
    await delivering.until(isAllSaid);
    for (const head of heads) expect(head.reads()).toHaveLength(1);
    expect(await db().select().from(outbox).where(ne(outbox.state, 'sent'))).toEqual([]);
    expect(delivering.state()).toEqual({ state: 'up' });
  });

  test('but goes on to answer the harmless question: one message at a time tries, each another one', async () => {
    const { world, heads } = await openTroubled();
    await issue(world);
    breakDown(world);
    world.channel.answers = true;
    const delivering = startDelivering(world);
    await untilQuiet(delivering);
    const tried = world.channel.requests.length;
    for (const [trial, wait] of [1, 2, 4, 8].entries()) {
      delivering.pass(wait);
      await delivering.until(() => world.channel.requests.length === tried + trial + 1);
      await untilQuiet(delivering);
    }
    recover(world);
    delivering.pass(16);
    await delivering.until(isAllSaid);
    for (const head of heads) expect(head.reads()).toHaveLength(1);
  });

  test('and yet did what it was told: nobody gets more than one message too many', async () => {
    const { world, heads } = await openTroubled();
    await issue(world);
    breakDown(world, executed);
    const delivering = startDelivering(world);
    await untilQuiet(delivering);
    const doubtful = world.channel.requests.length;
    recover(world);
    delivering.pass(2);
    await delivering.until(isAllSaid);
    const got = heads.map((head) => head.reads().length);
    expect(got.every((n) => n === 1 || n === 2)).toBe(true);
    expect(got.reduce((sum, n) => sum + n)).toBeLessThanOrEqual(heads.length + doubtful);
  });

  test('is still down for the process after this one, which asks before it sends', async () => {
    const { world, heads } = await openTroubled();
    await issue(world);
    breakDown(world);
    const first = startDelivering(world);
    await untilQuiet(first);
    await first.stop();
    const tried = world.channel.requests.length;
    const second = startDelivering(world);
    await second.until(() => second.probes() === 1);
    expect(second.state().state).toBe('down');
    expect(world.channel.requests).toHaveLength(tried);
    recover(world);
    second.pass(60);
    await second.until(isAllSaid);
    for (const head of heads) expect(head.reads()).toHaveLength(1);
  });

  /** The reminders of 8 September, 08:00, are due while it is down. */
  const remind = async () => {
    const troubled = await openTroubled();
    const { world } = troubled;
    await world.issue();
    for (const person of [...troubled.heads, troubled.hoa]) person.looksAway();
    world.clock.set('2021-09-08T08:00');
    await runDueSlots(world);
    breakDown(world);
    const delivering = startDelivering(world);
    await untilQuiet(delivering);
    return { ...troubled, delivering };
  };

  test('over the hour of the reminders: they are said when it is back, once', async () => {
    const { world, heads, hoa, delivering } = await remind();
    world.clock.set('2021-09-08T08:05');
    recover(world);
    delivering.pass(2);
    await delivering.until(isAllSaid);
    const reminded = heads.filter((head) => head.reads().length === 1);
    expect(reminded.length).toBeGreaterThan(2);
    for (const head of heads) expect(head.reads().length).toBeLessThanOrEqual(1);
    hoa.doesNotSee(/gián đoạn/);
    expect(await rows('uncertain', 'withdrawn')).toEqual([]);
  });

  test('until they are old: they are not said any more, and staff are told so once', async () => {
    const { world, heads, hoa, delivering } = await remind();
    world.clock.set('2021-09-08T21:30');
    recover(world);
    delivering.pass(2);
    await delivering.until(async () => (await isAllSaid()) && hoa.reads().length > 0);
    for (const head of heads) head.doesNotSee(/Nhắc|nhắc|hạn/);
    const told = hoa.reads().filter((text) => /gián đoạn từ .*nay đã gửi được/.test(text));
    expect(told).toHaveLength(1);
    const given = await db()
      .select()
      .from(outbox)
      .where(and(eq(outbox.givenUp, 'stale'), inArray(outbox.kind, ['reminder', 'group', 'calls'])));
    expect(told[0]).toContain(`${given.length} tin nhắc`);
    const status = await countGivenUp(db());
    expect(status.every(({ directive }) => directive === world.directiveId)).toBe(true);
    expect(status.reduce((sum, { requests }) => sum + requests, 0)).toBe(given.length);
  });

  test('for so long that tasks are given up: staff are told when it is back, once, and /guilai sends them', async () => {
    const world = await createWorld(db());
    const hoa = await world.registerStaff('Hoa');
    const head = await world.register('XA-AN-BINH');
    for (const person of [head, hoa]) person.looksAway();
    world.channel.requests.length = 0;
    await issue(world);
    breakDown(world);
    world.channel.answers = true;
    const delivering = startDelivering(world);
    const given = () => db().select().from(outbox).where(eq(outbox.givenUp, 'doubts'));
    for (let tried = 1; (await given()).length === 0; tried += 1) {
      await delivering.until(() => world.channel.requests.length === tried);
      await delivering.until(async () => (await rows('sending')).length === 0);
      delivering.pass(600);
    }
    hoa.seesNothing();
    recover(world);
    await hoa.says('/tonghop');
    delivering.pass(60);
    await delivering.until(() => hoa.reads().some((text) => /guilai/.test(text)));
    expect(hoa.reads().filter((text) => /gõ \/guilai để gửi lại/.test(text))).toHaveLength(1);
    head.seesNothing();
    await delivering.stop();
    await hoa.says('/guilai');
    await hoa.taps('Gửi lại');
    expect(head.reads()).toHaveLength(1);
    expect(await countGivenUp(db())).toEqual([]);
  });
});
