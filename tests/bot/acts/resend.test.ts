/** What was given up is said anew once, whoever asks for it and however many at once. */
import { and, desc, eq, isNotNull, like } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import type { Cause } from '../../../bot/acts/cause.ts';
import { endRoles } from '../../../bot/acts/end-roles.ts';
import { resendGivenUp } from '../../../bot/acts/resend.ts';
import { createSeal } from '../../../bot/audit/seal.ts';
import { verifyAudit } from '../../../bot/audit/verify.ts';
import { resend as command } from '../../../bot/commands/directive.ts';
import type { Attachment } from '../../../core/delivery/attachment.ts';
import { accounts, assignments, messages, outbox, rounds } from '../../../db/schema/tables.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import type { Person } from '../../harness/world/person.ts';
import { createWorld, type World, worldKey } from '../../harness/world.ts';

const lost = { type: 'uncertain', reason: 'HTTP 502', arrives: false } as const;
const byCommand: Cause = { via: 'command', by: null };

const lose = (world: World, ...people: Person[]): void => {
  for (const { address } of people) world.channel.fault(address, lost, lost, lost, lost);
};

describeOnDatabase('what was given up of a directive', (db) => {
  afterEach(async () => expect((await verifyAudit(db(), createSeal(worldKey))).faults).toEqual([]));

  const openTroubled = async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const binh = await world.register('XA-BINH-MINH', 'Bình');
    lose(world, lan, binh);
    await world.issue();
    for (const head of [lan, binh]) head.looksAway();
    const resend = (id = world.directiveId) =>
      world.transact((work) => resendGivenUp(work, byCommand, { directive: id }));
    return { world, lan, binh, resend };
  };
  const tasksGivenUp = () => db().$count(outbox, and(isNotNull(outbox.givenUp), eq(outbox.kind, 'tasks')));
  const saidAnew = () => db().select().from(messages).where(like(messages.meaning, 'message-%')).orderBy(messages.id);

  test('is said anew with the same words, about the same, and delivers the same tasks', async () => {
    const { world, lan, binh, resend } = await openTroubled();
    const before = await db().select().from(messages).where(eq(messages.kind, 'tasks')).orderBy(messages.id);
    expect(await tasksGivenUp()).toBe(2);
    expect(await resend()).toEqual({ ok: true, value: { resent: 2, notNeeded: 0, noWay: 0 } });
    expect(await tasksGivenUp()).toBe(0);
    const same = ({ id: _id, meaning: _meaning, createdAt: _at, ...rest }: (typeof before)[number]) => rest;
    expect((await saidAnew()).map(same)).toEqual(before.map(same));
    expect((await saidAnew()).map(({ meaning }) => meaning)).toEqual(before.map(({ id }) => `message-${id}:again`));
    await world.settle();
    for (const head of [lan, binh]) expect(head.reads()).toHaveLength(1);
    expect(await resend()).toEqual({ ok: true, value: { resent: 0, notNeeded: 0, noWay: 0 } });
    await world.settle();
    for (const head of [lan, binh]) expect(head.reads()).toHaveLength(1);
  });

  test('is said anew once by two who ask at the same time', async () => {
    const { world, lan, binh, resend } = await openTroubled();
    const both = await Promise.all([resend(), resend()]);
    const counts = both.map((one) => (one.ok ? one.value.resent : -1)).sort();
    expect(counts).toEqual([0, 2]);
    await world.settle();
    for (const head of [lan, binh]) expect(head.reads()).toHaveLength(1);
  });

  test('and given up again is said anew once more', async () => {
    const { world, lan, binh, resend } = await openTroubled();
    lose(world, lan);
    await resend();
    await world.settle();
    expect(binh.reads()).toHaveLength(1);
    lan.seesNothing();
    const [second] = await db().select().from(outbox).where(isNotNull(outbox.givenUp)).orderBy(desc(outbox.id));
    expect(await resend()).toEqual({ ok: true, value: { resent: 1, notNeeded: 0, noWay: 0 } });
    await world.settle();
    expect(lan.reads()).toHaveLength(1);
    expect((await saidAnew()).at(-1)?.meaning).toBe(`message-${second?.messageId}:again`);
  });

  test('is left where it is needed no more: acknowledged or the role ended', async () => {
    const { world, lan, binh, resend } = await openTroubled();
    await lan.says('Đã nhận');
    lan.looksAway();
    const [account] = await db().select().from(accounts).where(eq(accounts.address, binh.address));
    await world.transact((work) => endRoles(work, byCommand, { personId: account?.personId ?? 0 }));
    expect(await resend()).toEqual({ ok: true, value: { resent: 0, notNeeded: 2, noWay: 0 } });
    await world.settle();
    for (const head of [lan, binh]) head.seesNothing();
    expect(await tasksGivenUp()).toBe(0);
  });

  test('is left once everything that its unit had to report has closed', async () => {
    const { world, lan, resend } = await openTroubled();
    await db().update(rounds).set({ closesAt: world.clock.civil() });
    expect(await resend()).toMatchObject({ value: { resent: 0, notNeeded: 2 } });
    await db().update(rounds).set({ closesAt: null });
    await world.settle();
    lan.seesNothing();
  });

  test('takes the papers with it that the message carried', async () => {
    const { world, lan, resend } = await openTroubled();
    const paper: Attachment = {
      label: 'Biểu đồ',
      paper: { what: 'paper', directive: world.directiveId, format: 'png' },
    };
    const [first] = await db().select().from(messages).where(eq(messages.kind, 'tasks')).orderBy(messages.id);
    if (!first) throw new Error('no tasks');
    await db()
      .update(messages)
      .set({ body: { ...first.body, attachments: [paper] } })
      .where(eq(messages.id, first.id));
    await resend();
    await world.settle();
    expect(lan.reads()).toHaveLength(1);
    expect(lan.holds().map(({ text }) => text)).toEqual(['Biểu đồ']);
  });

  test('waits for a way to its person where there is none', async () => {
    const { lan, binh, resend } = await openTroubled();
    await lan.blocks();
    await binh.blocks();
    expect(await resend()).toEqual({ ok: true, value: { resent: 0, notNeeded: 0, noWay: 2 } });
    expect(await tasksGivenUp()).toBe(0);
    expect(await saidAnew()).toHaveLength(2);
    await lan.unblocks();
    lan.sees(/CÔNG VĂN/);
  });

  test('stays given up where nothing would send it later: no way is open, and the unit has its tasks in part', async () => {
    const { world, lan, resend } = await openTroubled();
    await db().update(assignments).set({ deliveredAt: world.clock.civil() });
    await lan.blocks();
    expect(await resend()).toEqual({ ok: true, value: { resent: 1, notNeeded: 0, noWay: 1 } });
    expect(await tasksGivenUp()).toBe(1);
    await lan.unblocks();
    lan.looksAway();
    expect(await resend()).toEqual({ ok: true, value: { resent: 1, notNeeded: 0, noWay: 0 } });
    await world.settle();
    expect(lan.reads()).toHaveLength(1);
  });

  test('is counted by the command, which says so in one sentence', async () => {
    const { world } = await openTroubled();
    const config = { database: {}, publicUrl: 'https://bot.test', dataDir: 'unused', secretKey: worldKey };
    let nudges = 0;
    const deps = {
      db: db(),
      clock: world.clock,
      config: { ...config, budgets: {}, freeReplies: 8 },
      ranBy: { command: 'directive resend', operator: 'test' },
      nudge: () => {
        nudges += 1;
      },
    };
    const run = (id: string) => command.run(deps, { args: [id], options: {} });
    const id = world.directiveId;
    expect(await run(String(id))).toEqual({ ok: true, value: { id, resent: 2, notNeeded: 0, noWay: 0 } });
    expect(nudges).toBe(1);
    expect(await run(String(id))).toEqual({ ok: true, value: { id, resent: 0, notNeeded: 0, noWay: 0 } });
    expect(command.print({ id, resent: 2, notNeeded: 1, noWay: 1 })).toBe(
      `Văn bản mã ${id}: gửi lại 2 tin đã thôi gửi; 1 tin không còn cần gửi; 1 tin chưa có kênh để gửi (xem call-sheet ${id}).`,
    );
    expect(await run('77')).toMatchObject({ ok: false });
    expect(await run('x')).toMatchObject({ ok: false });
  });
});
