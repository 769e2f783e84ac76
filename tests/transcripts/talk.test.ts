/** What people type when nothing is asked, or beside what is asked. */
import { expect, test } from 'vitest';
import { assignments, invites, signedPapers } from '../../db/schema/tables.ts';
import { roster } from '../harness/world/fixture.ts';
import { reports, saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

/** The office that receives the reports has a head and a telephone number. */
const withContact = {
  roster: roster.replace(
    'Phòng Văn hóa và Thông tin,office,UBND-HUYEN,PVHTT,8,,Trưởng phòng,',
    'Phòng Văn hóa và Thông tin,office,UBND-HUYEN,PVHTT,8,Trần Thị Thử,Trưởng phòng,02373000111',
  ),
};

const whom =
  /đồng chí Hoa \(cán bộ theo dõi, UBND huyện Sông Mây\).*đồng chí Trần Thị Thử \(Trưởng phòng, Phòng Văn hóa và Thông tin\), điện thoại 02373000111/;

async function tasked(world: World) {
  const hoa = await world.registerStaff('Hoa');
  const lan = await world.register('XA-AN-BINH', 'Lan');
  await world.issue();
  return { hoa, lan };
}

describeTranscripts('a head who asks', (open) => {
  test('by themselves gets the fitting answer, with the person to call', async () => {
    const world = await open(withContact);
    const { lan } = await tasked(world);
    const asked: [string, ...RegExp[]][] = [
      [
        'hạn khi nào',
        /Hạn báo cáo của UBND xã An Bình .*: 17h00 ngày 09\/9\/2021 \(văn bản ghi: "trước ngày 10\/9\/2021"\)/,
      ],
      ['nộp ở đâu', /gửi UBND huyện Sông Mây \(qua Phòng Văn hóa và Thông tin\)/, whom],
      ['hỏi phòng VHTT ai phụ trách', whom],
      ['em báo cáo không kịp', /xin gia hạn đến ngày … vì …/, whom, /17h00 ngày 09\/9\/2021/],
      ['gửi nhầm', /Chưa có báo cáo nào của đơn vị được ghi nhận/, whom],
      ['đừng nhắn nữa', /muốn ngừng nhận tin/],
      ['chào em', /Kính chào đồng chí\. UBND xã An Bình còn phải báo cáo/],
      ['cảm ơn em nhé', /trân trọng cảm ơn|phục vụ đồng chí/],
      ['tôi nghỉ hưu rồi', /mã mời mới/, whom],
      ['văn bản', /CÔNG VĂN/],
      ['à khoan, để chị xem lại đã', /hệ thống chờ báo cáo.*hạn 17h00/],
    ];
    for (const [said, ...answers] of asked) {
      await lan.says(said);
      expect(lan.reads(), said).toHaveLength(1);
      lan.sees(...answers);
      lan.doesNotSee(/chưa hiểu|dành cho cán bộ/);
    }
  });

  test('while a figure is asked is answered, and the question comes back', async () => {
    const world = await open(withContact);
    const { lan } = await tasked(world);
    await saysAll(lan, '/baocao', '50', 'hạn khi nào vậy em?');
    lan.sees(/17h00 ngày 09\/9\/2021/, /Bluezone: bao nhiêu/);
    await saysAll(lan, '45', '40', '38', 'xin gia hạn đến thứ 2');
    lan.sees(/Khó khăn, kiến nghị: xin gia hạn đến thứ 2/);
  });

  test('is not understood in the same words twice; the person to call is named', async () => {
    const world = await open(withContact);
    const { lan } = await tasked(world);
    const answers: string[] = [];
    for (const said of ['trời mưa to quá', 'trời mưa to quá', '12']) {
      await lan.says(said);
      lan.sees(/chưa hiểu nội dung ".*(?:mưa|12)/, whom);
      answers.push(lan.reads().join());
    }
    expect(answers[1]).not.toBe(answers[0]);
    expect(answers[2]).not.toBe(answers[1]);
    for (let time = 0; time < 2; time += 1) {
      await lan.sends('media');
      answers.push(lan.reads().join());
    }
    expect(answers[4]).not.toBe(answers[3]);
  });

  test('corrects by a word what is in, and reads what is in where nothing is owed', async () => {
    const world = await open();
    const { lan } = await tasked(world);
    await reports(lan, [50, 45, 40, 38]);
    await lan.says('sửa bluezone thành 20');
    lan.sees(/Bluezone: 20\/50/, /đã đúng chưa\?/);
    await lan.says('hủy');
    await lan.says('gửi nhầm rồi em ơi');
    lan.sees(/UBND xã An Bình đã báo cáo: Lan/, /\/sua/);
    await lan.says('xin gia hạn');
    lan.sees(/không có báo cáo nào phải gửi nên không cần gia hạn/);
  });
});

describeTranscripts('an everyday word', (open) => {
  test('does nothing surprising, and tells a head nothing of what others may do', async () => {
    const world = await open();
    const { lan } = await tasked(world);
    await lan.says('đã nhận');
    await reports(lan, [50, 45, 40, 38]);
    const invitesBefore = await world.db.$count(invites);
    for (const said of [
      'mới',
      'tới',
      'nhận',
      'xuất',
      'nhóm',
      'văn bản',
      'mời',
      'tổng hợp',
      'biểu đồ',
      'phát hành',
      'thôi',
    ]) {
      await lan.says(said);
      expect(lan.reads(), said).toHaveLength(1);
      lan.doesNotSee(/cán bộ theo dõi và lãnh đạo|\/tonghop|\/vanban|mã sau/);
    }
    expect(await world.db.$count(invites)).toBe(invitesBefore);
  });

  test('acknowledges only what is there to be acknowledged', async () => {
    const world = await open();
    const { lan } = await tasked(world);
    await saysAll(lan, '/baocao', 'nhận');
    const [before] = (await world.db.select().from(assignments)).filter(({ acknowledgedAt }) => acknowledgedAt);
    expect(before).toBeUndefined();
    await saysAll(lan, '/huy', 'nhận');
    lan.sees(/đã nhận văn bản/);
  });

  test('that is a number answers no list which something else has pushed away', async () => {
    const world = await open();
    const { hoa, lan } = await tasked(world);
    await lan.says('cảm ơn');
    await hoa.says('/tonghop');
    await hoa.says('/trogiup');
    await hoa.says('2');
    hoa.sees(/chưa rõ trả lời cho mục nào/);
    expect(hoa.choices()).toContain('Theo nhóm');
    await hoa.says('/vanban');
    await hoa.taps('Tổng hợp 101/UBND-VHTT – ứng dụng công nghệ trong phòng, chố');
    hoa.sees(/TỔNG HỢP/);
  });
});

describeTranscripts('a chairman who types', (open) => {
  test('what the buttons open gets there', async () => {
    const world = await open();
    const { lan } = await tasked(world);
    const minh = await world.registerLeader('Minh');
    await reports(lan, [50, 45, 40, 38]);
    const typed: [string, RegExp][] = [
      ['ai chưa nộp', /Chưa báo cáo: 5\/6 đơn vị/],
      ['còn ai chưa báo cáo?', /Chưa báo cáo: 5\/6 đơn vị/],
      ['chưa nộp', /Chưa báo cáo: 5 đơn vị/],
      ['xã an bình', /^UBND xã An Bình$/m],
      ['Tình hình xã An Bình thế nào rồi em?', /^UBND xã An Bình$/m],
      ['Xã', /^Xã$/m],
      ['Trường', /Các đơn vị thuộc Phòng Giáo dục và Đào tạo/],
      ['bluezone', /^Bluezone: 45\/50/m],
      ['Smart', /^Smart Thanh Hóa: 38\/50/m],
      ['bình', /chọn đơn vị nào\?/],
      ['so với hôm qua', /bắt đầu báo cáo trong hôm nay/],
      ['tổng hợp văn bản 101', /TỔNG HỢP/],
      ['hạn khi nào', /17h00 ngày 09\/9\/2021/],
      ['thu hồi', /gõ "thu hồi văn bản" kèm số/],
      ['chào em', /Kính chào đồng chí/],
    ];
    for (const [said, shown] of typed) {
      await minh.says(said);
      expect(minh.reads(), said).toHaveLength(1);
      minh.sees(shown);
      minh.doesNotSee(/chưa hiểu/);
    }
    await minh.says('mưa to quá');
    minh.sees(/chưa hiểu nội dung "mưa to quá".*ai chưa nộp/, /đồng chí Hoa \(cán bộ theo dõi/);
  });

  test('a number of a directive gets that one, or hears which there are', async () => {
    const world = await open();
    const { hoa } = await tasked(world);
    for (const said of [
      '/tonghop 101/UBND-VHTT',
      '/tonghop 101',
      '/tonghop 101 ubnd vhtt',
      '/tonghop văn bản số 101',
    ]) {
      await hoa.says(said);
      hoa.sees(/TỔNG HỢP/);
    }
    for (const command of ['tonghop', 'xuat', 'bieudo', 'phathanh', 'guilai']) {
      await hoa.says(`/${command} 07/UBND-VP`);
      hoa.sees(/Không có văn bản số 07\/UBND-VP/, command === 'phathanh' ? /./ : /101\/UBND-VHTT/);
    }
    await hoa.says('/xuat 101/UBND-VHTT docx');
    hoa.doesNotSee(/Không có văn bản/);
  });
});

describeTranscripts('a person without a name', (open) => {
  test('is asked for it before the first thing counts, and what they said then counts in it', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', '🙂');
    await world.issue();
    await lan.says('đã nhận');
    lan.sees(/họ tên và chức danh.*\?/);
    const acknowledged = async () =>
      (await world.db.select().from(assignments)).filter(({ acknowledgedAt }) => acknowledgedAt !== null).length;
    expect(await acknowledged()).toBe(0);
    await lan.says('ok em');
    lan.sees(/chưa đọc được họ tên/, /là gì\?/);
    await lan.says('Tôi là Nguyễn Thị Thử, Phó Chủ tịch xã');
    lan.sees(/đã nhận văn bản/);
    expect(await acknowledged()).toBe(1);
    await lan.says('/nhiemvu');
    lan.sees(/Nguyễn Thị Thử, Phó Chủ tịch xã/);
    await reports(lan, [50, 45, 40, 38]);
  });

  test('gives it after a whole report as well, and may look at other things first', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', '.');
    await world.issue();
    await saysAll(lan, '/baocao', '50', '45', '40', '38', 'không', 'đúng');
    lan.sees(/họ tên và chức danh/);
    await lan.says('/trogiup');
    lan.sees(/đã đúng chưa\?/);
    await saysAll(lan, 'đúng', 'Trần Văn Thử');
    lan.sees(/Đã ghi nhận báo cáo của UBND xã An Bình/);
  });
});

describeTranscripts('a signed report from a person without a name', (open) => {
  test.each([
    ['báo cáo đã ký số 15/BC-UBND ngày 06/9/2021', /15\/BC-UBND/],
    ['bản ký', /bản chụp báo cáo đã ký/],
  ])('captioned “%s” is kept, and counts once the name is given', async (caption, named) => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', '.');
    await world.issue();
    const signed = async () => (await world.db.select().from(signedPapers)).length;
    await lan.sendsFile('anh-1', caption);
    lan.sees(/họ tên và chức danh/);
    expect(await signed()).toBe(0);
    await lan.says('Nguyễn Thị Thử');
    lan.sees(named);
    expect(await signed()).toBe(1);
  });

  test('in the middle of the figures is asked about when they are in', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', '.');
    await world.issue();
    await saysAll(lan, '/baocao', '50');
    await lan.sendsFile('anh-1', 'báo cáo đã ký');
    lan.sees(/sẽ hỏi đồng chí sau khi báo cáo xong/, /bao nhiêu/);
    await saysAll(lan, '45', '40', '38', 'không', 'đúng', 'Trần Văn Thử');
    lan.sees(/Đã ghi nhận báo cáo/, /Đây có phải bản chụp báo cáo đã ký/);
  });
});

describeTranscripts('an invite code', (open) => {
  test('is found however it is sent, and two are asked about', async () => {
    const world = await open();
    for (const say of [
      (code: string) => `Mã mời: ${code}.`,
      (code: string) => `/start ${code} abc`,
      (code: string) => `https://t.me/bot?start=${code}`,
      (code: string) => code.toUpperCase(),
      (code: string) => `${code.slice(0, 9)} ${code.slice(9, 17)}-${code.slice(17)}`,
    ]) {
      const lan = world.person('Lan');
      await lan.says(say(await world.invite('unit', 'XA-AN-BINH')));
      lan.sees(/thủ trưởng – UBND xã An Bình/, /đồng ý không\?/);
    }
    const nam = world.person('Nam');
    const [first, second] = [await world.invite('unit', 'XA-AN-BINH'), await world.invite('unit', 'XA-BINH-MINH')];
    await nam.says(`${first} hoặc ${second}`);
    nam.sees(/2 mã mời: của UBND xã An Bình; của UBND xã Bình Minh/, /theo mã nào\?/);
    await nam.says(`Mã mời: ${second.slice(0, -1)}x`);
    nam.sees(/Mã mời không đúng|đồng ý không/);
  });
});
