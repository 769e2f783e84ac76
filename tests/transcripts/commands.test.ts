import { describe, expect, test } from 'vitest';
import { reports as reportRows } from '../../db/schema/tables.ts';
import { databaseForEach } from '../harness/database.ts';
import { reports, saysAll } from '../harness/world/person.ts';
import { createWorld, describeTranscripts } from '../harness/world.ts';

/** Every step of a report: what leads there, and the question that stands there. */
const steps: [string[], RegExp][] = [
  [[], /Số CBCCVC: bao nhiêu người\?/],
  [['50'], /Bluezone: bao nhiêu/],
  [['50', '0'], /xác nhận số 0 là đúng\?/],
  [['50', '54'], /lớn hơn [Ss]ố CBCCVC/],
  [['50', '45', '40', '38'], /Khó khăn, kiến nghị: .*\?/],
  [['50', '45', '40', '38', 'không'], /đã đúng chưa\?/],
  [['50', '45', '40', '38', 'không', 'sửa'], /sửa mục nào\?/],
];

const helpers: [string, RegExp][] = [
  ['/trogiup', /\/nhiemvu – xem nhiệm vụ/],
  ['/toi', /Đồng chí là: thủ trưởng/],
  ['nhiem vu', /Nhiệm vụ của UBND xã An Bình/],
];

describeTranscripts('at any step', (open, limits) => {
  test.each(steps)(
    'of the report (%j) help, oneself and the tasks are shown and the question comes back',
    async (said, question) => {
      const world = await open();
      const lan = await world.register('XA-AN-BINH', 'Lan');
      await world.issue();
      await saysAll(lan, '/baocao', ...said);
      lan.sees(question);
      for (const [command, shown] of helpers) {
        await lan.says(command);
        expect(lan.reads()).toHaveLength(1);
        lan.sees(shown, question);
      }
    },
  );

  test('of the report /huy ends it and nothing is recorded', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    for (const [said] of steps) {
      await saysAll(lan, '/baocao', ...said, '/huy');
      lan.sees(/Đã hủy báo cáo đang nhập; chưa có số liệu nào được ghi nhận/);
    }
    await lan.says('hủy bỏ');
    lan.sees(/không có việc gì đang làm dở/);
    expect(await world.db.select().from(reportRows)).toEqual([]);
  });

  test('behind a slash words call what they call without it', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const minh = await world.registerLeader();
    await world.issue();
    await minh.says('/excel');
    if (limits.files === 'all') expect(minh.holds()).toHaveLength(1);
    else minh.sees(/: https?:\/\//);
    await minh.says('/tổng hợp');
    minh.sees(/TỔNG HỢP đến/);
    await lan.says('/báo cáo');
    lan.sees(/Số CBCCVC: bao nhiêu/);
    await lan.says('/50');
    lan.sees(/Đề nghị|bao nhiêu/);
    await lan.says('/abc');
    lan.sees(/Đề nghị|bao nhiêu/);
  });

  test('outside any conversation free text, a sticker and an edit are answered politely', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await lan.says('Trời mưa to quá');
    lan.sees(/chưa hiểu.*\/nhiemvu/);
    await lan.says('Cho hỏi tuần này họp lúc nào?');
    lan.sees(/đã lưu câu hỏi/);
    await lan.sends('media');
    lan.sees(/chỉ đọc được tin nhắn chữ/);
    await lan.sends('edit');
    lan.sees(/không đọc tin nhắn đã sửa/);
    await lan.says('/khongcolenhnay');
    lan.sees(/chưa hiểu nội dung "\/khongcolenhnay"/);
    await lan.says('/sua');
    lan.sees(/Chưa có báo cáo nào đã nộp để sửa/);
  });
});

describe('an old button', () => {
  const db = databaseForEach();

  test('answers politely and changes nothing; the question stands', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await lan.says('/baocao');
    const staff = lan.newest();
    await saysAll(lan, '52', '45', '0');
    const zero = lan.newest();
    await lan.tapsOn(staff, '50');
    lan.sees(/thuộc câu hỏi đã qua/, /xác nhận số 0 là đúng\?/);
    await lan.taps('Nhập lại');
    await lan.tapsOn(zero, 'Đúng là 0');
    lan.sees(/thuộc câu hỏi đã qua/, /QR: bao nhiêu/);
    await saysAll(lan, '40', '38', 'không');
    lan.sees(/Số CBCCVC: 52/, /QR: 40\/52/);
    const readBack = lan.newest();
    await lan.taps('Đúng, gửi');
    await lan.tapsOn(readBack, 'Đúng, gửi');
    lan.sees(/thuộc câu hỏi đã qua/);
    expect(await world.db.select().from(reportRows)).toHaveLength(1);
  });

  test('still works while its question is asked again', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await lan.says('/baocao');
    const staff = lan.newest();
    await saysAll(lan, '/trogiup', 'gì cơ');
    await lan.tapsOn(staff, '50');
    lan.sees(/Đã ghi Số CBCCVC: 50/);
  });

  test('of a message never grows old when it is a command, and says what is the case', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    await world.issue();
    const tasks = lan.newest();
    await reports(lan, [50, 45, 40, 38]);
    await lan.tapsOn(tasks, 'Báo cáo');
    lan.sees(/UBND xã An Bình đã báo cáo: Lan/);
    await nam.tapsOn(tasks, 'Báo cáo');
    nam.sees(/không thuộc đơn vị của đồng chí/);
    await nam.tapsOn(tasks, 'Đã nhận');
    nam.sees(/không thuộc đơn vị của đồng chí/);
  });

  test('that no message ever had changes nothing', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    for (const tap of ['1:agree', ':', '/', '/xoa 1', 'x'.repeat(64), '99999999999:send']) {
      await world.receiver.receive({ channel: 'telegram', externalId: `forged-${tap}`, kind: 'tap', from: lan, tap });
      await world.settle();
    }
    expect(
      lan
        .reads()
        .slice(1)
        .every((text) => text.includes('câu hỏi đã qua')),
    ).toBe(true);
    expect(world.errors).toEqual([]);
  });
});
