import { expect, test } from 'vitest';
import { describeTranscripts } from '../harness/world.ts';

describeTranscripts('what is refused', (open) => {
  test('is noted: codes that open nothing, telephone numbers, commands that are for others', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const stranger = world.person('Lạ');
    expect(world.refused).toEqual([]);
    await stranger.says('/start maSaimaSai12345');
    expect(world.refused).toEqual(['code']);
    await stranger.sharesContact('0912345678');
    expect(world.refused).toEqual(['code', 'phone']);
    await lan.says('/tonghop');
    expect(world.refused).toEqual(['code', 'phone', 'command']);
  });

  test('is noted in groups too', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff();
    const group = world.group('Giao ban');
    const code = await world.invite('group');
    await lan.writesIn(group, `/start ${code}`);
    expect(world.refused).toEqual(['command']);
    await hoa.writesIn(group, `/start ${code}`);
    await lan.writesIn(group, '/tonghop');
    await hoa.writesIn(world.group('Nhóm khác'), `/start ${code}`);
    expect(world.refused).toEqual(['command', 'command', 'code']);
  });
});
