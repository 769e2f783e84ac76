import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { indicators, reportValues } from '../../db/schema/tables.ts';
import { asking, computed } from '../harness/world/kinds.ts';
import { saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

const directive = asking(computed.indicators, { rules: computed.rules });

async function asked(world: World, unit = 'XA-AN-BINH', name = 'Lan') {
  const lan = await world.register(unit, name);
  await world.issue();
  await lan.says('/baocao');
  return lan;
}

describeTranscripts('figures that follow from others', (open) => {
  test('are computed and never asked for, and stand in the read-back', async () => {
    const world = await open({ directive });
    const lan = await asked(world);
    lan.sees(/Vốn giao: bao nhiêu triệu đồng\?/);
    await saysAll(lan, '1.200,5', '400', '50');
    lan.sees(/Chủ hộ là nữ: bao nhiêu/);
    await saysAll(lan, '20', '30', 'không');
    lan.sees(
      /^Còn lại: 800,5 triệu đồng$/m,
      /^Tỷ lệ giải ngân: 33,3%$/m,
      /^Số hộ nghèo: 50$/m,
      /^Chủ hộ là nữ: 20\/50$/m,
    );
    await lan.says('còn lại 900');
    lan.sees(/Còn lại do hệ thống tự tính từ Vốn giao, Đã giải ngân; cần sửa thì đồng chí sửa các số đó\./);
    await lan.says('đã giải ngân 600,25 triệu');
    lan.sees(/^Còn lại: 600,25 triệu đồng$/m, /^Tỷ lệ giải ngân: 50%$/m);
    await lan.says('đúng');
    const kept = await world.db.select().from(reportValues).orderBy(asc(reportValues.indicatorId));
    expect(kept.map(({ number }) => number)).toEqual(['1200.5', '600.25', '600.25', 50, 50, 20, 30]);
    expect((await world.db.select().from(indicators)).map(({ key }) => key)).toContain('nu');
  });

  test('are refused where they contradict each other, and it is asked which one is wrong', async () => {
    const world = await open({ directive });
    const lan = await asked(world);
    await saysAll(lan, '1.200,5', '1300');
    lan.sees(
      /Số đã giải ngân không được lớn hơn vốn giao\. Đồng chí đã ghi Vốn giao: 1\.200,5 triệu đồng; Đã giải ngân: 1\.300 triệu đồng\. Đồng chí sửa số nào\?/,
    );
    await lan.says('Vốn giao 1.400,5');
    lan.sees(/Số hộ nghèo: bao nhiêu/);
    await saysAll(lan, '50', '20', '25');
    lan.sees(/Chủ hộ là nữ cộng Chủ hộ là nam là 45, khác với Số hộ nghèo\. .*Số hộ nghèo: 50;.*sửa số nào\?/);
    await lan.taps('Sửa Chủ hộ là nam');
    await lan.says('30');
    lan.sees(/Khó khăn, kiến nghị/);
  });

  test('make totals of sums, never of means', async () => {
    const world = await open({ directive });
    const minh = await world.registerLeader('Minh');
    const lan = await asked(world);
    const hoa = await world.register('XA-BINH-MINH', 'Hoa');
    await saysAll(lan, '1.000', 'đúng', '900', '1', '1', '0', 'đúng', 'không', 'đúng');
    await hoa.says('/baocao');
    await saysAll(hoa, '9.000,5', '100,5', '9', '4', '5', 'không', 'đúng');
    await minh.says('/tonghop');
    minh.sees(/- Đã giải ngân: 1\.000,5 triệu đồng/, /- Còn lại: 9\.000 triệu đồng/, /- Tỷ lệ giải ngân: 10,0%/);
    minh.sees(/- Chủ hộ là nữ: 5\/10 \(50,0%\)/);
  });

  test('that only grow are asked about where they fall, and taken when confirmed', async () => {
    const world = await open({
      at: '2021-09-07T08:00',
      directive: asking([{ key: 'tiem', label: 'Số con đã tiêm', kind: 'count', unit: 'con', nature: 'cumulative' }], {
        deadline: {
          rule: 'each-day',
          time: '16:00',
          from: '2021-09-07',
          until: '2021-09-09',
          quote: 'trước ngày 10/9/2021',
        },
        noteLabel: undefined,
      }),
    });
    const lan = await asked(world);
    await saysAll(lan, '120', 'đúng');
    world.clock.set('2021-09-08T08:00');
    await lan.says('/baocao');
    lan.sees(/Số con đã tiêm: bao nhiêu/);
    await lan.says('102');
    lan.sees(
      /Số con đã tiêm là số lũy kế: kỳ trước UBND xã An Bình đã báo cáo 120, kỳ này đồng chí ghi 102, ít hơn kỳ trước/,
    );
    await lan.says('125');
    lan.sees(/Số con đã tiêm: 125/, /đã đúng chưa/);
    await lan.says('sửa lại 110');
    lan.sees(/ít hơn kỳ trước/);
    await lan.says('đúng');
    lan.sees(/Số con đã tiêm: 110/, /đã đúng chưa/);
  });
});
