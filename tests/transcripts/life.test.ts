/** What is done to a directive once it is there: its number, its deadline, who is excused, its end. */
import { expect, test } from 'vitest';
import { readSummary } from '../../db/figures/summary.ts';
import { directive } from '../harness/world/fixture.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

const unregistered = JSON.stringify({ ...directive, number: '/UBND-VHTT', date: null });
const named = async (world: World) => (await readSummary(world.db, world.directiveId, world.clock.civil())).directive;

describeTranscripts('the number of a directive', (open) => {
  test('is asked for before it is issued, and stands in every message', async () => {
    const world = await open({ directive: unregistered });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff('Hoa');
    await hoa.says('/phathanh');
    hoa.sees(/chưa có số, ngày/, /45 ngày 06\/9\/2021/);
    await hoa.says('bốn lăm');
    hoa.sees(/chưa đọc được số/);
    await hoa.says('45');
    hoa.sees(/số 45\/UBND-VHTT ngày nào\?/);
    await hoa.says('06/9/2021');
    hoa.sees(/Văn bản số 45\/UBND-VHTT/, /Phát hành văn bản này\?/);
    expect(await named(world)).toMatchObject({ number: '/UBND-VHTT' });
    lan.looksAway();
    await hoa.says('phát hành đi');
    lan.sees(/Số: 45\/UBND-VHTT, ngày 06\/9\/2021/);
    expect(await named(world)).toMatchObject({ number: '45/UBND-VHTT', date: '2021-09-06' });
  });

  test('may come later, where staff say why: what is said afterwards has it, and nobody is told for it alone', async () => {
    const world = await open({ directive: unregistered });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff('Hoa');
    await hoa.says('/phathanh');
    await hoa.taps('Gửi trước khi có số');
    hoa.sees(/Vì sao gửi trước khi có số\?/);
    await hoa.says('văn thư nghỉ');
    hoa.sees(/chưa có số và ngày/);
    await hoa.taps('Phát hành');
    lan.sees(/Số: …\/UBND-VHTT/);
    lan.looksAway();
    await hoa.says('cấp số 45');
    hoa.sees(/ngày nào\?/);
    await hoa.says('/huy');
    hoa.sees(/chưa thay đổi gì/);
    await hoa.says('/so 45 ngày 06/9/2021');
    hoa.sees(/Đã ghi: văn bản số 45\/UBND-VHTT ngày 06\/9\/2021/);
    lan.seesNothing();
    await world.at('2021-09-08T08:00');
    lan.sees(/Công văn số 45\/UBND-VHTT ngày 06\/9\/2021/);
    await hoa.says('/tonghop');
    hoa.sees(/Văn bản số 45\/UBND-VHTT ngày 06\/9\/2021/);
    await hoa.says('/so 46 ngày 06/9/2021');
    hoa.sees(/Vì sao thay bằng số 46\/UBND-VHTT\?/);
    await hoa.says('ghi nhầm');
    hoa.sees(/Đã ghi: văn bản số 46/);
  });
});
