/** Fills a database with an office of any size and its reports in every state, by statements over whole tables. */
import { sql } from 'drizzle-orm';
import type { Db } from '../db/database.ts';
import { at, importOffice, issueAt } from '../tests/messages/papers/seed.ts';

/** Consolidating offices; seven of ten units are schools below one of them, the others communes. */
const offices = 20;

const roster = (): string =>
  [
    'code,name,kind,parent,aliases,staff,head_name,head_title,phone',
    'UB,Ủy ban nhân dân tỉnh Đông Hà,province,,UBND tỉnh,,,Chủ tịch UBND tỉnh,',
    'VHTT,Sở Văn hóa và Thông tin,office,UB,,7,,Giám đốc,',
    ...Array.from(
      { length: offices },
      (_, n) => `GD-${n},Phòng Giáo dục và Đào tạo khu vực ${n},office,UB,,12,,Trưởng phòng,`,
    ),
    'XA-0,UBND xã Đông Hưng 0,commune,UB,,20,,Chủ tịch UBND xã,',
    'TH-0,Trường Tiểu học Số 0,school,GD-0,,30,,Hiệu trưởng,',
  ].join('\n');

const text =
  'Các đơn vị rà soát, cấp chữ ký số và tài khoản dịch vụ công cho cán bộ, tổ chức tập huấn; báo cáo kết quả trước ngày 10/3/2026.';

const reporting = ['office', 'commune', 'school'];

/** The instant that the papers are made at: after the deadline. */
export const now = at('2026-03-12T08:30:00');

async function issue(db: Db, issuedAt: Date): Promise<number> {
  const id = await importOffice(db, roster(), { text, told: reporting, reporting }, issuedAt);
  await issueAt(db, id, issuedAt);
  return id;
}

/** `n` is the unit's number: every ninth owes, every eleventh is excused. */
const reports = sql`u.position % 9 <> 8 and u.position % 11 <> 10`;

/** The rest of the units as copies of the first commune and the first school. */
const places = (units: number) => [
  sql`insert into units (code, name, kind, parent_id, staff, head_name, head_title, phone, position)
    select 'XA-' || n, 'UBND xã Đông Hưng ' || n, 'commune', (select id from units where code = 'UB'), 18 + n % 9,
      'Nguyễn Văn Ví Dụ ' || n, 'Chủ tịch UBND xã', '09' || lpad(n::text, 8, '0'), 100 + n
    from generate_series(1, ${Math.round((units - offices - 3) * 0.3)}::int) n`,
  sql`insert into units (code, name, kind, parent_id, staff, head_name, head_title, phone, position)
    select 'TH-' || n, 'Trường Tiểu học Số ' || n, 'school', o.id, 30 + n % 7,
      'Trần Thị Ví Dụ ' || n, 'Hiệu trưởng', '08' || lpad(n::text, 8, '0'), 1000000 + n
    from generate_series(1, ${units - offices - 3 - Math.round((units - offices - 3) * 0.3)}::int) n
    join units o on o.code = 'GD-' || n % ${offices}::int`,
  sql`insert into assignments (directive_id, unit_id, task_ids)
    select a.directive_id, u.id, a.task_ids from units u, (select * from assignments limit 1) a
    where u.code <> 'UB' and not exists (select from assignments b where b.unit_id = u.id)`,
  sql`insert into obligations (round_id, unit_id)
    select (select id from rounds), u.id from units u
    where u.code <> 'UB' and not exists (select from obligations b where b.unit_id = u.id)`,
];

/** Every thirteenth unit is not registered; who is was told by one message, which a platform accepted. */
const tellings = [
  sql`insert into people (name, "createdAt") select 'Người báo cáo ' || code, '2026-03-02 08:00+07' from units`,
  sql`create temporary table holders as
    select p.id as person_id, u.* from people p join units u on p.name = 'Người báo cáo ' || u.code`,
  sql`insert into accounts (channel, address, name, person_id, last_seen_at)
    select 'telegram', person_id, 'x', person_id, '2026-03-02 08:00+07' from holders where position % 13 <> 12`,
  sql`insert into unit_roles (person_id, unit_id, role, state, "from")
    select person_id, id, 'head', 'agreed', '2026-03-02 08:00+07' from holders where position % 13 <> 12`,
  sql`insert into messages (meaning, recipient_type, recipient_id, directive_id, unit_id, kind, body, delivers, created_at)
    select 'directive-' || a.directive_id || ':' || h.code || ':tasks', 'person', h.person_id, a.directive_id, h.id, 'tasks',
      jsonb_build_object('text', repeat(${text}, 4), 'choices', '[]'::jsonb, 'choiceStyle', 'menu'), a.id,
      '2026-03-02 08:00+07'
    from holders h join assignments a on a.unit_id = h.id where h.position % 13 <> 12`,
  sql`insert into outbox (message_id, channel, address, kind, part, parts, text, urgency, state, external_id, created_at, settled_at)
    select id, 'telegram', recipient_id, kind, 1, 1, body->>'text', 3, 'sent', 'tg-' || id, created_at,
      created_at + interval '5 seconds'
    from messages where delivers is not null`,
  sql`update assignments a set delivered_at = '2026-03-02 08:00:05+07',
      acknowledged_at = case when h.position % 3 > 0 then timestamptz '2026-03-02 09:00+07' end,
      acknowledged_by = case when h.position % 3 > 0 then h.person_id end
    from holders h where h.id = a.unit_id and h.position % 13 <> 12`,
];

