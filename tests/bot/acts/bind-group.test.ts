import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { hashCode } from '../../../bot/links/codes.ts';
import { groups, invites } from '../../../db/schema/tables.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { createWorld } from '../../harness/world.ts';

const boundIn = async (world: Awaited<ReturnType<typeof createWorld>>) =>
  (await world.db.select({ title: groups.title }).from(groups)).map(({ title }) => title);

describeOnDatabase('the code of a group', (db) => {
  test('binds one group of the eight that give it at the same moment, and tells the others that it was used', async () => {
    const world = await createWorld(db());
    const hoa = await world.registerStaff();
    const code = await world.invite('group');
    const from = { address: hoa.address, name: hoa.name };
    await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        world.receiver.receive({
          channel: world.channel.name,
          externalId: `claim-${at}`,
          kind: 'text',
          from,
          text: `/start ${code}`,
          group: { address: `-${at}`, title: `Nhóm ${at}` },
        }),
      ),
    );
    // Those that lost are tried again. What was kept may be worked off already, by the clock as it stood.
    for (const seconds of [120, 120]) {
      world.clock.pass(seconds);
      await world.receiver.handleWaiting();
    }
    await world.settle();
    expect(await boundIn(world)).toHaveLength(1);
    const [used] = await world.db
      .select({ usedAt: invites.usedAt })
      .from(invites)
      .where(eq(invites.hash, hashCode(code)));
    expect(used?.usedAt).not.toBeNull();
    expect(hoa.reads().filter((text) => /đã được dùng/.test(text))).toHaveLength(7);
  });
});
