import { expect, test } from 'vitest';
import { askingDirective } from '../harness/world/asking.ts';
import { saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

/** Section 1 is due on 9 September: An Bình is blocked, Bình Minh is done before, the education office is under way. */
async function told(world: World) {
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const nam = await world.register('XA-BINH-MINH', 'Nam');
  const binh = await world.register('PHONG-GDDT', 'Bình');
  const minh = await world.registerLeader();
  await world.issue();
  await world.scene('told', async () => {
    await saysAll(lan, 'mục 1 vướng kinh phí', 'đúng');
    await saysAll(nam, 'mục 1 xong', 'đúng');
    await saysAll(binh, 'mục 1 đang làm 60%, mục 2 chưa làm', 'đúng');
  });
  return { minh, lan };
}

const deadline = { rule: 'before-day', date: '2021-09-10', quote: 'trước ngày 10/9/2021' };

describeTranscripts('a leader who asks how tasks stand', (open) => {
  const start = async () => {
    const progress = [{ section: '1', deadline }, { section: '2' }, { section: '3' }];
    const world = await open({ directive: askingDirective(progress) });
    return { world, ...(await told(world)) };
  };

  test('finds what is blocked under what needs a decision, and answers whoever told it', async () => {
    const { world, minh, lan } = await start();
    minh.looksAway();
    await world.at('2021-09-08T08:00');
    minh.sees(/Cần quyết định:\n- UBND xã An Bình vướng mắc mục 1: kinh phí\./);
    expect(minh.choices()).toContain('Trả lời UBND xã An Bình (mục 1)');
    lan.looksAway();
    await minh.taps('Trả lời UBND xã An Bình (mục 1)');
    await minh.says('Dùng nguồn chi thường xuyên, phòng Tài chính hướng dẫn');
    lan.sees(/Mục 1 vướng mắc: kinh phí/, /Dùng nguồn chi thường xuyên/);
    minh.looksAway();
    await world.at('2021-09-09T14:00');
    minh.sees(/TỔNG HỢP/);
    minh.doesNotSee(/vướng mắc mục 1/);
  });

  test('has a line for each section in the summary, and goes from it to the units', async () => {
    const { minh } = await start();
    await minh.says('/tonghop');
    minh.sees(
      /Tiến độ nhiệm vụ:\n- Mục 1: xong 1\/6; đang 1; vướng 1; chưa báo 3\n- Mục 2: xong 0\/1; chưa 1\n- Mục 3: chưa đơn vị nào báo\n/,
    );
    expect(minh.choices()).toContain('Theo mục');
    await minh.taps('Theo mục');
    await minh.taps('Mục 1: xong 1/6; đang 1; vướng 1; chưa báo 3');
    minh.sees(
      /- UBND xã An Bình: vướng mắc: kinh phí \(Lan, 08h00 ngày 06\/9\/2021\)/,
      /- Phòng Giáo dục và Đào tạo: đang thực hiện 60% \(Bình/,
      /- UBND xã Bình Minh: đã xong, trước hạn \(Nam/,
      /- Trường Tiểu học An Bình: chưa báo$/m,
    );
    await minh.taps('Vướng mắc (1)');
    minh.sees(/Vướng mắc:\n- UBND xã An Bình: vướng mắc: kinh phí/);
    await minh.taps('Tổng hợp chung');
    minh.sees(/TỔNG HỢP/);
  });

  test('asks in words: who is not done, how a section stands, what blocks', async () => {
    const { minh } = await start();
    await minh.says('xã nào chưa xong mục 1?');
    minh.sees(/^Chưa xong mục 1 \(xã\): 1\/2 đơn vị \(50,0%\): UBND xã An Bình \(vướng: kinh phí\)\.$/m);
    minh.doesNotSee(/Bình Minh|Trường|Phòng/);
    await minh.taps('Mục 1');
    minh.sees(/Chưa xong:\n- UBND xã An Bình: vướng mắc: kinh phí/);
    await minh.says('tiến độ mục 2');
    minh.sees(/^Mục 2: xong 0\/1; chưa 1\.$/m);
    await minh.taps('Mục 2');
    minh.sees(/Mục 2: xong 0\/1; chưa 1\.\nTừng đơn vị:\n- Phòng Giáo dục và Đào tạo: chưa thực hiện/);
    await minh.says('đơn vị nào vướng?');
    minh.sees(/^Đang vướng: 1\/7 đơn vị \(14,3%\): UBND xã An Bình \(vướng: kinh phí\)\.$/m);
    await minh.taps('Vướng mắc');
    minh.sees(/Vướng mắc:\n- Mục 1, UBND xã An Bình: vướng mắc: kinh phí/);
    await minh.says('tiến độ mục 9');
    minh.sees(/^Không có dữ liệu: văn bản theo dõi tiến độ các mục 1; 2; 3\.$/m);
  });

  test('sees who is late once the deadline is over', async () => {
    const { world, minh } = await start();
    world.clock.set('2021-09-11T09:00');
    await minh.says('/tonghop');
    minh.sees(/- Mục 1: xong 1\/6; đang 1; vướng 1; chưa báo 3; quá hạn 5/);
    await minh.says('mục 1 ai chưa xong');
    minh.sees(
      /UBND xã An Bình \(vướng: kinh phí, quá hạn\)/,
      /Trường Tiểu học An Bình \(quá hạn\)/,
      /3 đơn vị chưa báo tiến độ/,
    );
  });

  test('reads of tasks alone where a directive asks for nothing else', async () => {
    const alone = JSON.stringify({ ...JSON.parse(askingDirective()), duties: [] });
    const world = await open({ directive: alone });
    const minh = await world.registerLeader();
    const vt = await world.register('VT-SONG-MAY', 'Vinh');
    await world.issue();
    await saysAll(vt, 'mục 3 xong', 'đúng');
    await minh.says('/tonghop');
    minh.sees(/- Mục 3: xong 1\/1/);
    await minh.says('tiến độ mục 3');
    minh.sees(/^Mục 3: xong 1\/1\.$/m);
    await minh.taps('Mục 3');
    minh.sees(/Viễn thông Sông Mây: đã xong/);
  });

  test('is nobody else’s business', async () => {
    const { lan } = await start();
    await lan.says('tiến độ mục 1');
    lan.doesNotSee(/Bình Minh|Phòng Giáo dục/);
  });
});
