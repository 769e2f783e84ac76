/** A question that may not have arrived, and was answered: the answer settles it. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { issueDirective } from '../../../bot/acts/issue.ts';
import { settle, settleAbandoned } from '../../../bot/delivery/settle.ts';
import { claimNext } from '../../../db/delivery/claim.ts';
import type { OutboxRow } from '../../../db/delivery/queue.ts';
import { accounts, outbox } from '../../../db/schema/tables.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import type { Person } from '../../harness/world/person.ts';
import { createWorld, type World } from '../../harness/world.ts';

const doubt = { type: 'uncertain', reason: 'ECONNRESET' } as const;

describeOnDatabase('a question of which nobody knows whether it arrived', (db) => {
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
