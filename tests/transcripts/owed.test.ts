/** What is still owed is named so that nobody has to guess which directive it belongs to. */
import { test } from 'vitest';
import { importDirective } from '../../bot/acts/import-directive.ts';
import { directive } from '../harness/world/fixture.ts';
import { saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

/** Issues another directive of the office, with these differences. */
async function issueAnother(world: World, some: Partial<typeof directive>): Promise<void> {
  const staff = await world.registerStaff('Hoa');
  const imported = await importDirective(
    world.db,
    JSON.stringify({ ...directive, number: '102/UBND-VHTT', subject: 'tổng vệ sinh môi trường', ...some }),
    world.clock.civil(),
  );
  if (!imported.ok) throw new Error('not imported');
  await staff.says('/phathanh 102');
  await staff.taps('Phát hành');
}

describeTranscripts('a unit that owes under two directives', (open) => {
  test('is told by number which of them is left', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await issueAnother(world, {});
    lan.looksAway();
    await lan.says('đã nhận');
    lan.sees(
      /Còn phải báo cáo: UBND xã An Bình theo văn bản số 101\/UBND-VHTT .*, hạn .*; UBND xã An Bình theo văn bản số 102\/UBND-VHTT/,
    );
    await lan.says('/baocao');
    await lan.says('2');
    await saysAll(lan, '50', '45', '40', '38', 'không');
    await lan.taps('Đúng, gửi');
    lan.sees(
      /Đã ghi nhận báo cáo của UBND xã An Bình/,
      /Còn phải báo cáo: UBND xã An Bình theo văn bản số 101\/UBND-VHTT ngày 05\/9\/2021, hạn 17h00 ngày 09\/9\/2021\.$/,
    );
  });

  test('is told of what is left under the same one by the unit alone', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await lan.opens(await world.invite('unit', 'XA-BINH-MINH'));
    await lan.taps('Đồng ý');
    await world.issue();
    await saysAll(lan, '/baocao', 'UBND xã Bình Minh');
    await saysAll(lan, '10', '9', '8', '7', 'không', 'đúng');
    lan.sees(/Còn phải báo cáo: UBND xã An Bình\./);
  });

  test('hears as a new head which directive each report belongs to', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await issueAnother(world, {});
    await lan.says('/bangiao');
    await lan.says('bàn giao đi');
    const nga = await world.register('XA-AN-BINH', 'Nga');
    nga.sees(
      /- Còn phải báo cáo theo văn bản số 101\/UBND-VHTT ngày 05\/9\/2021: Số cán bộ đã cài đặt ứng dụng, hạn/,
      /- Còn phải báo cáo theo văn bản số 102\/UBND-VHTT/,
    );
  });
});
