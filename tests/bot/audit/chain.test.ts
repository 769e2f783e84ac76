import { asc, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { createAuditor } from '../../../bot/audit/auditor.ts';
import { createSeal } from '../../../bot/audit/seal.ts';
import { sealedText } from '../../../core/audit/fact.ts';
import { revokeLink } from '../../../db/access/revoked-links.ts';
import { readSealedLines } from '../../../db/audit/chain.ts';
import type { Db } from '../../../db/database.ts';
import { auditHead, auditRecords, outbox, reports } from '../../../db/schema/tables.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { createWorld } from '../../harness/world.ts';
import { playCampaign, verify } from './campaign.ts';

const records = (db: Db) => db.select().from(auditRecords).orderBy(asc(auditRecords.seq));
const kindsOf = async (db: Db) => new Set((await records(db)).map(({ kind }) => kind));

describeOnDatabase('the audit chain of a campaign', (db) => {
  test('verifies, and holds everything that counts', async () => {
    const world = await playCampaign(db());
    expect(world.errors).toEqual([]);
    const report = await verify(db());
    expect(report.faults).toEqual([]);
    expect(report.records).toBeGreaterThan(30);
    expect(report.head?.seq).toBe(report.records);
    expect(report.begunAt).toEqual(new Date('2021-09-06T08:00:00+07:00'));
    expect(await kindsOf(db())).toEqual(
      new Set([
        'chain-begins',
        'role',
        'request',
        'directive',
        'directive-change',
        'extension-request',
        'promise',
        'acknowledgement',
        'report',
        'signed-paper',
        'scan',
      ]),
    );
    const states = (await records(db())).flatMap(({ kind, payload }) =>
      kind === 'request' ? JSON.parse(payload).state : [],
    );
    expect(new Set(states)).toEqual(new Set(['sent', 'refused', 'open', 'uncertain']));
  });

  test('is written down by the database as it was sealed, letter by letter', async () => {
    await playCampaign(db());
    const sealed = (await records(db())).map((record) => `"${record.hash}"${sealedText(record)}`);
    const page = await readSealedLines(db(), 2, sealed.length, 20);
    expect(page).toEqual(sealed.slice(2, 22).map((line, index) => ({ seq: index + 3, line })));
  });

  test('holds no name, no address and no text of anybody', async () => {
    await playCampaign(db());
    const all = (await records(db())).map(({ payload }) => payload).join('\n');
    expect(all).not.toMatch(/Lan|Nam|Hoa|Tâm|Chuyên viên|Minh\b|Bluezone|Kính gửi|đồng chí/);
    for (const { address } of await db().select({ address: outbox.address }).from(outbox))
      expect(all).not.toContain(`"${address}"`);
  });

  test('says what a report said, who gave it and by which message', async () => {
    await playCampaign(db());
    const [first] = await db().select().from(reports).orderBy(asc(reports.id)).limit(1);
    const [record] = (await records(db())).filter(({ kind }) => kind === 'report');
    expect(record?.subject).toBe(String(first?.id));
    expect(JSON.parse(record?.payload ?? '')).toMatchObject({
      revision: 1,
      person: first?.personId,
      inbox: first?.inboxId,
      at: first?.submittedAt.toISOString(),
      values: [{ number: 50 }, { number: 45 }, { number: 40 }, { number: 38 }],
    });
  });

  test('takes nothing away when what was done is undone with its transaction', async () => {
    const world = await createWorld(db());
    const fact = { kind: 'role', id: 1, person: 1, unit: 1, role: 'head', state: 'asked' } as const;
    const failing = world.auditor.transact(db(), async (_tx, record) => {
      record(fact);
      throw new Error('broken');
    });
    await expect(failing).rejects.toThrow('broken');
    expect(await records(db())).toHaveLength(1);
  });
});

describeOnDatabase('a chain that begins over a database with a past', (db) => {
  test('takes over what was there, and covers it from then on', async () => {
    const world = await playCampaign(db());
    await db().delete(auditRecords);
    await db().delete(auditHead);
    expect((await verify(db())).faults.length).toBeGreaterThan(10);
    world.clock.set('2021-09-10T08:00');
    await world.auditor.begin(db());
    await world.auditor.begin(db());
    const taken = await records(db());
    expect(taken[0]).toMatchObject({ seq: 1, kind: 'chain-begins' });
    expect(taken.at(-1)).toMatchObject({
      kind: 'taken-over',
      payload: `{"facts":${taken.length - 2},"kind":"taken-over"}`,
    });
    expect(await verify(db())).toMatchObject({ faults: [], begunAt: world.clock.civil() });
    await db().execute(sql`update report_values set number = number + 1 where number = 45`);
    expect((await verify(db())).faults).toMatchObject([{ kind: 'report', what: 'fact-differs' }]);
  });

  test('begins with the first fact where nobody began it before, and has that fact once', async () => {
    const world = await createWorld(db());
    await db().delete(auditRecords);
    await db().delete(auditHead);
    await world.register('XA-AN-BINH');
    const kinds = (await records(db())).map(({ kind }) => kind);
    expect(kinds.slice(0, 3)).toEqual(['chain-begins', 'role', 'taken-over']);
    expect((await verify(db())).faults).toEqual([]);
  });
});

describeOnDatabase('another secret key', (db) => {
  const other = Buffer.alloc(32, 2);

  test('is told as such, and no record is called changed', async () => {
    await playCampaign(db());
    const { faults, head } = await verify(db(), undefined, other);
    expect(faults).toEqual([{ about: 'key', seq: head?.seq, what: 'other-key' }]);
  });

  test('goes on with the chain; what it sealed is checked, what was sealed before is named', async () => {
    const world = await playCampaign(db());
    const before = (await verify(db())).records;
    const auditor = createAuditor(createSeal(other), () => world.clock.civil());
    const revoke = (hash: string) =>
      auditor.transact(db(), async (tx, note) => note(...(await revokeLink(tx, hash, world.clock.machine()))));
    await revoke('a'.repeat(64));
    await revoke('b'.repeat(64));
    expect(await kindsOf(db())).toContain('key-changed');
    const { faults, records: after } = await verify(db(), undefined, other);
    expect(faults).toEqual([{ about: 'key', seq: before, what: 'other-key' }]);
    expect(after).toBe(before + 3);
    await db().execute(
      sql`update revoked_links set revoked_at_machine = revoked_at_machine + interval '1 day' where hash like 'b%'`,
    );
    expect((await verify(db(), undefined, other)).faults).toHaveLength(2);
  });
});

describeOnDatabase('a head that a paper printed', (db) => {
  test('lies on the chain as long as nobody rewrote it', async () => {
    const world = await playCampaign(db());
    const { head } = await verify(db());
    if (!head) throw new Error('no head');
    const printed = { seq: head.seq, hash: head.hash.slice(0, 16) };
    await world.at('2021-09-13T08:00');
    expect((await verify(db())).records).toBeGreaterThan(printed.seq);
    expect((await verify(db(), printed)).faults).toEqual([]);
    const forged = await verify(db(), { ...printed, hash: 'f'.repeat(16) });
    expect(forged.faults).toEqual([{ about: 'printed-head', seq: printed.seq, what: 'changed' }]);
  });

  test('shows a chain that was begun anew over changed facts', async () => {
    const world = await playCampaign(db());
    const { head } = await verify(db());
    await db().execute(sql`update report_values set number = 99 where number = 45`);
    await db().delete(auditRecords);
    await db().delete(auditHead);
    await world.auditor.begin(db());
    expect((await verify(db())).faults).toEqual([]);
    const { faults } = await verify(db(), { seq: head?.seq ?? 0, hash: head?.hash ?? '' });
    expect(faults).toMatchObject([{ about: 'printed-head' }]);
  });
});

/** The same transaction, whose statements are kept as they are said to the driver. */
function countStatements(tx: Db, statements: string[]): Db {
  const { _: inner } = tx as unknown as { _: { session: { client: Record<string, (text: string) => unknown> } } };
  const client = new Proxy(inner.session.client, {
    get:
      (target, name) =>
      (text: string, ...rest: unknown[]) => {
        statements.push(text);
        return Reflect.apply(Reflect.get(target, name) as (...said: unknown[]) => unknown, target, [text, ...rest]);
      },
  });
  const session = Object.create(inner.session, { client: { value: client } });
  return Object.create(tx, { _: { value: { ...inner, session } } });
}

describeOnDatabase('appending', (db) => {
  test('takes two statements, however many facts there are', async () => {
    const world = await createWorld(db());
    const fact = (id: number) => ({ kind: 'role', id, person: 1, unit: 1, role: 'head', state: 'asked' }) as const;
    const statements: string[] = [];
    const counting: Db = Object.create(db(), {
      transaction: {
        value: (work: (tx: Db) => Promise<unknown>) => db().transaction((tx) => work(countStatements(tx, statements))),
      },
    });
    await world.auditor.transact(counting, async (_tx, record) =>
      record(...Array.from({ length: 500 }, (_, id) => fact(id))),
    );
    expect(statements).toHaveLength(2);
    statements.length = 0;
    await world.auditor.transact(counting, async () => {});
    expect(statements).toEqual([]);
  });

  test('goes on behind the newest record where the head was set back, and the fault stays visible', async () => {
    const world = await playCampaign(db());
    await db().update(auditHead).set({ seq: 3 });
    const tam = await world.register('PHONG-GDDT');
    tam.sees(/nhiệm vụ/i);
    expect(world.errors).toEqual([]);
    expect((await verify(db())).faults).toEqual([]);
    await db().update(auditHead).set({ seq: 3 });
    expect((await verify(db())).faults).toEqual([{ about: 'head', what: 'changed' }]);
  });
});

describeOnDatabase('many transactions at once', (db) => {
  test('leave no gap, end in no deadlock, and verify', async () => {
    const world = await createWorld(db());
    const people = await Promise.all(Array.from({ length: 20 }, async (_, n) => world.person(`Người ${n}`)));
    const codes: string[] = [];
    for (const _ of people) codes.push(await world.invite('unit', 'XA-AN-BINH'));
    await Promise.all(
      people.map((person, n) =>
        world.receiver.receive({
          channel: 'telegram',
          externalId: `start-${n}`,
          kind: 'text',
          from: { address: person.address, name: person.name },
          text: `/start ${codes[n]}`,
        }),
      ),
    );
    await world.receiver.handleWaiting();
    expect(world.errors).toEqual([]);
    const all = await records(db());
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
    expect(all.filter(({ kind: of }) => of === 'role')).toHaveLength(20);
    expect((await verify(db())).faults).toEqual([]);
  });
});