/** Every seventh reported late, every fifth corrected its figures once. */
const answers = [
  sql`create temporary table submissions as
    select o.id as obligation_id, r as revision, u.person_id, u.position + r as n, coalesce(u.staff, 10) as staff,
      case when u.position % 7 = 6 then timestamptz '2026-03-11 09:15+07'
        else timestamptz '2026-03-03 08:20+07' + interval '1 hour' * (u.position % 150) end + interval '1 hour' * (r - 1) as at
    from obligations o join holders u on u.id = o.unit_id, generate_series(1, 2) r
    where ${reports} and (r = 1 or u.position % 5 = 4)`,
  sql`insert into inbox (channel, external_id, inbound, received_at, state)
    select 'telegram', 'update-' || obligation_id || '-' || revision,
      jsonb_build_object('kind', 'text', 'channel', 'telegram', 'externalId', 'update-' || obligation_id || '-' || revision,
        'from', jsonb_build_object('address', 'x', 'name', 'x'), 'text', 'Đúng, gửi'), at, 'done' from submissions`,
  sql`insert into reports (obligation_id, revision, person_id, is_on_behalf, note, submitted_at, inbox_id)
    select s.obligation_id, s.revision, s.person_id, s.n % 17 = 3,
      case when s.n % 10 = 1 then '=HYPERLINK("http://a.vn";"bấm")' end, s.at, i.id
    from submissions s join inbox i on i.external_id = 'update-' || s.obligation_id || '-' || s.revision
    order by s.at`,
  sql`insert into report_values (report_id, indicator_id, kind, number, text)
    select r.id, i.id, case when v.number = 0 then 'zero' else 'given' end, v.number, v.text
    from submissions s
    join reports r on r.obligation_id = s.obligation_id and r.revision = s.revision
    cross join lateral (values
      ('canbo', s.staff, null),
      ('chu-ky-so', case when s.n % 12 = 0 then 0 else greatest(0, s.staff - s.n % 6) end, null),
      ('tai-khoan', s.staff / 2, null),
      ('tap-huan', case when s.n % 4 = 0 then 0 else 1 end, null),
      ('hinh-thuc', null::int, case when s.n % 2 = 0 then 'Trực tiếp' else 'Trực tuyến' end),
      ('de-nghi', null, case when s.n % 2 = 0 then 'Không' else '+84 cần thêm máy quét' end)
    ) v (key, number, text) join indicators i on i.key = v.key`,
  sql`update obligations o set state = 'reported', first_reported_at = f.at, current_report_id = f.id
    from (select r.obligation_id, min(r.submitted_at) as at, max(r.id) filter (where r.revision = l.last) as id
      from reports r join (select obligation_id, max(revision) as last from reports group by 1) l using (obligation_id)
      group by 1) f where f.obligation_id = o.id`,
  sql`update obligations o set state = 'excused' from units u where u.id = o.unit_id and u.position % 11 = 10`,
];

/** So many units with a registered head each, and a directive for them that is not issued. Returns the directive's id. */
export async function seedOffice(db: Db, units: number, at: Date): Promise<number> {
  const id = await importOffice(db, roster(), { text, told: reporting, reporting }, at);
  await db.transaction(async (tx) => {
    for (const statement of places(units).slice(0, 2)) await tx.execute(statement);
    for (const statement of tellings.slice(0, 4)) await tx.execute(statement);
    await tx.execute(sql`drop table holders`);
  });
  await db.execute(sql`vacuum analyze`);
  return id;
}

/** Fills an empty, migrated database so that so many units owe a report. Returns the directive's id. */
export async function seedUnits(db: Db, units: number): Promise<number> {
  const id = await issue(db, at('2026-03-02T08:00:00'));
  // One connection: the temporary tables are there on no other.
  await db.transaction(async (tx) => {
    // A country's units are more than a minute of one statement.
    await tx.execute(sql`set local statement_timeout = 0`);
    for (const statement of [...places(units), ...tellings, ...answers]) await tx.execute(statement);
    await tx.execute(sql`drop table holders, submissions`);
  });
  await db.execute(sql`vacuum analyze`);
  return id;
}
