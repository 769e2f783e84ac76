/** More time as staff and units ask for it in their own words. */
import { expect, test } from 'vitest';
import { describeTranscripts } from '../harness/world.ts';

type Open = Parameters<Parameters<typeof describeTranscripts>[1]>[0];

/** Two heads and staff, who have the directive. */
async function issuedIn(open: Open) {
  const world = await open();
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const nam = await world.register('XA-BINH-MINH', 'Nam');
  const hoa = await world.registerStaff('Hoa');
  await world.issue();
  for (const person of [lan, nam, hoa]) person.looksAway();
  return { world, lan, nam, hoa };
}

/** What staff write, until when that is, and for whom. */
const orders: readonly [said: string, until: string, whom: string][] = [
  ['cho xã An Bình thêm hạn đến 12/9 vì mất điện', '17h00 ngày 12/9/2021', 'UBND xã An Bình'],
  ['cho xa An Binh them han den 12/9 vi mat dien', '17h00 ngày 12/9/2021', 'UBND xã An Bình'],
  ['em cho An Bình gia hạn đến 15/9 nhé, vì mất điện', '17h00 ngày 15/9/2021', 'UBND xã An Bình'],
  ['gia hạn cho xã An Bình đến 15/9 vì mất điện', '17h00 ngày 15/9/2021', 'UBND xã An Bình'],
  ['gia hạn đến 15/9 cho xã An Bình vì mất điện', '17h00 ngày 15/9/2021', 'UBND xã An Bình'],
  ['vì mất điện, cho xã An Bình lùi hạn sang thứ hai', '17h00 ngày 13/9/2021', 'UBND xã An Bình'],
  ['cho phép xã An Bình nộp chậm đến 10h ngày 14/9 vì mất điện', '10h00 ngày 14/9/2021', 'UBND xã An Bình'],
  ['đồng ý cho xã An Bình thêm 2 ngày vì mất điện', '17h00 ngày 13/9/2021', 'UBND xã An Bình'],
  ['gia hạn thêm 1 ngày cho xã An Bình vì mất điện', '17h00 ngày 10/9/2021', 'UBND xã An Bình'],
  [
    'cho xã An Bình, xã Bình Minh thêm một tuần vì mất điện',
    '17h00 ngày 16/9/2021',
    'UBND xã An Bình; UBND xã Bình Minh',
  ],
  [
    'lùi hạn cho các trường đến 15/9 vì mất điện',
    '17h00 ngày 15/9/2021',
    'Trường Tiểu học An Bình; Trường THCS Bình Minh',
  ],
  [
    'cho các xã chưa báo cáo thêm 3 ngày làm việc vì mất điện',
    '17h00 ngày 14/9/2021',
    'UBND xã An Bình; UBND xã Bình Minh',
  ],
  ['cho tất cả các đơn vị thêm hạn đến 15/9 vì mất điện', '17h00 ngày 15/9/2021', 'tất cả các đơn vị'],
  ['dời hạn của xã An Bình sang 15/9 vì mất điện', '17h00 ngày 15/9/2021', 'UBND xã An Bình'],
];

describeTranscripts('staff who give more time in a sentence', (open) => {
  test('hear for whom, until when and why, before one word does it', async () => {
    const { lan, hoa } = await issuedIn(open);
    for (const [said, until, whom] of orders) {
      await hoa.says(said);
      const [read = ''] = hoa.reads();
      expect(read, said).toContain(`cho ${whom} đến ${until}.`);
      expect(read.toLowerCase(), said).toMatch(/lý do: m(ất|at) (điện|dien)\./);
      expect(read, said).toMatch(/Gia hạn\?/);
      await hoa.says('thôi');
      hoa.looksAway();
    }
    lan.seesNothing();
    await hoa.says('cho xã An Bình thêm hạn đến 12/9 vì mất điện');
    hoa.sees(/Lưu ý: hạn ngày 12\/9\/2021 rơi vào Chủ nhật\.\n/);
    await hoa.says('gia hạn đi');
    hoa.sees(/Đã gia hạn báo cáo .* cho UBND xã An Bình đến 17h00 ngày 12\/9\/2021/);
    lan.sees(/UBND xã An Bình được gia hạn báo cáo đến 17h00 ngày 12\/9\/2021/, /mất điện/);
  });

  test('are asked for what they left out: a length of time counts from the deadline of those they name', async () => {
    const { hoa } = await issuedIn(open);
    await hoa.says('cho xã An Bình thêm thời gian');
    hoa.sees(/đến ngày nào\?/);
    await hoa.says('thêm 2 ngày nữa');
    hoa.sees(/nêu lý do/);
    await hoa.says('ừ đúng rồi');
    hoa.sees(/nêu lý do/);
    await hoa.says('mất điện');
    hoa.sees(/cho UBND xã An Bình đến 17h00 ngày 13\/9\/2021/);
    await hoa.says('thôi');
    await hoa.says('cho xã Quảng Xa thêm hạn đến 12/9 vì mất điện');
    hoa.sees(/Không có đơn vị "xã Quảng Xa"/, /Cho đơn vị nào\?/);
    await hoa.says('/huy');
    await hoa.says('/giahan');
    await hoa.says('xã An Bình');
    await hoa.says('vài hôm');
    hoa.sees(/chưa đọc được ngày/);
  });

  test('mean what the unit has asked for where they name no day', async () => {
    const { lan, hoa } = await issuedIn(open);
    await lan.says('xin gia hạn đến 15/9 vì mất điện');
    lan.looksAway();
    await hoa.says('đồng ý cho xã An Bình gia hạn');
    hoa.sees(/cho UBND xã An Bình đến 17h00 ngày 15\/9\/2021/, /Lý do: mất điện/, /Gia hạn\?/);
    await hoa.says('đồng ý');
    lan.sees(/được gia hạn báo cáo đến 17h00 ngày 15\/9\/2021/);
    await hoa.says('/xingiahan');
    hoa.sees(/Không có đề nghị gia hạn nào/);
  });

  test('are answered where they ask, and tell of a request, as before', async () => {
    const { hoa } = await issuedIn(open);
    for (const said of ['xã nào được gia hạn?', 'ai xin gia hạn', 'xã An Bình xin gia hạn chưa']) {
      await hoa.says(said);
      hoa.doesNotSee(/Gia hạn\?|nêu lý do|đến ngày nào/);
    }
  });
});

describeTranscripts('a head who asks for some days more', (open) => {
  test('has them counted from the deadline', async () => {
    const { lan, nam, hoa } = await issuedIn(open);
    await lan.says('xin gia hạn thêm 2 ngày vì mất điện');
    lan.sees(/đã chuyển đề nghị gia hạn của UBND xã An Bình đến 17h00 ngày 13\/9\/2021/);
    hoa.sees(/UBND xã An Bình \(Lan\) xin gia hạn .* đến 17h00 ngày 13\/9\/2021/);
    await nam.says('/giahan');
    await nam.says('1 ngày');
    nam.sees(/lý do xin gia hạn/);
    await nam.says('vâng ạ');
    nam.sees(/lý do xin gia hạn/);
    await nam.says('máy hỏng');
    nam.sees(/đến 17h00 ngày 10\/9\/2021/);
  });
});
