/** The life-cycle of a person on the command line, on both databases; the audit chain agrees after each. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { createSeal } from '../../../bot/audit/seal.ts';
import { verifyAudit } from '../../../bot/audit/verify.ts';
import { systemClock } from '../../../bot/clock.ts';
import { readCommandLine } from '../../../bot/commands/line.ts';
import type { PersonExport } from '../../../bot/facts/person-data.ts';
import {
  accounts,
  auditRecords,
  commandRuns,
  invites,
  outbox,
  reports as reportRows,
  units,
  webSessions,
} from '../../../db/schema/tables.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { reports } from '../../harness/world/person.ts';
import { createWorld, type World, worldKey } from '../../harness/world.ts';

type Outcome = { ok: true; value: unknown } | { ok: false; error: string };

async function run(world: World, words: string[]): Promise<Outcome> {
  const read = readCommandLine(words);
  if (!read.ok || read.value.type === 'help') throw new Error(words.join(' '));
  const { entry, input } = read.value;
  const { default: command } = await entry.load();
  const config = {
    database: {},
    publicUrl: 'https://a.vn',
    dataDir: 'unused',
    secretKey: worldKey,
    budgets: {},
    freeReplies: 8,
  };
  const ranBy = { command: entry.name, operator: 'nguyen-van-may' };
  return (await command.run(
    { db: world.db, clock: { civil: world.clock.civil, machine: systemClock.machine }, config, ranBy, nudge: () => {} },
    input,
  )) as Outcome;
}

async function documentOf<T>(world: World, ...words: string[]): Promise<T> {
  const outcome = await run(world, words);
  if (!outcome.ok) throw new Error(outcome.error);
  // As it is printed.
  return JSON.parse(JSON.stringify(outcome.value)) as T;
}

const faults = async (world: World) => (await verifyAudit(world.db, createSeal(worldKey))).faults;

async function openWorld(world: World) {
  const hoa = await world.registerStaff();
  const lan = await world.register('XA-AN-BINH', 'Lan Độc Nhất');
  await world.issue();
  await reports(lan, [50, 45, 40, 38]);
  return { hoa, lan };
}

describeOnDatabase('a person on the command line', (db) => {
  test('is shown by id, by address, and by the number that the roster has of their unit', async () => {
    const world = await createWorld(db());
    const { lan } = await openWorld(world);
    await db().update(units).set({ phone: '0912 345 678' }).where(eq(units.code, 'XA-AN-BINH'));
    const shown = await documentOf(world, 'person', 'show', '2');
    expect(shown).toMatchObject({
      id: 2,
      name: 'Lan Độc Nhất',
      erased: null,
      accounts: [{ channel: 'telegram', address: lan.address, name: 'Lan Độc Nhất', state: 'active' }],
      roles: [{ role: 'head', unit: 'XA-AN-BINH', unitName: 'UBND xã An Bình', state: 'agreed', to: null }],
      sessions: 0,
      reports: 1,
    });
    for (const said of [lan.address, `telegram:${lan.address}`, '0912345678', '+84912345678'])
      expect(await documentOf(world, 'person', 'show', said)).toEqual(shown);
    for (const said of ['99', 'telegram:99', '0999999999', 'không có'])
      expect(await run(world, ['person', 'show', said])).toMatchObject({ ok: false });
  });

  test('who follows gets a number, which units that ask are told, and which goes when the person is erased', async () => {
    const world = await createWorld(db());
    const { hoa, lan } = await openWorld(world);
    for (const said of ['Hoa', '12', 'không'])
      expect(await run(world, ['person', 'phone', hoa.address, said])).toMatchObject({
        ok: false,
        error: expect.stringContaining('không phải số điện thoại'),
      });
    expect(await run(world, ['person', 'phone', hoa.address])).toMatchObject({ ok: false });
    expect(await documentOf(world, 'person', 'phone', hoa.address, '+84 912 345 678')).toEqual({
      id: 1,
      phone: '0912345678',
    });
    await lan.says('cho hỏi ai phụ trách việc này');
    lan.sees(/đồng chí Chuyên viên Hoa \(cán bộ theo dõi, UBND huyện Sông Mây\), điện thoại 0912345678/);
    await documentOf(world, 'person', 'phone', hoa.address, '--none');
    await lan.says('ai phụ trách');
    lan.doesNotSee(/0912345678/);
    await documentOf(world, 'person', 'phone', hoa.address, '0912345678');
    await documentOf(world, 'person', 'erase', '1');
    expect(await documentOf(world, 'person', 'show', '1')).toMatchObject({ phone: null });
  });

  test('is handed a whole copy', async () => {
    const world = await createWorld(db());
    await openWorld(world);
    const copy = await documentOf<PersonExport>(world, 'person', 'export', '2');
    expect(copy.received.map(({ text }) => text)).toContain('50');
    expect(copy.sent.map(({ text }) => text).join()).toContain('CÔNG VĂN');
    expect(copy.reported).toMatchObject([{ unit: 'XA-AN-BINH', revision: 1 }]);
    expect(copy.acknowledged).toMatchObject([{ unit: 'XA-AN-BINH', directive: '101/UBND-VHTT' }]);
  });

  test('is erased: the chain agrees, the figures stay, and staff hear of the unit', async () => {
    const world = await createWorld(db());
    const { hoa, lan } = await openWorld(world);
    hoa.looksAway();
    const outcome = await documentOf<{ erased: object }>(world, 'person', 'erase', '2');
    expect(outcome).toMatchObject({ id: 2, erased: { files: 0, sessions: 0 } });
    await world.settle();
    expect(await faults(world)).toEqual([]);
    expect(await documentOf(world, 'person', 'show', '2')).toMatchObject({
      name: '',
      accounts: [],
      roles: [{ to: expect.any(String) }],
    });
    expect(await run(world, ['person', 'show', lan.address])).toMatchObject({ ok: false });
    const kept = JSON.stringify([
      await db().select().from(accounts),
      await db().select({ text: outbox.text, address: outbox.address }).from(outbox),
    ]);
    expect(kept).not.toContain(`"${lan.address}"`);
    expect(await db().$count(reportRows)).toBe(1);
    hoa.sees(/UBND xã An Bình hiện không còn thủ trưởng/);
    expect(await documentOf(world, 'person', 'erase', '2')).toMatchObject({ erased: { requests: 0, inbound: 0 } });
    expect(await faults(world)).toEqual([]);
  });

  test('erased texts that are put back, or taken without an erasure, are found', async () => {
    const world = await createWorld(db());
    await openWorld(world);
    await documentOf(world, 'person', 'erase', '2');
    const [erasedRow] = (await db().select().from(outbox)).filter(({ erasedIn }) => erasedIn !== null);
    const [keptRow] = (await db().select().from(outbox)).filter(({ erasedIn }) => erasedIn === null);
    if (!erasedRow || !keptRow) throw new Error('both are there');
    await db()
      .update(outbox)
      .set({ erased: { ...erasedRow.erased, text: 'khác' } })
      .where(eq(outbox.id, erasedRow.id));
    expect(await faults(world)).toMatchObject([{ kind: 'request', id: String(erasedRow.id), what: 'fact-differs' }]);
    await db().update(outbox).set({ erased: erasedRow.erased }).where(eq(outbox.id, erasedRow.id));
    await db()
      .update(outbox)
      .set({ text: '', erasedIn: erasedRow.erasedIn, erased: {} })
      .where(eq(outbox.id, keptRow.id));
    const found = await faults(world);
    expect(found.map((fault) => ('kind' in fault ? fault.kind : ''))).toContain('erasure');
  });

  test('whoever ends a role or erases is on record, by the name that the machine has for them', async () => {
    const world = await createWorld(db());
    await openWorld(world);
    await documentOf(world, 'person', 'show', '2');
    await documentOf(world, 'person', 'revoke-role', '2');
    await documentOf(world, 'person', 'erase', '2');
    expect(await db().select().from(commandRuns).orderBy(commandRuns.id)).toMatchObject([
      { command: 'person revoke-role', operator: 'nguyen-van-may', facts: 1 },
      { command: 'person erase', operator: 'nguyen-van-may', facts: 1 },
    ]);
    const records = await db().select().from(auditRecords).orderBy(auditRecords.seq);
    expect(records.slice(-4).map(({ kind }) => kind)).toEqual(['command-run', 'role', 'command-run', 'erasure']);
    expect(JSON.stringify(records)).not.toContain('nguyen-van-may');
    expect(await faults(world)).toEqual([]);
    await db().update(commandRuns).set({ operator: 'root' }).where(eq(commandRuns.id, 1));
    expect(await faults(world)).toMatchObject([{ kind: 'command-run', id: '1', what: 'fact-differs' }]);
    await db().delete(commandRuns).where(eq(commandRuns.id, 1));
    expect(await faults(world)).toMatchObject([{ kind: 'command-run', id: '1', what: 'record-without-fact' }]);
  });

  test('loses the role in one unit, or all of them, and once only', async () => {
    const world = await createWorld(db());
    const { lan } = await openWorld(world);
    await lan.opens(await world.invite('unit', 'XA-BINH-MINH'));
    await lan.taps('Đồng ý');
    const one = ['person', 'revoke-role', '2', '--unit', 'XA-BINH-MINH'];
    expect(await documentOf(world, ...one)).toEqual({ id: 2, ended: [{ id: 3, role: 'head', unit: 'XA-BINH-MINH' }] });
    expect(await run(world, one)).toMatchObject({ ok: false });
    expect(await documentOf(world, 'person', 'revoke-role', '2')).toMatchObject({ ended: [{ unit: 'XA-AN-BINH' }] });
    await lan.says('/nhiemvu');
    lan.sees(/chưa biết đồng chí thuộc đơn vị nào/);
    expect(await faults(world)).toEqual([]);
  });

  test('is locked out of every browser, and nothing more is sent to those pages', async () => {
    const world = await createWorld(db());
    await openWorld(world);
    const now = world.clock.civil();
    const [account] = await db()
      .insert(accounts)
      .values({ channel: 'web', address: 'trang', name: 'Lan', personId: 2, lastSeenAt: now })
      .returning();
    const pageHash = 'a'.repeat(64);
    await db().insert(invites).values({ hash: pageHash, for: 'person', personId: 2, createdAt: now, expiresAt: now });
    await db()
      .insert(webSessions)
      .values({ hash: 'h', pageHash, accountId: account?.id ?? 0, createdAt: now, expiresAt: new Date('2100-01-01') });
    expect(await documentOf(world, 'person', 'show', '2')).toMatchObject({ sessions: 1 });
    expect(await documentOf(world, 'person', 'end-sessions', '2')).toEqual({ id: 2, ended: 1 });
    expect(await documentOf(world, 'person', 'end-sessions', '2')).toEqual({ id: 2, ended: 0 });
    const shown = await documentOf<{ accounts: { channel: string; state: string }[] }>(world, 'person', 'show', '2');
    expect(shown.accounts.find(({ channel }) => channel === 'web')?.state).toBe('blocked');
  });
});
