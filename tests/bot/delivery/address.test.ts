import { expect, test } from 'vitest';
import { describeOnDatabase } from '../../harness/database.ts';
import { createWorld } from '../../harness/world.ts';

describeOnDatabase('the head of a company', (db) => {
  test('is addressed as one in every answer, and in what is said unasked, to the last', async () => {
    const world = await createWorld(db());
    const binh = await world.register('VT-SONG-MAY', 'Bình');
    const hoa = await world.registerStaff();
    await world.issue();
    for (const said of ['Đã nhận', 'chào em', 'cái này là cái gì', '/trogiup', '/baocao', '/dulieu', 'cảm ơn em']) {
      await binh.says(said);
    }
    await hoa.says('/thuhoi Viễn thông Sông Mây');
    await hoa.says('/xacnhanthuhoi 1');
    const toldTo = ({ address }: { address: string }) =>
      world.channel.arrived.filter(({ to }) => to === address).map(({ text }) => text);
    const told = toldTo(binh);
    expect(told.join('\n')).toMatch(/Ông \(Bà\) có thể bấm nút/);
    expect(told.at(-1)).toMatch(/đã kết thúc vai trò của Ông \(Bà\): thủ trưởng – Viễn thông Sông Mây/);
    expect(told.filter((text) => /[đĐ]ồng chí (?!Chuyên viên Hoa)/.test(text))).toEqual([]);
    expect(toldTo(hoa).join('\n')).toMatch(/[đĐ]ồng chí/);
    expect([...told, ...toldTo(hoa)].filter((text) => /[‹›]/.test(text))).toEqual([]);
  });
});
