import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { moveArchived } from '../../../bot/audit/archive-move.ts';
import { writeArchive } from '../../../bot/audit/archive-write.ts';
import type { Auditor } from '../../../bot/audit/auditor.ts';
import { createSeal } from '../../../bot/audit/seal.ts';
import { genesis } from '../../../core/audit/fact.ts';
import { revokeLinksOf } from '../../../db/access/revoked-links.ts';
import { readHead } from '../../../db/audit/chain.ts';
import { insertCommandRun } from '../../../db/audit/command-runs.ts';
import type { Db } from '../../../db/database.ts';
import { describeDatabases } from '../../harness/database.ts';
import { worldKey } from '../../harness/world.ts';
import { playCampaign, verify } from './campaign.ts';

type Tampering = { does: string; by: string[]; found: object[] };

const fact = (kind: string, what: string) => ({ about: 'fact', kind, what });
const report = '(select min(id) from reports)';
const sent = `(select min(id) from outbox where state = 'sent' and kind = 'tasks')`;

/** What somebody with the database but without the key may do to a campaign, and what is found of it. */
const tamperings: Tampering[] = [
  {
    does: 'raises a figure',
    by: ['update report_values set number = 49 where number = 46'],
    found: [fact('report', 'fact-differs')],
  },
  {
    does: 'turns a zero into a figure given',
    by: [`update report_values set kind = 'given' where kind = 'zero'`],
    found: [fact('report', 'fact-differs')],
  },
  {
    does: 'takes one figure out of a report',
    by: ['delete from report_values where number = 18'],
    found: [fact('report', 'fact-differs')],
  },
  {
    does: 'dates a report back',
    by: [`update reports set submitted_at = submitted_at - interval '1 day' where revision = 2`],
    found: [fact('report', 'fact-differs')],
  },
  {
    does: 'lets another person have reported, and for another',
    by: [`update reports set person_id = 1, is_on_behalf = true where id = ${report}`],
    found: [fact('report', 'fact-differs')],
  },
  {
    does: 'writes a remark that nobody made',
    by: [`update reports set note = 'Không có khó khăn' where id = ${report}`],
    found: [fact('report', 'fact-differs')],
  },
  {
    does: 'removes a report with its figures and its debt',
    by: [
      `update obligations set state = 'owed', current_report_id = null, first_reported_at = null where unit_id = (select id from units where code = 'XA-BINH-MINH')`,
      `delete from report_values where report_id = (select max(id) from reports)`,
      'delete from reports where id = (select max(id) from reports)',
    ],
    found: [fact('report', 'record-without-fact')],
  },
  {
    does: 'invents a report',
    by: [
      `insert into reports (obligation_id, revision, person_id, submitted_at)
       select id, 1, 1, '2021-09-07T08:00:00+07:00' from obligations where state = 'owed' limit 1`,
      `update obligations set state = 'reported', current_report_id = r.id, first_reported_at = r.submitted_at
       from reports r where r.obligation_id = obligations.id and obligations.state = 'owed'`,
    ],
    found: [fact('report', 'fact-without-record')],
  },
  {
    does: 'lets the older figures count again',
    by: [
      `update obligations set current_report_id = ${report} where current_report_id = (select id from reports where revision = 2)`,
    ],
    found: [fact('obligation', 'fact-differs')],
  },
  {
    does: 'calls a unit reported, excused, or early',
    by: [
      `update obligations set state = 'excused' where id = (select min(id) from obligations where state = 'owed')`,
      `update obligations set state = 'owed' where id = (select min(id) from obligations where state = 'reported')`,
      `update obligations set first_reported_at = first_reported_at - interval '2 days' where id = (select max(id) from obligations where first_reported_at is not null)`,
    ],
    found: [fact('obligation', 'fact-differs'), fact('obligation', 'fact-differs'), fact('obligation', 'fact-differs')],
  },
  {
    does: 'forges a receipt',
    by: [`update outbox set external_id = '999999' where id = ${sent}`],
    found: [fact('request', 'fact-differs')],
  },
  {
    does: 'changes the words that were sent, and to whom',
    by: [`update outbox set text = 'Đã gia hạn', address = '1' where id = ${sent}`],
    found: [fact('request', 'fact-differs')],
  },
  {
    does: 'calls a refused or doubtful request sent',
    by: [`update outbox set state = 'sent', external_id = '7' where state = 'uncertain'`],
    found: [fact('request', 'fact-differs')],
  },
  {
    does: 'calls a sent request waiting',
    by: [`update outbox set state = 'withdrawn' where id = ${sent}`],
    found: [fact('request', 'fact-differs')],
  },
  {
    does: 'removes a request',
    by: [`delete from outbox where id = ${sent}`],
    found: [fact('request', 'record-without-fact')],
  },
  {
    does: 'invents a delivery',
    by: [
      `insert into outbox (message_id, channel, address, kind, part, parts, text, urgency, state, external_id, created_at, settled_at)
       select message_id, channel, address, kind, 9, 9, text, urgency, 'sent', '12345', created_at, settled_at from outbox where id = ${sent}`,
    ],
    found: [fact('request', 'fact-without-record')],
  },
  {
    does: 'takes an acknowledgement back',
    by: [
      `update assignments set acknowledged_at = null, acknowledged_by = null, acknowledged_in = null where unit_id = (select id from units where code = 'XA-AN-BINH')`,
    ],
    found: [fact('acknowledgement', 'fact-differs')],
  },
  {
    does: 'invents an acknowledgement, and puts another earlier',
    by: [
      `update assignments set acknowledged_at = '2021-09-06T09:00:00+07:00', acknowledged_by = 1 where unit_id = (select id from units where code = 'PHONG-GDDT')`,
      `update assignments set acknowledged_at = acknowledged_at - interval '1 hour' where unit_id = (select id from units where code = 'XA-BINH-MINH')`,
    ],
    found: [fact('acknowledgement', 'fact-differs'), fact('acknowledgement', 'fact-without-record')],
  },
  {
    does: 'changes the directive, its number or its day of issue',
    by: [`update directives set issued_at = issued_at - interval '1 day'`],
    found: [fact('directive', 'fact-differs')],
  },
  {
    does: 'changes what was done to the directive, and why',
    by: [
      `update directive_changes set change = jsonb_set(change, '{date}', '"2021-09-04"') where change ->> 'type' = 'numbered'`,
    ],
    found: [fact('directive-change', 'fact-differs')],
  },
  {
    does: 'gives a unit more time, or takes it away',
    by: [
      `update obligations set due = '2021-09-20T17:00:00+07:00' where due is not null`,
      `update extension_requests set reason = 'không rõ'`,
    ],
    found: [fact('directive', 'fact-differs'), fact('extension-request', 'fact-differs')],
  },
  {
    does: 'changes when somebody said that they would report',
    by: [`update promises set until = until + interval '1 day'`],
    found: [fact('promise', 'fact-differs')],
  },
  {
    does: 'lets nobody have done anything to the directive',
    by: [`delete from directive_changes where change ->> 'type' = 'numbered'`],
    found: [fact('directive-change', 'record-without-fact')],
  },
  {
    does: 'changes the text of the directive',
    by: [`update directives set draft = jsonb_set(draft, '{subject}', '"khác"')`],
    found: [fact('directive', 'fact-differs')],
  },
  {
    does: 'moves the deadline',
    by: [`update rounds set overdue_from = overdue_from + interval '1 day'`],
    found: [fact('directive', 'fact-differs')],
  },
  {
    does: 'changes what a task says',
    by: [`update tasks set text = 'Không phải báo cáo' where id = (select min(id) from tasks)`],
    found: [fact('directive', 'fact-differs')],
  },
  {
    does: 'exchanges the debts of two units, and so their figures',
    by: [
      `alter table obligations drop constraint obligations_unit`,
      `update obligations set unit_id = case when u.code = 'XA-AN-BINH'
         then (select id from units where code = 'XA-BINH-MINH') else (select id from units where code = 'XA-AN-BINH') end
       from units u where u.id = obligations.unit_id and u.code in ('XA-AN-BINH', 'XA-BINH-MINH')`,
    ],
    found: [fact('report', 'fact-differs'), fact('report', 'fact-differs'), fact('report', 'fact-differs')],
  },
  {
    does: 'exchanges what two indicators are called',
    by: [
      `update indicators set label = case label when 'QR' then 'Bluezone' else 'QR' end where label in ('QR', 'Bluezone')`,
    ],
    found: [fact('directive', 'fact-differs')],
  },
  {
    does: 'passes a debt on to another unit',
    by: [
      `update obligations set unit_id = (select id from units where code = 'VT-SONG-MAY')
       where unit_id = (select id from units where code = 'PHONG-GDDT')`,
    ],
    found: [fact('directive', 'fact-differs')],
  },
  {
    does: 'lets a unit off its tasks and its debt',
    by: [`delete from obligations where id = (select max(id) from obligations where state = 'owed')`],
    found: [fact('directive', 'fact-differs')],
  },
  {
    does: 'gives a signed report another number, and a scan other bytes',
    by: [`update signed_papers set number = '16/BC-UBND'`, `update attachments set bytes = '\\x255044462d312e35'`],
    found: [fact('signed-paper', 'fact-differs'), fact('scan', 'fact-differs')],
  },
  {
    does: 'removes a signed report and its scan',
    by: ['delete from signed_papers', 'delete from attachments'],
    found: [fact('signed-paper', 'record-without-fact'), fact('scan', 'record-without-fact')],
  },
  {
    does: 'gives a role, and consent to who refused',
    by: [
      `update unit_roles set state = 'agreed' where state = 'refused'`,
      `insert into unit_roles (person_id, unit_id, role, state, "from") values (1, 3, 'leader', 'agreed', '2021-09-06T08:00:00+07:00')`,
    ],
    found: [fact('role', 'fact-differs'), fact('role', 'fact-without-record')],
  },
  {
    does: 'revokes a link past the service',
    by: [`insert into revoked_links (hash, revoked_at_machine) values ('ab', '2026-11-22T10:00:00Z')`],
    found: [fact('revoked-link', 'fact-without-record')],
  },
  {
    does: 'lets links open again that were revoked',
    by: [`update directive_link_revocations set revoked_at_machine = revoked_at_machine - interval '1 day'`],
    found: [fact('revoked-links', 'fact-differs')],
  },
  {
    does: 'takes the revocation of all links back',
    by: ['delete from directive_link_revocations'],
    found: [fact('revoked-links', 'record-without-fact')],
  },
  {
    does: 'revokes all links past the service',
    by: [
      `insert into directive_link_revocations (directive_id, revoked_at_machine)
       select max(id) + 1, '2026-11-22T10:00:00Z' from directives`,
    ],
    found: [fact('revoked-links', 'fact-without-record')],
  },
  {
    does: 'lets somebody else have run a command',
    by: [`update command_runs set operator = 'root'`],
    found: [fact('command-run', 'fact-differs')],
  },
  {
    does: 'lets another command have been run, with more behind it',
    by: [`update command_runs set command = 'units import', facts = facts + 1`],
    found: [fact('command-run', 'fact-differs')],
  },
  {
    does: 'removes that a command was run',
    by: ['delete from command_runs'],
    found: [fact('command-run', 'record-without-fact')],
  },
  {
    does: 'invents that a command was run',
    by: [`insert into command_runs (at, command, operator, facts) values (now(), 'person erase', 'lan', 1)`],
    found: [fact('command-run', 'fact-without-record')],
  },
  {
    does: 'changes a fact and its record alike',
    by: [
      'update report_values set number = 49 where number = 46',
      `update audit_records set payload = replace(payload, '"number":46', '"number":49')`,
    ],
    found: [{ about: 'chain', what: 'changed' }],
  },
  {
    does: 'removes a fact and its record',
    by: [
      `delete from audit_records where kind = 'request' and subject = ${sent}::text`,
      `delete from outbox where id = ${sent}`,
    ],
    found: [{ about: 'chain', what: 'removed' }],
  },
  {
    does: 'dates a record to the same day before Christ',
    by: [
      `update audit_records set at = (to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') || ' UTC BC')::timestamptz
       where seq = 5`,
    ],
    found: [{ about: 'chain', what: 'changed', seq: 5 }],
  },
  {
    does: 'writes what a record said into the seal of the next one, in its place',
    by: [
      `update audit_records r set hash = b.hash || '"["' || b.prev || '",' || b.seq || ',"'
         || to_char(b.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '",' || to_json(b.kind) || ','
         || to_json(b.subject) || ',' || to_json(b.payload) || ']' || chr(10) || '"' || r.hash
       from audit_records b where b.seq = 2 and r.seq = 3`,
      'delete from audit_records where seq = 2',
    ],
    found: [
      { about: 'chain', what: 'changed', seq: 3 },
      { about: 'chain', what: 'removed', seq: 2 },
    ],
  },
  {
    does: 'cuts the end off, and sets the head back',
    by: [
      'delete from audit_records where seq > (select max(seq) - 2 from audit_records)',
      'update audit_head set (seq, hash) = (select seq, hash from audit_records order by seq desc limit 1)',
    ],
    found: [fact('revoked-links', 'fact-without-record'), fact('command-run', 'fact-without-record')],
  },
  { does: 'removes the head', by: ['delete from audit_head'], found: [{ about: 'head', what: 'removed' }] },
];

