/** What units put into their reports is gathered, grouped and answered; and the leader decides below the summary. */
import { expect, test } from 'vitest';
import { readReport } from '../../bot/papers/models.ts';
import { saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

async function reportedIn(world: World) {
  const hoa = await world.registerStaff('Hoa');
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const nam = await world.register('XA-BINH-MINH', 'Nam');
  await world.issue();
  await saysAll(lan, '/baocao', '50', '45', '40', '38', 'điện thoại cũ, mạng yếu', 'đúng');
  await saysAll(nam, '/baocao', '20', '18', '17', '16', 'thiếu máy cho thôn xa', 'đúng');
  for (const person of [hoa, lan, nam]) person.looksAway();
  return { hoa, lan, nam };
}

describeTranscripts('difficulties and requests', (open) => {
  test('are listed, grouped, answered once, and stand in the report by group', async () => {
    const world = await open();
    const { hoa, lan, nam } = await reportedIn(world);
    await hoa.says('/khokhan');
    hoa.sees(/Chưa phân nhóm \(2\):/, /Số 1, UBND xã An Bình: điện thoại cũ, mạng yếu \(chưa trả lời\)/);
    await hoa.says('/khokhan 1 2 nhóm thiết bị');
    hoa.sees(/Đã xếp 2 nội dung vào nhóm thiết bị/);
    lan.seesNothing();
    await hoa.says('/khokhan nhóm thiết bị chuyển Sở Thông tin và Truyền thông');
    hoa.sees(/Đã ghi 2 nội dung: đã chuyển/);
    for (const person of [lan, nam]) person.sees(/Đã chuyển Sở Thông tin và Truyền thông\./);
    await hoa.says('/khokhan 1 trả lời sẽ cấp bù');
    hoa.sees(/đã được trả lời trước đó/);
    expect(lan.reads()).toHaveLength(1);
    await hoa.says('khó khăn');
    hoa.sees(/Nhóm thiết bị \(2\):/, /\(đã chuyển\)/);
    const model = await readReport(world.db, world.directiveId, world.clock.civil(), 'head');
    expect(model?.difficulties).toMatchObject([
      { topic: 'thiết bị', state: 'forwarded' },
      { topic: 'thiết bị', state: 'forwarded' },
    ]);
    await hoa.says('/khokhan 9 nhóm khác');
    hoa.sees(/Không có nội dung nào/);
  });

  test('are not what is corrected away: a new revision is open again, one without is gone', async () => {
    const world = await open();
    const { hoa, lan } = await reportedIn(world);
    await hoa.says('/khokhan 1 từ chối ngoài thẩm quyền');
    lan.sees(/Chưa giải quyết được: ngoài thẩm quyền\./);
    await saysAll(lan, '/sua', 'khó khăn: đề nghị hỗ trợ kinh phí', 'đúng');
    await hoa.says('/khokhan');
    hoa.sees(/UBND xã An Bình: đề nghị hỗ trợ kinh phí \(chưa trả lời\)/);
  });
});

describeTranscripts('what needs a decision', (open) => {
  test('is decided by replying to the summary', async () => {
    const world = await open();
    const { nam } = await (async () => {
      const lan = await world.register('XA-AN-BINH', 'Lan');
      return { nam: lan };
    })();
    const minh = await world.registerLeader('Minh');
    await world.issue();
    await nam.says('xin gia hạn đến 15/9 vì mất điện');
    minh.looksAway();
    await world.at('2021-09-08T08:00');
    minh.sees(/Cần quyết định:\n- UBND xã An Bình xin gia hạn đến 17h00 ngày 15\/9\/2021: mất điện/);
    nam.looksAway();
    await minh.taps('Gia hạn UBND xã An Bình');
    nam.sees(/được gia hạn báo cáo đến 17h00 ngày 15\/9\/2021/);
  });
});
