import { expect, test } from 'vitest';
import { reports, saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

/** Lan has reported and corrected, Nam has corrected once more. */
async function reportedThreeTimes(world: World) {
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const nam = await world.register('XA-AN-BINH', 'Nam');
  await world.issue();
  await reports(lan, [50, 45, 40, 38]);
  world.clock.set('2021-09-07T09:30');
  await saysAll(lan, '/sua', 'Bluezone 46');
  await lan.taps('Đúng, gửi');
  world.clock.set('2021-09-08T10:00');
  await saysAll(nam, '/sua', 'QR 41');
  await nam.taps('Đúng, gửi');
  return { lan, nam };
}

describeTranscripts('the history of reports', (open) => {
  test('tells a head what their unit sent and who sent it, newest first', async () => {
    const world = await open();
    const { lan } = await reportedThreeTimes(world);
    await lan.says('/lichsu');
    expect(lan.reads()).toEqual([
      [
        'Các báo cáo của UBND xã An Bình, mới nhất trước:',
        '- văn bản số 101/UBND-VHTT, lần 3, Nam gửi lúc 10h00 ngày 08/9/2021: Số CBCCVC 50; Bluezone 46; QR 41; Smart Thanh Hóa 38.',
        '- văn bản số 101/UBND-VHTT, lần 2, Lan gửi lúc 09h30 ngày 07/9/2021: Số CBCCVC 50; Bluezone 46; QR 40; Smart Thanh Hóa 38.',
        '- văn bản số 101/UBND-VHTT, lần đầu, Lan gửi lúc 08h00 ngày 06/9/2021: Số CBCCVC 50; Bluezone 45; QR 40; Smart Thanh Hóa 38.',
      ].join('\n'),
    ]);
  });

  test('is asked for in plain words, and leaves a question where it stands', async () => {
    const world = await open();
    const { lan } = await reportedThreeTimes(world);
    await lan.says('/sua');
    await lan.says('lịch sử');
    lan.sees(/lần 3, Nam gửi/, /mục nào/);
  });

  test('says so where nothing was sent, and is nobody else’s business', async () => {
    const world = await open();
    await reportedThreeTimes(world);
    const binh = await world.register('XA-BINH-MINH', 'Bình');
    await binh.says('/lichsu');
    binh.sees(/^UBND xã Bình Minh chưa gửi báo cáo nào\.$/);
    await binh.says('/lichsu An Bình');
    binh.doesNotSee(/Lan|46/);
  });

  test('tells staff of a unit that they name, also what they reported for it', async () => {
    const world = await open();
    await reportedThreeTimes(world);
    const hoa = await world.registerStaff('Hoa');
    await hoa.says('/lichsu');
    hoa.sees(/gõ \/lichsu kèm mã hoặc tên đơn vị/);
    await hoa.says('/lichsu xã An Bình');
    hoa.sees(/lần 3, Nam gửi lúc 10h00 ngày 08\/9\/2021/, /lần đầu, Lan gửi/);
    await saysAll(hoa, '/baocao THCS-BINH-MINH', '40', '30', '20', '10', 'Không có');
    await hoa.taps('Đúng, gửi');
    await hoa.says('/lichsu THCS-BINH-MINH');
    hoa.sees(/lần đầu, Hoa báo cáo thay lúc 10h00 ngày 08\/9\/2021/);
    await hoa.says('/lichsu Bình');
    expect(hoa.choices().length).toBeGreaterThan(1);
  });
});
