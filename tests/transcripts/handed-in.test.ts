import { expect, test } from 'vitest';
import { askingDirective } from '../harness/world/asking.ts';
import { directive } from '../harness/world/fixture.ts';
import { reports, saysAll } from '../harness/world/person.ts';
import { describeTranscripts } from '../harness/world.ts';

describeTranscripts('what a unit has handed in', (open) => {
  test('is told with its figures, who sent them, which revision, the paper to sign and the tasks', async () => {
    const world = await open({ directive: askingDirective() });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await lan.says('tôi đã nộp gì');
    lan.sees(/UBND xã An Bình chưa nộp báo cáo nào\.\nTiến độ nhiệm vụ theo văn bản số 101.*:\n- Mục 1, .*: chưa báo/);
    await reports(lan, [50, 45, 40, 38]);
    await saysAll(lan, '/sua', 'Bluezone 46', 'đúng', 'mục 1 đang làm 60%', 'đúng');
    await lan.says('em đã nộp gì rồi ạ');
    lan.sees(
      /- văn bản số 101\/UBND-VHTT, lần 2, Lan gửi lúc 08h00 ngày 06\/9\/2021: Số CBCCVC 50; Bluezone 46; QR 40; Smart Thanh Hóa 38\./,
      /- Mục 1, .*: đang thực hiện 60% \(Lan, 08h00 ngày 06\/9\/2021\)/,
    );
    expect(/Báo cáo để ký: http/.test(lan.reads().join()) || lan.choices().includes('Nhận báo cáo để ký')).toBe(true);
  });

  test('of any round of a daily report: the newest first, another by its day', async () => {
    const [duty] = directive.duties;
    const daily = {
      ...directive,
      text: `${directive.text}\nBáo cáo lúc 16 giờ hằng ngày.`,
      duties: [
        {
          ...duty,
          deadline: {
            rule: 'each-day',
            time: '16:00',
            from: '2021-09-06',
            until: '2021-09-10',
            quote: '16 giờ hằng ngày',
          },
        },
      ],
    };
    const world = await open({ directive: JSON.stringify(daily) });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await reports(lan, [50, 45, 40, 38]);
    world.clock.set('2021-09-07T09:00');
    await reports(lan, [50, 46, 41, 39]);
    await lan.says('/danop');
    lan.sees(/kỳ ngày 07\/9\/2021, lần đầu, Lan gửi .*Bluezone 46/, /kỳ ngày 06\/9\/2021, lần đầu, .*Bluezone 45/);
    await lan.says('/danop 06/9');
    lan.sees(/kỳ ngày 06\/9\/2021/);
    lan.doesNotSee(/07\/9\/2021/);
    await lan.says('/danop 10/9');
    lan.sees(/chưa nộp báo cáo nào của kỳ "10\/9"/);
  });

  test('is nobody else’s business', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    await world.issue();
    await reports(lan, [50, 45, 40, 38]);
    await nam.says('/danop');
    nam.sees(/^UBND xã Bình Minh chưa nộp báo cáo nào\.$/);
  });
});
