/** Somebody stands behind the system: a question is answered from the document, or by a person, and the answer comes back. */
import { expect, test } from 'vitest';
import { questions } from '../../db/schema/tables.ts';
import { remindOfQuestions } from '../../jobs/reminders/questions.ts';
import { directive } from '../harness/world/fixture.ts';
import { saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

async function issuedIn(world: World) {
  const hoa = await world.registerStaff('Hoa');
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const nam = await world.register('XA-BINH-MINH', 'Nam');
  await world.issue();
  for (const person of [lan, nam, hoa]) person.looksAway();
  return { hoa, lan, nam };
}

const named = JSON.stringify({
  ...directive,
  contact: { name: 'Trần Văn Thử', title: 'Phó Trưởng phòng VHTT', phone: '02373000333' },
});

describeTranscripts('a question', (open) => {
  test('that a clause of the directive clearly answers is answered by it, with its number', async () => {
    const world = await open();
    const { lan, hoa } = await issuedIn(world);
    await lan.says('vì sao xã tôi phải báo?');
    lan.sees(
      /Công văn số 101\/UBND-VHTT ngày 05\/9\/2021, mục 4, ghi: "Các đơn vị báo cáo kết quả về UBND huyện trước ngày 10\/9\/2021\."/,
      /\/hoi kèm câu hỏi/,
    );
    await lan.says('cài đặt Smart Thanh Hóa cho ai vậy?');
    lan.sees(/mục 1, ghi: "Quán triệt đến từng cán bộ/);
    await lan.says('mục 1 là gì vậy em');
    lan.sees(/mục 1, ghi: "Quán triệt đến từng cán bộ/);
    hoa.seesNothing();
    await lan.says('phương án dạy học trực tuyến là gì?');
    lan.doesNotSee(/mục 2/);
  });

  test('of which nothing is known goes to staff, the answer comes back, and the same question again is answered from it', async () => {
    const world = await open();
    const { lan, nam, hoa } = await issuedIn(world);
    await lan.says('cán bộ hợp đồng có tính không?');
    lan.sees(/đã chuyển câu hỏi/, /đồng chí Hoa/);
    lan.doesNotSee(/chưa hiểu/);
    hoa.sees(
      /Câu hỏi số 1 của UBND xã An Bình \(Lan\) về văn bản số 101\/UBND-VHTT/,
      /"cán bộ hợp đồng có tính không\?"/,
    );
    hoa.looksAway();
    await lan.says('cán bộ hợp đồng có tính không ạ?');
    lan.sees(/đang chờ trả lời/);
    await nam.says('Cán bộ hợp đồng có được tính không ạ?');
    nam.sees(/đã chuyển câu hỏi/);
    hoa.seesNothing();
    lan.looksAway();
    nam.looksAway();
    await hoa.says('/traloi 1 tính cả cán bộ hợp đồng từ 6 tháng trở lên');
    hoa.sees(/Đã gửi câu trả lời tới UBND xã An Bình/);
    for (const asker of [lan, nam]) asker.sees(/Trả lời: Tính cả cán bộ hợp đồng từ 6 tháng trở lên\./);
    await nam.says('cán bộ hợp đồng có tính không');
    nam.sees(/đã được trả lời ngày 06\/9\/2021/, /tính cả cán bộ hợp đồng từ 6 tháng trở lên/);
    await hoa.says('/hoi');
    hoa.sees(/Không có câu hỏi nào chờ trả lời/);
  });

  test('is answered by tapping and writing the answer; to say no more sends nothing', async () => {
    const world = await open();
    const { lan, hoa } = await issuedIn(world);
    await lan.says('có được thanh toán tiền điện thoại không?');
    await hoa.taps('Trả lời');
    hoa.sees(/hỏi: "có được thanh toán tiền điện thoại không\?"/, /Nội dung trả lời là gì\?/);
    await hoa.says('/huy');
    hoa.sees(/chưa gửi câu trả lời/);
    await hoa.says('/traloi');
    await hoa.says('không có kinh phí');
    hoa.sees(/Đã gửi câu trả lời/);
    lan.sees(/Trả lời: Không có kinh phí\./);
    await hoa.says('/traloi 1 lần nữa');
    hoa.sees(/đã được trả lời/);
  });

  test('asked by /hoi goes to a person though a clause would answer', async () => {
    const world = await open();
    const { lan, hoa } = await issuedIn(world);
    await lan.says('/hoi');
    lan.sees(/gõ \/hoi kèm câu hỏi/);
    await lan.says('/hoi vì sao xã tôi phải báo?');
    hoa.sees(/Câu hỏi số 1/);
  });

  test('names the contact of the directive, whom its tasks name too; without staff it is kept', async () => {
    const world = await open({ directive: named });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    lan.sees(/Liên hệ: đồng chí Trần Văn Thử \(Phó Trưởng phòng VHTT\), điện thoại 02373000333\./);
    await lan.says('cán bộ hợp đồng có tính không?');
    lan.sees(/đã lưu câu hỏi/, /Trần Văn Thử.*02373000333/);
    const hoa = await world.registerStaff('Hoa');
    await hoa.says('các câu hỏi');
    hoa.sees(/Số 1, UBND xã An Bình \(Lan\): cán bộ hợp đồng có tính không\?/);
  });

  test('goes to the contact of the directive alone, where they are staff', async () => {
    const world = await open({ directive: named });
    const thu = await world.registerStaff('Trần Văn Thử');
    const { lan, hoa } = await issuedIn(world);
    await lan.says('cán bộ hợp đồng có tính không?');
    thu.sees(/Câu hỏi số 1/);
    hoa.seesNothing();
  });

  test('in the middle of a report is passed on, and the report goes on', async () => {
    const world = await open();
    const { lan, hoa } = await issuedIn(world);
    await saysAll(lan, '/baocao', '50', 'cán bộ hợp đồng có tính không?');
    lan.sees(/đã chuyển câu hỏi/, /Bluezone: bao nhiêu/);
    hoa.sees(/Câu hỏi số 1/);
    await lan.says('45');
    lan.sees(/45\/50/);
  });

  test('that nobody answered for a day is told once more, in office hours; an erased one is not', async () => {
    const world = await open();
    const { lan, hoa } = await issuedIn(world);
    await lan.says('cán bộ hợp đồng có tính không?');
    hoa.looksAway();
    world.clock.set('2021-09-07T09:00');
    await world.transact(remindOfQuestions);
    await world.transact(remindOfQuestions);
    await world.settle();
    expect(hoa.reads()).toHaveLength(1);
    hoa.sees(/Chưa có trả lời: câu hỏi số 1/);
    await lan.says('/xoadulieu');
    await lan.says('xác nhận xóa');
    expect(await world.db.select({ text: questions.text }).from(questions)).toEqual([{ text: '' }]);
    await hoa.says('/hoi');
    hoa.sees(/Không có câu hỏi nào/);
  });
});
