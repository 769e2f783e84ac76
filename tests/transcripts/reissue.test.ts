/** A unit passes its part of a directive on to those below it. */
import { expect, test } from 'vitest';
import { amendDirective } from '../../bot/acts/amend/amend.ts';
import { directiveDraftSchema } from '../../core/directives/directive.ts';
import { readSummary } from '../../db/figures/summary.ts';
import { directive } from '../harness/world/fixture.ts';
import { reports } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

type Open = Parameters<Parameters<typeof describeTranscripts>[1]>[0];

/** The fixture's directive for communes and offices alone: the schools below the education office have nothing of it. */
const withoutSchools = (() => {
  const [first, ...more] = directive.tasks;
  const audience = { ...first?.audience, kinds: ['commune', 'office'] };
  const tasks = [{ ...first, audience }, ...more.map((task) => (task.key === 't4' ? { ...task, audience } : task))];
  return JSON.stringify({ ...directive, tasks, duties: directive.duties.map((duty) => ({ ...duty, audience })) });
})();

async function issuedIn(open: Open) {
  const world = await open({ directive: withoutSchools });
  const dung = await world.register('PHONG-GDDT', 'Dung');
  const an = await world.register('TH-AN-BINH', 'An');
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const hoa = await world.registerStaff('Hoa');
  await world.issue();
  for (const person of [dung, an, lan, hoa]) person.looksAway();
  return { world, dung, an, lan, hoa };
}

const unitsIn = async (world: World) => (await readSummary(world.db, world.directiveId, world.clock.civil())).units;

describeTranscripts('what a unit passes on', (open) => {
  test('is the task of those below, by an earlier deadline, after a preview and one word; their reports go up once', async () => {
    const { world, dung, an, lan, hoa } = await issuedIn(open);
    expect(await unitsIn(world)).toMatchObject({ reporting: 4 });
    await dung.says('chuyển xuống các trường, hạn 07/9');
    dung.sees(
      /Chuyển phần việc của Phòng Giáo dục và Đào tạo theo văn bản số 101/,
      /xuống 2 đơn vị: Trường Tiểu học An Bình/,
      /báo cáo trước 17h00 ngày 07\/9\/2021/,
    );
    an.seesNothing();
    await dung.says('chuyển đi');
    dung.sees(/Đã chuyển văn bản số 101/);
    an.sees(
      /CÔNG VĂN/,
      /Chuẩn bị phương án dạy học trực tuyến/,
      /gửi Phòng Giáo dục và Đào tạo\.\nHạn: 17h00 ngày 07\/9\/2021 \(để tổng hợp kịp hạn văn bản ghi/,
    );
    hoa.sees(/Phòng Giáo dục và Đào tạo đã chuyển xuống 2 đơn vị trực thuộc/);
    lan.seesNothing();
    expect(await unitsIn(world)).toMatchObject({ reporting: 6, reported: 0 });
    await reports(an, [30, 28, 20, 10]);
    expect(await unitsIn(world)).toMatchObject({ reporting: 6, reported: 1 });
    await dung.says('/tonghop');
    dung.sees(/1\/2/);
    await dung.says('chuyển xuống các trường, hạn 07/9');
    dung.sees(/đã nhận văn bản rồi/);
  });

  test('stays with them when the office amends the directive, and ends when it recalls it', async () => {
    const { world, dung, an, hoa } = await issuedIn(open);
    await dung.says('/chuyenxuong tất cả');
    dung.sees(/báo cáo trước 17h00 ngày 08\/9\/2021/);
    await dung.taps('Chuyển');
    an.sees(/Hạn: 17h00 ngày 08\/9\/2021/);
    an.looksAway();
    const draft = directiveDraftSchema.parse(JSON.parse(withoutSchools));
    const later = {
      ...draft,
      text: `${draft.text}\ntrước ngày 15/9`,
      duties: draft.duties.map((duty) => ({
        ...duty,
        deadline: { rule: 'before-day' as const, date: '2021-09-15', quote: 'trước ngày 15/9' },
      })),
    };
    await world.transact((work) =>
      amendDirective(work, { via: 'command', by: null }, world.directiveId, { draft: later, reason: 'lùi hạn' }),
    );
    await world.settle();
    an.sees(/SỬA ĐỔI/, /Hạn báo cáo: 17h00 ngày 13\/9\/2021/);
    expect(await unitsIn(world)).toMatchObject({ reporting: 6 });
    an.looksAway();
    await hoa.says('thu hồi văn bản 101 lý do nhầm');
    await hoa.says('đồng ý');
    an.sees(/THU HỒI|thu hồi/);
  });

  test('says what stands in the way', async () => {
    const { dung, lan } = await issuedIn(open);
    const said: [string, RegExp][] = [
      ['chuyển xuống', /chuyển xuống các trường, hạn 06\/9/],
      ['chuyển xuống các trường, hạn 20/9', /sớm hơn hạn của đơn vị \(17h00 ngày 09\/9\/2021\)/],
      ['chuyển xuống trường Quảng Nham', /Không thấy đơn vị trực thuộc/],
      ['chuyển xuống các trường, hạn 31/2', /chưa đọc được hạn/],
    ];
    for (const [words, answer] of said) {
      await dung.says(words);
      dung.sees(answer);
    }
    await lan.says('chuyển xuống các thôn');
    lan.sees(/Không thấy đơn vị trực thuộc/);
  });
});
