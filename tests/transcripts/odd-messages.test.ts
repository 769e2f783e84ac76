import { expect, test } from 'vitest';
import type { InboundEvent } from '../../core/channels/channel.ts';
import type { Person } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

let came = 0;

/** What a platform delivers for a person, with what only platforms know. */
async function comes(world: World, person: Person, event: object, contentKey?: string): Promise<void> {
  came += 1;
  person.looksAway();
  const from = { address: person.address, name: person.name };
  const told = { ...event, from } as unknown as InboundEvent;
  const head = { channel: 'telegram', externalId: `odd-${came}`, ...(contentKey && { contentKey }) } as const;
  await world.receiver.receive({ ...head, ...told });
  await world.settle();
}

const edit = (contentKey: string, text: string) => ({ kind: 'unreadable', what: 'edit', edited: { contentKey, text } });

async function asked(open: () => Promise<World>): Promise<{ world: World; lan: Person }> {
  const world = await open();
  const lan = await world.register('XA-AN-BINH', 'Lan');
  await world.issue();
  await lan.says('/baocao');
  return { world, lan };
}

describeTranscripts('an odd message', (open) => {
  test('that was edited without a change of words is not answered; one with a change is', async () => {
    const { world, lan } = await asked(open);
    await comes(world, lan, { kind: 'text', text: '50' }, 'm:1:17');
    await comes(world, lan, edit('m:1:17', '50'));
    lan.seesNothing();
    await comes(world, lan, edit('m:1:17', '51'));
    lan.sees(/không đọc tin nhắn đã sửa/);
    await comes(world, lan, edit('m:1:17', '51'));
    lan.seesNothing();
    await comes(world, lan, edit('m:1:99', '51'));
    lan.sees(/không đọc tin nhắn đã sửa/);
  });

  test('of a length that no platform lets through is not read, and its sender is told', async () => {
    const { world, lan } = await asked(open);
    await comes(world, lan, { kind: 'text', text: '50 '.repeat(350_000) });
    lan.sees(/quá dài/);
    await lan.says('50');
    lan.sees(/Đã ghi|bao nhiêu/);
    expect(world.errors).toEqual([]);
  });
});
