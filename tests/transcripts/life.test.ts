/** What is done to a directive once it is there: its number, its deadline, who is excused, its end. */

import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { readSummary } from '../../db/figures/summary.ts';
import { directiveChanges, rounds } from '../../db/schema/tables.ts';
import { directive } from '../harness/world/fixture.ts';
import { reports, saysAll } from '../harness/world/person.ts';
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
    hoa.sees(/Công văn số 45\/UBND-VHTT/, /Phát hành văn bản này\?/);
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
    hoa.sees(/Công văn số 45\/UBND-VHTT ngày 06\/9\/2021/);
    await hoa.says('/so 46 ngày 06/9/2021');
    hoa.sees(/Vì sao thay bằng số 46\/UBND-VHTT\?/);
    await hoa.says('ghi nhầm');
    hoa.sees(/Đã ghi: văn bản số 46/);
  });
});

type Open = Parameters<Parameters<typeof describeTranscripts>[1]>[0];

/** Two heads, staff, a leader and a group, who have the directive. */
async function issuedIn(open: Open) {
  const world = await open();
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const nam = await world.register('XA-BINH-MINH', 'Nam');
  const hoa = await world.registerStaff('Hoa');
  const minh = await world.registerLeader('Minh');
  const group = world.group('Giao ban');
  await hoa.writesIn(group, `/start ${await world.invite('group')}`);
  await world.issue();
  for (const person of [lan, nam, hoa, minh]) person.looksAway();
  return { world, lan, nam, hoa, minh, group };
}

