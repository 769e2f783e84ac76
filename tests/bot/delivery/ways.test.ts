import { expect, it } from 'vitest';
import { readBudgets } from '../../../bot/delivery/budgets.ts';
import { sayAll } from '../../../bot/delivery/say.ts';
import { findPersonRoutes } from '../../../bot/delivery/ways.ts';
import type { Reading } from '../../../bot/delivery/work.ts';
import type { Message } from '../../../core/delivery/message.ts';
import { markAllSent } from '../../../db/delivery/settle.ts';
import { writeAllowance } from '../../../db/platforms/allowances.ts';
import { accounts, outbox } from '../../../db/schema/tables.ts';
import { createNameSeeker } from '../../../jobs/platforms/names.ts';
import { chartOf } from '../../../messages/chat/papers-in-chat.ts';
import { claimNext } from '../../harness/claim-next.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { createLoopback } from '../../harness/world/loopback.ts';
import { createWorld, plainText, type World } from '../../harness/world.ts';

const reminderTo = (id: number, nth: number): Message => ({
  meaning: `nhắc ${nth}`,
  recipient: { type: 'person', id },
  kind: 'reminder',
  body: { text: `Nhắc ${nth}`, choices: [], choiceStyle: 'menu' },
});

/** A head on the Zalo Official Account alone, who wrote at this machine instant; returns the person. */
async function headOnZalo(world: World, wroteAt: Date, name = 'Lan'): Promise<number> {
  await world.register('XA-AN-BINH', name);
  const [role] = await world.db.update(accounts).set({ channel: 'zalo-oa', lastWordAt: wroteAt, name }).returning();
  return role?.personId ?? 0;
}

const withBudget = (world: World, left: number): Reading => ({
  ...world.reading(),
  terms: { ...world.terms, budgets: { 'zalo-oa': left } },
});

const budgetsOf = ({ tx, terms, machineNow }: Reading) => readBudgets(tx, terms.budgets, machineNow);

async function sendQueued(world: World): Promise<void> {
  for (;;) {
    const row = await claimNext(world.db, 'zalo-oa', { machineMs: world.clock.machine().getTime() });
    if (!row) return;
    await markAllSent(world.db, [{ row, externalId: `m${row.id}` }], {
      now: world.clock.civil(),
      machineNow: world.clock.machine(),
    });
  }
}

describeOnDatabase('a person on the Zalo Official Account', (db) => {
  it('gets eight messages free after their last word, then each takes one from the budget', async () => {
    const world = await createWorld(db());
    const lan = await headOnZalo(world, new Date(world.clock.machine().getTime() - 1000));
    for (let nth = 1; nth <= 10; nth += 1) await sayAll(withBudget(world, 500), [reminderTo(lan, nth)]);
    const costs = (await db().select().from(outbox).orderBy(outbox.id)).filter((r) => r.channel === 'zalo-oa');
    expect(costs.map((row) => row.cost)).toEqual([...Array(8).fill(0), 1, 1]);
    await sendQueued(world);
    expect(await budgetsOf(withBudget(world, 500))).toMatchObject([{ used: 2, left: 498 }]);
  });

  it('pays for a picture behind a text like for a message', async () => {
    const world = await createWorld(db());
    const lan = await headOnZalo(world, new Date(world.clock.machine().getTime() - 72 * 3_600_000));
    const { body, ...told } = reminderTo(lan, 1);
    const reading = withBudget(world, 500);
    await sayAll(reading, [{ ...told, body: { ...body, attachments: [chartOf(1)] } }]);
    await sendQueued(world);
    expect(await budgetsOf(reading)).toMatchObject([{ used: 2, left: 498 }]);
  });

  it('is not written to there when neither a free message nor the budget is left', async () => {
    const world = await createWorld(db());
    const lan = await headOnZalo(world, new Date(world.clock.machine().getTime() - 1000));
    const reading = withBudget(world, 0);
    for (let nth = 1; nth <= 9; nth += 1) await sayAll(reading, [reminderTo(lan, nth)]);
    expect((await findPersonRoutes(reading, [lan])).get(lan)).toBeUndefined();
  });
});

describeOnDatabase('the budget of a month', (db) => {
  it('is the smaller of our count and what the platform says, less what went out since', async () => {
    const world = await createWorld(db());
    const lan = await headOnZalo(world, new Date(world.clock.machine().getTime() - 72 * 3_600_000));
    await writeAllowance(db(), 'zalo-oa', 30, world.clock.machine());
    await sayAll(withBudget(world, 500), [reminderTo(lan, 1)]);
    await sendQueued(world);
    expect(await budgetsOf(withBudget(world, 500))).toMatchObject([{ used: 1, of: 500, left: 29 }]);
    expect(await budgetsOf(withBudget(world, 20))).toMatchObject([{ left: 19 }]);
  });

  it('does not hold what was said in another month against this one', async () => {
    const world = await createWorld(db());
    const before = new Date(world.clock.machine().getTime() - 32 * 24 * 3_600_000);
    await writeAllowance(db(), 'zalo-oa', 0, before);
    expect(await budgetsOf(withBudget(world, 500))).toMatchObject([{ left: 500 }]);
  });
});

describeOnDatabase('a person whom no message named', (db) => {
  it('is asked for at the platform once, and is then called so everywhere', async () => {
    const world = await createWorld(db());
    await headOnZalo(world, world.clock.machine(), '');
    const asked: string[] = [];
    const channel = {
      ...createLoopback(plainText, 'zalo-oa'),
      names: {
        read: async ({ to }: { to: string }) => {
          asked.push(to);
          return 'Nguyễn Thị Lan';
        },
      },
    };
    const seek = createNameSeeker();
    expect([await seek(db(), [channel]), await seek(db(), [channel])]).toEqual([1, 0]);
    expect(asked).toHaveLength(1);
    expect(await db().query.accounts.findFirst()).toMatchObject({ name: 'Nguyễn Thị Lan' });
    expect(await db().query.people.findFirst()).toMatchObject({ name: 'Nguyễn Thị Lan' });
  });
});
