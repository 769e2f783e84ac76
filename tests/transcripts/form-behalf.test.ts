/** A report on a page, filled in by somebody else for the unit. */
import { asc } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { readSummary } from '../../db/figures/summary.ts';
import { directiveChanges, reports as reportRows, taskProgress } from '../../db/schema/tables.ts';
import { consolidated } from '../harness/world/consolidated.ts';
import { fieldsOf, type Pages, servePages } from '../harness/world/page.ts';
import { saysAll } from '../harness/world/person.ts';
import { describeTranscripts } from '../harness/world.ts';

const figures = { 'f:cbccvc': '50', 'f:bluezone': '45', 'f:qr': '40', 'f:smart': '38' };
const both = JSON.stringify({ ...JSON.parse(consolidated), progress: [{ section: '1' }] });

describeTranscripts('a report on a page for another unit', (open) => {
  let pages: Pages | undefined;
  afterEach(async () => {
    await pages?.close();
    pages = undefined;
  });

  async function start() {
    const world = await open({ directive: both });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const dung = await world.register('PHONG-GDDT', 'Dung');
    const hoa = await world.registerStaff('Hoa');
    await world.issue();
    pages = await servePages(world);
    lan.looksAway();
    return { world, lan, dung, hoa, page: await pages.open(hoa), pages };
  }
  const linkIn = (html: string): number => Number([...html.matchAll(/\/form\/(\d+)"/g)].at(-1)?.[1]);

  test('is found by the name of the unit, says for whom it is, asks why, and is read back and counted as in the chat', async () => {
    const { world, lan, page } = await start();
    expect((await page.look('/form')).text).toMatch(/Báo cáo thay đơn vị[\s\S]*Tên hoặc mã đơn vị/);
    const found = await page.look('/form?unit=b%C3%ACnh');
    expect(found.text).toMatch(/UBND xã An Bình[\s\S]*Trường Tiểu học An Bình/);
    const report = linkIn((await page.look('/form?unit=XA-AN-BINH')).html);
    const form = await page.look(`/form/${report}`);
    expect(form.text).toMatch(/Báo cáo thay: UBND xã An Bình[\s\S]*Lý do báo cáo thay/);
    const unreasoned = await page.fillsIn(report, figures);
    expect(unreasoned.status).toBe(422);
    expect(unreasoned.text).toMatch(/nêu lý do báo cáo thay/);
    const readBack = await page.post(`/form/${report}`, {
      ...fieldsOf(unreasoned.html),
      behalf: 'xã gửi bản giấy',
      't:state:1': 'done',
    });
    expect(readBack.text).toMatch(
      /Bluezone: 45\/50[\s\S]*đã xong[\s\S]*Lý do báo thay: xã gửi bản giấy[\s\S]*đúng chưa\?/,
    );
    const sent = await page.presses(readBack, 'Đúng, gửi');
    expect(sent.text).toMatch(/Báo cáo đã nộp: UBND xã An Bình[\s\S]*Hoa báo cáo thay \(lý do: xã gửi bản giấy\) lúc/);
    expect(await world.db.select().from(reportRows)).toMatchObject([{ revision: 1, isOnBehalf: true }]);
    expect(await world.db.select().from(taskProgress)).toMatchObject([{ state: 'done', isOnBehalf: true }]);
    const changes = await world.db.select().from(directiveChanges).orderBy(asc(directiveChanges.id));
    expect(changes.map(({ change, reason }) => [change.type, reason])).toEqual([
      ['on-behalf', 'xã gửi bản giấy'],
      ['progress-on-behalf', 'xã gửi bản giấy'],
    ]);
    await world.settle();
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/Hoa \(UBND huyện Sông Mây\) đã báo thay UBND xã An Bình/, /Bluezone: 45\/50/, /đã xong/);
    expect((await readSummary(world.db, world.directiveId, world.clock.civil())).indicators[0]?.total).toBe(45);
  });

  test('goes on in the chat where it was left, and the other way round', async () => {
    const { world, hoa, page } = await start();
    const report = linkIn((await page.look('/form?unit=XA-AN-BINH')).html);
    await page.saves(report, { 'f:cbccvc': '50', 'f:bluezone': '45', behalf: 'xã nhờ' });
    await hoa.says('/baocao XA-AN-BINH');
    hoa.sees(/QR: bao nhiêu người/);
    await hoa.says('40');
    expect((await page.look(`/form/${report}`)).html).toMatch(/name="f:qr"[^>]*value="40"/);
    await page.saves(report, { 'f:smart': '38' });
    await hoa.says('không có');
    hoa.sees(/Smart Thanh Hóa: 38\/50/, /Lý do báo thay: xã nhờ/);
    await hoa.says('đúng');
    expect(await world.db.select().from(reportRows)).toMatchObject([{ isOnBehalf: true }]);
  });

  test('is offered in the chat, and opens from there', async () => {
    const { hoa, pages: served } = await start();
    await hoa.says('/baocao XA-AN-BINH lý do xã nhờ');
    await hoa.says('điền trên một trang');
    hoa.sees(/https:\/\/chidao\.example\.vn\/c\/\w+\/form\/\d+$/m);
    const [, path = '', report = ''] = /example\.vn(\/c\/\w+)\/form\/(\d+)/.exec(hoa.reads().join('\n')) ?? [];
    const page = served.visit(path);
    const door = await page.look(`/form/${report}`);
    const form = await page.post('', fieldsOf(door.html));
    expect(form.text).toMatch(/Báo cáo thay: UBND xã An Bình/);
    expect(form.html).toMatch(/name="behalf"[^>]*value="xã nhờ"/);
  });

  test('opens for whoever consolidates the unit, and for nobody else', async () => {
    const { dung, lan, page, pages: served } = await start();
    const ofDung = await served.open(dung);
    const school = linkIn((await ofDung.look('/form?unit=TH-AN-BINH')).html);
    expect((await ofDung.look(`/form/${school}`)).text).toMatch(/Báo cáo thay: Trường Tiểu học An Bình/);
    const commune = linkIn((await page.look('/form?unit=XA-BINH-MINH')).html);
    expect((await ofDung.look('/form?unit=XA-BINH-MINH')).text).toMatch(/Không có đơn vị/);
    expect((await ofDung.look(`/form/${commune}`)).status).toBe(404);
    const ofLan = await served.open(lan);
    expect((await ofLan.look('/form')).text).not.toMatch(/Báo cáo thay đơn vị/);
    for (const other of [school, commune]) {
      expect((await ofLan.look(`/form/${other}`)).status).toBe(404);
      expect((await ofLan.post(`/form/${other}`, { base: '0', ...figures, behalf: 'x' })).status).toBe(404);
    }
  });

  test('that the unit has sent meanwhile is shown with who sent it, and corrected only when told to', async () => {
    const { world, lan, page } = await start();
    const report = linkIn((await page.look('/form?unit=XA-AN-BINH')).html);
    const { html } = await page.look(`/form/${report}`);
    await saysAll(lan, '/baocao', '50', '44', '40', '38', 'không', 'đúng');
    const late = await page.post(`/form/${report}`, { ...fieldsOf(html), ...figures, behalf: 'xã nhờ' });
    expect(late.text).toMatch(/Lan đã gửi báo cáo của UBND xã An Bình/);
    const readBack = await page.post(`/form/${report}`, fieldsOf(late.html));
    await page.presses(readBack, 'Đúng, gửi');
    expect(await world.db.select().from(reportRows).orderBy(asc(reportRows.id))).toMatchObject([
      { isOnBehalf: false },
      { revision: 2, isOnBehalf: true },
    ]);
  });
});
