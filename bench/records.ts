/** Fills a database with facts of a directive that is reported day after day, and begins an audit chain over them. */
import { sql } from 'drizzle-orm';
import type { Auditor } from '../bot/audit/auditor.ts';
import type { Db } from '../db/database.ts';
import { seedUnits } from './seed.ts';

const units = 2000;
/** A unit's report of a day: the report itself, its receipt and two reminders. */
const recordsADay = units * 4;

/** Of every further day: who owes, what they reported, and what they were sent. */
const days = (count: number) => [
  sql`update obligations set state = 'owed' where state = 'excused'`,
  sql`insert into rounds (duty_id, key, opens_at, due, overdue_from)
    select duty_id, 'day-' || n, opens_at + n * interval '1 day', due + n * interval '1 day', overdue_from + n * interval '1 day'
    from rounds, generate_series(1, ${count}::int) n`,
  sql`insert into obligations (round_id, unit_id, state, first_reported_at)
    select r.id, u.id, 'reported', r.opens_at + interval '1 hour' from rounds r, units u
    where r.key like 'day-%' and u.code <> 'UB'`,
  sql`insert into reports (obligation_id, revision, person_id, submitted_at)
    select o.id, 1, p.id, o.first_reported_at from obligations o join rounds r on r.id = o.round_id
    join units u on u.id = o.unit_id join people p on p.name = 'Người báo cáo ' || u.code
    where r.key like 'day-%' order by o.id`,
  sql`insert into report_values (report_id, indicator_id, kind, number, text)
    select r.id, v.indicator_id, v.kind, v.number, v.text from reports r
    join obligations o on o.id = r.obligation_id join rounds d on d.id = o.round_id and d.key like 'day-%'
    cross join (select * from report_values where report_id = (select min(id) from reports)) v`,
  sql`update obligations o set current_report_id = r.id from reports r, rounds d
    where r.obligation_id = o.id and d.id = o.round_id and d.key like 'day-%'`,
  sql`insert into messages (meaning, recipient_type, recipient_id, directive_id, unit_id, round_id, kind, body, created_at)
    select 'day-' || r.id || ':' || n, 'person', r.person_id, d.directive_id, o.unit_id, o.round_id, 'reminder',
      jsonb_build_object('text', n || ' ' || r.id || repeat(' Kính đề nghị đồng chí báo cáo.', 18), 'choices', '[]'::jsonb,
        'choiceStyle', 'menu'), r.submitted_at
    from reports r join obligations o on o.id = r.obligation_id join rounds k on k.id = o.round_id
    join duties d on d.id = k.duty_id, generate_series(1, 3) n where k.key like 'day-%' order by r.id`,
  sql`insert into outbox (message_id, channel, address, kind, part, parts, text, urgency, state, external_id, created_at, settled_at)
    select id, 'telegram', recipient_id, kind, 1, 1, body->>'text', 3, 'sent', 'tg-' || id, created_at,
      created_at + interval '5 seconds'
    from messages where meaning like 'day-%' order by id`,
];

/** At least so many records, each about a fact that is there. Takes some minutes a million. */
export async function seedRecords(db: Db, auditor: Auditor, records: number): Promise<void> {
  await seedUnits(db, units);
  await db.transaction(async (tx) => {
    // A million records are more than a minute of one statement.
    await tx.execute(sql`set local statement_timeout = 0`);
    for (const statement of days(Math.ceil(records / recordsADay))) await tx.execute(statement);
  });
  await db.execute(sql`delete from audit_records`);
  await db.execute(sql`delete from audit_head`);
  await auditor.begin(db);
  await db.execute(sql`vacuum analyze`);
}
