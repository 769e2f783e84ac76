/** What a group sees of a directive: one card, pinned and kept up to date, and reminders that are corrected. */

import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { usualLadder } from '../../../core/reminders/switches.ts';
import { setLadder } from '../../../db/roster/offices.ts';
import { directives, units } from '../../../db/schema/tables.ts';
import { keepGroupPosts } from '../../../jobs/reminders/group-posts.ts';
import { databaseForEach } from '../../harness/database.ts';
import { reports } from '../../harness/world/person.ts';
import { createWorld, plainText, type World, type WorldOptions } from '../../harness/world.ts';

const db = databaseForEach();

async function issued(options: WorldOptions = {}) {
  const world = await createWorld(db(), { at: '2021-09-06T10:00', ...options });
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const nam = await world.register('XA-BINH-MINH', 'Nam');
  const hoa = await world.registerStaff();
  const group = world.group('Giao ban');
  await hoa.writesIn(group, `/start ${await world.invite('group')}`);
  await world.issue();
  return { world, lan, nam, hoa, group };
}

/** What the job does, twice: once for what is there, once for what came of that. */
async function look(world: World): Promise<void> {
  for (let i = 0; i < 2; i += 1) {
    await world.transact(keepGroupPosts);
    await world.settle();
  }
}

const cardsIn = (world: World) => world.channel.arrived.filter(({ text }) => text.startsWith('THEO DÕI BÁO CÁO'));
const requested = (world: World, type: 'edit' | 'pin' | 'unpin') =>
  world.channel.requests.filter((one) => one.type === type);

test('is one card a directive, pinned, that names who owes and nobody’s figures', async () => {
  const { world, group } = await issued();
  await look(world);
  await look(world);
  const [card, ...more] = cardsIn(world);
  expect(more).toEqual([]);
  expect(card).toMatchObject({ to: group.address, isPinned: true });
  expect(card?.text).toBe(
    [
      'THEO DÕI BÁO CÁO: Công văn số 101/UBND-VHTT ngày 05/9/2021 V/v ứng dụng công nghệ trong phòng, chống dịch',
      'Hạn: 17h00 ngày 09/9/2021 (văn bản ghi: "trước ngày 10/9/2021").',
      'Đã báo cáo: 0/4 đơn vị.',
      'Chưa báo cáo: 4 đơn vị:',
      '- Phòng Văn hóa và Thông tin',
      '- Phòng Giáo dục và Đào tạo',
      '- UBND xã An Bình',
      '- UBND xã Bình Minh',
    ].join('\n'),
  );
  expect(requested(world, 'pin')).toHaveLength(1);
});

test('is edited as reports come in, once for a crowd of them, and ends with the directive', async () => {
  const { world, lan, nam } = await issued();
  await look(world);
  await reports(lan, [50, 45, 40, 38]);
  await look(world);
  const [card] = cardsIn(world);
  expect(card?.text).toMatch(/Đã báo cáo: 1\/4 đơn vị\./);
  expect(card?.text).not.toMatch(/An Bình|50|45/);
  await reports(nam, [10, 9, 8, 7]);
  await look(world);
  expect(requested(world, 'edit')).toHaveLength(1);
  world.clock.pass(10);
  await look(world);
  expect(requested(world, 'edit')).toHaveLength(2);
  expect(card?.text).toMatch(/Đã báo cáo: 2\/4 đơn vị\./);
  world.clock.pass(10);
  await look(world);
  expect(requested(world, 'edit')).toHaveLength(2);
  await world.db.update(directives).set({ state: 'closed' });
  for (let i = 0; i < 2; i += 1) {
    world.clock.pass(10);
    await look(world);
  }
  expect(card?.text).toMatch(/Đã báo cáo: 2\/4 đơn vị\.\nVăn bản đã kết thúc\.$/);
  expect(requested(world, 'edit')).toHaveLength(3);
});

test.each(['closed', 'recalled'] as const)('is unpinned once its directive is %s', async (state) => {
  const { world } = await issued();
  await look(world);
  await world.db.update(directives).set({ state });
  for (let i = 0; i < 3; i += 1) {
    world.clock.pass(10);
    await look(world);
  }
  expect(cardsIn(world)).toMatchObject([{ isPinned: false }]);
  expect(requested(world, 'unpin')).toHaveLength(1);
});

