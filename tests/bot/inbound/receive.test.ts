import { expect, test } from 'vitest';
import { listSetAside, postpone, takeWaiting } from '../../../db/conversation/inbox.ts';
import { accounts, inbox, reports as reportRows } from '../../../db/schema/tables.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { type Person, saysAll } from '../../harness/world/person.ts';
import { createWorld, type World } from '../../harness/world.ts';

const words = { channel: 'telegram', kind: 'text', from: { address: '77', name: 'Lan' }, text: '/trogiup' } as const;

describeOnDatabase('a message whose handling throws', (db) => {
  test('is kept with nothing half-done, tried again, and answered as if nothing had been', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    world.isBroken = true;
    await lan.says('/baocao');
    lan.seesNothing();
    const [row] = (await db().select().from(inbox)).filter((r) => r.state === 'waiting');
    expect(row).toMatchObject({ attempts: 1, error: 'the turn is broken', inbound: { text: '/baocao' } });
    world.isBroken = false;
    await world.tick();
    lan.seesNothing();
    world.clock.pass(2);
    await world.tick();
    lan.sees(/Số CBCCVC/);
    expect((await db().select().from(inbox)).filter((r) => r.state !== 'done')).toEqual([]);
  });

  test('is not handled again where it was handled, and only the answer to its commit lost', async () => {
    const world = await createWorld(db());
    await world.register('XA-AN-BINH', 'Lan');
    world.isBroken = true;
    await world.receiver.receive({ ...words, externalId: 'kept' });
    const [kept] = (await db().select().from(inbox)).filter((row) => row.state === 'waiting');
    if (!kept) throw new Error('nothing was kept');
    expect(await takeWaiting(db(), kept.id)).toBe('taken');
    await postpone(db(), kept.id, new Date(), 'the connection was lost');
    expect((await db().select().from(inbox)).filter((row) => row.state !== 'done')).toEqual([]);
  });

  test('never blocks those behind it, also not of the same person', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    world.isBroken = true;
    await lan.says('/nhiemvu');
    world.isBroken = false;
    await nam.says('/trogiup');
    nam.sees(/\/nhiemvu/);
    await lan.says('/trogiup');
    lan.sees(/\/nhiemvu/);
  });

  test('is set aside after five attempts, listed, and the person is told', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    world.isBroken = true;
    await lan.says('/nhiemvu');
    for (const seconds of [2, 10, 60]) {
      world.clock.pass(seconds);
      await world.tick();
    }
    expect(await listSetAside(db())).toEqual([]);
    lan.seesNothing();
    world.clock.pass(600);
    await world.tick();
    expect(await listSetAside(db())).toMatchObject([{ attempts: 5, error: 'the turn is broken' }]);
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/sự cố, nội dung đã được lưu lại/);
    world.isBroken = false;
    world.clock.pass(3600);
    await world.tick();
    expect(lan.reads()).toHaveLength(1);
  });

  test('is taken for a duplicate when the platform delivers it again meanwhile', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const inbound = { channel: 'telegram', externalId: 'again', kind: 'text', from: lan, text: '/trogiup' } as const;
    world.isBroken = true;
    await world.receiver.receive(inbound);
    world.isBroken = false;
    await world.receiver.receive(inbound);
    world.clock.pass(2);
    await world.tick();
    expect(lan.reads().filter((text) => text.includes('/nhiemvu – xem'))).toHaveLength(1);
  });
});