/** Tries something on the database and leaves it as it was. */
async function tried<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  const undone = new Error('undone');
  let outcome: { value: T } | undefined;
  await db
    .transaction(async (tx) => {
      outcome = { value: await work(tx) };
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  if (!outcome) throw new Error('nothing was tried');
  return outcome.value;
}

const folder = mkdtempSync(join(tmpdir(), 'chidao-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Moves all records but the event of it to a file. */
async function moveAll(db: Db, auditor: Auditor): Promise<void> {
  const seal = createSeal(worldKey);
  const { newest } = await readHead(db);
  const wanted = { start: { seq: 0, hash: genesis }, to: newest, trustedFrom: 1 };
  const part = await writeArchive(db, seal, wanted, join(folder, randomUUID()));
  if (!part) throw new Error('not written');
  await auditor.transact(db, async (tx, record) => record(await moveArchived(tx, undefined, part)));
}

/** These are about records that stand in the database. */
const isOfRecords = ({ by }: Tampering): boolean => by.some((statement) => statement.includes('audit_'));

describeDatabases('the facts of a campaign', (db) => {
  test.each([
    ['', false],
    [', also where its records were moved to a file', true],
  ])('cannot be changed past the chain%s', async (_, areMoved) => {
    const { transact, directiveId, auditor } = await playCampaign(db());
    await transact(async ({ tx, now, machineNow, record }) => {
      const revoked = await revokeLinksOf(tx, directiveId, machineNow);
      record(await insertCommandRun(tx, { at: now, command: 'link revoke', operator: 'hoa', facts: 1 }), revoked);
    });
    if (areMoved) await moveAll(db(), auditor);
    for (const { does, by, found } of tamperings.filter((one) => !areMoved || !isOfRecords(one))) {
      const report = await tried(db(), async (tx) => {
        for (const statement of by) await tx.execute(sql.raw(statement));
        return verify(tx);
      });
      const sorted = report.faults.toSorted((a, b) => (a.what < b.what ? -1 : 1));
      expect(sorted, `somebody ${does}`).toMatchObject(found);
    }
    expect((await verify(db())).faults, 'everything was put back').toEqual([]);
  });
});
