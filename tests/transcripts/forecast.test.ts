import { test } from 'vitest';
import { directive } from '../harness/world/fixture.ts';
import { reports } from '../harness/world/person.ts';
import { describeTranscripts } from '../harness/world.ts';

const [duty] = directive.duties;
const daily = JSON.stringify({
  ...directive,
  duties: [
    {
      ...duty,
      deadline: {
        rule: 'each-day',
        time: '16:00',
        from: '2021-09-06',
        until: '2021-09-09',
        quote: 'trước ngày 10/9/2021',
      },
    },
  ],
});

describeTranscripts('a leader who reads the summary', (open) => {
  test('hears what to expect until the deadline, and whom a call may help, once earlier rounds tell', async () => {
    const world = await open({ directive: daily });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    const minh = await world.registerLeader();
    const hoa = await world.registerStaff();
    await world.issue();
    world.clock.set('2021-09-06T10:00');
    await minh.says('/tonghop');
    minh.doesNotSee(/Dự kiến/);
    for (const day of ['06', '07', '08']) {
      world.clock.set(`2021-09-${day}T15:00`);
      await reports(lan, [50, 45, 40, 38]);
      await reports(nam, [20, 10, 5, 20]);
    }
    world.clock.set('2021-09-09T13:00');
    await minh.says('/tonghop');
    minh.sees(
      /^Dự kiến đến 16h00 ngày 09\/9\/2021: [0-9] ± \d trong 6 đơn vị báo cáo; 4 đơn vị có nguy cơ chậm, nên nhắc thêm: Phòng Văn hóa và Thông tin; Phòng Giáo dục và Đào tạo; Trường Tiểu học An Bình; Trường THCS Bình Minh\.$/m,
    );
    await minh.says('ai có nguy cơ chậm');
    minh.sees(/^Dự kiến đến 16h00 .*4 đơn vị có nguy cơ chậm/, /^Công văn số 101/m);
    await hoa.says('/tonghop');
    hoa.sees(/^Dự kiến đến 16h00/m);
    await lan.says('/tonghop');
    lan.doesNotSee(/Dự kiến|nguy cơ/);
    await lan.says('ai có nguy cơ chậm');
    lan.doesNotSee(/Dự kiến|Phòng/);
    world.clock.set('2021-09-09T16:00');
    await minh.says('/tonghop');
    minh.doesNotSee(/Dự kiến/);
    await minh.says('ai có nguy cơ chậm');
    minh.sees(/^Không có dự kiến: đã hết hạn báo cáo\.$/m);
  });
});
