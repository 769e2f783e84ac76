/** What was kept long enough goes, and the audit chain agrees with what stays. */
import { eq, isNull } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { createSeal } from '../../../bot/audit/seal.ts';
import { verifyAudit } from '../../../bot/audit/verify.ts';
import type { RetentionDays } from '../../../bot/config/retention.ts';
import { admitMessage } from '../../../db/conversation/sender-rates.ts';
import {
  accounts,
  attachments,
  inbox,
  messages,
  outbox,
  reports as reportRows,
  senderRates,
} from '../../../db/schema/tables.ts';
import { eraseOld } from '../../../jobs/platforms/retention.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { reports } from '../../harness/world/person.ts';
import { createWorld, type World, worldKey } from '../../harness/world.ts';

const year: RetentionDays = { inbox: 365, outbox: 365, files: 0, sessions: 30 };
const nothing = { requests: 0, messages: 0, inbound: 0, accounts: 0, files: 0, questions: 0, sessions: 0, senders: 0 };

const faults = async (world: World) => (await verifyAudit(world.db, createSeal(worldKey))).faults;

async function openWorld(world: World) {
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const stranger = world.person('Người lạ');
  await stranger.says('xin chào');
  await stranger.sendsFile('anh-hop');
  await world.issue();
  await reports(lan, [50, 45, 40, 38]);
  return { lan };
}

describeOnDatabase('retention', (db) => {
  test('takes nothing before its time, and nothing at all where it is 0', async () => {
    const world = await createWorld(db());
    await openWorld(world);
    world.clock.set('2022-09-05T07:59');
    expect(await eraseOld(world, year)).toEqual(nothing);
    world.clock.set('2031-09-06T08:01');
    expect(await eraseOld(world, { inbox: 0, outbox: 0, files: 0, sessions: 0 })).toEqual(nothing);
    expect(await faults(world)).toEqual([]);
  });

  test('takes words, names of strangers and unclaimed files after a year, once; figures and the chain stay', async () => {
    const world = await createWorld(db());
    const { lan } = await openWorld(world);
    world.clock.set('2022-09-07T08:00');
    const erased = await eraseOld(world, year);
    expect(erased).toMatchObject({ accounts: 1, files: 1, sessions: 0 });
    expect(erased.requests).toBeGreaterThan(5);
    expect(erased.inbound).toBeGreaterThan(5);
    expect(await eraseOld(world, year)).toEqual(nothing);
    expect(await faults(world)).toEqual([]);
    const kept = JSON.stringify([
      await db().select({ inbound: inbox.inbound }).from(inbox),
      await db().select({ text: outbox.text }).from(outbox),
      await db().select({ body: messages.body }).from(messages),
      await db().select().from(attachments),
    ]);
    expect(kept).not.toMatch(/Bluezone|xin chào|Lan|anh-hop/);
    expect((await db().select().from(accounts)).map(({ name }) => name).sort()).toEqual(['', 'Lan']);
    expect(await db().$count(reportRows)).toBe(1);
    await lan.says('/toi');
    lan.sees(/thủ trưởng – UBND xã An Bình/);
    expect(await faults(world)).toEqual([]);
  });

  test('leaves tasks that have not reached their unit, and what waits', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await lan.blocks(false);
    await world.issue();
    await db()
      .insert(inbox)
      .values({
        channel: 'telegram',
        externalId: 'waits',
        inbound: { channel: 'telegram', externalId: 'waits', kind: 'blocked', from: { address: '1', name: '' } },
        receivedAt: world.clock.civil(),
        state: 'waiting',
      });
    world.clock.set('2023-09-07T08:00');
    await eraseOld(world, year);
    const left = await db().select().from(messages).where(isNull(messages.erasedIn));
    expect(left.map(({ kind }) => kind)).toEqual(['tasks']);
    const [waiting] = await db().select().from(inbox).where(eq(inbox.externalId, 'waits'));
    expect(waiting?.erasedIn).toBeNull();
    expect(await faults(world)).toEqual([]);
  });

  test('forgets how fast people wrote once they were quiet for a day', async () => {
    const world = await createWorld(db());
    const [quiet, loud] = [world.person('Lặng'), world.person('Ồn')];
    const rates = { known: { burst: 6, perSecond: 1 }, stranger: { burst: 4, perSecond: 0.5 } };
    const writes = ({ address }: { address: string }) =>
      admitMessage(
        db(),
        { channel: 'telegram', address, externalId: '1', contentKey: null },
        rates,
        world.clock.machine(),
      );
    await writes(quiet);
    world.clock.pass(86_401);
    await writes(loud);
    expect(await eraseOld(world, year)).toMatchObject({ senders: 1 });
    expect((await db().select().from(senderRates)).map(({ address }) => address)).toEqual([loud.address]);
  });

  test('takes more than one piece in one run', async () => {
    const world = await createWorld(db());
    const many = Array.from({ length: 1_201 }, (_, at) => ({
      channel: 'telegram' as const,
      externalId: `old-${at}`,
      inbound: {
        channel: 'telegram' as const,
        externalId: `old-${at}`,
        kind: 'text' as const,
        from: { address: '1', name: 'Lan' },
        text: 'cũ',
      },
      receivedAt: world.clock.civil(),
      state: 'done' as const,
    }));
    await db().insert(inbox).values(many);
    world.clock.set('2022-09-07T08:00');
    expect(await eraseOld(world, year)).toMatchObject({ inbound: 1_201 });
    expect(await faults(world)).toEqual([]);
  });
});
