import { expect, test } from 'vitest';
import { outbox } from '../../../db/schema/tables.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { createWorld } from '../../harness/world.ts';
import { verify } from '../audit/campaign.ts';

describeOnDatabase('a text that the platform finds too long', (db) => {
  const tooLong = { type: 'too-long', reason: 'parameter over limit' } as const;
  const words = (texts: string[]): string[] => texts.join(' ').split(/\s+/);

  /** Two heads of one unit: what Lan gets in pieces, Nam gets whole. */
  async function twoHeads() {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const nam = await world.register('XA-AN-BINH', 'Nam');
    lan.looksAway();
    nam.looksAway();
    return { world, lan, nam };
  }

  test('goes in two, the choices with the second, and counts as delivered with it', async () => {
    const { world, lan, nam } = await twoHeads();
    world.channel.fault(lan.address, tooLong);
    await world.issue();
    const told = lan.reads();
    expect(told).toHaveLength(2);
    expect(words(told)).toEqual(words(nam.reads()));
    const toLan = world.channel.arrived.filter(({ to }) => to === lan.address).slice(-2);
    expect(toLan.map(({ choices }) => choices.length)).toEqual([0, 2]);
    await lan.taps('Đã nhận');
    lan.sees(/đã ghi nhận/);
    const rows = await db()
      .select({ part: outbox.part, parts: outbox.parts, kind: outbox.kind, to: outbox.address })
      .from(outbox)
      .orderBy(outbox.id);
    expect(rows.filter((r) => r.kind === 'tasks' && r.to === lan.address)).toMatchObject([
      { part: 1, parts: 2 },
      { part: 2, parts: 2 },
    ]);
    expect((await verify(db())).faults).toEqual([]);
  });

  test('goes in as many as it takes, in order; what is short and refused all the same is given up', async () => {
    const { world, lan, nam } = await twoHeads();
    world.channel.fault(lan.address, tooLong, tooLong);
    await world.issue();
    expect(words(lan.reads())).toEqual(words(nam.reads()));
    lan.looksAway();
    world.channel.fault(lan.address, tooLong);
    await lan.says('/huy');
    lan.seesNothing();
    expect(world.errors).toEqual([]);
  });
});
