/** The migration 0006: messages that were written with their subject in their meaning get it as columns. */
import { asc, sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { readFacts } from '../../../db/audit/facts.ts';
import type { Db } from '../../../db/database.ts';
import { listDeliveries } from '../../../db/figures/ledger.ts';
import * as schema from '../../../db/schema/tables.ts';
import { testMigration } from '../../harness/migrations.ts';

const at = '2021-09-07 08:00+07';

/** Meaning, recipient and kind; of tasks also the assignment, of reminders the obligation. */
const said: [string, string, string, delivers?: number | null, restsOn?: number][] = [
  ['directive-1:XA-1:tasks', 'person:7', 'tasks', 1],
  ['directive-1:XA-1:reminder:once:P1D', 'person:7', 'reminder', null, 1],
  ['directive-1:XA-2:reminder:2021-09-10:day:2021-09-13', 'person:8', 'reminder', null, 2],
  ['directive-1:group:reminder:2021-09-10:day:2021-09-13', 'group:1', 'group'],
  ['directive-1:summary:2021-09-10:PT0S', 'person:9', 'summary'],
  ['directive-1:calls:once:PT3H', 'person:9', 'calls'],
  ['directive-1:group:call:zalo-1-4:zalo-2-5', 'group:1', 'group'],
  ['directive-1:XA-2:tasks:mention:8', 'group:1', 'group'],
  ['inbox-1:reply', 'account:3', 'reply'],
  ['inbox-99:reply', 'account:3', 'reply'],
  ['directive-12:XA-1:tasks', 'person:7', 'tasks'],
  ['alert:telegram:down', 'person:9', 'receipt'],
  ['outbox-4:apology', 'account:3', 'reply'],
  ['group-order-1:made', 'person:9', 'receipt'],
];

/** Two duties of the directive have a round "once", one also a round of a day. */
const before = [
  sql`insert into units (code, name, kind, position) values ('XA-1', 'Xã 1', 'commune', 1), ('XA-2', 'Xã 2', 'commune', 2)`,
  sql`insert into directives (number, subject, issuer_id, draft, imported_at) values ('1/UBND', 'Thử', 1, '{}', ${at})`,
  sql`insert into duties (directive_id, key, title, report_to_id, audience, deadline, reminders, summaries)
    select 1, key, key, 1, '{}', '{}', '{}', '{}' from unnest(array['a', 'b']) key`,
  sql`insert into rounds (duty_id, key, opens_at, due, overdue_from)
    select duty, key, ${at}, ${at}, ${at} from (values (1, 'once'), (2, 'once'), (2, '2021-09-10')) r (duty, key)`,
  sql`insert into assignments (directive_id, unit_id, task_ids) values (1, 1, '{}'), (1, 2, '{}')`,
  sql`insert into obligations (round_id, unit_id) values (1, 1), (3, 2)`,
  sql`insert into people (name, "createdAt") select 'Người ' || n, ${at} from generate_series(1, 9) n`,
  sql`insert into groups (channel, address, title, issuer_id) values ('telegram', '-1', 'Nhóm', 1)`,
  sql`insert into inbox (channel, external_id, inbound, received_at, state) values ('web', '1', '{}', ${at}, 'done')`,
  ...said.map(
    ([meaning, recipient, kind, delivers = null, restsOn = null]) =>
      sql`insert into messages (meaning, recipient, kind, body, delivers, rests_on, created_at)
        values (${meaning}, ${recipient}, ${kind}, '{}', ${delivers}, ${restsOn}, ${at})`,
  ),
  sql`insert into outbox (message_id, channel, address, kind, part, parts, text, urgency, created_at)
    select id, 'telegram', '1', kind, 1, 1, meaning, 1, created_at from messages order by id`,
];

async function expectSubjects(db: Db): Promise<void> {
  const { recipientType, recipientId, directiveId, unitId, roundId, slot, inboxId } = schema.messages;
  const columns = { recipientType, recipientId, directiveId, unitId, roundId, slot, inboxId };
  const rows = await db.select(columns).from(schema.messages).orderBy(asc(schema.messages.id));
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['person', 7, 1, 1, null, null, null],
    ['person', 7, 1, 1, 1, 'P1D', null],
    ['person', 8, 1, 2, 3, 'day:2021-09-13', null],
    ['group', 1, 1, null, 3, 'day:2021-09-13', null],
    ['person', 9, 1, null, 3, 'PT0S', null],
    // Which of the two rounds "once" it was about, nobody can tell.
    ['person', 9, 1, null, null, 'PT3H', null],
    ['group', 1, 1, null, null, null, null],
    ['group', 1, 1, 2, null, null, null],
    ['account', 3, null, null, null, null, 1],
    // Rows that are gone, or never were.
    ['account', 3, null, null, null, null, null],
    ['person', 7, null, null, null, null, null],
    ['person', 9, null, null, null, null, null],
    ['account', 3, null, null, null, null, null],
    ['person', 9, null, null, null, null, null],
  ]);

  // What the audit chain seals of requests is as it was.
  const facts = (await readFacts(db, 'request', '', 100)).map(({ fact }) => fact);
  expect(facts.map((fact) => fact.kind === 'request' && [fact.meaning, fact.recipient])).toEqual(
    said.map(([meaning, recipient]) => [meaning, recipient]),
  );

  const lines = await listDeliveries(db, 1);
  expect(lines.map(({ unit, recipient }) => [unit?.code, recipient])).toEqual([
    ['XA-1', 'Người 7'],
    ['XA-1', 'Người 7'],
    ['XA-2', 'Người 8'],
    [undefined, 'Nhóm'],
    [undefined, 'Người 9'],
    [undefined, 'Người 9'],
    [undefined, 'Nhóm'],
    ['XA-2', 'Nhóm'],
  ]);
  expect((await listDeliveries(db, 1, 'XA-1')).map(({ kind }) => kind)).toEqual(['tasks', 'reminder']);
}

testMigration(
  'messages of the version before keep who is told and what about',
  'message_subjects',
  before,
  expectSubjects,
);