test('goes on with a directive that is reopened: it reads how things stand, and is pinned again', async () => {
  const { world, lan, hoa } = await issued();
  await look(world);
  const settled = async (): Promise<void> => {
    for (let i = 0; i < 3; i += 1) {
      world.clock.pass(10);
      await look(world);
    }
  };
  for (const round of [1, 2]) {
    await hoa.says('/dong');
    await hoa.taps('Kết thúc');
    await settled();
    expect(cardsIn(world)).toMatchObject([{ isPinned: false }]);
    expect(cardsIn(world)[0]?.text).toMatch(/Văn bản đã kết thúc\.$/);
    await hoa.says('/molai');
    await hoa.taps('Mở lại');
    if (round === 1) await reports(lan, [50, 45, 40, 38]);
    await settled();
    expect(cardsIn(world)).toMatchObject([{ isPinned: true }]);
    expect(cardsIn(world)[0]?.text).toMatch(/Đã báo cáo: 1\/4 đơn vị\.\nChưa báo cáo: 3 đơn vị:/);
  }
  expect(requested(world, 'pin')).toHaveLength(3);
  expect(requested(world, 'unpin')).toHaveLength(2);
});

test('stands in the group anew, and pinned, once the platform has moved it to another address', async () => {
  const { world, lan, group } = await issued();
  await look(world);
  await world.receiver.receive({
    channel: 'telegram',
    externalId: 'moved',
    kind: 'group-moved',
    group: { address: group.address, title: group.title },
    to: '-100777',
  });
  await reports(lan, [50, 45, 40, 38]);
  world.clock.pass(10);
  await look(world);
  await look(world);
  const [, card, ...more] = cardsIn(world);
  expect(more).toEqual([]);
  expect(card).toMatchObject({ to: '-100777', isPinned: true });
  expect(card?.text).toMatch(/Đã báo cáo: 1\/4 đơn vị/);
  expect(requested(world, 'edit'), 'nothing is done to what is gone').toEqual([]);
});

test('corrects the newest reminder when a unit that it named reports', async () => {
  const { world, lan, group } = await issued();
  await world.at('2021-09-08T08:00');
  const reminder = () =>
    world.channel.arrived.findLast((m) => m.to === group.address && /chưa báo cáo:$/m.test(m.text));
  expect(reminder()?.text).toMatch(/còn 4 đơn vị chưa báo cáo:/);
  await look(world);
  expect(requested(world, 'edit')).toEqual([]);
  const seen = group.reads().length;
  await reports(lan, [50, 45, 40, 38]);
  await look(world);
  expect(reminder()?.text).toMatch(/còn 3 đơn vị chưa báo cáo:/);
  expect(reminder()?.text).not.toMatch(/An Bình/);
  expect(group.reads(), 'nothing is written anew').toHaveLength(seen);
});

test('where it cannot be pinned staff are told once', async () => {
  const { world, hoa, group } = await issued();
  await world.transact(keepGroupPosts);
  await world.settle();
  const reason = '400 Bad Request: not enough rights to manage pinned messages in the chat';
  world.channel.fault(group.address, { type: 'refused', because: 'rejected', reason });
  hoa.looksAway();
  for (let i = 0; i < 3; i += 1) await look(world);
  hoa.sees(/chưa ghim được tin theo dõi báo cáo trong nhóm "Giao ban"/, /cấp quyền ghim tin/);
  expect(hoa.reads()).toHaveLength(1);
});

test('that somebody removed is left alone', async () => {
  const { world, lan, nam, group } = await issued();
  await look(world);
  await reports(lan, [50, 45, 40, 38]);
  const reason = '400 Bad Request: message to edit not found';
  world.channel.fault(group.address, { type: 'refused', because: 'rejected', reason });
  await look(world);
  await reports(nam, [10, 9, 8, 7]);
  world.clock.pass(60);
  await look(world);
  expect(requested(world, 'edit')).toHaveLength(1);
  expect(cardsIn(world)).toHaveLength(1);
});

test('does not stand where the platform edits nothing', async () => {
  const plain = await issued({ limits: plainText });
  await look(plain.world);
  expect(cardsIn(plain.world)).toEqual([]);
});

test('does not stand where the office tells groups nothing; in quiet time it waits', async () => {
  const { world } = await issued();
  const [office] = await world.db.select().from(units).where(eq(units.code, 'UBND-HUYEN'));
  await setLadder(world.db, office?.id ?? 0, { ...usualLadder, group: 'none' });
  await look(world);
  expect(cardsIn(world)).toEqual([]);
  await setLadder(world.db, office?.id ?? 0, { ...usualLadder, group: 'count' });
  world.clock.set('2021-09-06T12:00');
  await look(world);
  expect(cardsIn(world)).toEqual([]);
  world.clock.set('2021-09-06T13:30');
  await look(world);
  expect(cardsIn(world)).toHaveLength(1);
  expect(cardsIn(world)[0]?.text).toMatch(/Chưa báo cáo: 4 đơn vị\.$/);
});
