import { expect, test } from 'vitest';
import { askingDirective } from '../harness/world/asking.ts';
import { consolidated } from '../harness/world/consolidated.ts';
import { roster } from '../harness/world/fixture.ts';
import { type Person, reports, saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

/** An Bình reports at once and corrects on the second day, when its school reports; Bình Minh has received and is blocked. */
async function twoDays(world: World) {
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const nam = await world.register('XA-BINH-MINH', 'Nam');
  const tam = await world.register('TH-AN-BINH', 'Tâm');
  const minh = await world.registerLeader();
  await world.issue();
  await world.scene('two days', async () => {
    await reports(lan, [50, 45, 40, 38]);
    await saysAll(nam, 'mục 1 vướng kinh phí', 'đúng');
    world.clock.set('2021-09-07T09:00');
    await reports(tam, [30, 12, 15, 29]);
    await saysAll(lan, '/sua', 'Bluezone', '46', 'đúng');
  });
  return { lan, nam, tam, minh };
}

/** Each is one message that begins so. */
async function hears(who: Person, answers: readonly (readonly [string, string])[]) {
  for (const [asked, answer] of answers) {
    await who.says(asked);
    expect(who.reads(), asked).toHaveLength(1);
    expect(who.reads()[0]?.split('\n')[0], asked).toBe(answer);
  }
}

const state =
  'UBND xã An Bình: đã báo cáo lúc 08h00 ngày 06/9/2021 (đúng hạn), người gửi: Lan. Đã sửa 1 lần, lần cuối lúc 09h00 ngày 07/9/2021, người gửi: Lan.';

describeTranscripts('whoever follows a directive', (open, limits) => {
  test('asks in their own words, and hears the figure, on how many units it rests, and the way to the proof', async () => {
    const world = await open({ directive: askingDirective() });
    const { minh } = await twoDays(world);
    const owing =
      'Chưa báo cáo: 4/6 đơn vị (66,7%): Phòng Văn hóa và Thông tin; Phòng Giáo dục và Đào tạo; UBND xã Bình Minh; Trường THCS Bình Minh.';
    await hears(minh, [
      ['xem giúp ai chưa nộp', owing],
      ['Ai chưa nộp văn bản 101/UBND-VHTT vậy em?', owing],
      ['bao nhiêu đơn vị đã nộp', 'Đã báo cáo: 2/6 đơn vị (33,3%).'],
      [
        'ai chưa nhận',
        'Chưa xác nhận nhận văn bản: 4/7 đơn vị (57,1%): Phòng Văn hóa và Thông tin; Phòng Giáo dục và Đào tạo; Trường THCS Bình Minh; Viễn thông Sông Mây.',
      ],
      [
        'cho anh biết tổng bluezone các trường',
        'Bluezone (trường học): 12/30 (40,0%), tính trên 1/2 đơn vị phải báo cáo.',
      ],
      ['tong bluezone', 'Bluezone: 58/80 (72,5%), tính trên 2/6 đơn vị phải báo cáo.'],
      ['trung bình bluezone', 'Bluezone, bình quân một đơn vị: 29, tính trên 2/6 đơn vị phải báo cáo.'],
      ['xã an bình bluezone bao nhiêu', 'UBND xã An Bình, Bluezone: 46/50 (92,0%).'],
      ['tổng bluezone xã bình minh', 'UBND xã Bình Minh, Bluezone: không có dữ liệu, đơn vị chưa báo cáo số liệu này.'],
      [
        'đơn vị nào bluezone cao nhất',
        'Bluezone cao nhất (theo tỷ lệ): UBND xã An Bình: 46/50 (92,0%); Trường Tiểu học An Bình: 12/30 (40,0%); tính trên 2 đơn vị đã báo cáo.',
      ],
      [
        'đơn vị nào bluezone dưới 50%',
        'Bluezone dưới 50%: 1/2 đơn vị đã có số liệu: Trường Tiểu học An Bình: 12/30 (40,0%).',
      ],
      ['xã an bình nộp chưa', state],
      ['ai nộp báo cáo của xã an bình', state],
      [
        'xã bình minh nộp chưa',
        'UBND xã Bình Minh: chưa báo cáo; đã xác nhận nhận văn bản lúc 08h00 ngày 06/9/2021. Hạn 17h00 ngày 09/9/2021, quá hạn từ ngày 11/9/2021.',
      ],
      [
        'xã nào chưa xong mục 1 vậy em',
        'Chưa xong mục 1 (xã): 2/2 đơn vị (100,0%): UBND xã Bình Minh (vướng: kinh phí); UBND xã An Bình. Trong đó 1 đơn vị chưa báo tiến độ.',
      ],
      [
        'hôm nay có ai nộp thêm không',
        'Báo cáo trong hôm nay: 1/6 đơn vị (16,7%): Trường Tiểu học An Bình (09h00 ngày 07/9/2021).',
      ],
    ]);
    minh.sees(/^Công văn số 101\/UBND-VHTT ngày 05\/9\/2021; hạn 17h00 ngày 09\/9\/2021\.$/m);
    await minh.says('xem giúp ai chưa nộp');
    await minh.taps('Danh sách chưa báo cáo');
    minh.sees(/^Chưa báo cáo: 4 đơn vị\.$/m);
    await minh.says('tổng bluezone');
    await minh.taps('Bluezone');
    minh.sees(/^Bluezone: 58\/80/m, /từ tỷ lệ thấp đến cao/);
  });

  test('asks in half a sentence, as people do who know what they mean', async () => {
    const world = await open({ directive: askingDirective() });
    const { minh } = await twoDays(world);
    const owing =
      'Chưa báo cáo: 4/6 đơn vị (66,7%): Phòng Văn hóa và Thông tin; Phòng Giáo dục và Đào tạo; UBND xã Bình Minh; Trường THCS Bình Minh.';
    const summary = 'TỔNG HỢP đến 09h00 ngày 07/9/2021';
    await hears(minh, [
      ['còn mấy đơn vị nữa', 'Chưa báo cáo: 4/6 đơn vị (66,7%).'],
      ['còn ai nữa không', owing],
      ['trường nào chưa', 'Chưa báo cáo (trường học): 1/2 đơn vị (50,0%): Trường THCS Bình Minh.'],
      ['bao nhiêu xã xong rồi', 'Đã báo cáo (xã): 1/2 đơn vị (50,0%).'],
      ['ai xem rồi mà chưa báo', 'Đã xác nhận nhận văn bản, chưa báo cáo: 1/6 đơn vị (16,7%): UBND xã Bình Minh.'],
      ['mục 1 xong chưa', 'Mục 1: xong 0/6; vướng 1; chưa báo 5.'],
      ['xã Bình Minh vướng gì', 'UBND xã Bình Minh: vướng: kinh phí.'],
      ['xã An Bình vướng gì không', 'UBND xã An Bình: chưa báo vướng mắc, khó khăn nào.'],
      [
        'hôm nay thêm được đơn vị nào',
        'Báo cáo trong hôm nay: 1/6 đơn vị (16,7%): Trường Tiểu học An Bình (09h00 ngày 07/9/2021).',
      ],
      [
        '3 xã cao nhất bluezone',
        'Bluezone cao nhất (xã, theo tỷ lệ): UBND xã An Bình: 46/50 (92,0%); tính trên 1 đơn vị đã báo cáo.',
      ],
      ['chủ tịch xã Bình Minh là ai', 'UBND xã Bình Minh: Chủ tịch UBND xã.'],
      ['tỷ lệ hoàn thành', 'Đã báo cáo: 2/6 đơn vị (33,3%).'],
      ['tới đâu rồi em', summary],
      ['tình hình thế nào rồi cháu', summary],
      ['tình hình sao rồi em', summary],
      ['kết quả đến đâu rồi', summary],
      ['mấy xã xong mục 1 rồi', 'Đã xong mục 1 (xã): 0/2 đơn vị (0,0%).'],
      ['báo cáo anh tình hình', summary],
      ['đủ báo cáo chưa em', summary],
      ['so với hôm qua thế nào', 'So với hết ngày 06/9/2021:'],
    ]);
    await minh.says('liệu chiều nay có kịp đủ báo cáo không');
    minh.sees(/dự kiến/);
    // Where the channel carries no files, their links come.
    const getsPaper = () =>
      limits.files === 'all' ? expect(minh.holds()).toHaveLength(1) : minh.sees(/: https?:\/\//);
    await minh.says('gửi tôi file excel');
    getsPaper();
    await minh.says('vẽ biểu đồ đi em');
    getsPaper();
    await minh.says('vớ vẩn');
    minh.sees(/Mong đồng chí thông cảm/, /đề nghị liên hệ/);
  });

  test('hears that there is no figure, and why', async () => {
    const world = await open();
    const { minh } = await twoDays(world);
    await hears(minh, [
      ['so với kỳ trước', 'Không có dữ liệu để so sánh: đây là kỳ báo cáo đầu tiên.'],
      ['tiến độ mục 1', 'Không có dữ liệu: văn bản này không theo dõi tiến độ theo mục.'],
      [
        'tổng thu ngân sách',
        'Không có dữ liệu: đề nghị nói rõ chỉ tiêu. Văn bản có các chỉ tiêu: Bluezone; QR; Smart Thanh Hóa.',
      ],
      ['xã hòa bình nộp chưa', 'Không có dữ liệu: trong các đơn vị của văn bản không thấy "xã hòa bình".'],
      ['tổng qr xã hòa bình', 'Không có dữ liệu: trong các đơn vị của văn bản không thấy "xã hòa bình".'],
      ['phường nào chưa nộp', 'Không có dữ liệu: trong các đơn vị của văn bản không thấy "phường".'],
      [
        'ai chưa nộp văn bản 55',
        'Không có dữ liệu: không thấy một văn bản đã phát hành nào mang số 55. Đề nghị gõ /vanban để xem danh sách văn bản.',
      ],
    ]);
  });

  test('is not heard where no word names a figure or a unit: an order stays an order', async () => {
    const world = await open();
    const { minh } = await twoDays(world);
    for (const text of ['còn đơn vị nào chưa nộp thì nhắc giúp anh', 'có được thanh toán tiền điện thoại không?']) {
      await minh.says(text);
      minh.doesNotSee(/Không có dữ liệu|Chưa có số liệu/);
    }
  });

  test('is answered in the middle of something else, which goes on', async () => {
    const world = await open();
    await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff();
    await world.issue();
    await saysAll(hoa, '/baocao an bình', '50');
    await hoa.says('xã nào chưa nộp vậy em');
    hoa.sees(/^Chưa báo cáo \(xã\): 2\/2 đơn vị/m, /Bluezone: bao nhiêu/);
    await saysAll(hoa, '45', '40', '38', 'Không có');
    hoa.sees(/Bluezone: 45\/50/);
  });
});

describeTranscripts('whoever answers for units', (open) => {
  test('hears of their own alone, and of no other more than of one that does not exist', async () => {
    const world = await open();
    const { lan, nam } = await twoDays(world);
    await hears(nam, [
      ['ai chưa nộp', 'Chưa báo cáo: 1/1 đơn vị (100,0%): UBND xã Bình Minh.'],
      ['tổng bluezone các trường', 'Bluezone: không có dữ liệu, chưa đơn vị nào báo cáo.'],
    ]);
    nam.sees(/xem được số liệu của đơn vị mình/);
    for (const text of ['xã an bình nộp chưa', 'số điện thoại xã an bình', 'tổng bluezone xã an bình']) {
      await nam.says(text);
      nam.doesNotSee(/An Bình: |Lan|46|92/);
    }
    await hears(lan, [['tổng bluezone', 'Bluezone: 46/50 (92,0%), tính trên 1/1 đơn vị phải báo cáo.']]);
  });

  test('hears how their own tasks stand, and of a paper for those who follow others no more than whom to call', async () => {
    const world = await open({ directive: askingDirective() });
    await world.registerStaff();
    const { nam } = await twoDays(world);
    await nam.says('mục 1 xong chưa');
    nam.sees(/Mục 1: xong 0\/1; vướng 1\./);
    await nam.says('mấy xã nộp rồi');
    nam.sees(/Đã báo cáo: 0\/1 đơn vị/, /xem được số liệu của đơn vị mình/);
    for (const text of ['gửi tôi file excel', 'nhắc các trường chưa nộp']) {
      await nam.says(text);
      expect(nam.holds()).toEqual([]);
      nam.sees(/Chuyên viên Hoa/);
    }
    await nam.says('gửi lại anh cái công văn');
    nam.sees(/^CÔNG VĂN/);
    await nam.says('[Hình ảnh]');
    nam.sees(/chưa đọc được số liệu trong tệp hoặc ảnh/);
  });

  test('goes on with the report that they are in: figures are figures', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await saysAll(lan, '/baocao', 'tổng 50, đã cài 45');
    lan.doesNotSee(/tính trên/);
    await saysAll(lan, '/huy', '/baocao', '50', '45');
    lan.sees(/Bluezone: 45\/50/, /QR: bao nhiêu/);
  });

  test('who consolidates hears of those below', async () => {
    const world = await open({ directive: consolidated });
    const ha = await world.register('PHONG-GDDT', 'Hà');
    const tam = await world.register('TH-AN-BINH', 'Tâm');
    await world.issue();
    await reports(tam, [30, 12, 15, 29]);
    await hears(ha, [
      ['trường nào chưa nộp', 'Chưa báo cáo (trường học): 1/2 đơn vị (50,0%): Trường THCS Bình Minh.'],
      ['tổng bluezone', 'Bluezone: 12/30 (40,0%), tính trên 1/2 đơn vị phải báo cáo.'],
    ]);
    ha.sees(/mà đơn vị đồng chí tổng hợp/);
  });

  test('names a unit by its code of figures', async () => {
    const world = await open({ roster: roster.replaceAll('XA-AN-BINH,', '16438,'), directive: askingDirective() });
    const minh = await world.registerLeader();
    await world.register('16438', 'Lan');
    await world.issue();
    await minh.says('16438 nộp chưa');
    minh.sees(/^UBND xã An Bình: chưa báo cáo/);
    await minh.says('99999 nộp chưa');
    minh.doesNotSee(/An Bình/);
  });
});
