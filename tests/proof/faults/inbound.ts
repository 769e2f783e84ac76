/** Bad days of what comes in: twice, at once, mangled, or from a group that threw the bot out. */
import { firstSlot } from '../kit/district.ts';
import type { Fault } from '../kit/fault.ts';
import { draw, happens } from '../kit/random.ts';
import type { Scene } from '../kit/scene.ts';
import { strict } from '../kit/tally.ts';
import { countReports, everybodyHasTasks, everybodyReported, until } from './campaign.ts';
import { poison } from './poison.ts';

const here = { database: 'postgres', host: 'here', communes: 4, limits: strict, isInCut: false } as const;

async function begin(scene: Scene): Promise<void> {
  await scene.service.start();
  await scene.issue();
  await until('the tasks', () => everybodyHasTasks(scene));
}

/** Everybody reports; `onConfirmed` sees each update that the bot has confirmed, once. */
async function reportWhile(scene: Scene, onConfirmed: (id: number) => void): Promise<void> {
  const seen = new Set(scene.telegram.confirmed().map(({ id }) => id));
  for (const { answer, user } of scene.heads) {
    answer();
    user.say('/baocao');
  }
  const again = (): boolean => {
    for (const { id } of scene.telegram.confirmed()) {
      if (seen.has(id)) continue;
      seen.add(id);
      onConfirmed(id);
    }
    return everybodyReported(scene);
  };
  await until('the receipts', again).catch(() => {});
}

/** The head's messages from the bot since a moment. */
const repliesTo = (scene: Scene, from: number, id: number): number =>
  scene.book.slice(from).filter(({ chat }) => chat === String(id)).length;

export const inboundFaults: readonly Fault[] = [
  {
    ...here,
    name: 'same update again',
    what: 'half of the updates are delivered once or twice more under their number',
    seeds: [1],
    isInCut: true,
    play: async (scene) => {
      await begin(scene);
      await reportWhile(scene, (id) => {
        if (!happens(scene.seed, `again ${id}`, 50)) return;
        const times = draw(scene.seed, `times ${id}`, 1, 2);
        for (let time = 0; time < times; time += 1) scene.telegram.redeliver(id);
      });
      return { isReached: () => everybodyReported(scene) };
    },
  },
  {
    ...here,
    name: 'same tap, other number',
    what: 'one tap is delivered under three numbers, as after a lost confirmation',
    seeds: [1],
    play: async (scene) => {
      await begin(scene);
      const before = scene.book.length;
      const copies = new Set<number>();
      for (const { user } of scene.heads) {
        const message = user.lastMessage();
        const tap = { id: `40000000000000${user.id}`, from: { id: user.id, is_bot: false, first_name: user.name } };
        const shown = { message_id: message?.id ?? 0, date: 1, chat: { id: user.id, type: 'private' } };
        const data = message?.buttons.flat().find(({ text }) => text === 'Báo cáo')?.data ?? '';
        const update = { ...tap, message: shown, chat_instance: '1', data };
        scene.telegram.pushUpdate('callback_query', update);
        for (const _ of [1, 2]) copies.add(scene.telegram.pushUpdate('callback_query', update));
      }
      const first = () => scene.heads.every(({ user }) => repliesTo(scene, before, user.id) > 0);
      await until('the question', first);
      await until('nothing waits', async () => scene.telegram.pendingCount() === 0 && (await scene.waiting()) === 0);
      const doubled = scene.heads.filter(({ user }) => repliesTo(scene, before, user.id) > 1).length;
      const faults = doubled > 0 ? [`${doubled} of ${scene.heads.length} heads were answered more than once`] : [];
      return { isReached: first, copies, faults };
    },
  },
  {
    ...here,
    name: 'poison',
    what: 'updates of every shape that an update should not have, between those of people',
    seeds: [1],
    play: async (scene) => {
      await begin(scene);
      const [victim] = scene.heads;
      const copies = new Set(
        poison(victim?.user.id ?? 0).map(({ type, payload }) => scene.telegram.pushUpdate(type, payload)),
      );
      await reportWhile(scene, () => {});
      return { isReached: () => everybodyReported(scene), copies };
    },
  },
  {
    ...here,
    name: 'typed ahead',
    what: 'a head types every answer at once, before the first is asked for',
    seeds: [1],
    play: async (scene) => {
      await begin(scene);
      for (const { user, figures } of scene.heads)
        for (const words of ['/baocao', ...Object.values(figures).map(String), 'Không có', 'Đúng, gửi'])
          user.say(words);
      await until('the reports', async () => (await countReports(scene)) === scene.heads.length, 30_000).catch(
        () => {},
      );
      return { isReached: () => everybodyReported(scene) };
    },
  },
  {
    ...here,
    name: 'group kick and re-entry',
    what: 'the bot is thrown out of its group and taken in again; the reminder of the day must come there',
    seeds: [1],
    play: async (scene) => {
      await begin(scene);
      scene.group.kickBot();
      scene.group.takeBackBot();
      await until('the group', () => scene.telegram.pendingCount() === 0);
      scene.clock.stand(new Date(firstSlot));
      return { isReached: () => scene.group.inbox().length > 0 };
    },
  },
];
