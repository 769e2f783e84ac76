/** What staff and leaders say while something else waits, or without saying all of it. */
import { expect, test } from 'vitest';
import { askingDirective } from '../harness/world/asking.ts';
import { reports } from '../harness/world/person.ts';
import { describeTranscripts } from '../harness/world.ts';

describeTranscripts('staff at a draft that was issued elsewhere meanwhile', (open) => {
  test.each([
    ['những ai im lặng từ hôm qua', /^Chưa báo cáo: 6\/6/],
    ['xã nào chưa nộp', /^Chưa báo cáo \(xã\): 2\/2/],
    ['ok phát hành đi', /đã được phát hành trước đó/],
    ['có', /đã được phát hành trước đó/],
  ] as const)('are heard as if nothing were asked, unless they say yes or no: %s', async (said, answer) => {
    const world = await open({ directive: askingDirective([]) });
    const hoa = await world.registerStaff('Hoa');
    await hoa.says('/phathanh');
    hoa.sees(/Phát hành văn bản này\?/);
    await world.issue();
    await hoa.says(said);
    hoa.sees(answer);
  });
});

describeTranscripts('staff and leaders, in passing', (open, limits) => {
  test('ask for units of a kind, for the paper, and who came last', async () => {
    const world = await open({ directive: askingDirective([]) });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const minh = await world.registerLeader('Minh');
    await world.issue();
    await reports(lan, [50, 45, 40, 38]);
    for (const [said, answer] of [
      ['cho bác xem riêng mấy xã', /^Xã\n/],
      ['mấy xã rồi em', /^Đã báo cáo \(xã\): 1\/2/],
      ['mấy trường kia nộp hết chưa', /^Chưa báo cáo \(trường học\): 2\/2/],
      ['bluezone xã an bình mấy người', /45\/50/],
      ['đơn vị nào nộp trễ nhất', /UBND xã An Bình/],
    ] as const) {
      await minh.says(said);
      minh.sees(answer);
    }
    for (const said of ['in cho chú báo cáo', 'báo cáo văn bản đâu']) {
      await minh.says(said);
      // Where the channel carries no files, its link comes.
      if (limits.files === 'all') expect(minh.holds(), said).toHaveLength(1);
      else minh.sees(/: https?:\/\//);
    }
    await minh.says('báo cáo đi');
    expect(minh.holds()).toEqual([]);
  });

  test('ask in the words of everyday', async () => {
    const world = await open({ directive: askingDirective([]) });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    const hoa = await world.registerStaff('Hoa');
    await world.issue();
    await reports(lan, [50, 45, 40, 38]);
    for (const [said, answer] of [
      ['trường nào lì chưa chịu nộp', /^Chưa báo cáo \(trường học\): 2\/2/],
      ['thằng nào chưa nộp', /^Chưa báo cáo: 5\/6/],
      ['bluezone xã an bình bn', /45\/50/],
      ['bình minh đâu chưa thấy báo cáo', /^UBND xã Bình Minh: chưa báo cáo/],
      ['cho tôi số liệu bluezone toàn huyện', /^Bluezone: 45\/50/],
      ['còn mỗi đơn vị nào nữa', /^Chưa báo cáo: 5\/6/],
      ['nhắc hết mấy đứa chưa nộp', /^Nhắc 5 đơn vị/],
    ] as const) {
      await hoa.says(said);
      hoa.sees(answer);
    }
    await hoa.says('/huy');
    await hoa.says('nhắc nhở các đơn vị chưa báo cáo khẩn trương gửi trước 16h');
    hoa.sees(/Nhắc 5 đơn vị/, /khẩn trương gửi trước 16h/);
    await hoa.says('có');
    nam.sees(/khẩn trương gửi trước 16h/i);
    await hoa.says('mời xã bình minh vào hệ thống');
    hoa.sees(/UBND xã Bình Minh/);
    await hoa.says('nhập giùm xã bình minh');
    hoa.sees(/UBND xã Bình Minh/);
  });

  test('are asked which it is where they answer a request in other words', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff('Hoa');
    await world.issue();
    await lan.says('xin gia hạn đến 15/9 vì mất điện');
    for (const said of ['ừ cho đi', 'ok duyệt cho xã đó', 'lý do chưa chính đáng, không cho']) {
      await hoa.says(said);
      hoa.sees(/gõ "Đồng ý" để gia hạn, hoặc "Không đồng ý"/);
    }
    lan.doesNotSee(/được gia hạn|chưa được đồng ý/);
    await hoa.says('đồng ý');
    hoa.sees(/Đã gia hạn cho UBND xã An Bình/);
  });

  test('refuse more time in their own words', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff('Hoa');
    await world.issue();
    await lan.says('xin gia hạn đến 15/9 vì mất điện');
    await hoa.says('không đồng ý, nhắc nộp đúng hạn');
    hoa.sees(/không gia hạn, hạn giữ nguyên/);
    await hoa.says('không cho, nhắc họ nộp đúng hạn');
    hoa.sees(/Không có đề nghị gia hạn nào/);
  });

  test('give more time behind its reason', async () => {
    const world = await open();
    await world.register('XA-BINH-MINH', 'Nam');
    const hoa = await world.registerStaff('Hoa');
    await world.issue();
    await hoa.says('mất điện toàn xã nên cho xã bình minh thêm 2 ngày');
    hoa.sees(/UBND xã Bình Minh đến 17h00 ngày 13\/9\/2021/, /Lý do: mất điện toàn xã/);
    await hoa.says('/huy');
    await hoa.says('xã bình minh bị ngập, cho lùi đến 12/9');
    hoa.sees(/Cho đơn vị nào\?/);
    await hoa.says('xã bình minh');
    hoa.sees(/UBND xã Bình Minh đến 17h00 ngày 12\/9\/2021/, /Lý do: xã bình minh bị ngập/);
  });
});
