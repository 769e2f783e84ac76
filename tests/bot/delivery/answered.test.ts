/** A question that may not have arrived, and was answered: the answer settles it. */
import { eq, sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { issueDirective } from '../../../bot/acts/issue.ts';
import { settle, settleAbandoned } from '../../../bot/delivery/settle.ts';
import { storeWaiting } from '../../../db/conversation/inbox.ts';
import { settleAnswered } from '../../../db/delivery/answered.ts';
import type { OutboxRow } from '../../../db/delivery/queue.ts';
import { touchAccount } from '../../../db/roster/accounts.ts';
import { accounts, outbox } from '../../../db/schema/tables.ts';
import { claimNext } from '../../harness/claim-next.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import type { Person } from '../../harness/world/person.ts';
import { createWorld, type World } from '../../harness/world.ts';

const doubt = { type: 'uncertain', reason: 'ECONNRESET' } as const;

describeOnDatabase('a question of which nobody knows whether it arrived', (db, kind) => {
  /** Lan has been asked for the first figure. */
  const openReport = async (): Promise<{ world: World; lan: Person }> => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    world.clock.pass(60);
    return { world, lan };
  };
  let said = 0;
  /** What Lan says comes in and is decided; nothing is sent yet. */
  const comesIn = async (world: World, lan: Person, text: string): Promise<void> => {
    world.clock.pass(1);
    said += 1;
    const from = { address: lan.address, name: lan.name };
    await world.receiver.receive({ channel: 'telegram', externalId: `s${said}`, kind: 'text', from, text });
  };
  const claim = async (world: World): Promise<OutboxRow> => {
    world.clock.pass(0.1);
    const row = await claimNext(db(), 'telegram', { machineMs: world.clock.machine().getTime() });
    if (!row) throw new Error('nothing waits');
    return row;
  };
  /** Whether a session of this database waits for a lock. */
  const isSomebodyWaiting = async (): Promise<boolean> => {
    const waiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    return ((await db().execute(waiting)) as unknown as unknown[]).length > 0;
  };
  const textsAfter = async (world: World, lan: Person): Promise<string[]> => {
    lan.looksAway();
    world.clock.pass(600);
    await world.settle();
    return lan.reads();
  };

  test('is not asked again once its reader has answered, before it was due again', async () => {
    const { world, lan } = await openReport();
    await comesIn(world, lan, '/baocao');
    const question = await claim(world);
    await settle(world.transact, question, doubt);
    await comesIn(world, lan, '50');
    const next = await textsAfter(world, lan);
    expect(next).toHaveLength(1);
    expect(next[0]).not.toBe(question.text);
    const [row] = await db().select().from(outbox).where(eq(outbox.id, question.id));
    expect(row).toMatchObject({ state: 'uncertain', givenUp: null, reason: 'its reader wrote meanwhile' });
  });

  test('nor where the answer came while it was still under way, as when a platform hangs', async () => {
    const { world, lan } = await openReport();
    await comesIn(world, lan, '/baocao');
    const question = await claim(world);
    await comesIn(world, lan, '50');
    await settle(world.transact, question, { type: 'uncertain', reason: 'timeout' });
    expect(await textsAfter(world, lan)).not.toContain(question.text);
  });

  // The embedded database runs one transaction at a time.
  if (kind === 'postgres')
    test('nor where the answer is just being taken when the doubt is noted', async () => {
      const { world, lan } = await openReport();
      await comesIn(world, lan, '/baocao');
      const question = await claim(world);
      world.clock.pass(1);
      let isNoted = false;
      let noting: Promise<void> = Promise.resolve();
      await world.transact(async (work) => {
        const said = { channel: 'telegram', from: { address: lan.address, name: lan.name } } as const;
        const account = await touchAccount(work.tx, said, work.now, work.machineNow);
        await settleAnswered(work.tx, account, work.now);
        noting = settle(world.transact, question, doubt).then(() => {
          isNoted = true;
        });
        await vi.waitFor(async () => expect(isNoted || (await isSomebodyWaiting())).toBe(true));
      });
      await noting;
      const [row] = await db().select().from(outbox).where(eq(outbox.id, question.id));
      expect(row).toMatchObject({ state: 'uncertain', reason: 'its reader wrote meanwhile' });
    });

  test('nor while the answer has come and waits for its turn, as in a crowd', async () => {
    const { world, lan } = await openReport();
    await comesIn(world, lan, '/baocao');
    const question = await claim(world);
    await settle(world.transact, question, doubt);
    const from = { address: lan.address, name: lan.name };
    const waiting = { attempts: 0, retryAt: world.clock.machine(), error: null };
    const words = { channel: 'telegram', externalId: 'kept', kind: 'text', from, text: '50' } as const;
    await storeWaiting(db(), { inbound: words, sealed: null }, world.clock.civil(), waiting);
    world.clock.pass(600);
    expect(await claimNext(db(), 'telegram', { machineMs: world.clock.machine().getTime() })).toBeUndefined();
    await world.receiver.handleWaiting();
    expect(await textsAfter(world, lan)).not.toContain(question.text);
  });

  test('nor by the process after one that was killed', async () => {
    const { world, lan } = await openReport();
    await comesIn(world, lan, '/baocao');
    const question = await claim(world);
    await comesIn(world, lan, '50');
    expect(await settleAbandoned(world.transact)).toBe(1);
    expect(await textsAfter(world, lan)).not.toContain(question.text);
  });

  test('nor where its reader went on at another account of theirs', async () => {
    const { world, lan } = await openReport();
    const tablet = world.person('Lan');
    const [account] = await db().select().from(accounts).where(eq(accounts.address, lan.address));
    await tablet.says('xin chào');
    await db().update(accounts).set({ personId: account?.personId }).where(eq(accounts.address, tablet.address));
    await comesIn(world, lan, '/baocao');
    const question = await claim(world);
    await settle(world.transact, question, doubt);
    await comesIn(world, tablet, '50');
    expect(await textsAfter(world, lan)).not.toContain(question.text);
  });

  /** Lan taps twice for her report, as below tasks that came twice, and is asked twice; she answers each question as it comes. */
  const answersTwice = async (world: World, lan: Person, writtenAt?: () => number) => {
    await comesIn(world, lan, '/baocao');
    await comesIn(world, lan, '/baocao');
    await world.settle();
    await comesIn(world, lan, '50');
    const second = writtenAt?.();
    world.clock.pass(1);
    if (writtenAt) await world.settle();
    const from = { address: lan.address, name: lan.name };
    const told = second === undefined ? {} : { writtenAt: second };
    lan.looksAway();
    await world.receiver.receive({ channel: 'telegram', externalId: 'twice', kind: 'text', from, text: '50', ...told });
    await world.settle();
  };

  test('and was asked twice: a second answer is none to the question that is still on its way', async () => {
    const { world, lan } = await openReport();
    await answersTwice(world, lan);
    expect(lan.reads()).toEqual(['Đã ghi Số CBCCVC: 50.\n\nBluezone: bao nhiêu người (trên 50)?']);
    await comesIn(world, lan, '45');
    await world.settle();
    expect(lan.reads().at(-1)).toContain('Đã ghi Bluezone: 45/50.');
  });

  test('nor to one that came after it was written, by the time that the platform tells', async () => {
    const { world, lan } = await openReport();
    await answersTwice(world, lan, () => world.clock.machine().getTime());
    expect(lan.reads()).toEqual([]);
    await comesIn(world, lan, '45');
    await world.settle();
    expect(lan.reads().at(-1)).toContain('Đã ghi Bluezone: 45/50.');
  });

  test('but one that was written below the next question is its answer', async () => {
    const { world, lan } = await openReport();
    await answersTwice(world, lan, () => world.clock.machine().getTime() + 60_000);
    expect(lan.reads().at(-1)).toContain('Đã ghi Bluezone: 50/50.');
  });

  test('but is asked again of who is silent, or wrote before it', async () => {
    const { world, lan } = await openReport();
    await comesIn(world, lan, '/baocao');
    const question = await claim(world);
    await settle(world.transact, question, doubt);
    expect(await textsAfter(world, lan)).toEqual([question.text]);
  });

  test('unlike tasks, which are said again whatever was written', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.transact((work) => issueDirective(work, { via: 'command', by: null }, world.directiveId));
    const tasks = await claim(world);
    await settle(world.transact, tasks, doubt);
    await comesIn(world, lan, '/trogiup');
    expect(await textsAfter(world, lan)).toEqual([tasks.text, expect.stringContaining('/nhiemvu')]);
  });
});
