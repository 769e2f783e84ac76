import { describe, expect, it } from 'vitest';
import type { Inbound } from '../../../../core/channels/channel.ts';
import { openOaChannel, openZaloOa } from './opened.ts';

/** An account that knows what was written until now; then people go on writing while nobody listens. */
async function openMissed(write: (zalo: Awaited<ReturnType<typeof openZaloOa>>) => void) {
  const zalo = await openZaloOa();
  const known = new Map<string, Date>();
  const all = new Date(zalo.clock.now());
  zalo.clock.advanceHours(1);
  write(zalo);
  await zalo.webhook.settled();
  const received: Inbound[] = [];
  const { channel, logged } = openOaChannel(zalo, { knownUntil: async () => ({ all, people: known }) });
  const start = () =>
    channel.receiving.start(async (inbound) => {
      received.push(inbound);
    });
  return { zalo, channel, received, start, known, logged };
}

const textsOf = (received: Inbound[]) => received.map((inbound) => ('text' in inbound ? inbound.text : inbound.kind));

describe('what people wrote while no webhook reached us', () => {
  it('is received at the start, oldest first, with the ids that the webhook would have carried', async () => {
    const { zalo, channel, received, start } = await openMissed((oa) => {
      const [an, binh] = [oa.createFollower({ name: 'An' }), oa.createFollower({ name: 'Bình' })];
      an.say('50 45 40 38');
      oa.clock.advanceHours(1);
      binh.say('/nhiemvu');
      oa.clock.advanceHours(1);
      an.say('3:send');
    });
    const lost = zalo.webhook.deliveries.map(({ body }) => JSON.parse(body.toString()).message.msg_id);
    start();
    await expect.poll(() => received).toHaveLength(3);
    expect(textsOf(received)).toEqual(['50 45 40 38', '/nhiemvu', 'tap']);
    expect(received.map(({ externalId }) => externalId)).toEqual(lost);
    expect(channel.state()).toEqual({ state: 'up' });
  });

  it('begins for each person after what is known of them', async () => {
    const { zalo, received, start, known } = await openMissed((oa) => {
      const an = oa.createFollower({ name: 'An' });
      an.say('đã biết');
      oa.clock.advanceHours(1);
      an.say('mới');
    });
    const [first] = zalo.webhook.deliveries.map(({ body }) => JSON.parse(body.toString()));
    known.set(first.sender.id, new Date(Number(first.timestamp)));
    start();
    await expect.poll(() => textsOf(received)).toEqual(['mới']);
  });

  it('is read over several pages', async () => {
    const { received, start } = await openMissed((oa) => {
      const an = oa.createFollower({ name: 'An' });
      for (let nth = 1; nth <= 23; nth += 1) {
        oa.clock.advanceHours(0.01);
        an.say(`dòng ${nth}`);
      }
    });
    start();
    await expect.poll(() => received.length).toBe(23);
    expect(textsOf(received).slice(0, 2)).toEqual(['dòng 1', 'dòng 2']);
  });

  it('is left for the next look when Zalo does not answer', async () => {
    const { zalo, received, start, logged } = await openMissed((oa) => {
      oa.createFollower({ name: 'An' }).say('50');
    });
    zalo.failNext('listrecentchat', { kind: 'error', code: -32 });
    start();
    await expect.poll(() => logged.join()).toContain('not caught up');
    expect(received).toEqual([]);
  });

  it('is nothing on an account where nobody ever wrote to us: its old talk is not ours', async () => {
    const zalo = await openZaloOa();
    zalo.createFollower({ name: 'An' }).say('chuyện cũ');
    await zalo.webhook.settled();
    const received: Inbound[] = [];
    const { channel } = openOaChannel(zalo, { knownUntil: async () => ({ all: undefined, people: new Map() }) });
    channel.receiving.start(async (inbound) => {
      received.push(inbound);
    });
    await expect.poll(() => channel.state().state).toBe('up');
    await expect.poll(() => zalo.calls.length).toBeGreaterThan(1);
    expect(received).toEqual([]);
  });
});
