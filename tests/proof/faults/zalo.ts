/** Bad days of Zalo: the same as Telegram's, on a channel that costs and is the first of most heads. */
import { eq } from 'drizzle-orm';
import { accounts } from '../../../db/schema/tables.ts';
import { createFakeZaloOa, type FakeZaloOa } from '../../harness/platforms/zalo-oa/fake.ts';
import type { Fault } from '../kit/fault.ts';
import type { Scene } from '../kit/scene.ts';
import { strict } from '../kit/tally.ts';
import { pause } from './campaign.ts';

type Follower = ReturnType<FakeZaloOa['createFollower']>;

/** Every head follows the account and wrote there last. */
async function moveToZalo(scene: Scene, oa: FakeZaloOa): Promise<Follower[]> {
  const { plot } = scene;
  if (!plot) throw new Error('there is no database to write to');
  const followers: Follower[] = [];
  for (const { user } of scene.heads) {
    const follower = oa.createFollower({ name: user.name });
    follower.follow();
    followers.push(follower);
    const [known] = await plot.db
      .select()
      .from(accounts)
      .where(eq(accounts.address, String(user.id)));
    const seen = { lastSeenAt: new Date('2021-09-06T08:59:00+07:00'), lastWordAt: new Date() };
    await plot.db
      .update(accounts)
      .set({ lastSeenAt: new Date(0) })
      .where(eq(accounts.address, String(user.id)));
    const account = { channel: 'zalo-oa' as const, address: follower.id, name: user.name, ...seen };
    await plot.db.insert(accounts).values({ ...account, personId: known?.personId ?? null });
  }
  return followers;
}

export const zaloFaults: readonly Fault[] = [
  {
    database: 'postgres',
    host: 'here',
    communes: 6,
    isInCut: false,
    name: 'Zalo 502 at the issue',
    what: 'the Official Account answers 502 for 20 s while the directive is issued; every head is told, there or elsewhere',
    seeds: [1],
    limits: { ...strict, recoverWithin: 75 },
    play: async (scene) => {
      const oa = await createFakeZaloOa();
      const followers = await moveToZalo(scene, oa);
      await scene.service.start(oa.variables());
      await oa.answered('getoa', 1);
      oa.failAll({ kind: 'bad-gateway' });
      await scene.issue();
      await pause(20);
      oa.failAll(undefined);
      const isTold = (at: number): boolean =>
        (followers[at]?.inbox().length ?? 0) > 0 || (scene.heads[at]?.user.inbox().length ?? 0) > 0;
      return { isReached: () => followers.every((_, at) => isTold(at)), after: () => oa.stop() };
    },
  },
];
