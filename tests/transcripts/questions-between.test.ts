/** Questions in the middle of what staff are asked: answered where they can be, and the question stands. */
import { expect, test } from 'vitest';
import { directiveChanges } from '../../db/schema/tables.ts';
import { asking, everyKind } from '../harness/world/kinds.ts';
import { reports, saysAll } from '../harness/world/person.ts';
import { describeTranscripts } from '../harness/world.ts';

describeTranscripts('a question of staff who are asked something', (open) => {
  test('is no sentence for the units and no no where it is asked whether to remind', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    const hoa = await world.registerStaff('Hoa');
    await world.issue();
    await reports(lan, [50, 45, 40, 38]);
    await hoa.says('/nhac');
    nam.looksAway();
    for (const [said, answer] of [
      ['cho hỏi còn thiếu mấy trường', /^Chưa báo cáo \(trường học\): 2\/2/],
      ['chị muốn biết an bình ai nộp', /người gửi: Lan/],
      ['chị muốn biết quảng định ai nộp', /^Hệ thống chưa trả lời được câu hỏi này và chưa thay đổi gì.*"nhắc:"/],
      ['mấy ông xã nộp đủ chưa', /^Chưa báo cáo \(xã\): 1\/2/],
      ['khoan, còn mấy đơn vị chưa nộp em', /^Chưa báo cáo: 5\/6/],
      ['hạn đến khi nào nhỉ', /^Hạn báo cáo .*17h00 ngày 09\/9\/2021/],
      ['bao giờ các đồng chí nộp?', /^Hệ thống chưa trả lời được/],
    ] as const) {
      await hoa.says(said);
      hoa.sees(answer, /\n\nNhắc 5 đơn vị/, /Muốn kèm lời nhắn/, /Nhắc ngay\?/);
    }
    nam.seesNothing();
    await hoa.says('nhắc: bao giờ các đồng chí nộp?');
    hoa.sees(/Kèm lời nhắn: bao giờ các đồng chí nộp\?/);
    await hoa.says('đơn vị nào còn vướng đề nghị báo lại trước 16h');
    hoa.sees(/Kèm lời nhắn: đơn vị nào còn vướng đề nghị báo lại trước 16h/);
    await hoa.says('khỏi nhắc nữa');
    hoa.sees(/chưa thay đổi gì/);
    nam.seesNothing();
  });

  test('is no unit, no day and no reason where more time is given, and no answer to whether it shall be', async () => {
    const world = await open();
    await world.register('XA-BINH-MINH', 'Nam');
    const hoa = await world.registerStaff('Hoa');
    await world.issue();
    await hoa.says('gia hạn');
    await hoa.says('có mấy đơn vị xin gia hạn rồi');
    hoa.sees(/^Đang xin gia hạn: 0\/6/, /Cho đơn vị nào\?/);
    await hoa.says('xã bình minh');
    await hoa.says('hạn hiện tại là ngày nào');
    hoa.sees(/^Hạn báo cáo .*09\/9\/2021/, /Gia hạn đến ngày nào\?/);
    await hoa.says('15/9');
    for (const said of ['xã nào chưa nộp', 'sao phải nêu lý do']) {
      await hoa.says(said);
      hoa.sees(/Đề nghị đồng chí nêu lý do/);
      hoa.doesNotSee(/Gia hạn\?/);
    }
    await hoa.says('mất điện, chưa rõ khi nào có lại');
    hoa.sees(/Lý do: mất điện, chưa rõ khi nào có lại/);
    for (const said of ['xã nào chưa nộp', 'cho hỏi còn thiếu mấy trường', 'đã báo cho họ chưa']) {
      await hoa.says(said);
      hoa.sees(/Gia hạn\?/);
      hoa.doesNotSee(/^Đã gia hạn|^Hệ thống chưa thay đổi gì\.$/);
    }
    await hoa.says('nhắc các xã chưa nộp');
    hoa.sees(/^Nhắc 2 đơn vị/);
    await hoa.says('/huy');
    expect(await world.db.select().from(directiveChanges)).toEqual([]);
  });

  test('neither ends nor issues a directive, nor lets it be', async () => {
    const world = await open();
    const hoa = await world.registerStaff('Hoa');
    await hoa.says('/phathanh');
    for (const said of ['xã nào chưa nộp', 'phát hành rồi sửa được không']) {
      await hoa.says(said);
      hoa.sees(/Phát hành văn bản này\?/);
    }
    await hoa.says('phát hành đi');
    await hoa.says('đóng văn bản');
    for (const said of ['xã nào chưa nộp', 'đóng rồi có mở lại được không']) {
      await hoa.says(said);
      hoa.sees(/Kết thúc\?/);
    }
  });

  test('sends a report back in a sentence of its own', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff('Hoa');
    await world.issue();
    await reports(lan, [50, 45, 40, 38]);
    lan.looksAway();
    for (const [said, reason] of [
      ['xã an bình báo sai, trả lại cho sửa', /Lý do: báo sai\./],
      ['trả báo cáo của xã an bình, số sai', /Lý do: số sai\./],
      ['số liệu an bình không khớp, yêu cầu họ báo cáo lại', /Lý do: không khớp\./],
    ] as const) {
      await hoa.says(said);
      hoa.sees(/^Trả lại báo cáo của UBND xã An Bình/, reason, /Trả lại\?/);
      lan.seesNothing();
      await hoa.says('/huy');
    }
  });
});

