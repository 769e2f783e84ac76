/** What a page says of what is entered, and what it takes. */
import { asc } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { reports as reportRows, reportValues, taskProgress } from '../../../db/schema/tables.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { askingDirective } from '../../harness/world/asking.ts';
import { directive } from '../../harness/world/fixture.ts';
import { asking, computed, everyKind } from '../../harness/world/kinds.ts';
import { type Pages, servePages } from '../../harness/world/page.ts';
import { createWorld, type World } from '../../harness/world.ts';

const figures = { 'f:cbccvc': '50', 'f:bluezone': '45', 'f:qr': '40', 'f:smart': '38' };

const [duty] = directive.duties;
const daily = JSON.stringify({
  ...directive,
  text: `${directive.text}\nBáo cáo lúc 16 giờ hằng ngày.`,
  duties: [
    {
      ...duty,
      deadline: { rule: 'each-day', time: '16:00', from: '2021-09-06', until: '2021-09-10', quote: '16 giờ hằng ngày' },
    },
  ],
});

describeOnDatabase('a page that is filled in', (db) => {
  let pages: Pages | undefined;
  afterEach(async () => {
    await pages?.close();
    pages = undefined;
  });

  async function start(directive?: string) {
    const world = await createWorld(db(), directive === undefined ? {} : { directive });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    pages = await servePages(world);
    const page = await pages.open(lan);
    const report = Number(/\/form\/(\d+)"/.exec((await page.look('/form')).html)?.[1]);
    return { world, lan, page, report };
  }

  const revisions = (world: World) => world.db.select().from(reportRows).orderBy(asc(reportRows.id));

  test('says beside each field what is wrong, all at once, and keeps what was typed', async () => {
    const { world, page, report } = await start();
    const wrong = await page.fillsIn(report, { ...figures, 'f:bluezone': 'nhiều lắm', 'f:qr': '51', 'f:smart': '' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toMatch(/Chưa gửi được: có 3 nội dung cần xem lại/);
    expect(wrong.text).toMatch(/Chưa đọc được số liệu Bluezone/);
    expect(wrong.text).toMatch(/QR \(51\) lớn hơn số CBCCVC \(50\)/);
    expect(wrong.text).toMatch(/Chưa nhập Smart Thanh Hóa/);
    expect(wrong.html).toMatch(/value="nhiều lắm"[^>]*aria-invalid="true"/);
    expect(wrong.html.match(/autofocus/g)).toHaveLength(1);
    expect((await page.look(`/form/${report}`)).html).toContain('value="nhiều lắm"');
    expect(await revisions(world)).toEqual([]);
  });

  test('asks about a figure that is hard to believe, and takes it with a tick', async () => {
    const { world, page, report } = await start();
    const asked = await page.fillsIn(report, { ...figures, 'f:cbccvc': '500' });
    expect(asked.text).toMatch(/danh sách của hệ thống là .*Số 500 có đúng không\?/);
    const readBack = await page.post(`/form/${report}`, {
      ...figures,
      base: '0',
      'f:cbccvc': '500',
      sure: 'cbccvc=500',
    });
    expect(readBack.text).toMatch(/Số CBCCVC: 500[\s\S]*đã đúng chưa/);
    await page.presses(readBack, 'Đúng, gửi');
    expect(await revisions(world)).toHaveLength(1);
  });

  test('of another unit, or of no number, is nothing of theirs', async () => {
    const { page, report } = await start();
    for (const other of [report + 1, report + 40, 0]) {
      const shown = await page.look(`/form/${other}`);
      expect(shown.status).toBe(404);
      expect(shown.text).toMatch(/không thuộc đơn vị/);
      expect((await page.post(`/form/${other}`, figures)).status).toBe(404);
    }
  });

  test('takes every kind, with decimals as they are written, and keeps them exactly', async () => {
    const { world, page, report } = await start(asking(everyKind));
    const typed = {
      ...{ 'f:ho': '1.250', 'f:ke-hoach': '1.250,75', 'f:gieo': '12,5 ha', 'f:tien': '1 tỷ 250 triệu' },
      ...{
        'f:ty-le': '85,5',
        'f:hop': 'yes',
        'f:muc': 'Khá',
        'f:ngay': '8/9/2021',
        'f:noi-dung': 'Chia tổ\uFFFE đến hộ',
      },
    };
    const readBack = await page.fillsIn(report, typed);
    expect(readBack.text).toMatch(/Số hộ: 1\.250\n[\s\S]*Diện tích đã gieo: 12,5\/1\.250,75 ha/);
    await page.presses(readBack, 'Đúng, gửi');
    const kept = await world.db.select().from(reportValues).orderBy(asc(reportValues.indicatorId));
    expect(kept.map(({ number, text }) => number ?? text)).toEqual([
      ...[1250, '1250.75', '12.5', 1_250_000_000, '85.5', 1, 'Khá', '2021-09-08', 'Chia tổ đến hộ'],
    ]);
    const again = await page.look(`/form/${report}?change=1`);
    expect(again.html).toMatch(/name="f:ke-hoach"[^>]*value="1250,75"/);
    const same = await page.fillsIn(report, {}, '?change=1');
    expect(same.text).toMatch(/Chưa gửi được: có 1 nội dung[\s\S]*giống báo cáo đã gửi/);
  });

  test('shows what is computed, and says which rule does not hold', async () => {
    const { page, report } = await start(asking(computed.indicators, { rules: computed.rules }));
    const typed = { 'f:giao': '100', 'f:chi': '120', 'f:ngheo': '10', 'f:nu': '4', 'f:nam': '5' };
    const saved = await page.saves(report, typed);
    expect(JSON.stringify(saved)).toContain('"-20"');
    const wrong = await page.fillsIn(report, typed);
    expect(wrong.text).toMatch(/Số đã giải ngân không được lớn hơn vốn giao/);
    expect(wrong.text).toMatch(/Chủ hộ là nữ cộng Chủ hộ là nam là 9/);
    expect(wrong.html).not.toMatch(/name="f:con"/);
    const readBack = await page.fillsIn(report, { ...typed, 'f:chi': '80', 'f:nam': '6', 'f:con': '999' });
    expect(readBack.text).not.toMatch(/999/);
    expect(readBack.text).toMatch(/Còn lại: 20 triệu đồng[\s\S]*Tỷ lệ giải ngân: 80%/);
  });

  test('takes the progress of tasks with the figures: one read-back, and each is asked for what it lacks', async () => {
    const { world, page, report } = await start(askingDirective([{ section: '1', proof: true }]));
    const form = await page.look(`/form/${report}`);
    expect(form.text).toMatch(/Tiến độ nhiệm vụ/);
    const unproven = await page.fillsIn(report, { ...figures, 't:state:1': 'done' });
    expect(unproven.text).toMatch(/yêu cầu minh chứng/);
    const blocked = await page.fillsIn(report, { ...figures, 't:state:1': 'blocked' });
    expect(blocked.text).toMatch(/ghi vướng mắc nội dung gì/);
    const readBack = await page.fillsIn(report, { ...figures, 't:state:1': 'doing', 't:percent:1': '62,5' });
    expect(readBack.text).toMatch(/Bluezone: 45\/50[\s\S]*Mục 1.*đang thực hiện 62,5%/);
    const sent = await page.presses(readBack, 'Đúng, gửi');
    expect(sent.text).toMatch(/Tiến độ nhiệm vụ[\s\S]*đang thực hiện 62,5%/);
    expect((await world.db.select().from(taskProgress)).map(({ state, percent }) => [state, percent])[0]).toEqual([
      'doing',
      '62.5',
    ]);
    const before = (await world.db.select().from(taskProgress)).length;
    const again = await page.fillsIn(report, { 'f:bluezone': '46' }, '?change=1');
    expect(again.text).not.toMatch(/62,5/);
    await page.presses(again, 'Đúng, gửi');
    expect(await world.db.select().from(taskProgress)).toHaveLength(before);
  });

  test('takes the number of a paper or that there is none where a file is asked for, and keeps a file that came in the chat', async () => {
    const { world, lan, page, report } = await start(asking([{ key: 'anh', label: 'Ảnh', kind: 'file' }]));
    expect((await page.look(`/form/${report}`)).text).toMatch(/Chọn tệp/);
    expect((await page.fillsIn(report, { 'f:anh': '#7' })).status).toBe(422);
    await lan.says('/baocao');
    await lan.sendsFile('anh-1');
    const form = await page.look(`/form/${report}`);
    expect(form.html).toMatch(/name="f:anh"[^>]*value="có tệp"/);
    await page.presses(await page.fillsIn(report, {}), 'Đúng, gửi');
    const none = await page.fillsIn(report, { 'f:anh': 'không có' }, '?change=1');
    await page.presses(none, 'Đúng, gửi');
    expect((await world.db.select().from(reportValues).orderBy(reportValues.reportId)).map(({ text }) => text)).toEqual(
      ['#1', 'none'],
    );
  });

  test('offers what was given before without counting it, and shows what was handed in of every round', async () => {
    const { world, page, report } = await start(daily);
    const sent = await page.presses(await page.fillsIn(report, { ...figures, note: 'mạng yếu' }), 'Đúng, gửi');
    expect(sent.text).toMatch(/Tải báo cáo bằng văn bản để ký/);
    world.clock.set('2021-09-07T09:00');
    const list = await page.look('/form');
    expect(list.text).toMatch(
      /Chưa nộp[\s\S]*Điền báo cáo[\s\S]*Đã nộp[\s\S]*kỳ ngày 06\/9\/2021[\s\S]*Lan gửi lúc .*lần đầu/,
    );
    const next = Number(/\/form\/(\d+)"/.exec(list.html)?.[1]);
    expect(next).not.toBe(report);
    const form = await page.look(`/form/${next}`);
    expect(form.text).toMatch(/Lần trước \(06\/9\/2021\): 45/);
    expect(form.html).toMatch(/name="f:bluezone"[^>]*value=""/);
    expect(form.html).toMatch(/data-entry="45"/);
    expect((await page.post(`/form/${next}`, { base: '0' })).text).toMatch(/Chưa nhập Bluezone/);
    world.clock.set('2021-09-20T09:00');
    const before = await page.look(`/form/${report}`);
    expect(before.text).toMatch(/Báo cáo đã nộp[\s\S]*Lan gửi lúc[\s\S]*Bluezone\n45/);
    expect((await page.post(`/form/${report}`, { ...figures, base: '1', 'f:bluezone': '46' })).text).not.toMatch(/46/);
    expect(await revisions(world)).toHaveLength(1);
  });
});
