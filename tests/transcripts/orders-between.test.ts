/** One order of staff in the middle of the question of another. */
import { test } from 'vitest';
import { describeTranscripts } from '../harness/world.ts';

describeTranscripts('a reminder on demand', (open) => {
  test('is not what another order comes to in the middle of it, nor a yes to another', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    const hoa = await world.registerStaff();
    await world.issue();
    await hoa.says('/nhac');
    hoa.sees(/Nhắc 6 đơn vị/);
    for (const person of [lan, nam]) person.looksAway();
    await hoa.says('ừ gia hạn đi');
    hoa.doesNotSee(/Đã nhắc|Kèm lời nhắn/);
    await hoa.says('gia hạn cho xã An Bình đến 15/9 vì mất điện');
    hoa.sees(/^Gia hạn báo cáo .* cho UBND xã An Bình đến 17h00 ngày 15\/9\/2021\.\nLý do: mất điện\./, /Gia hạn\?/);
    for (const person of [lan, nam]) person.seesNothing();
    await hoa.says('ok gia hạn');
    lan.sees(/15\/9\/2021/);
    await world.tick();
    nam.seesNothing();
    await hoa.says('/nhac');
    await hoa.says('nhắc đi em');
    hoa.sees(/Đã nhắc/);
    nam.sees(/Đôn đốc|chưa báo cáo/);
  });
});