describeTranscripts('more time', (open) => {
  const issued = () => issuedIn(open);

  test('is given to one unit after a preview: it alone is told, and reminders, summary and lateness follow', async () => {
    const { world, lan, nam, hoa, group } = await issued();
    await hoa.says('gia hạn cho xã An Bình đến 15/9, lý do mất điện');
    hoa.sees(/cho UBND xã An Bình đến 17h00 ngày 15\/9\/2021/, /Lý do: mất điện/, /sẽ báo cho 1 đơn vị\. Gia hạn\?/);
    lan.seesNothing();
    await hoa.taps('Gia hạn');
    hoa.sees(/Đã gia hạn báo cáo .* cho UBND xã An Bình đến/);
    lan.sees(
      /UBND xã An Bình được gia hạn báo cáo đến 17h00 ngày 15\/9\/2021 \(hạn trước: 17h00 ngày 09\/9\/2021\)/,
      /mất điện/,
    );
    nam.seesNothing();
    await hoa.says('gia han xa An Binh den 15/9 vi mat dien');
    hoa.sees(/Hạn hiện tại đã bằng hoặc muộn hơn/);
    for (const slot of ['08T08:00', '09T14:00', '09T17:00']) {
      lan.looksAway();
      nam.looksAway();
      await world.at(`2021-09-${slot}`);
      lan.seesNothing();
      nam.sees(/UBND xã Bình Minh chưa báo cáo/);
      expect(group.newest()).not.toMatch(/An Bình/);
    }
    await hoa.says('/tonghop');
    hoa.sees(/Được gia hạn: 1 đơn vị: UBND xã An Bình \(đến 17h00 ngày 15\/9\/2021\)/);
    lan.looksAway();
    await world.at('2021-09-14T08:00');
    lan.sees(/^Nhắc báo cáo \(còn 1 ngày\): UBND xã An Bình chưa báo cáo/, /17h00 ngày 15\/9\/2021 \(đã gia hạn;/);
    await reports(lan, [50, 45, 40, 38]);
    await reports(nam, [10, 9, 8, 7]);
    const summary = await readSummary(world.db, world.directiveId, world.clock.civil());
    expect(summary.units).toMatchObject({ reported: 2, onTime: 1 });
    expect(summary.extended).toBeUndefined();
  });

  test('for all moves the deadline of the round; who has reported is not told, and a slot that has passed is not said', async () => {
    const { world, lan, nam, hoa } = await issued();
    await reports(lan, [50, 45, 40, 38]);
    lan.looksAway();
    await world.at('2021-09-09T16:00');
    await hoa.says('/giahan');
    hoa.sees(/Cho đơn vị nào\?/);
    await hoa.taps('Tất cả các đơn vị');
    await hoa.says('hôm nào cũng được');
    hoa.sees(/chưa đọc được ngày/);
    await hoa.says('10h ngày 13/9');
    await hoa.says('bão số 5');
    hoa.sees(
      /cho tất cả các đơn vị đến 10h00 ngày 13\/9\/2021/,
      /sẽ báo cho 1 đơn vị\. Hiện không nhắn được cho .*Trường THCS Bình Minh.* bằng cách khác\. Gia hạn\?/,
    );
    nam.looksAway();
    await hoa.says('đồng ý');
    nam.sees(/được gia hạn báo cáo đến 10h00 ngày 13\/9\/2021/);
    lan.seesNothing();
    nam.looksAway();
    await world.at('2021-09-09T17:00');
    nam.seesNothing();
    await world.at('2021-09-13T10:00');
    nam.sees(/^Đã quá hạn: UBND xã Bình Minh/, /Hạn: 10h00 ngày 13\/9\/2021 \(đã gia hạn; /);
    expect(await world.db.$count(rounds, eq(rounds.due, new Date('2021-09-13T10:00:00+07:00')))).toBe(1);
  });

  test('is asked for in the middle of a report as well, which goes on', async () => {
    const { lan, hoa } = await issued();
    await saysAll(lan, '/baocao', '50');
    await lan.says('xin gia hạn đến 15/9 vì mất điện');
    lan.sees(/đã chuyển đề nghị gia hạn của UBND xã An Bình đến 17h00 ngày 15\/9\/2021/, /Bluezone: bao nhiêu/);
    hoa.sees(/UBND xã An Bình \(Lan\) xin gia hạn/);
    await lan.says('45');
    lan.sees(/Đã ghi Bluezone: 45\/50/);
  });

  test('is asked for by a head with a reason, decided by one word of the leader, and the head hears', async () => {
    const { lan, nam, hoa, minh } = await issued();
    await lan.says('xin gia hạn đến 15/9 vì mất điện');
    lan.sees(
      /đã chuyển đề nghị gia hạn của UBND xã An Bình đến 17h00 ngày 15\/9\/2021/,
      /giữ nguyên cho đến khi có trả lời/,
    );
    for (const person of [hoa, minh])
      person.sees(/UBND xã An Bình \(Lan\) xin gia hạn/, /mất điện/, /Đồng ý gia hạn\?/);
    lan.looksAway();
    await minh.says('đồng ý');
    minh.sees(/Đã gia hạn cho UBND xã An Bình đến 17h00 ngày 15\/9\/2021/);
    lan.sees(/được gia hạn báo cáo đến 17h00 ngày 15\/9\/2021/);
    nam.seesNothing();
    lan.looksAway();
    await hoa.taps('Đồng ý');
    hoa.sees(/đã được trả lời/);
    lan.seesNothing();
    await nam.says('/giahan');
    nam.sees(/đến ngày nào\?/);
    await nam.says('9/9');
    nam.sees(/nêu ngày muộn hơn/);
    await nam.says('mai');
    await nam.says('hôm 13/9');
    nam.sees(/lý do xin gia hạn/);
    await nam.says('máy hỏng');
    nam.looksAway();
    await hoa.says('không đồng ý gia hạn');
    hoa.sees(/Đã báo UBND xã Bình Minh: không gia hạn/);
    nam.sees(/chưa được đồng ý; hạn báo cáo giữ nguyên 17h00 ngày 09\/9\/2021/);
    await hoa.says('/xingiahan');
    hoa.sees(/Không có đề nghị gia hạn nào/);
  });
});

describeTranscripts('an excuse', (open) => {
  test('lets one unit off until it is undone: it is told, not reminded, and counted as excused', async () => {
    const { world, lan, nam, hoa, minh, group } = await issuedIn(open);
    await lan.says('/baocao');
    await minh.says('miễn báo cáo cho xã An Bình vì sáp nhập');
    minh.sees(/Miễn báo cáo theo văn bản số 101.* cho UBND xã An Bình/, /Lý do: sáp nhập/, /báo cho 1 đơn vị/);
    await minh.says('miễn đi');
    minh.sees(/Đã miễn báo cáo/);
    lan.sees(/UBND xã An Bình được miễn báo cáo kỳ này/, /sáp nhập/);
    nam.seesNothing();
    await lan.says('50');
    lan.sees(/UBND xã An Bình được miễn báo cáo/);
    await lan.says('/baocao');
    lan.sees(/không phải báo cáo kỳ này/);
    await hoa.says('/mien XA-AN-BINH');
    hoa.sees(/nêu lý do/);
    await hoa.says('sáp nhập');
    hoa.sees(/đã như vậy từ trước/);
    lan.looksAway();
    await world.at('2021-09-08T08:00');
    lan.seesNothing();
    expect(group.newest()).not.toMatch(/An Bình/);
    await hoa.says('/tonghop');
    hoa.sees(/Đã báo cáo: 0\/5 đơn vị.* Được miễn: 1\./, /Chưa báo cáo: 5 đơn vị/);
    await hoa.says('/baocao An Bình');
    hoa.sees(/gõ \/thoimien XA-AN-BINH/);
    lan.looksAway();
    await hoa.says('bỏ miễn xã An Bình vì chưa sáp nhập');
    await hoa.taps('Bỏ miễn');
    lan.sees(/không còn được miễn, phải báo cáo, hạn 17h00 ngày 09\/9\/2021/);
    await reports(lan, [50, 45, 40, 38]);
    await hoa.says('/mien An Bình vì nhầm');
    hoa.sees(/đã báo cáo rồi nên không cần miễn/);
  });
});

describeTranscripts('a directive that is closed', (open) => {
  test('is summed up, asks and reminds no more, takes a late report of staff with a reason, and goes on once reopened', async () => {
    const { world, lan, nam, hoa, minh, group } = await issuedIn(open);
    await reports(lan, [50, 45, 40, 38]);
    await nam.says('/baocao');
    await hoa.says('kết thúc văn bản 101');
    hoa.sees(/Kết thúc văn bản số 101/, /Còn 5 báo cáo chưa gửi/, /Kết thúc\?/);
    minh.looksAway();
    await hoa.taps('Kết thúc');
    hoa.sees(/Đã kết thúc văn bản số 101/);
    minh.sees(/VĂN BẢN ĐÃ KẾT THÚC/, /Đã báo cáo: 1\/6/, /bản tổng hợp cuối/);
    minh.doesNotSee(/Tiếp theo/);
    await nam.says('/baocao');
    nam.sees(/đã kết thúc nhận báo cáo/);
    nam.doesNotSee(/bao nhiêu/);
    await nam.says('50');
    nam.sees(/đã kết thúc nhận báo cáo.*liên hệ cán bộ theo dõi/s);
    await nam.says('/baocao');
    nam.sees(/đã kết thúc nhận báo cáo.*liên hệ .*Hoa/s);
    await nam.says('50 45 40 38');
    nam.sees(/đã kết thúc nhận báo cáo/);
    await lan.says('/sua');
    lan.sees(/đã kết thúc nhận báo cáo/);
    await lan.says('sửa lại bluezone 21');
    lan.sees(/đã kết thúc nhận báo cáo.*liên hệ .*Hoa/s);
    const told = group.reads().length;
    minh.looksAway();
    await world.at('2021-09-08T08:00');
    await world.at('2021-09-09T17:00');
    expect(group.reads()).toHaveLength(told);
    for (const person of [nam, minh]) person.doesNotSee(/Nhắc|TỔNG HỢP/);
    await hoa.says('/baocao Bình Minh');
    hoa.sees(/\/baocao XA-BINH-MINH lý do/);
    await hoa.says('/baocao XA-BINH-MINH lý do mạng hỏng');
    for (const said of ['20', '18', '17', '16', 'không']) await hoa.says(said);
    await hoa.taps('Đúng, gửi');
    hoa.sees(/Đã ghi nhận báo cáo của UBND xã Bình Minh/);
    const kept = await world.db.select().from(directiveChanges);
    expect(kept.map(({ change, reason }) => [change.type, reason])).toEqual([
      ['closed', null],
      ['late-report', 'mạng hỏng'],
    ]);
    await hoa.says('/molai');
    await hoa.says('mở lại đi');
    hoa.sees(/Đã mở lại văn bản số 101/);
    await world.at('2021-09-10T08:00');
    expect(group.newest()).toMatch(/đã đến hạn/);
    await nam.says('/sua');
    nam.sees(/sửa/);
  });
});

describeTranscripts('a directive that is recalled', (open) => {
  test('is told to everybody who was told of it; nothing is asked of anybody any more, and papers say so', async () => {
    const { world, lan, nam, hoa, minh, group } = await issuedIn(open);
    await reports(lan, [50, 45, 40, 38]);
    const stranger = await world.registerLeader('Quang');
    for (const person of [nam, minh, stranger]) person.looksAway();
    await hoa.says('thu hồi văn bản 101');
    hoa.sees(/nêu lý do/);
    await hoa.says('ban hành nhầm');
    hoa.sees(/Thu hồi văn bản số 101/, /không mở lại được/, /báo cho 2 người và nhóm/);
    lan.looksAway();
    await hoa.taps('Thu hồi');
    for (const person of [lan, nam]) person.sees(/^THU HỒI VĂN BẢN: Công văn số 101/, /Lý do: ban hành nhầm/);
    for (const person of [minh, stranger]) person.seesNothing();
    await nam.says('/baocao');
    nam.sees(/đã được thu hồi; UBND xã Bình Minh không phải báo cáo/);
    await nam.says('/nhiemvu');
    nam.sees(/chưa có nhiệm vụ nào/);
    await world.at('2021-09-08T08:00');
    expect(group.reads().join()).not.toMatch(/chưa báo cáo/);
    nam.looksAway();
    const late = await world.register('TH-AN-BINH', 'Hiệu trưởng');
    late.doesNotSee(/CÔNG VĂN/);
    await hoa.says('/tonghop');
    hoa.sees(/Chưa có văn bản nào được phát hành/);
    await hoa.says('/tonghop 101');
    hoa.sees(/^VĂN BẢN ĐÃ THU HỒI/);
    await hoa.says('/vanban');
    hoa.sees(/đã thu hồi, 1\/6/);
    await hoa.says('thu hồi văn bản 101');
    hoa.sees(/không có văn bản nào đã phát hành để thu hồi/);
  });
});

describeTranscripts('a reminder on demand', (open) => {
  test('goes to who still owes after a preview, with the sentence of the sender, and not twice in a row', async () => {
    const { world, lan, nam, hoa, minh } = await issuedIn(open);
    const school = await world.register('TH-AN-BINH', 'Hiệu trưởng');
    await reports(lan, [50, 45, 40, 38]);
    for (const person of [lan, nam, school]) person.looksAway();
    await hoa.says('nhắc các xã chưa báo cáo');
    hoa.sees(/Nhắc 1 đơn vị .*: UBND xã Bình Minh\./, /Sẽ gửi 1 tin nhắn riêng/, /Nhắc ngay\?/);
    await hoa.says('Đề nghị gửi trước 16 giờ hôm nay');
    hoa.sees(/Kèm lời nhắn: Đề nghị gửi trước 16 giờ hôm nay/);
    nam.seesNothing();
    await hoa.says('gửi đi');
    hoa.sees(/Đã nhắc UBND xã Bình Minh/);
    nam.sees(
      /^Đôn đốc: UBND xã Bình Minh chưa báo cáo theo Công văn số 101/,
      /Ý kiến của UBND huyện Sông Mây: Đề nghị gửi/,
    );
    expect(nam.choices()).toEqual(['Báo cáo']);
    for (const person of [lan, school]) person.seesNothing();
    nam.looksAway();
    await minh.says('/nhac');
    minh.sees(/vừa được nhắc lúc 08h00/);
    world.clock.set('2021-09-06T11:45');
    await minh.says('đôn đốc: các đơn vị gửi ngay nhé');
    minh.sees(/Nhắc 5 đơn vị chưa báo cáo/, /3 đơn vị hiện không nhắn được/, /ngoài giờ làm việc/);
    await minh.taps('Không');
    minh.sees(/chưa thay đổi gì/);
    for (const person of [nam, school]) person.seesNothing();
  });

  test('words behind a colon are what the sender says, unless they name units; so are words at the preview', async () => {
    const { world, nam, hoa } = await issuedIn(open);
    await world.register('TH-AN-BINH', 'Hiệu trưởng');
    for (const said of ['đôn đốc: các đơn vị gửi ngay nhé', '/nhac: các đơn vị gửi ngay nhé']) {
      await hoa.says(said);
      expect(hoa.reads().join()).not.toMatch(/Không có đơn vị/);
      hoa.sees(/Nhắc 6 đơn vị/, /Kèm lời nhắn: các đơn vị gửi ngay nhé/);
    }
    await hoa.says('xã Bình Minh');
    hoa.sees(/Nhắc 1 đơn vị .*: UBND xã Bình Minh\./, /Kèm lời nhắn: các đơn vị gửi ngay nhé/);
    await hoa.says('không');
    for (const said of ['đôn đốc: các xã', 'nhắc: xã An Bình, xã Bình Minh']) {
      await hoa.says(said);
      hoa.sees(/Nhắc 2 đơn vị/, /Muốn kèm lời nhắn/);
    }
    await hoa.says('nhắc: xã Bình Minh: gửi trước 16h');
    hoa.sees(/Nhắc 1 đơn vị .*: UBND xã Bình Minh\./, /Kèm lời nhắn: gửi trước 16h/);
    nam.looksAway();
    await hoa.says('ok gửi');
    nam.sees(/Ý kiến của UBND huyện Sông Mây: Gửi trước 16h/);
  });

  test('that reaches nobody is not offered', async () => {
    const { world, hoa } = await issuedIn(open);
    await hoa.says('nhắc trường tiểu học An Bình');
    hoa.sees(/không nhắn được cho đơn vị nào/, /\/goidien/);
    expect(hoa.choices()).not.toContain('Nhắc');
    await hoa.says('gửi đi');
    expect(hoa.reads().join()).not.toMatch(/Đã nhắc/);
    expect(await world.db.$count(directiveChanges)).toBe(0);
  });

  test('for a name that nobody has asks whom, and never means everybody', async () => {
    const { world, nam, hoa } = await issuedIn(open);
    await hoa.says('nhắc xã Bình Mih');
    hoa.sees(/Không có đơn vị "xã Bình Mih"/, /Cho đơn vị nào\?/);
    nam.looksAway();
    expect(hoa.choices()).not.toContain('Nhắc');
    await hoa.says('giục xã Bình Minh đi em');
    hoa.sees(/Nhắc 1 đơn vị .*: UBND xã Bình Minh\./);
    await hoa.says('đồng ý');
    nam.sees(/^Đôn đốc/);
    expect(await world.db.$count(directiveChanges)).toBe(1);
  });
});
