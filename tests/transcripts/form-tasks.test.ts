/** The page of a directive that asks how tasks stand, and for no figures. */
import { afterEach, expect, test } from 'vitest';
import { taskProgress } from '../../db/schema/tables.ts';
import { askingDirective } from '../harness/world/asking.ts';
import { fieldsOf, type Pages, servePages } from '../harness/world/page.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

const tasksAlone = JSON.stringify({
  ...JSON.parse(askingDirective([{ section: '1' }, { section: '4', proof: true }])),
  duties: [],
});

describeTranscripts('tasks on a page', (open) => {
  let pages: Pages | undefined;
  afterEach(async () => {
    await pages?.close();
    pages = undefined;
  });

  async function start() {
    const world = await open({ directive: tasksAlone });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const binh = await world.register('XA-BINH-MINH', 'Bình');
    const hoa = await world.registerStaff('Hoa');
    await world.issue();
    pages = await servePages(world);
    const page = await pages.open(lan);
    const id = /\/form\/(t\d+)"/.exec((await page.look('/form')).html)?.[1] ?? '';
    return { world, lan, binh, hoa, page, id, pages };
  }
  const kept = async ({ db }: World) =>
    (await db.select().from(taskProgress).orderBy(taskProgress.id)).map(({ state, isOnBehalf }) =>
      isOnBehalf ? `${state} for the unit` : state,
    );

  test('are found in the list, chosen, read back and sent; then the page shows how they stand', async () => {
    const { world, page, id } = await start();
    const empty = await page.post(`/form/${id}`, fieldsOf((await page.look(`/form/${id}`)).html));
    expect(empty.text).toMatch(/Báo tiến độ: UBND xã An Bình[\s\S]*Chưa chọn tình trạng mới/);
    expect(empty.text).not.toMatch(/Số liệu|Hạn:/);
    const fields = { ...fieldsOf(empty.html), 't:state:1': 'done', 't:state:4': 'done' };
    const unproven = await page.post(`/form/${id}`, fields);
    expect(unproven.text).toMatch(/yêu cầu minh chứng/);
    const readBack = await page.post(`/form/${id}`, { ...fields, 't:paper:4': '12/BC-UBND' });
    expect(readBack.text).toMatch(/Mục 1, .*: đã xong[\s\S]*Mục 4, .*12\/BC-UBND[\s\S]*đúng chưa\?/);
    expect(await kept(world)).toEqual([]);
    const [sent] = await Promise.all([page.presses(readBack, 'Đúng, gửi'), page.presses(readBack, 'Đúng, gửi')]);
    expect(sent.text).toMatch(/Đang ghi: .*đã xong \(Lan, 08h00/);
    expect(await kept(world)).toEqual(['done', 'done']);
    expect(fieldsOf(sent.html)['t:state:1']).toBe('');
  });

  test('go on in the chat and back', async () => {
    const { world, lan, page, id } = await start();
    await lan.says('mục 1 đang làm 60%');
    const form = await page.look(`/form/${id}`);
    expect(fieldsOf(form.html)).toMatchObject({ 't:state:1': 'doing', 't:percent:1': '60' });
    await page.post(`/form/${id}/draft`, { ...fieldsOf(form.html), 't:percent:1': '70' });
    await lan.says('/tiendo');
    await lan.says('mục 4 chưa làm');
    await lan.says('đúng');
    expect(await kept(world)).toContain('none');
  });

  test('are offered in the chat with their own page', async () => {
    const { lan } = await start();
    await lan.says('/tiendo');
    expect(lan.choices().at(-1) ?? lan.newest().text).toMatch(/Điền trên một trang/);
    await lan.says('điền trên một trang');
    lan.sees(/\/c\/\w+\/form\/t\d+$/m);
  });

  test('of another unit open for staff, with a reason, and for no other unit', async () => {
    const { world, hoa, binh, lan, id, pages: served } = await start();
    const ofBinh = await served.open(binh);
    expect((await ofBinh.look(`/form/${id}`)).status).toBe(404);
    const ofHoa = await served.open(hoa);
    expect((await ofHoa.look('/form?unit=XA-AN-BINH')).html).toContain(`/form/${id}"`);
    const form = await ofHoa.look(`/form/${id}`);
    expect(form.text).toMatch(/Báo thay tiến độ: UBND xã An Bình/);
    const unreasoned = await ofHoa.post(`/form/${id}`, { ...fieldsOf(form.html), 't:state:1': 'done' });
    expect(unreasoned.text).toMatch(/nêu lý do báo cáo thay/);
    lan.looksAway();
    const readBack = await ofHoa.post(`/form/${id}`, { ...fieldsOf(unreasoned.html), behalf: 'xã gọi điện' });
    expect(readBack.text).toMatch(/Lý do báo thay: xã gọi điện/);
    await ofHoa.presses(readBack, 'Đúng, gửi');
    expect(await kept(world)).toEqual(['done for the unit']);
    await world.settle();
    lan.sees(/Hoa .* đã báo thay UBND xã An Bình/, /Lý do: xã gọi điện/);
  });
});
