import { test } from 'vitest';
import { roster } from '../harness/world/fixture.ts';
import { asking } from '../harness/world/kinds.ts';
import { type Person, saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

const districts = 9;
const wide = [
  roster,
  ...Array.from({ length: districts }, (_, n) => `XA-${n},UBND xã Số ${n},commune,UBND-HUYEN,,,,Chủ tịch UBND xã,`),
].join('\n');

/** Households and animals of communes each day. */
const directive = asking(
  [
    { key: 'ho', label: 'Số hộ', kind: 'count', unit: 'hộ', nature: 'stock' },
    { key: 'ngheo', label: 'Hộ nghèo', kind: 'count', unit: 'hộ', nature: 'stock' },
    { key: 'gieo', label: 'Diện tích gieo', kind: 'measure', unit: 'ha', decimals: 1, nature: 'stock' },
  ],
  {
    audience: { kinds: ['commune'], tags: [], codes: [], childrenOf: [], except: [] },
    deadline: {
      ...{ rule: 'each-day', time: '16:00', from: '2021-09-06', until: '2021-09-09' },
      quote: 'trước ngày 10/9/2021',
    },
    noteLabel: undefined,
  },
);

/** Ten communes and Lan's report on the first day; on the second Lan is asked. */
async function secondDay(world: World) {
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const others: Person[] = [];
  for (let n = 0; n < districts; n++) others.push(await world.register(`XA-${n}`, `Nam ${n}`));
  await world.issue();
  await world.scene('the first day', async () => {
    for (const [n, other] of others.entries())
      await saysAll(other, '/baocao', String(1210 + 61 * n), String(40 + 3 * n), `${120 + 11 * n},5`, 'đúng');
    await saysAll(lan, '/baocao', '1504', '58', '150,5', 'đúng');
    world.clock.set('2021-09-07T09:00');
    for (const [n, other] of others.entries())
      await saysAll(other, '/baocao', String(1211 + 61 * n), String(40 + 3 * n), `${121 + 11 * n},5`, 'đúng');
  });
  return lan;
}

describeTranscripts('a figure that is unlike what was reported before', (open) => {
  test('is asked about once, when the report is whole, and mended by a typed figure', async () => {
    const world = await open({ at: '2021-09-06T09:00', directive, roster: wide });
    const lan = await secondDay(world);
    await saysAll(lan, '/baocao', '154');
    lan.sees(/Hộ nghèo: bao nhiêu/);
    await saysAll(lan, '58', '151 ha');
    lan.sees(/^Số hộ đồng chí ghi là 154, kỳ trước UBND xã An Bình đã báo cáo 1\.504\. Số 154 có đúng không\?/m);
    lan.doesNotSee(/sai|nhầm|vô lý|bất thường/i);
    await lan.says('1540');
    lan.sees(/^Số hộ: 1\.540$/m, /đã đúng chưa/);
    await lan.says('đúng');
    lan.sees(/^Đã ghi nhận báo cáo/);
  });

  test('several of them are one question; one word confirms them all, and nobody asks again', async () => {
    const world = await open({ at: '2021-09-06T09:00', directive, roster: wide });
    const lan = await secondDay(world);
    await saysAll(lan, '/baocao', '58', '1504', '151 ha');
    lan.sees(
      /Hệ thống xin hỏi lại 2 số của UBND xã An Bình:\n- Số hộ đồng chí ghi là 58, kỳ trước UBND xã An Bình đã báo cáo 1\.504\.\n- Hộ nghèo đồng chí ghi là 1\.504, kỳ trước UBND xã An Bình đã báo cáo 58\.\nCác số này có đúng không\?/,
    );
    await lan.says('hộ nghèo 57');
    lan.sees(/Số hộ đồng chí ghi là 58/);
    lan.doesNotSee(/Hộ nghèo đồng chí/);
    await lan.says('vâng đúng đấy ạ');
    lan.sees(/^Số hộ: 58$/m, /đã đúng chưa/);
    await lan.says('đúng');
    lan.sees(/^Đã ghi nhận báo cáo/);
  });

  test('can be entered anew', async () => {
    const world = await open({ at: '2021-09-06T09:00', directive, roster: wide });
    const lan = await secondDay(world);
    await lan.says('/baocao');
    await saysAll(lan, '15040', '57', '151 ha');
    lan.sees(/Số 15\.040 có đúng không\?/);
    await lan.says('nhập lại');
    lan.sees(/Số hộ: bao nhiêu/);
    await lan.says('1504');
    lan.sees(/^Số hộ: 1\.504$/m, /đã đúng chưa/);
  });
});

describeTranscripts('a figure that does not agree with another', (open) => {
  test('is refused once; told again, the other one is asked for', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await saysAll(lan, '/baocao', '50', '54');
    lan.sees(/Bluezone \(54\) lớn hơn số CBCCVC \(50\), đề nghị nhập lại Bluezone/);
    await lan.says('54');
    lan.sees(
      /Đồng chí vẫn ghi Bluezone: 54\. Vậy đề nghị đồng chí xem lại số còn lại, hiện đang ghi Số CBCCVC: 50\./,
      /CBCCVC.*\?/,
    );
    await lan.says('56');
    lan.sees(/QR: bao nhiêu/);
  });

  test('beside a rule, too', async () => {
    const rules = [{ rule: 'chi <= giao', message: 'Số đã chi không được lớn hơn số được giao' }];
    const money = (key: string, label: string) => ({ key, label, kind: 'money', unit: 'triệu đồng' });
    const asked = asking([money('giao', 'Vốn giao'), money('chi', 'Kinh phí chi')], { rules, noteLabel: undefined });
    const world = await open({ directive: asked });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await saysAll(lan, '/baocao', '100', '120');
    lan.sees(/Số đã chi không được lớn hơn số được giao.*sửa số nào\?/);
    await lan.says('kinh phí chi 120');
    lan.sees(/Đồng chí vẫn ghi Kinh phí chi: 120 triệu đồng\..*Vốn giao: 100 triệu đồng\./, /Vốn giao: bao nhiêu/);
    await lan.says('1200');
    lan.sees(/^Vốn giao: 1\.200 triệu đồng$/m, /đã đúng chưa/);
  });
});
