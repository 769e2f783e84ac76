/** Files that are sent with a page, without a script. */
import { afterEach, expect, test } from 'vitest';
import { attachments, reportValues, taskProgress } from '../../db/schema/tables.ts';
import { png } from '../harness/png.ts';
import { asking } from '../harness/world/kinds.ts';
import { fieldsOf, type Pages, servePages } from '../harness/world/page.ts';
import { describeTranscripts } from '../harness/world.ts';

const directive = JSON.stringify({
  ...JSON.parse(
    asking(
      [
        { key: 'ho', label: 'Số hộ', kind: 'count', unit: 'hộ' },
        { key: 'bien-ban', label: 'Biên bản họp', kind: 'file' },
      ],
      { noteLabel: undefined },
    ),
  ),
  progress: [{ section: '1', proof: true }],
});

const picture = (name = 'biên bản.png') => new File([new Uint8Array(png(8, 8))], name, { type: 'image/png' });
const program = () => new File(['MZ\u0090 this is no picture'], 'biên bản.png', { type: 'image/png' });

describeTranscripts('a file on a page', (open) => {
  let pages: Pages | undefined;
  afterEach(async () => {
    await pages?.close();
    pages = undefined;
  });

  async function start() {
    const world = await open({ directive });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    pages = await servePages(world);
    const page = await pages.open(lan);
    const id = /\/form\/(\d+)"/.exec((await page.look('/form')).html)?.[1] ?? '';
    return { world, lan, page, here: `/form/${id}`, pages };
  }

  test('answers what asks for one and proves a task; it is kept once, whatever is sent twice', async () => {
    const { world, page, here } = await start();
    const form = await page.look(here);
    expect(form.html).toContain('enctype="multipart/form-data"');
    const files = { 'file:f:bien-ban': picture(), 'file:t:1': picture('anh.jpg.png') };
    const faulty = await page.uploads(here, { ...fieldsOf(form.html), 't:state:1': 'done' }, files);
    expect(faulty.status).toBe(422);
    expect(faulty.text).toMatch(/Chưa nhập số hộ/);
    expect(fieldsOf(faulty.html)).toMatchObject({ 'f:bien-ban': 'có tệp', 't:paper:1': 'có tệp' });
    const readBack = await page.post(here, { ...fieldsOf(faulty.html), 'f:ho': '120' });
    expect(readBack.text).toMatch(/Biên bản họp: có tệp[\s\S]*đã xong \(có tệp\)[\s\S]*đúng chưa/);
    await page.uploads(here, { ...fieldsOf(form.html), 'f:ho': '120', 't:state:1': 'done' }, files);
    const sent = await page.presses(await page.look(`${here}/review`), 'Đúng, gửi');
    expect(sent.text).toMatch(/Biên bản họp\s*có tệp/);
    const kept = await world.db.select().from(attachments);
    expect(kept).toMatchObject([{ state: 'kept', use: 'evidence', contentType: 'image/png', name: 'biên bản.png' }]);
    const mark = `#${kept[0]?.id}`;
    expect((await world.db.select().from(reportValues)).map(({ text }) => text)).toContain(mark);
    expect(await world.db.select().from(taskProgress)).toMatchObject([{ state: 'done', paper: mark }]);
  });

  test('is told from its first bytes: what is no document is refused, and what was typed stays', async () => {
    const { world, page, here } = await start();
    const form = await page.look(here);
    const refused = await page.uploads(
      here,
      { ...fieldsOf(form.html), 'f:ho': '120' },
      { 'file:f:bien-ban': program() },
    );
    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(/không phải PDF, JPG, PNG hoặc DOCX/);
    expect(fieldsOf(refused.html)['f:ho']).toBe('120');
    expect(await world.db.$count(attachments)).toBe(0);
  });

  test('of more than the limit is refused; the mark of another file typed by hand is none', async () => {
    const { world, page, here } = await start();
    const form = await page.look(here);
    const huge = new File([new Uint8Array(11 * 1024 * 1024)], 'a.pdf');
    expect((await page.uploads(here, fieldsOf(form.html), { 'file:f:bien-ban': huge })).status).toBe(413);
    for (const typed of ['#1', 'có tệp'])
      expect((await page.post(here, { ...fieldsOf(form.html), 'f:ho': '120', 'f:bien-ban': typed })).status).toBe(422);
    expect(await world.db.$count(attachments)).toBe(0);
  });

  test('of another unit is taken from nobody', async () => {
    const { world, here, pages: served } = await start();
    const binh = await world.register('XA-BINH-MINH', 'Bình');
    const other = await served.open(binh);
    expect((await other.uploads(here, { base: '0' }, { 'file:f:bien-ban': picture() })).status).toBe(404);
    expect(await world.db.$count(attachments)).toBe(0);
  });
});
