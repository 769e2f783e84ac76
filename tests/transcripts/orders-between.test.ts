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

  test('goes to all but whom is taken out, and its words are no yes or stop with more behind it', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    const hoa = await world.registerStaff();
    await world.issue();
    for (const person of [lan, nam]) person.looksAway();
    for (const said of ['nhắc tất cả trừ xã bình minh', '/huy', '/nhac']) await hoa.says(said);
    for (const said of ['thôi chiều nhắc', 'ừ, nhớ nhắc cả trường an bình']) {
      await hoa.says(said);
      hoa.sees(/chưa rõ trả lời/, /^Nhắc 6 đơn vị/m);
      hoa.doesNotSee(/Kèm lời nhắn/);
    }
    await hoa.says('trừ xã bình minh ra');
    hoa.sees(/^Nhắc 5 đơn vị/);
    hoa.doesNotSee(/UBND xã Bình Minh/);
    await hoa.says('ai chưa nộp thì nộp ngay trước 16h');
    hoa.sees(/Kèm lời nhắn: ai chưa nộp thì nộp ngay trước 16h/);
    await hoa.says('ok');
    lan.sees(/nộp ngay trước 16h/);
    nam.seesNothing();
  });

  test('goes to units that stand with "với" between them', async () => {
    const world = await open();
    await world.register('XA-BINH-MINH', 'Nam');
    const minh = await world.registerLeader();
    await world.issue();
    await minh.says('nhắc xã bình minh với trường an bình nộp trước 4h chiều');
    minh.sees(/^Nhắc 2 đơn vị .*: UBND xã Bình Minh; Trường Tiểu học An Bình\./, /Kèm lời nhắn: nộp trước 4h chiều/);
    await minh.says('/huy');
    await minh.says('nhắc mấy thằng chưa nộp đi mi');
    minh.sees(/^Nhắc 6 đơn vị/);
    minh.doesNotSee(/Kèm lời nhắn/);
  });

  test('goes to those who are added as well, and to nobody new where it is not clear who', async () => {
    const world = await open();
    await world.register('XA-BINH-MINH', 'Nam');
    const minh = await world.registerLeader();
    await world.issue();
    await minh.says('nhắc các xã chưa nộp');
    await minh.says('thêm cả trạm y tế nữa');
    minh.sees(/chưa rõ trả lời/, /^Nhắc 2 đơn vị/m);
    minh.doesNotSee(/Kèm lời nhắn/);
    await minh.says('nhắc cả trường an bình nhé');
    minh.sees(/^Nhắc 3 đơn vị .*Trường Tiểu học An Bình\./);
    await minh.says('thêm cả trường nữa');
    minh.sees(/^Nhắc 4 đơn vị .*Trường THCS Bình Minh\./);
    await minh.says('cả phòng giáo dục');
    minh.sees(/^Nhắc 5 đơn vị/);
  });
});

describeTranscripts('a yes to a part of what was shown', (open) => {
  test('is none to all of it: it begins anew, or is asked about', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const thu = await world.register('TH-AN-BINH', 'Thu');
    const hoa = await world.registerStaff();
    await hoa.says('/phathanh');
    await hoa.says('phát hành cho xã thôi');
    hoa.sees(/chưa phát hành/, /Phát hành văn bản này\?/);
    await hoa.says('ok phát hành luôn đi');
    hoa.sees(/Đã phát hành/);
    for (const person of [lan, thu]) person.looksAway();
    await hoa.says('/nhac');
    await hoa.says('đã bảo là nhắc đi mà');
    hoa.sees(/chưa rõ trả lời/);
    hoa.doesNotSee(/Kèm lời nhắn/);
    await hoa.says('chỉ nhắc xã thôi');
    hoa.sees(/^Nhắc 2 đơn vị .*: UBND xã An Bình; UBND xã Bình Minh\./);
    await hoa.says('chị đồng ý nhắc');
    lan.sees(/Đôn đốc/);
    thu.seesNothing();
  });

  test('with another day is read back with that day', async () => {
    const world = await open();
    await world.register('XA-BINH-MINH', 'Nam');
    const hoa = await world.registerStaff();
    await world.issue();
    await hoa.says('gia hạn cho xã bình minh đến 15/9');
    await hoa.says('thôi cho 14/9 thôi');
    hoa.sees(/nêu lý do/);
    await hoa.says('mất điện từ 10/9');
    hoa.sees(/đến 17h00 ngày 14\/9\/2021\.\nLý do: mất điện từ 10\/9\./);
    await hoa.says('đến 13/9 thôi');
    hoa.sees(/đến 17h00 ngày 13\/9\/2021\.\nLý do: mất điện từ 10\/9\./);
    await hoa.says('ok gia hạn cho xã đi');
    hoa.sees(/chưa rõ trả lời/, /Gia hạn\?/);
  });
});

describeTranscripts('a reason that is asked for', (open) => {
  test('is no nod, no mere no and no other unit', async () => {
    const world = await open();
    await world.register('XA-BINH-MINH', 'Nam');
    const hoa = await world.registerStaff();
    await world.issue();
    await hoa.says('miễn báo cáo cho xã bình minh');
    for (const said of ['ừ', 'không', 'à không, xã an bình']) {
      await hoa.says(said);
      hoa.sees(/^Đề nghị đồng chí nêu lý do\.$/);
    }
    await hoa.says('không có điện');
    hoa.sees(/^Miễn báo cáo .* cho UBND xã An Bình\./, /Lý do: không có điện\./);
    await hoa.says('/huy');
    await hoa.says('miễn báo cáo cho xã bình minh');
    await hoa.says('thôi khỏi');
    hoa.sees(/chưa thay đổi gì/);
  });
});