describeOnDatabase('receiving', (db) => {
  test('takes what comes under two ids with one content key once', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    lan.looksAway();
    for (const externalId of ['one', 'two'])
      await world.receiver.receive({
        channel: 'telegram',
        externalId,
        contentKey: 'message-7',
        kind: 'text',
        from: lan,
        text: '/trogiup',
      });
    await world.settle();
    expect(lan.reads()).toHaveLength(1);
  });

  test('takes two confirmations of two people at the same moment one after the other', async () => {
    const world = await createWorld(db());
    const people = [await world.register('XA-AN-BINH', 'Lan'), await world.register('XA-AN-BINH', 'Nam')];
    await world.issue();
    for (const person of people) await saysAll(person, '/baocao', '50', '45', '40', '38', 'không');
    await Promise.all(people.map((person) => person.taps('Đúng, gửi')));
    await world.settle();
    expect(await db().select().from(reportRows)).toHaveLength(1);
    const said = people.map((person) => person.newest().text);
    expect(said.filter((text) => text.startsWith('Đã ghi nhận báo cáo'))).toHaveLength(1);
    expect(said.filter((text) => /đã gửi báo cáo của UBND xã An Bình/.test(text))).toHaveLength(1);
    expect(world.errors).toEqual([]);
  });

  test('keeps what a stranger types as they typed it', async () => {
    const world = await createWorld(db());
    const odd = world.person('<b>A&B</b> *x* _y_ [z](u)');
    await odd.says('\u0000x\ud800 <script>');
    odd.sees(/chưa biết đồng chí/);
    expect(await db().select({ name: accounts.name }).from(accounts)).toEqual([{ name: '<b>A&B</b> *x* _y_ [z](u)' }]);
  });
});

describeOnDatabase('a crowd that writes at the same moment', (db) => {
  const crowdOf = (world: World, size: number) => Array.from({ length: size }, (_, i) => world.person(`Người ${i}`));
  const says = (world: World, person: Person, text: string): Promise<unknown> =>
    world.receiver.receive({
      channel: 'telegram',
      externalId: `${person.address} ${text}`,
      kind: 'text',
      from: person,
      text,
    });

  test('takes its turns once each, and those of a person in their order', async () => {
    const world = await createWorld(db());
    const crowd = crowdOf(world, 20);
    const talks = async (person: Person): Promise<void> => {
      for (const word of ['/start maSai', '/trogiup', '/start maSai']) await says(world, person, word);
    };
    await Promise.all(crowd.map(talks));
    await world.receiver.handleWaiting();
    await world.settle();
    // Strangers get the answer to their last word.
    for (const person of crowd) expect(person.reads()).toEqual([expect.stringMatching(/chưa biết/)]);
    const handled = await db().select().from(inbox);
    expect(handled.filter((r) => r.state === 'done' && r.attempts === 1)).toHaveLength(40);
    expect(world.errors).toEqual([]);
  });

  test('of one sender takes its turn in order, while others have theirs', async () => {
    const world = await createWorld(db());
    const [lan, nam] = [await world.register('XA-AN-BINH', 'Lan'), await world.register('XA-BINH-MINH', 'Nam')];
    await world.issue();
    const from = { address: lan.address, name: lan.name };
    lan.looksAway();
    for (const [at, text] of ['/baocao', '50', '45', '40', '38'].entries()) {
      const inbound = { channel: 'telegram', externalId: `many-${at}`, kind: 'text', from, text } as const;
      await world.receiver.receive(inbound, { isOneOfMany: at >= 3 });
    }
    await nam.says('/trogiup');
    await world.receiver.handleWaiting();
    await world.settle();
    expect(lan.reads().at(-1)).toMatch(/Đã ghi Smart Thanh Hóa: 38\/50/);
    expect(world.errors).toEqual([]);
  });

  test('loses nothing where the process ends before the turns', async () => {
    const world = await createWorld(db());
    const crowd = crowdOf(world, 10);
    const confirmed = crowd.map((person) => says(world, person, '/trogiup'));
    await world.receiver.stop();
    await Promise.all(confirmed);
    expect((await db().select().from(inbox)).filter((r) => r.state === 'waiting')).toHaveLength(8);
    await world.restarted().handleWaiting();
    await world.settle();
    for (const person of crowd) expect(person.reads()).toHaveLength(1);
  });
});