describeTranscripts('a question of a head', (open) => {
  test('about the paper goes to the office, wherever it is asked', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff('Hoa');
    await world.issue();
    await lan.says('có phải nộp bản giấy nữa ko');
    lan.sees(/đã chuyển câu hỏi của đồng chí/);
    hoa.sees(/"có phải nộp bản giấy nữa ko"/);
    await lan.says('xin gia hạn đến 15/9');
    await lan.says('duyệt thì bao lâu biết');
    lan.sees(/đã chuyển câu hỏi của đồng chí/, /nêu lý do xin gia hạn/);
    await saysAll(lan, '/huy', '/baocao', '50', '45', '40', '38', 'bao giờ thì có kết quả vậy');
    lan.sees(/Khó khăn, kiến nghị: đồng chí có nội dung gì cần báo cáo thêm không\?/);
  });
});

describeTranscripts('the answer to a question of a head', (open) => {
  const asked = async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff('Hoa');
    await world.issue();
    await lan.says('hợp đồng có tính vào số CBCCVC không ạ?');
    lan.looksAway();
    return { lan, hoa };
  };

  test('is a few words of staff once they confirm that these are meant', async () => {
    const { lan, hoa } = await asked();
    await hoa.says('xã nào chưa nộp');
    hoa.sees(/^Chưa báo cáo \(xã\)/);
    await lan.says('hợp đồng 6 tháng có tính vào số CBCCVC không ạ?');
    await hoa.says('có');
    hoa.sees(/Gửi câu trả lời: "có"\?/);
    lan.doesNotSee(/Trả lời câu hỏi/);
    await hoa.says('à không, tính từ 6 tháng trở lên');
    hoa.sees(/Gửi câu trả lời: "à không, tính từ 6 tháng trở lên"\?/);
    await hoa.says('tính hợp đồng từ 6 tháng');
    await hoa.taps('Gửi trả lời');
    hoa.sees(/Đã gửi câu trả lời/);
    lan.sees(/Trả lời: Tính hợp đồng từ 6 tháng\./);
  });

  test('is not what puts it off', async () => {
    const { lan, hoa } = await asked();
    await hoa.says('/traloi');
    await hoa.says('chờ chị hỏi sở đã');
    hoa.sees(/Gửi câu trả lời: "chờ chị hỏi sở đã"\?/);
    await hoa.says('không');
    await hoa.says('/traloi');
    await hoa.says('thôi để sau');
    hoa.sees(/chưa gửi câu trả lời nào/);
    lan.seesNothing();
  });
});

describeTranscripts('an option that is asked for', (open) => {
  test('is asked again where two are named, and no question of theirs', async () => {
    const world = await open({ directive: asking(everyKind) });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff('Hoa');
    await world.issue();
    await saysAll(lan, '/baocao', '100', '10', '5', '1000000', '50%', 'có');
    hoa.looksAway();
    await lan.says('tốt hay khá gì đó');
    lan.sees(/Xếp loại: đồng chí chọn mục nào\?/);
    hoa.seesNothing();
  });
});

describeTranscripts('a day that is asked for', (open) => {
  test('may be told by its distance from today, and is read back', async () => {
    const world = await open({ directive: asking(everyKind) });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await saysAll(lan, '/baocao', '100', '10', '5', '1000000', '50%', 'có', 'tốt');
    for (const [said, day] of [
      ['mai', '07'],
      ['ngày kia', '08'],
      ['hôm qua', '05'],
      ['thứ 6 này', '10'],
    ]) {
      await lan.says(said ?? '');
      lan.sees(new RegExp(`Ngày hoàn thành: hệ thống đọc là ${day}/9/2021`));
      await lan.says('không');
      lan.sees(/Ngày hoàn thành: ngày nào\?/);
    }
    await saysAll(lan, 'mai', 'không, ngày kia', 'đúng');
    lan.sees(/Đã ghi Ngày hoàn thành: 08\/9\/2021/);
  });
});
