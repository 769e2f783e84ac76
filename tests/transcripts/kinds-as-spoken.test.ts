/** Answers of every kind as people say them: a day without its year, a measure by its whole, a yes with its reason. */
import { expect, test } from 'vitest';
import { asking, everyKind } from '../harness/world/kinds.ts';
import { type Person, saysAll } from '../harness/world/person.ts';
import { describeTranscripts } from '../harness/world.ts';

const told = ['/baocao', '120', '15 ha', '12,5 ha', '1 tỷ', '85%', 'có', 'Khá'];

describeTranscripts('an answer of its kind', (open) => {
  const askedFor = async (label: string): Promise<Person> => {
    const at = everyKind.findIndex((one) => one.label === label);
    const world = await open({ directive: asking(everyKind) });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await saysAll(lan, ...told.slice(0, at + 1));
    lan.sees(new RegExp(`${label}.*\\?`));
    return lan;
  };

  test('a day without its year is offered with the year of the report, one in full is taken', async () => {
    const lan = await askedFor('Ngày hoàn thành');
    for (const said of ['8/9', 'ngày 8/9 ạ', '8-9-21', 'mùng 8 tháng 9', 'xong ngày 8 tháng 9']) {
      await lan.says(said);
      lan.sees(/Ngày hoàn thành: hệ thống đọc là 08\/9\/2021\. Đồng chí xác nhận có đúng không\?/);
      await lan.taps('Nhập lại');
    }
    await lan.says('8/9');
    await lan.says('không, 7/9');
    lan.sees(/đọc là 07\/9\/2021/);
    await lan.says('đúng');
    lan.sees(/Đã ghi Ngày hoàn thành: 07\/9\/2021/);
    for (const [said, day] of [
      ['08092021', '08/9/2021'],
      ['mùng 5 tháng 9 năm 2021', '05/9/2021'],
    ] as const) {
      await saysAll(lan, '/sua', 'Ngày hoàn thành', said);
      lan.sees(new RegExp(`Đã ghi Ngày hoàn thành: ${day}`));
    }
    await saysAll(lan, '/sua', 'Ngày hoàn thành', '31/9');
    lan.sees(/Chưa đọc được nội dung Ngày hoàn thành/);
  });

  test('a measure by its whole, or with what explains it, is offered', async () => {
    const lan = await askedFor('Diện tích đã gieo');
    for (const [said, value] of [
      ['gieo xong hết rồi', '15'],
      ['còn 2 ha chưa gieo', '13'],
      ['đạt 80%', '12'],
      ['mới được 12 ha, đang làm tiếp', '12'],
    ] as const) {
      await lan.says(said);
      lan.sees(new RegExp(`hệ thống đọc là ${value} ha\\.`));
      await lan.taps('Nhập lại');
    }
    for (const said of ['còn 20 ha', 'chưa xong', 'gần hết', '12 ha, à không phải', 'còn 2 ha hoặc 3 ha']) {
      await lan.says(said);
      lan.doesNotSee(/hệ thống đọc là/);
    }
  });

  test('a yes or a no may have more beside it, and is asked again where that turns it round', async () => {
    const lan = await askedFor('Đã họp');
    for (const [said, answer] of [
      ['xong lâu rồi', 'Có'],
      ['chưa em ơi', 'Không'],
      ['có, họp hôm thứ 6', 'Có'],
      ['chưa họp, mai họp', 'Không'],
      ['không tổ chức', 'Không'],
      ['rồi nha bác', 'Có'],
    ] as const) {
      await lan.says(said);
      lan.sees(new RegExp(`Đã ghi Đã họp: ${answer}`));
      await saysAll(lan, '/sua', 'Đã họp');
    }
    for (const said of ['có, nhưng chưa xong', 'có, mai họp', 'chưa, xong rồi', 'đang chuẩn bị']) {
      await lan.says(said);
      lan.doesNotSee(/Đã ghi Đã họp/);
    }
  });

  test('a choice may be told by the first letters of its words', async () => {
    const lan = await askedFor('Xếp loại');
    await lan.says('tb');
    lan.sees(/Đã ghi Xếp loại: Trung bình/);
    expect(lan.reads()).toHaveLength(1);
  });
});
