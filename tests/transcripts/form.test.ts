import { asc } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { readSummary } from '../../db/figures/summary.ts';
import { inbox, reports as reportRows } from '../../db/schema/tables.ts';
import { fieldsOf, type Pages, servePages } from '../harness/world/page.ts';
import { saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

const figures = { 'f:cbccvc': '50', 'f:bluezone': '45', 'f:qr': '40', 'f:smart': '38' };

describeTranscripts('a report on a page', (open) => {
  let pages: Pages | undefined;
  afterEach(async () => {
    await pages?.close();
    pages = undefined;
  });

  async function start(directive?: string) {
    const world = await open(directive === undefined ? {} : { directive });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    pages = await servePages(world);
    const page = await pages.open(lan);
    const list = await page.look('/form');
    const report = Number(/\/form\/(\d+)"/.exec(list.html)?.[1]);
    return { world, lan, page, report, list };
  }

  const revisions = (world: World) => world.db.select().from(reportRows).orderBy(asc(reportRows.id));
  const bluezone = async (world: World) =>
    (await readSummary(world.db, world.directiveId, world.clock.civil())).indicators[0]?.total;

  test('is found in the list, filled in, read back and sent; it counts once, whatever is pressed twice', async () => {
    const { world, page, report, list } = await start();
    expect(list.text).toMatch(/Chưa nộp[\s\S]*Điền báo cáo[\s\S]*Chưa có báo cáo nào đã nộp/);
    const readBack = await page.fillsIn(report, { ...figures, note: 'mạng yếu' });
    expect(readBack.text).toMatch(/Bluezone: 45\/50[\s\S]*mạng yếu[\s\S]*Các số trên đã đúng chưa\?/);
    expect(await revisions(world)).toEqual([]);
    const [sent] = await Promise.all([page.presses(readBack, 'Đúng, gửi'), page.presses(readBack, 'Đúng, gửi')]);
    expect(sent.text).toMatch(/Báo cáo đã nộp: UBND xã An Bình[\s\S]*Lan gửi lúc .*, lần đầu/);
    expect((await page.presses(readBack, 'Đúng, gửi')).text).toMatch(/lần đầu/);
    expect(await revisions(world)).toMatchObject([
      { revision: 1, note: 'mạng yếu', isOnBehalf: false, inboxId: expect.any(Number) },
    ]);
    expect(await bluezone(world)).toBe(45);
    expect((await page.look('')).text).toMatch(/Đã trả lời trên trang báo cáo/);
    expect((await page.look('/form')).text).toMatch(/không còn báo cáo nào phải nộp[\s\S]*lần đầu/);
  });

  test('begun in the chat goes on here with what was said, and the other way round', async () => {
    const { world, lan, page, report } = await start();
    await saysAll(lan, '/baocao', '50', '45');
    const form = await page.look(`/form/${report}`);
    expect(form.html).toMatch(/name="f:cbccvc"[^>]*value="50"/);
    expect(form.html).toMatch(/name="f:bluezone"[^>]*value="45"/);
    await page.saves(report, { 'f:qr': '40' });
    await lan.says('38');
    lan.sees(/Smart Thanh Hóa: 38\/50/);
    await lan.says('không');
    lan.sees(/QR: 40\/50[\s\S]*Các số trên đã đúng chưa/);
    const readBack = await page.look(`/form/${report}/review`);
    const sent = await page.presses(readBack, 'Đúng, gửi');
    expect(sent.text).toMatch(/Lan gửi lúc/);
    expect(await bluezone(world)).toBe(45);
    expect(await revisions(world)).toHaveLength(1);
  });

  test('begun here goes on in the chat once the report is asked for there; the chat hears nothing before', async () => {
    const { world, lan, page, report } = await start();
    await page.saves(report, { 'f:cbccvc': '50', 'f:bluezone': '45', 'f:qr': 'bốn mươi gì đó' });
    await lan.says('chiều nay em gửi');
    lan.doesNotSee(/bao nhiêu/);
    await lan.says('/baocao');
    lan.sees(/Số CBCCVC: 50[\s\S]*Bluezone: 45\/50/, /QR: bao nhiêu người \(trên 50\)\?/);
    const form = await page.look(`/form/${report}`);
    expect(form.html).toMatch(/name="f:qr"[^>]*value="bốn mươi gì đó"/);
    await saysAll(lan, '40', '38', 'không', 'đúng');
    lan.sees(/Đã ghi nhận báo cáo/);
    expect(await revisions(world)).toHaveLength(1);
    expect(await bluezone(world)).toBe(45);
  });

  test('is offered with the first question, as a link that opens once; what was said is there', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    pages = await servePages(world);
    await lan.says('/baocao');
    expect(lan.choices().at(-1) ?? lan.newest().text).toMatch(/Điền trên một trang/);
    await saysAll(lan, '50', '45');
    expect(lan.choices()).not.toContain('Điền trên một trang');
    await lan.says('dien tren mot trang');
    lan.sees(/https:\/\/chidao\.example\.vn\/c\/\w+\/form$/m, /QR: bao nhiêu/);
    const [, path = ''] = /example\.vn(\/c\/\w+)\/form/.exec(lan.reads().join('\n')) ?? [];
    const page = pages.visit(path);
    const door = await page.look('/form');
    expect(door.text).toMatch(/Mở trang báo cáo/);
    const list = await page.post('', fieldsOf(door.html));
    expect(list.at).toBe(`${path}/form`);
    const report = Number(/\/form\/(\d+)"/.exec(list.html)?.[1]);
    expect((await page.look(`/form/${report}`)).html).toMatch(/name="f:bluezone"[^>]*value="45"/);
    expect((await pages.visit(path).look('/form')).status).toBe(410);
  });

  test('opened once does not take reminders away from where they ring', async () => {
    const { world, lan, page, report } = await start();
    await page.fillsIn(report, figures);
    lan.looksAway();
    await world.at('2021-09-08T14:00');
    lan.sees(/UBND xã An Bình/, /hạn/);
  });

  test('that is stale says who sent what meanwhile, keeps what was typed, and corrects it only when told to', async () => {
    const { world, page, report } = await start();
    const { html } = await page.look(`/form/${report}`);
    const nam = await world.register('XA-AN-BINH', 'Nam');
    await saysAll(nam, '/baocao', '50', '44', '40', '38', 'không', 'đúng');
    const base = /name="base" value="(\d+)"/.exec(html)?.[1] ?? '';
    const late = await page.post(`/form/${report}`, { base, ...figures });
    expect(late.status).toBe(422);
    expect(late.text).toMatch(/Trong lúc nhập, Nam đã gửi báo cáo của UBND xã An Bình.*Bluezone: 44\/50/);
    expect(late.html).toMatch(/name="f:bluezone"[^>]*value="45"/);
    expect(await bluezone(world)).toBe(44);
    const readBack = await page.post(`/form/${report}`, { base: '1', ...figures });
    await page.presses(readBack, 'Đúng, gửi');
    expect(await bluezone(world)).toBe(45);
    expect(await revisions(world)).toMatchObject([{ revision: 1 }, { revision: 2 }]);
  });

  test('read back before another sends is shown beside what came in, as in the chat', async () => {
    const { world, page, report } = await start();
    const readBack = await page.fillsIn(report, figures);
    const nam = await world.register('XA-AN-BINH', 'Nam');
    await saysAll(nam, '/baocao', '50', '44', '40', '38', 'không', 'đúng');
    const overtaken = await page.presses(readBack, 'Đúng, gửi');
    expect(overtaken.text).toMatch(
      /Nam đã gửi báo cáo[\s\S]*Bluezone: 44\/50[\s\S]*Số của đồng chí:[\s\S]*Bluezone: 45\/50/,
    );
    expect(await bluezone(world)).toBe(44);
    const kept = await page.presses(overtaken, 'Giữ nguyên');
    expect(kept.text).toMatch(/Báo cáo đã nộp[\s\S]*Nam gửi lúc/);
    expect(await bluezone(world)).toBe(44);
  });

  test('closes with the role of whoever holds the link', async () => {
    const { world, lan, page, report } = await start();
    const readBack = await page.fillsIn(report, figures);
    await lan.says('rút đồng ý');
    await lan.taps('Xác nhận rút');
    expect((await page.look(`/form/${report}`)).status).toBe(410);
    expect((await page.post(`/form/${report}`, figures)).status).toBe(410);
    expect((await page.presses(readBack, 'Đúng, gửi')).text).not.toMatch(/Báo cáo đã nộp/);
    expect(await revisions(world)).toEqual([]);
  });

  test('is corrected by another channel and here; the same figures are no correction', async () => {
    const { world, lan, page, report } = await start();
    await page.presses(await page.fillsIn(report, figures), 'Đúng, gửi');
    await saysAll(lan, '/sua', 'Bluezone', '46', 'đúng');
    const form = await page.look(`/form/${report}?change=1`);
    expect(form.text).toMatch(/Sửa báo cáo đã gửi/);
    expect(form.html).toMatch(/name="f:bluezone"[^>]*value="46"/);
    const same = await page.fillsIn(report, {}, '?change=1');
    expect(same.text).toMatch(/giống báo cáo đã gửi/);
    const sent = await page.presses(await page.fillsIn(report, { 'f:bluezone': '47' }, '?change=1'), 'Đúng, gửi');
    expect(sent.text).toMatch(/lần 3/);
    expect(await bluezone(world)).toBe(47);
  });

  test('of two at once loses nothing: what the chat was in the middle of stands on its page', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await lan.opens(await world.invite('unit', 'XA-BINH-MINH'));
    await lan.taps('Đồng ý');
    await world.issue();
    pages = await servePages(world);
    const page = await pages.open(lan);
    const [first = 0, second = 0] = [...(await page.look('/form')).html.matchAll(/\/form\/(\d+)"/g)].map(([, id]) =>
      Number(id),
    );
    await saysAll(lan, `/baocao ${first}`, '50', '45');
    const readBack = await page.fillsIn(second, { ...figures, 'f:cbccvc': '50' });
    expect(readBack.text).toMatch(/đã đúng chưa/);
    expect((await page.look(`/form/${first}`)).html).toMatch(/name="f:bluezone"[^>]*value="45"/);
    await page.presses(readBack, 'Đúng, gửi');
    await lan.says(`/baocao ${first}`);
    lan.sees(/Bluezone: 45\/50/, /QR: bao nhiêu/);
  });

  test('is asked for a name before it counts in one', async () => {
    const world = await open();
    const nameless = await world.register('XA-AN-BINH', '');
    await world.issue();
    pages = await servePages(world);
    const page = await pages.open(nameless);
    const report = Number(/\/form\/(\d+)"/.exec((await page.look('/form')).html)?.[1]);
    const naming = await page.presses(await page.fillsIn(report, figures), 'Đúng, gửi');
    expect(naming.html).toMatch(/name="text"/);
    expect(await revisions(world)).toEqual([]);
    const action = `/form/${report}/answer`;
    const once = /name="once" value="([^"]*)"/.exec(naming.html)?.[1] ?? '';
    const sent = await page.post(action, { once, text: 'Nguyễn Thị Lan' });
    expect(sent.text).toMatch(/Nguyễn Thị Lan gửi lúc/);
    expect(await world.db.select().from(inbox)).toContainEqual(
      expect.objectContaining({ channel: 'web', state: 'done' }),
    );
  });
});
