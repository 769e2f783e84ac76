/** Staff act for the units of their own office, and learn nothing of another's. */
import { expect, test } from 'vitest';
import { invites } from '../../db/schema/tables.ts';
import { describeTranscripts } from '../harness/world.ts';

describeTranscripts('staff of an office that is not over a unit', (open) => {
  test('get no code for it, and read the same as for a unit that does not exist', async () => {
    const world = await open();
    await world.register('XA-AN-BINH', 'Lan');
    const huy = world.person('Chuyên viên Huy');
    await huy.opens(await world.invite('staff', 'PHONG-GDDT'));
    await huy.taps('Đồng ý');
    const before = await world.db.$count(invites);
    for (const command of ['/moi', '/baocao', '/lichsu', '/sua']) {
      await huy.says(`${command} UBND xã An Bình`);
      const [foreign] = huy.reads();
      await huy.says(`${command} UBND xã Không Có`);
      const [unknown] = huy.reads();
      expect(foreign?.replace('UBND xã An Bình', 'X')).toBe(unknown?.replace('UBND xã Không Có', 'X'));
    }
    expect(await world.db.$count(invites)).toBe(before);
  });

  test('get a code for a school of theirs', async () => {
    const world = await open();
    const huy = world.person('Chuyên viên Huy');
    await huy.opens(await world.invite('staff', 'PHONG-GDDT'));
    await huy.taps('Đồng ý');
    await huy.says('/moi Trường Tiểu học An Bình');
    huy.sees(/Mã mời của Trường Tiểu học An Bình/);
  });
});
