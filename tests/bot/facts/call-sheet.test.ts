import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { handLinks } from '../../../bot/acts/hand-links.ts';
import { type Call, makeCallSheet } from '../../../bot/facts/call-sheet.ts';
import { accounts, invites, outbox } from '../../../db/schema/tables.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { directive } from '../../harness/world/fixture.ts';
import { reports } from '../../harness/world/person.ts';
import { createWorld, type World } from '../../harness/world.ts';

/** As the command makes it: the pages that it names can be opened. */
const sheetOf = (world: World) =>
  world.transact(async (work) => {
    const { calls, handed } = await makeCallSheet(work, world.directiveId);
    await handLinks(work, handed);
    return calls;
  });
const lineOf = async (world: World, unit: string): Promise<Call | undefined> =>
  (await sheetOf(world)).find((call) => call.unit === unit);

const day = 24 * 3600;

/** The head of An Bình is on the Zalo Official Account alone, and wrote there just now. */
async function headOnZalo(world: World): Promise<void> {
  await world.register('XA-AN-BINH');
  await world.db.update(accounts).set({ channel: 'zalo-oa', address: 'zalo-lan', lastWordAt: world.clock.machine() });
}

/** What waits for Zalo counts as sent, as the deliverer would note it. */
const sendAll = (world: World) =>
  world.db.update(outbox).set({ state: 'sent', sentAt: world.clock.machine() }).where(eq(outbox.state, 'queued'));

describeOnDatabase('the call sheet', (db) => {
  it('names whom no message may go to, why, and the page to hand to them instead', async () => {
    const world = await createWorld(db());
    await headOnZalo(world);
    world.clock.pass(8 * day);
    await world.issue();
    const call = await lineOf(world, 'XA-AN-BINH');
    expect(call).toMatchObject({ about: 'tasks', reason: 'window-closed', detail: null });
    expect(call?.link).toMatch(/^https:\/\/chidao\.example\.vn\/c\/[0-9a-f]{12,64}$/);
    expect(call?.text).toMatch(/Quán triệt/);
    expect(await lineOf(world, 'XA-BINH-MINH')).toMatchObject({ reason: 'unregistered' });
  });

  it('reads out the report that recurs before its first round opens, and no heading over no tasks', async () => {
    const deadline = { rule: 'recurring', quote: 'trước ngày 20 hằng tháng' };
    const recurring = {
      ...directive,
      text: `${directive.text}\n${deadline.quote}`,
      tasks: [],
      duties: directive.duties.map((duty) => ({ ...duty, deadline })),
    };
    const world = await createWorld(db(), { directive: JSON.stringify(recurring) });
    await world.issue();
    const call = await lineOf(world, 'XA-BINH-MINH');
    expect(call?.text).toMatch(/Báo cáo: .*Bluezone[\s\S]*Hạn: 17h00 ngày 17\/9\/2021/);
    expect(call?.text).not.toContain('Nhiệm vụ của');
  });

  it('names who was told, owes, and cannot be reminded any more', async () => {
    const world = await createWorld(db());
    await headOnZalo(world);
    await world.issue();
    await sendAll(world);
    await db().execute('update assignments set delivered_at = now()');
    expect(await lineOf(world, 'XA-AN-BINH')).toBeUndefined();
    world.clock.pass(8 * day);
    expect(await lineOf(world, 'XA-AN-BINH')).toMatchObject({ about: 'report', reason: 'window-closed' });
    world.terms.budgets = { 'zalo-oa': 0 };
    world.clock.pass(-4 * day);
    expect(await lineOf(world, 'XA-AN-BINH')).toMatchObject({ about: 'report', reason: 'quota' });
  });

  it('names whose tasks may never have arrived, with what the platform said', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH');
    const lost = { type: 'uncertain', reason: 'no answer in time' } as const;
    world.channel.fault(lan.address, lost, lost, lost, lost);
    await world.issue();
    expect(await lineOf(world, 'XA-AN-BINH')).toMatchObject({ about: 'tasks', detail: 'no answer in time' });
  });

  it('leaves out who has reported, however silent since', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH');
    await world.issue();
    await reports(lan, [50, 45, 40, 38]);
    await world.db.update(accounts).set({ channel: 'zalo-oa' });
    world.clock.pass(30 * day);
    expect(await lineOf(world, 'XA-AN-BINH')).toBeUndefined();
  });

  it('holds the same page each time, until it was used', async () => {
    const world = await createWorld(db());
    await headOnZalo(world);
    world.clock.pass(8 * day);
    await world.issue();
    const linkOf = async () => (await lineOf(world, 'XA-AN-BINH'))?.link;
    const link = await linkOf();
    expect(await linkOf()).toBe(link);
    await db().update(invites).set({ usedAt: world.clock.machine() });
    expect(await linkOf()).toBeNull();
    world.clock.pass(15 * day);
    expect(await linkOf()).not.toBe(link);
  });

  it('opens a further account of the same person where one has registered', async () => {
    const world = await createWorld(db());
    await headOnZalo(world);
    world.clock.pass(8 * day);
    await world.issue();
    const code = (await lineOf(world, 'XA-AN-BINH'))?.link?.split('/c/')[1] ?? '';
    const browser = world.person('Lan ở trình duyệt');
    await browser.opens(code);
    browser.sees(/ghi nhận thêm tài khoản/);
    await browser.says('/nhiemvu');
    browser.sees(/Quán triệt/);
  });

  it('hands no page to who refused to be told anything', async () => {
    const world = await createWorld(db());
    const nam = world.person('Nam');
    await nam.opens(await world.invite('unit', 'XA-BINH-MINH'));
    await nam.taps('Không đồng ý');
    await world.issue();
    expect(await lineOf(world, 'XA-BINH-MINH')).toMatchObject({ reason: 'refused', link: null });
  });
});
