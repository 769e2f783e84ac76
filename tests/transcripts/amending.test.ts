/** Staff amend a directive by a sentence: what it comes to is shown, and one word makes it. */
import { expect, test } from 'vitest';
import { listDirectives, readDirective } from '../../db/directives/directives.ts';
import { directiveChanges } from '../../db/schema/tables.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

type Open = Parameters<Parameters<typeof describeTranscripts>[1]>[0];

async function issuedIn(open: Open) {
  const world = await open();
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const nam = await world.register('XA-BINH-MINH', 'Nam');
  const dung = await world.register('PHONG-GDDT', 'Dung');
  const hoa = await world.registerStaff('Hoa');
  await world.issue();
  for (const person of [lan, nam, dung]) person.looksAway();
  return { world, lan, nam, dung, hoa };
}

const draftIn = async (world: World) => (await readDirective(world.db, world.directiveId))?.draft;

describeTranscripts('an amendment in words', (open) => {
  test('of a deadline is shown with whom it concerns, made by one word, and told to those alone', async () => {
    const { world, lan, nam, dung, hoa } = await issuedIn(open);
    await hoa.says('sửa hạn mục 2 thành 17h00 ngày 15/9, lý do mưa bão');
    hoa.sees(
      /Sửa văn bản số 101\/UBND-VHTT/,
      /Hạn của nhiệm vụ .*\(mục 2\): 17h00 ngày 15\/9\/2021/,
      /Lý do: Mưa bão\./,
      /báo cho 1 đơn vị: Phòng Giáo dục và Đào tạo\. Sửa\?/,
    );
    expect(hoa.choices()).toEqual(['Sửa', 'Không']);
    dung.seesNothing();
    await hoa.says('sửa đi');
    hoa.sees(/Đã sửa văn bản số 101\/UBND-VHTT/);
    dung.sees(/^SỬA ĐỔI: Công văn số 101/, /17h00 ngày 15\/9\/2021/, /Lý do: Mưa bão\./);
    for (const person of [lan, nam]) person.seesNothing();
    expect((await draftIn(world))?.tasks[1]?.deadline).toMatchObject({ rule: 'at', date: '2021-09-15', time: '17:00' });
  });

  test('of the report moves the deadline of all, also to one that recurs', async () => {
    const { lan, hoa } = await issuedIn(open);
    await hoa.says('sửa hạn báo cáo thành trước ngày 15/9');
    hoa.sees(/Hạn báo cáo: 17h00 ngày 14\/9\/2021/, /hạn trước: 17h00 ngày 09\/9\/2021/, /báo cho 6 đơn vị/);
    await hoa.says('đồng ý');
    lan.sees(/Hạn báo cáo: 17h00 ngày 14\/9\/2021/);
    lan.looksAway();
    await hoa.says('sửa hạn báo cáo thành hằng tuần trước 16h00 thứ Năm');
    hoa.sees(/Hạn báo cáo: 16h00 ngày 09\/9\/2021 \(văn bản ghi: "hằng tuần trước 16h00 thứ Năm"/);
    await hoa.says('ok');
    lan.sees(/16h00 ngày 09\/9\/2021/);
  });

  test('of a deadline to a day off says so before it is made; where it stands already, no more', async () => {
    const { lan, hoa } = await issuedIn(open);
    await hoa.says('sửa hạn báo cáo thành chậm nhất ngày 12/9');
    hoa.sees(/Hạn báo cáo: 17h00 ngày 10\/9\/2021/, /Lưu ý: hạn ngày 12\/9\/2021 rơi vào Chủ nhật\.\nHệ thống sẽ báo/);
    await hoa.says('đồng ý');
    lan.sees(/SỬA ĐỔI/);
    lan.doesNotSee(/Chủ nhật/);
    await hoa.says('sửa nội dung mục 2: Chuẩn bị hai phương án dạy học trực tuyến.');
    hoa.sees(/Nhiệm vụ nay là/);
    hoa.doesNotSee(/Lưu ý/);
  });

  test('adds a unit to a task, which gets it, and takes one away', async () => {
    const { world, lan, dung, hoa } = await issuedIn(open);
    await hoa.says('bổ sung đơn vị xã An Bình vào nhiệm vụ 2');
    hoa.sees(/Thêm nhiệm vụ \(mục 2\): Chuẩn bị phương án dạy học trực tuyến\./, /báo cho 1 đơn vị: UBND xã An Bình/);
    await hoa.taps('Sửa');
    lan.sees(/Thêm nhiệm vụ \(mục 2\): Chuẩn bị phương án/);
    dung.seesNothing();
    await hoa.says('bỏ đơn vị An Bình khỏi mục 2');
    hoa.sees(/Bỏ nhiệm vụ \(mục 2\): Chuẩn bị/, /báo cho 1 đơn vị: UBND xã An Bình/);
    await hoa.says('bỏ đơn vị An Bình khỏi mục 1');
    hoa.sees(/Bỏ nhiệm vụ \(mục 1\): Quán triệt/);
    await hoa.says('sửa hạn mục 9 thành 15/9');
    hoa.sees(/không có mục như vậy/);
    await hoa.says('đồng ý');
    hoa.doesNotSee(/Đã sửa/);
    expect(await world.db.$count(directiveChanges)).toBe(1);
  });

  test('gives a section other words', async () => {
    const { world, dung, hoa } = await issuedIn(open);
    await hoa.says('sửa nội dung mục 2: Chuẩn bị hai phương án dạy học trực tuyến.');
    hoa.sees(/Nhiệm vụ nay là \(mục 2\): Chuẩn bị hai phương án dạy học trực tuyến\./);
    await hoa.says('sửa');
    dung.sees(/Nhiệm vụ nay là \(mục 2\): Chuẩn bị hai phương án/);
    dung.doesNotSee(/Lý do/);
    const draft = await draftIn(world);
    expect(draft?.text.slice(...(draft.tasks[1]?.span ?? [0, 0]))).toBe('Chuẩn bị hai phương án dạy học trực tuyến.');
  });

  test('that is not understood, or comes to nothing, says how to do it', async () => {
    const { world, lan, hoa } = await issuedIn(open);
    const said: [string, RegExp][] = [
      ['sửa văn bản', /ví dụ:\n- sửa hạn mục 3 thành 17h00 ngày 15\/9/],
      ['sửa hạn mục 2', /ví dụ:/],
      ['sửa công văn 101', /chuyên viên gõ một câu, ví dụ: sửa hạn mục 3/],
      ['sửa hạn mục 9 thành 15/9', /không có mục như vậy; các mục: 1, 2, 3, 4/],
      ['sửa hạn mục 2 thành hôm nào đó', /chưa đọc được hạn mới/],
      ['sửa hạn mục 2 thành 01/9/2021', /Hạn mới đã qua/],
      ['bổ sung đơn vị Xã Quảng Nham vào nhiệm vụ 2', /Không có đơn vị "Xã Quảng Nham"/],
      ['bổ sung đơn vị xã An Bình vào mục 1', /đã như vậy từ trước/],
    ];
    for (const [words, answer] of said) {
      await hoa.says(words);
      hoa.sees(answer);
    }
    expect(await world.db.$count(directiveChanges)).toBe(0);
    await lan.says('sửa hạn mục 2 thành 15/9');
    lan.doesNotSee(/Sửa\?/);
  });
});

describeTranscripts('a draft after a directive', (open) => {
  test('is made by a sentence of staff, once as long as it is not issued, and sent to nobody', async () => {
    const { world, lan, hoa } = await issuedIn(open);
    await hoa.says('nhân bản văn bản 101');
    hoa.sees(/Đã có bản nháp theo văn bản số 101\/UBND-VHTT/, /chưa gửi cho ai/);
    await hoa.says('/nhanban');
    hoa.sees(/Đã có bản nháp/);
    expect((await listDirectives(world.db)).map(({ number, state }) => [number, state])).toEqual([
      ['101/UBND-VHTT', 'issued'],
      ['/UBND-VHTT', 'draft'],
    ]);
    lan.seesNothing();
    await lan.says('nhân bản văn bản 101');
    lan.doesNotSee(/bản nháp/);
  });
});
