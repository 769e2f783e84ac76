import { describe, expect, test } from 'vitest';
import { monotonic } from '../../../bot/clock.ts';
import { sayAll } from '../../../bot/delivery/say.ts';
import { bodyOf } from '../../../core/delivery/layout.ts';
import { databaseForEach } from '../../harness/database.ts';
import { startDelivering } from '../../harness/world/delivering.ts';
import { createWorld, type World } from '../../harness/world.ts';

const limited = (seconds: number) =>
  ({ type: 'not-sent', reason: '429 Too Many Requests', retryAfterSeconds: seconds, rateLimit: 'chat' }) as const;

describe('"too many requests"', () => {
  const db = databaseForEach();

  async function openQueue() {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    const mai = await world.register('TH-AN-BINH', 'Mai');
    const people = [lan, nam, mai];
    await tell(world, 'một');
    for (const person of people) person.looksAway();
    return { world, lan, nam, mai };
  }

  const tell = (world: World, text: string, ids = [1, 2, 3]) =>
    sayAll(
      world.reading(),
      ids.map((id) => ({
        meaning: text,
        recipient: { type: 'person' as const, id },
        kind: 'reply' as const,
        body: bodyOf({ text }),
      })),
    );

  test('to one chat holds that chat, in its order and also after a restart; others have theirs at once', async () => {
    const { world, lan, nam, mai } = await openQueue();
    world.channel.fault(lan.address, limited(60));
    const first = startDelivering(world);
    await first.until(() => nam.reads().length === 1 && mai.reads().length === 1);
    await tell(world, 'hai');
    await first.until(() => nam.reads().length === 2 && mai.reads().length === 2);
    await first.stop();
    const second = startDelivering(world);
    await tell(world, 'ba', [2]);
    await second.until(() => nam.reads().length === 3);
    lan.seesNothing();
    second.pass(60);
    await second.until(() => lan.reads().length === 2);
    expect(lan.reads()).toEqual(['một', 'hai']);
  });

  test('to a second chat meanwhile is the limit of the channel: it stops for as long as the platform asks', async () => {
    const { world, lan, nam, mai } = await openQueue();
    world.channel.fault(lan.address, limited(0.4));
    world.channel.fault(nam.address, limited(0.4));
    const times = new Map<string, number[]>();
    const { send } = world.channel.sending;
    world.channel.sending.send = (outbound) => {
      times.set(outbound.to, [...(times.get(outbound.to) ?? []), monotonic()]);
      return send(outbound);
    };
    const delivering = startDelivering(world);
    await delivering.until(() => mai.reads().length === 1);
    await tell(world, 'hai', [3]);
    await delivering.until(() => mai.reads().length === 2);
    const stopped = times.get(nam.address)?.[0] ?? 0;
    expect((times.get(mai.address)?.[1] ?? 0) - stopped).toBeGreaterThanOrEqual(400);
  });
});
