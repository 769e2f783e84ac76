/** A report that was begun in a chat and is sent on a page: its receipt stands where it was begun. */
import { afterEach, expect, test } from 'vitest';
import { outbox } from '../../db/schema/tables.ts';
import * as fixture from '../harness/world/fixture.ts';
import { fieldsOf, type Pages, servePages } from '../harness/world/page.ts';
import { saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

const figures = { 'f:cbccvc': '50', 'f:bluezone': '45', 'f:qr': '40', 'f:smart': '38' };

describeTranscripts('a report that is sent on a page', (open) => {
  let pages: Pages | undefined;
  afterEach(async () => {
    await pages?.close();
    pages = undefined;
  });

  async function start() {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    pages = await servePages(world);
    const page = await pages.open(lan);
    const report = Number(/\/form\/(\d+)"/.exec((await page.look('/form')).html)?.[1]);
    return { world, lan, page, report };
  }

  /** A further chat of the same person. */
  async function alsoAt(world: World, person: Awaited<ReturnType<World['register']>>) {
    await person.says('/toi');
    const code = /bot\.test\/([0-9a-z]+)/.exec(person.reads().join('\n'))?.[1] ?? '';
    const other = world.person(person.name);
    await other.opens(code);
    return other;
  }

  /** Where receipts were said. */
  async function channelsOf({ db }: World): Promise<string[]> {
    const requests = await db.select().from(outbox);
    const receipts = requests.filter(({ kind, text }) => kind === 'receipt' && /^Đã ghi nhận/.test(text));
    return receipts.map(({ channel }) => channel).sort();
  }

  test('and was begun in a chat is confirmed in that chat too, and in no other of the person', async () => {
    const { world, lan, page, report } = await start();
    const other = await alsoAt(world, lan);
    await saysAll(lan, '/baocao', '50');
    for (const chat of [lan, other]) chat.looksAway();
    const sent = await page.presses(await page.fillsIn(report, figures), 'Đúng, gửi');
    expect(sent.text).toMatch(/Báo cáo đã nộp/);
    await world.settle();
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/^Đã ghi nhận báo cáo của UBND xã An Bình/);
    other.seesNothing();
    expect(await channelsOf(world)).toEqual(['telegram', 'web']);
  });

  test('and was begun in one chat and gone on with in another is confirmed where it was begun', async () => {
    const { world, lan, page, report } = await start();
    const other = await alsoAt(world, lan);
    await saysAll(lan, '/baocao', '50');
    await other.says('45');
    for (const chat of [lan, other]) chat.looksAway();
    await page.saves(report, { 'f:qr': '40' });
    await page.presses(await page.fillsIn(report, figures), 'Đúng, gửi');
    await world.settle();
    lan.sees(/^Đã ghi nhận báo cáo/);
    other.seesNothing();
  });

  test('and was begun on the page is confirmed there alone', async () => {
    const { world, lan, page, report } = await start();
    await page.saves(report, { 'f:cbccvc': '50' });
    lan.looksAway();
    await page.presses(await page.fillsIn(report, figures), 'Đúng, gửi');
    await world.settle();
    lan.seesNothing();
    expect(await channelsOf(world)).toEqual(['web']);
  });

  test('twice is confirmed once; a chat that was closed meanwhile is left alone, and the page shows it', async () => {
    const { world, lan, page, report } = await start();
    await saysAll(lan, '/baocao', '50');
    const readBack = await page.fillsIn(report, figures);
    await Promise.all([page.presses(readBack, 'Đúng, gửi'), page.presses(readBack, 'Đúng, gửi')]);
    await world.settle();
    expect(await channelsOf(world)).toEqual(['telegram', 'web']);
    await saysAll(lan, '/sua');
    await lan.blocks();
    const corrected = await page.fillsIn(report, { 'f:bluezone': '46' }, '?change=1');
    expect((await page.presses(corrected, 'Đúng, gửi')).text).toMatch(/lần 2/);
    await world.settle();
    expect(await channelsOf(world)).toEqual(['telegram', 'web', 'web']);
  });

  test('of tasks alone likewise', async () => {
    const directive = JSON.stringify({ ...fixture.directive, duties: [], progress: [{ section: '1' }] });
    const world = await open({ directive });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    pages = await servePages(world);
    const page = await pages.open(lan);
    const at = /\/form\/(t\d+)"/.exec((await page.look('/form')).html)?.[1];
    await saysAll(lan, '/tiendo');
    lan.looksAway();
    const form = await page.look(`/form/${at}`);
    await page.presses(await page.post(`/form/${at}`, { ...fieldsOf(form.html), 't:state:1': 'done' }), 'Đúng, gửi');
    await world.settle();
    lan.sees(/^Đã ghi nhận tiến độ/);
  });

  test('keeps where it was begun while another report is told in the chat', async () => {
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
    lan.looksAway();
    await page.presses(await page.fillsIn(second, { ...figures, 'f:cbccvc': '50' }), 'Đúng, gửi');
    await world.settle();
    lan.seesNothing();
    await page.presses(await page.fillsIn(first, figures), 'Đúng, gửi');
    await world.settle();
    lan.sees(/^Đã ghi nhận báo cáo/);
  });
});
