/** Part of the audit chain is moved to a file: what is found then, with the file and without it. */
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { asc, sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { erasePerson } from '../../../bot/acts/erase-person.ts';
import { findArchived, moveArchived } from '../../../bot/audit/archive-move.ts';
import { writeArchive } from '../../../bot/audit/archive-write.ts';
import { createAuditor } from '../../../bot/audit/auditor.ts';
import { createSeal } from '../../../bot/audit/seal.ts';
import { verifyAudit } from '../../../bot/audit/verify.ts';
import { restoreBackup } from '../../../bot/backup/restore.ts';
import { writeBackup } from '../../../bot/backup/write.ts';
import archive from '../../../bot/commands/audit/archive.ts';
import { readAnnex } from '../../../bot/papers/models.ts';
import { genesis } from '../../../core/audit/fact.ts';
import { revokeLink } from '../../../db/access/revoked-links.ts';
import type { Db } from '../../../db/database.ts';
import { auditArchived, auditRecords } from '../../../db/schema/tables.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { type World, worldKey } from '../../harness/world.ts';
import { playCampaign, verify } from './campaign.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chidao-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Moved = { from: number; to: number; records: number; sha256: string; kept: string };

/** `audit archive`, less the last step of the command line. */
async function archiveBefore(world: World, before: string | undefined, out: string | null = 'x') {
  const config = { ...place(), publicUrl: 'https://a.vn', secretKey: worldKey, budgets: {}, freeReplies: 8 };
  const ranBy = { command: 'audit archive', operator: 'test' };
  const deps = { db: world.db, clock: world.clock, config, ranBy, nudge: () => {} };
  return archive.run(deps, { args: [], options: { before, ...(out !== null && { out }) } });
}

const place = () => ({ database: {}, dataDir: join(folder, 'data') });

async function move(world: World, before: string): Promise<Moved> {
  const outcome = await archiveBefore(world, before);
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value as Moved;
}

const seal = createSeal(worldKey);
const check = (db: Db, ...files: string[]) => verifyAudit(db, seal, undefined, files);
const linesOf = (file: string) => gunzipSync(readFileSync(file)).toString('utf8').split('\n');
const stillRecords = (db: Db) => db.select().from(auditRecords).orderBy(asc(auditRecords.seq));
const run = (db: Db, statement: string) => db.execute(sql.raw(statement));

/** Tries something on the database and leaves it as it was. */
async function found(db: Db, ...statements: string[]): Promise<object[]> {
  let faults: object[] = [];
  const undone = new Error('undone');
  const trying = db.transaction(async (tx) => {
    for (const statement of statements) await run(tx, statement);
    faults = (await check(tx)).faults;
    throw undone;
  });
  await trying.catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return faults;
}

describeOnDatabase('audit archive', (db) => {
  test('moves the records before a day, and the chain verifies without the file and with it', async () => {
    const world = await playCampaign(db());
    const before = await verify(db());
    const moved = await move(world, '2021-09-09');
    expect(moved).toMatchObject({ from: 1, records: moved.to });
    expect(moved.to).toBeGreaterThan(20);
    expect(statSync(moved.kept).mode & 0o777).toBe(0o600);
    const [header, first] = linesOf(moved.kept);
    expect(JSON.parse(header ?? '')).toMatchObject({ chidao: 'audit-archive', format: 1, from: 1, to: moved.to });
    expect(JSON.parse(first ?? '')).toMatchObject({ seq: 1, kind: 'chain-begins', prev: genesis });
    const left = await stillRecords(db());
    expect(left[0]?.seq).toBe(moved.to + 1);
    expect(left.slice(-2).map(({ kind }) => kind)).toEqual(['command-run', 'archived']);
    const without = await check(db());
    expect(without).toMatchObject({ faults: [], records: left.length, begunAt: before.begunAt });
    expect(without.archived).toMatchObject([{ from: 1, to: moved.to, sha256: moved.sha256, isRead: false }]);
    const withFile = await check(db(), moved.kept);
    expect(withFile).toMatchObject({ faults: [], archived: [{ isRead: true }] });
  });

  test('says so where there is nothing to move, or not enough was said', async () => {
    const world = await playCampaign(db());
    expect(await archiveBefore(world, '2021-09-06')).toMatchObject({
      ok: false,
      error: expect.stringContaining('không có bản ghi nào trước ngày 06/9/2021'),
    });
    await move(world, '2021-09-09');
    expect(await archiveBefore(world, '2021-09-09')).toMatchObject({ ok: false });
    for (const day of ['2021-13-01', '2021-02-31', '2021-09-09T10:00', undefined])
      expect(await archiveBefore(world, day)).toMatchObject({ error: expect.stringContaining('--before') });
    expect(await archiveBefore(world, '2021-09-10', null)).toMatchObject({ error: expect.stringContaining('--out') });
    expect(readdirSync(place().dataDir)).toHaveLength(1);
  });

  test('moves again what came since, and each file is checked for itself, in any order', async () => {
    const world = await playCampaign(db());
    const first = await move(world, '2021-09-08');
    const second = await move(world, '2021-09-10');
    expect(second.from).toBe(first.to + 1);
    expect((await stillRecords(db())).map(({ kind }) => kind)).toEqual(['command-run', 'archived']);
    expect((await check(db(), second.kept, first.kept)).faults).toEqual([]);
    expect(await check(db(), second.kept)).toMatchObject({
      faults: [],
      archived: [{ isRead: false }, { isRead: true }],
    });
    renameSync(first.kept, join(folder, 'aside'));
    renameSync(second.kept, first.kept);
    renameSync(join(folder, 'aside'), second.kept);
    expect((await check(db(), first.kept, second.kept)).faults).toEqual([]);
    await world.at('2021-09-13T08:00');
    expect((await check(db(), first.kept, second.kept)).faults).toEqual([]);
  });

  test('refuses records that are not as they were sealed, and leaves everything', async () => {
    const world = await playCampaign(db());
    await run(db(), `update audit_records set payload = '{}' where seq = 9`);
    const before = await stillRecords(db());
    expect(await archiveBefore(world, '2021-09-09')).toMatchObject({
      ok: false,
      error: expect.stringContaining('audit verify'),
    });
    expect(await stillRecords(db())).toEqual(before);
    expect(readdirSync(place().dataDir)).toEqual([]);
  });
});

describeOnDatabase('a printed head', (db) => {
  test('is found among the moved records as well', async () => {
    const world = await playCampaign(db());
    const { head } = await verify(db());
    if (!head) throw new Error('no head');
    const printed = { seq: head.seq, hash: head.hash.slice(0, 16) };
    await move(world, '2021-09-10');
    expect((await verify(db(), printed)).faults).toEqual([]);
    expect((await verify(db(), { ...printed, hash: 'f'.repeat(16) })).faults).toEqual([
      { about: 'printed-head', seq: printed.seq, what: 'changed' },
    ]);
  });
});

describeOnDatabase('what somebody does to moved records', (db) => {
  test('and to their facts is found without the file', async () => {
    const world = await playCampaign(db());
    const { to } = await move(world, '2021-09-10');
    const differs = (kind: string) => ({ about: 'fact', kind, what: 'fact-differs' });
    const kept = { about: 'archive', seq: 1, until: to, what: 'changed' };
    const ofReport = `kind = 'report' and subject = (select min(id)::text from reports)`;
    expect(await found(db(), 'update report_values set number = 49 where number = 46')).toMatchObject([
      differs('report'),
    ]);
    expect(
      await found(
        db(),
        `update outbox set external_id = '9' where id = (select min(id) from outbox where state = 'sent' and kind = 'tasks')`,
      ),
    ).toMatchObject([differs('request')]);
    expect(await found(db(), 'delete from signed_papers', 'delete from attachments')).toMatchObject([
      { kind: 'signed-paper', what: 'record-without-fact' },
      { kind: 'scan', what: 'record-without-fact' },
    ]);
    expect(await found(db(), `delete from audit_archived where ${ofReport}`)).toMatchObject([
      kept,
      { kind: 'report', what: 'fact-without-record' },
    ]);
    expect(
      await found(db(), `update audit_archived set hash = decode(repeat('ab', 32), 'hex') where ${ofReport}`),
    ).toContainEqual(kept);
    expect(
      await found(
        db(),
        `update audit_archived set kind = 'role 1' where kind = 'role' and seq = (select min(seq) from audit_archived where kind = 'role')`,
      ),
    ).toContainEqual(kept);
    expect(
      await found(
        db(),
        `insert into audit_archived (seq, at, kind, subject, prev, hash)
      select ${to + 7}, at, kind, subject, prev, hash from audit_archived where ${ofReport}`,
      ),
    ).toContainEqual({
      about: 'archive',
      seq: to + 7,
      what: 'inserted',
    });
    expect(
      await found(
        db(),
        `insert into audit_archived (seq, at, kind, subject, prev, hash)
      select -1, at, kind, subject, prev, hash from audit_archived where seq = 3`,
      ),
    ).toEqual([{ about: 'archive', seq: -1, what: 'inserted' }]);
    expect((await check(db())).faults).toEqual([]);
  });

  test('and to the event that tells of them', async () => {
    const world = await playCampaign(db());
    const { to } = await move(world, '2021-09-09');
    const event = `kind = 'archived'`;
    const changed = await found(
      db(),
      `update audit_records set payload = replace(payload, '"to":${to}', '"to":${to - 1}') where ${event}`,
    );
    expect(changed).toContainEqual({ about: 'chain', seq: 1, until: to, what: 'removed' });
    expect(await found(db(), `delete from audit_records where ${event}`)).toContainEqual({
      about: 'chain',
      seq: 1,
      until: to,
      what: 'removed',
    });
    expect(await found(db(), `delete from audit_records where seq = ${to + 1}`)).toContainEqual({
      about: 'chain',
      seq: to + 1,
      what: 'removed',
    });
    const again = await found(
      db(),
      `insert into audit_records (seq, at, kind, subject, payload, prev, hash)
      select seq - ${to}, at, kind, subject, payload, prev, hash from audit_records where seq = ${to + 1}`,
    );
    expect(again).toContainEqual({ about: 'chain', seq: 1, what: 'inserted' });
  });

  test('and to the file is found with it', async () => {
    const world = await playCampaign(db());
    const { kept, to } = await move(world, '2021-09-09');
    const whole = readFileSync(kept);
    const lines = linesOf(kept);
    const about = { about: 'archive-file', file: kept };
    const differs = { ...about, what: 'differs', seq: 1, until: to };
    const tampered = async (bytes: Buffer) => {
      writeFileSync(kept, bytes);
      return (await check(db(), kept)).faults;
    };
    const written = (changed: string[]) => tampered(gzipSync(changed.join('\n')));
    expect(await written(lines)).toEqual([differs].slice(gzipSync(lines.join('\n')).equals(whole) ? 1 : 0));
    const flipped = Buffer.from(whole);
    const middle = Math.floor(flipped.length / 2);
    flipped[middle] = (flipped[middle] ?? 0) ^ 1;
    expect(await tampered(flipped)).toMatchObject([{ ...about, what: expect.stringMatching(/cut|differs/) }]);
    expect(await tampered(whole.subarray(0, -9))).toEqual([{ ...about, what: 'cut' }]);
    expect(await written(lines.filter((_, at) => at !== 5))).toEqual([differs, { ...about, seq: 5, what: 'removed' }]);
    const changed = lines.map((line, at) => (at === 5 ? line.replace('"kind":"', '"kind":"x') : line));
    expect(await written(changed)).toEqual([differs, { ...about, seq: 5, what: 'changed' }]);
    expect(await written(lines.map((line, at) => (at === 5 ? '{}' : line)))).toContainEqual({
      ...about,
      seq: 5,
      what: 'changed',
    });
    const ofOthers = [(lines[0] ?? '').replace(`"to":${to}`, `"to":${to + 1}`), ...lines.slice(1)];
    expect(await written(ofOthers)).toEqual([{ ...about, what: 'unknown', seq: 1, until: to + 1 }]);
    expect(await written(['{}', ...lines.slice(1)])).toEqual([{ ...about, what: 'no-archive' }]);
    expect(await tampered(Buffer.from('x'))).toEqual([{ ...about, what: 'no-archive' }]);
    rmSync(kept);
    expect((await check(db(), kept)).faults).toEqual([{ ...about, what: 'unreadable' }]);
  });
});

describeOnDatabase('what reads records', (db) => {
  test('erases whose records were moved, and facts and seals still agree', async () => {
    const world = await playCampaign(db());
    const { kept } = await move(world, '2021-09-10');
    const digests = db().$count(auditArchived, sql`digests is not null`);
    expect(await digests).toBe(await db().$count(auditArchived, sql`kind = 'request'`));
    const lan = sql`(select min(person_id) from unit_roles where role = 'head')`;
    const [person] = await db()
      .select({ id: sql<number>`${lan}` })
      .from(sql`(select 1) one`);
    const erased = await world.transact((work) => erasePerson(work, { via: 'command', by: null }, person?.id ?? 0));
    expect(erased.requests).toBeGreaterThan(3);
    expect((await check(db(), kept)).faults).toEqual([]);
    expect(
      await found(db(), `update outbox set erased = jsonb_set(erased, '{text}', '"x"') where erased is not null`),
    ).not.toEqual([]);
    const later = await move(world, '2021-09-11');
    expect((await check(db(), kept, later.kept)).faults).toEqual([]);
  });

  test('prints the head, and counts and lists as before', async () => {
    const world = await playCampaign(db());
    const papers = async () => {
      const { chain, ...model } = (await readAnnex(db(), world.directiveId, world.clock.civil())) ?? {};
      return { chain, model };
    };
    const before = await papers();
    await move(world, '2021-09-10');
    const after = await papers();
    expect(after.model).toEqual(before.model);
    expect(after.chain?.seq).toBe((before.chain?.seq ?? 0) + 2);
    expect(after.chain?.at).toEqual(world.clock.civil());
    expect(await verify(db(), { seq: after.chain?.seq ?? 0, hash: after.chain?.hash ?? '' })).toMatchObject({
      faults: [],
    });
  });

  test('backs up and puts back what is kept', async () => {
    const world = await playCampaign(db());
    const { kept } = await move(world, '2021-09-09');
    const rows = await db().select().from(auditArchived).orderBy(auditArchived.seq);
    const backup = join(folder, 'backup.gz');
    await writeBackup(db(), backup, world.clock.machine());
    await run(db(), 'delete from audit_archived');
    expect(await restoreBackup(db(), backup, { replaces: true }, async () => {})).toMatchObject({ ok: true });
    expect(await db().select().from(auditArchived).orderBy(auditArchived.seq)).toEqual(rows);
    expect((await check(db(), kept)).faults).toEqual([]);
  });
});

describeOnDatabase('whoever is interrupted', (db) => {
  test('has the whole chain as long as nothing was committed, and may begin again', async () => {
    const world = await playCampaign(db());
    const wanted = { start: { seq: 0, hash: genesis }, to: 20, trustedFrom: 1 };
    const file = join(folder, 'written.gz');
    const part = await writeArchive(db(), seal, wanted, file);
    if (!part) throw new Error('not written');
    const before = await stillRecords(db());
    const killed = world.auditor.transact(db(), async (tx, record) => {
      record(await moveArchived(tx, undefined, part));
      throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    expect(await stillRecords(db())).toEqual(before);
    expect(await db().$count(auditArchived)).toBe(0);
    expect((await check(db())).faults).toEqual([]);
    const moved = await move(world, '2021-09-09');
    expect((await check(db(), moved.kept)).faults).toEqual([]);
  });

  test('finds that somebody else was first, and moves nothing twice', async () => {
    const world = await playCampaign(db());
    const wanted = { start: { seq: 0, hash: genesis }, to: 20, trustedFrom: 1 };
    const part = await writeArchive(db(), seal, wanted, join(folder, 'written.gz'));
    if (!part) throw new Error('not written');
    const moved = await move(world, '2021-09-09');
    const late = world.auditor.transact(db(), async (tx, record) => record(await moveArchived(tx, undefined, part)));
    await expect(late).rejects.toThrow('not those of the file');
    expect((await check(db(), moved.kept)).faults).toEqual([]);
  });

  test('holds up nobody: the service appends between the file and the end', async () => {
    const world = await playCampaign(db());
    const wanted = { start: { seq: 0, hash: genesis }, to: 20, trustedFrom: 1 };
    const part = await writeArchive(db(), seal, wanted, join(folder, 'written.gz'));
    if (!part) throw new Error('not written');
    await world.at('2021-09-13T08:00');
    await world.auditor.transact(db(), async (tx, record) => record(await moveArchived(tx, undefined, part)));
    expect(await findArchived(db(), seal, 1)).toMatchObject({ parts: [{ from: 1, to: 20 }] });
    expect((await check(db(), join(folder, 'written.gz'))).faults).toEqual([]);
  });
});

describeOnDatabase('another key after records were moved', (db) => {
  test('is told as such; what it cannot judge is called neither right nor wrong', async () => {
    const world = await playCampaign(db());
    const moved = await move(world, '2021-09-09');
    const other = createSeal(Buffer.alloc(32, 2));
    const auditor = createAuditor(other, () => world.clock.civil());
    await auditor.transact(db(), async (tx, note) =>
      note(...(await revokeLink(tx, 'a'.repeat(64), world.clock.machine()))),
    );
    const { faults } = await verifyAudit(db(), other, undefined, [moved.kept]);
    expect(faults).toMatchObject([{ about: 'key', what: 'other-key' }]);
  });
});
