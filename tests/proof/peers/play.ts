/** Bare bots under the same faults: the proof is worth something only if it sees what they are known to lose. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { startScript } from '../../harness/child.ts';
import {
  createFakeTelegram,
  type FakeTelegram,
  type FakeUser,
  type FaultRule,
} from '../../harness/platforms/telegram.ts';
import { happens } from '../kit/random.ts';
import { answered } from './peer.ts';

type PeerName = 'plain' | 'runner' | 'retrying';

/** A loss that a bare bot is known for. */
export type KnownLoss = {
  peer: PeerName;
  fault: 'errors' | 'kill' | 'reset';
  what: string;
  sees: 'lost' | 'extra';
  seed: number;
};

export type PeerOutcome = KnownLoss & { lost: number; extra: number; isSeen: boolean };

export const knownLosses: readonly KnownLoss[] = [
  {
    peer: 'plain',
    fault: 'errors',
    what: 'a reply that was answered with 500 is never said again',
    sees: 'lost',
    seed: 1,
  },
  {
    peer: 'runner',
    fault: 'kill',
    what: 'what was fetched is confirmed before it is handled, and kill -9 forgets it',
    sees: 'lost',
    seed: 1,
  },
  {
    peer: 'retrying',
    fault: 'reset',
    what: 'a message that arrived is sent again when its answer was lost, as often as that happens',
    sees: 'extra',
    seed: 1,
  },
];

const people = 10;
const messagesEach = 2;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** Plays one; the bot counts as having had time enough once everything is confirmed and nothing has come for a while. */
export async function playPeer(loss: KnownLoss): Promise<PeerOutcome> {
  const telegram = await createFakeTelegram({ flood: false });
  const env = { PEER_TOKEN: telegram.token, PEER_API_ROOT: telegram.url };
  const start = (): ChildProcessWithoutNullStreams => startScript(`tests/proof/peers/${loss.peer}.ts`, [], env);
  let bot = start();
  try {
    await telegram.waitForCall('getUpdates');
    if (loss.fault !== 'kill') telegram.setRule(ruleOf(loss));
    const users = Array.from({ length: people }, (_, at) => telegram.createUser({ name: `Người ${at + 1}` }));
    for (let time = 0; time < messagesEach; time += 1) for (const user of users) user.say(`lời ${time}`);
    if (loss.fault === 'kill') {
      while (telegram.confirmed().length < people) await pause();
      await end(bot);
      bot = start();
    }
    const count = () => countAnswers(users);
    await untilSeen(telegram, () => loss.sees === 'extra' && count().extra > 0);
    const { lost, extra } = count();
    return { ...loss, lost, extra, isSeen: (loss.sees === 'lost' ? lost : extra) > 0 };
  } finally {
    await end(bot);
    await telegram.stop();
  }
}

/** A third of all messages; which ones depends on the chat and on their number in it. */
function ruleOf({ fault, seed }: KnownLoss): FaultRule {
  const counted = new Map<string, number>();
  return (method, { chat_id: chat }) => {
    if (method !== 'sendMessage') return undefined;
    const count = (counted.get(String(chat)) ?? 0) + 1;
    counted.set(String(chat), count);
    if (!happens(seed, `${chat} ${count}`, 33)) return undefined;
    return fault === 'errors' ? { kind: 'error', code: 500 } : { kind: 'reset-after' };
  };
}

async function end(bot: ChildProcessWithoutNullStreams): Promise<void> {
  if (bot.exitCode !== null || bot.signalCode !== null) return;
  const ended = once(bot, 'exit');
  bot.kill('SIGKILL');
  await ended;
}

/** Who was not answered, and who was more than once. */
function countAnswers(users: readonly FakeUser[]): { lost: number; extra: number } {
  const counts = users.flatMap((user) =>
    Array.from(
      { length: messagesEach },
      (_, time) => user.inbox().filter(({ text }) => text === `${answered}lời ${time}`).length,
    ),
  );
  return {
    lost: counts.filter((count) => count === 0).length,
    extra: counts.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
  };
}

/** Waits until a loss is seen, or nothing has been sent for longer than auto-retry waits before its first try (3 s). */
async function untilSeen(telegram: FakeTelegram, isSeen: () => boolean): Promise<void> {
  const most = 4500;
  let sent = -1;
  let since = performance.now();
  while (!isSeen() && performance.now() - since < most) {
    const now = telegram.calls.filter(({ method }) => method === 'sendMessage').length;
    if (now !== sent) since = performance.now();
    sent = now;
    await pause();
  }
}
