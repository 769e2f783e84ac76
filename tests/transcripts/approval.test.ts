/** Where the office wants it so, a directive is issued once who leads it has approved. */
import { expect, test } from 'vitest';
import { issueDirective } from '../../bot/acts/issue.ts';
import { readApprover } from '../../db/directives/approvals.ts';
import { directive } from '../harness/world/fixture.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

const unregistered = JSON.stringify({ ...directive, number: '/UBND-VHTT', date: null });

async function officeOf(world: World) {
  const hoa = await world.registerStaff('Hoa');
  const minh = await world.registerLeader('Minh');
  const lan = await world.register('XA-AN-BINH', 'Lan');
  await minh.says('/pheduyet bật');
  minh.sees(/chỉ phát hành sau khi lãnh đạo/);
  for (const person of [hoa, minh, lan]) person.looksAway();
  return { hoa, minh, lan };
}

describeTranscripts('a directive that must be approved', (open) => {
  test('is put before the leader with what it comes to, and issued by one word; staff hear', async () => {
    const world = await open();
    const { hoa, minh, lan } = await officeOf(world);
    await hoa.says('/phathanh');
    await hoa.taps('Phát hành');
    hoa.sees(/Đã trình văn bản số 101\/UBND-VHTT để phê duyệt/);
    lan.seesNothing();
    minh.sees(
      /Hoa trình phê duyệt phát hành văn bản số 101\/UBND-VHTT ngày 05\/9\/2021/,
      /Giao nhiệm vụ cho 7 đơn vị; phải báo cáo: 6 đơn vị, hạn 17h00 ngày 09\/9\/2021/,
    );
    hoa.looksAway();
    await minh.says('duyệt');
    minh.sees(/Đã phê duyệt văn bản số 101\/UBND-VHTT/);
    hoa.sees(/Lãnh đạo đã phê duyệt, hệ thống đã phát hành văn bản số 101\/UBND-VHTT/);
    lan.sees(/CÔNG VĂN/);
    expect(await readApprover(world.db, world.directiveId)).toMatchObject({ by: 'Minh' });
    await minh.says('/pheduyet');
    minh.sees(/Không có văn bản nào chờ phê duyệt/);
  });

  test('is told to units by its own kind', async () => {
    const plan = { ...directive, type: 'kế hoạch', number: '12/KH-UBND' };
    const world = await open({ directive: JSON.stringify(plan) });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    lan.looksAway();
    await world.issue();
    lan.sees(/^KẾ HOẠCH\nSố: 12\/KH-UBND, ngày 05\/9\/2021\nCơ quan ban hành: /);
    lan.doesNotSee(/CHỈ ĐẠO|công văn/i);
  });

  test('says to staff and to the leader that its deadline is a day off', async () => {
    const [duty] = directive.duties;
    const deadline = { rule: 'by-day', date: '2021-09-12', quote: 'trước ngày 10/9/2021' };
    const world = await open({ directive: JSON.stringify({ ...directive, duties: [{ ...duty, deadline }] }) });
    const { hoa, minh, lan } = await officeOf(world);
    await hoa.says('/phathanh');
    hoa.sees(/hạn 17h00 ngày 10\/9\/2021\.\nLưu ý: hạn ngày 12\/9\/2021 rơi vào Chủ nhật\.\n/);
    await hoa.taps('Phát hành');
    minh.sees(/Lưu ý: hạn ngày 12\/9\/2021 rơi vào Chủ nhật\.\nPhê duyệt\?/);
    await minh.taps('Phê duyệt');
    lan.sees(/CÔNG VĂN/);
    lan.doesNotSee(/Chủ nhật/);
  });

  test('goes back to staff with a reason, and is put forward again with its number', async () => {
    const world = await open({ directive: unregistered });
    const { hoa, minh, lan } = await officeOf(world);
    await hoa.says('/phathanh');
    await hoa.says('45 ngày 06/9/2021');
    await hoa.taps('Phát hành');
    await minh.taps('Không duyệt');
    minh.sees(/khongduyet 1 kèm lý do/);
    await minh.says('/khongduyet 1 thiếu phụ lục');
    hoa.sees(/trả lại .*chưa phát hành\. Lý do: thiếu phụ lục\./);
    lan.seesNothing();
    await hoa.says('/phathanh');
    await hoa.says('45 ngày 06/9/2021');
    await hoa.taps('Phát hành');
    await minh.taps('Phê duyệt');
    lan.sees(/Số: 45\/UBND-VHTT, ngày 06\/9\/2021/);
  });

  test('is approved neither by staff nor by the command line, but by whom the leader named', async () => {
    const world = await open();
    const { hoa, minh, lan } = await officeOf(world);
    const nga = await world.registerStaff('Nga');
    const byCommand = await world.transact((work) =>
      issueDirective(work, { via: 'command', by: null }, world.directiveId),
    );
    expect(byCommand).toEqual({ ok: false, error: 'not-approved' });
    await hoa.says('/phathanh');
    await hoa.taps('Phát hành');
    await hoa.says('duyệt');
    hoa.sees(/do lãnh đạo, hoặc người được lãnh đạo giao/);
    await hoa.says('/pheduyet tắt');
    hoa.sees(/do lãnh đạo cơ quan quyết định/);
    await minh.says('/giaoduyet Nga');
    minh.sees(/Từ nay Nga – UBND huyện Sông Mây phê duyệt văn bản thay lãnh đạo/);
    lan.seesNothing();
    await nga.says('phê duyệt');
    nga.sees(/Đã phê duyệt/);
    lan.sees(/CÔNG VĂN/);
    await minh.says('/thoigiaoduyet');
    await minh.taps('Nga – UBND huyện Sông Mây');
    minh.sees(/không phê duyệt văn bản nữa/);
  });

  test('of whoever may approve it themselves is issued at once, with their approval on record', async () => {
    const world = await open();
    const { hoa, minh, lan } = await officeOf(world);
    await minh.says('/giaoduyet Hoa');
    await hoa.says('/phathanh');
    await hoa.taps('Phát hành');
    hoa.sees(/Đã phát hành văn bản số 101\/UBND-VHTT/);
    lan.sees(/CÔNG VĂN/);
    expect(await readApprover(world.db, world.directiveId)).toMatchObject({ by: 'Hoa' });
  });
});
