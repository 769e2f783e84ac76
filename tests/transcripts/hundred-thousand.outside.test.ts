/**
 * What people ask and what the clock does, with 100,000 units. No figure of time is held: what is counted are the bytes that the
 * database answers with, and a statement that takes more than a minute fails.
 */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addUpFigures } from '../../db/figures/parts/add-up.ts';
import { connectPostgres, createPostgresDatabase, hasPostgres } from '../harness/database.ts';
import { openLine } from '../harness/line.ts';
import { consolidated } from '../harness/world/consolidated.ts';
import type { Person } from '../harness/world/person.ts';
import { createWorld, type World } from '../harness/world.ts';

const size = 100_000;

/** Three of ten are communes, the others schools below as many offices as have a thousand each. */
const many = [
  sql`insert into units (code, name, kind, parent_id, staff, head_title, phone, position)
    select 'XA-' || n, 'UBND xã Đông Hưng ' || n, kind, parent_id, 20, head_title, '09' || lpad(n::text, 8, '0'), 1000 + n
    from units, generate_series(1, ${(size * 3) / 10}::int) n where code = 'XA-AN-BINH'`,
  sql`insert into units (code, name, kind, parent_id, staff, head_title, position)
    select 'GD-' || n, 'Phòng Giáo dục và Đào tạo khu vực ' || n, kind, parent_id, 12, head_title, 100000 + n
    from units, generate_series(0, ${(size * 7) / 10_000 - 1}::int) n where code = 'PHONG-GDDT'`,
  sql`insert into units (code, name, kind, parent_id, staff, head_title, position)
    select 'TH-' || n, 'Trường Tiểu học Số ' || n, 'school', o.id, 30, 'Hiệu trưởng', 200000 + n
    from generate_series(1, ${(size * 7) / 10}::int) n join units o on o.code = 'GD-' || n % ${(size * 7) / 10_000}::int`,
];

/** Every seventh has reported, with every figure. */
const reported = [
  sql`insert into reports (obligation_id, revision, person_id, is_on_behalf, submitted_at)
    select o.id, 1, (select min(id) from people), false, '2021-09-06 08:30+07'
    from obligations o join units u on u.id = o.unit_id where u.position >= 1000 and u.position % 7 = 3`,
  sql`insert into report_values (report_id, indicator_id, kind, number)
    select r.id, i.id, 'given', case when i.is_denominator then 20 else 15 end from reports r, indicators i where i.kind = 'count'`,
  sql`update obligations o set state = 'reported', first_reported_at = r.submitted_at, current_report_id = r.id
    from reports r where r.obligation_id = o.id`,
];

/** The education office consolidates the schools below it. */
function consolidatingItsSchools(): string {
  const directive = JSON.parse(consolidated);
  const [duty] = directive.duties;
  const [consolidation] = duty.consolidations;
  consolidation.audience = { ...consolidation.audience, kinds: [], childrenOf: ['PHONG-GDDT'] };
  return JSON.stringify(directive);
}

type Heard = { bytes: number; largest: number };

describe.runIf(hasPostgres())('with 100,000 units', () => {
  let world: World;
  let people: Record<'hoa' | 'minh' | 'lan' | 'dung', Person>;
  const cleanUp: (() => unknown)[] = [];
  const heard = { bytes: 0, answer: 0, largest: 0 };

  /** What the database answered with meanwhile: all of it, and its largest answer. */
  async function listenTo(work: () => Promise<unknown>): Promise<Heard> {
    Object.assign(heard, { bytes: 0, answer: 0, largest: 0 });
    await work();
    return { bytes: heard.bytes, largest: heard.largest };
  }

  beforeAll(async () => {
    const { url, drop } = await createPostgresDatabase();
    cleanUp.push(drop);
    const line = await openLine(url, {
      hears: (speaker) => {
        if (speaker === 'product') heard.answer = 0;
      },
      rewrite: (chunk) => {
        heard.bytes += chunk.length;
        heard.answer += chunk.length;
        heard.largest = Math.max(heard.largest, heard.answer);
        return chunk;
      },
    });
    cleanUp.push(line.close);
    const { db, close } = connectPostgres(line.url);
    cleanUp.push(close);
    world = await createWorld(db, { directive: consolidatingItsSchools() });
    people = {
      lan: await world.register('XA-AN-BINH', 'Lan'),
      dung: await world.register('PHONG-GDDT', 'Dung'),
      hoa: await world.registerStaff('Hoa'),
      minh: await world.registerLeader('Minh'),
    };
    for (const statement of many) await db.execute(statement);
    await db.execute(sql`analyze`);
    await world.issue();
    for (const statement of reported) await db.execute(statement);
    await db.execute(sql`vacuum analyze`);
    await addUpFigures(db);
  });
  afterAll(async () => {
    for (const each of cleanUp.reverse()) await each();
  });

  /** What is about a page, a unit or a sum: it reads no more where there are more units. */
  const few: [keyof typeof people, string, RegExp][] = [
    ['hoa', '/vanban', /Số 101\/UBND-VHTT/],
    ['hoa', '/tonghop', /^TỔNG HỢP/],
    ['hoa', '/tonghop đông hưng 77', /^UBND xã Đông Hưng 77\nChưa báo cáo/],
    ['hoa', 'ai chưa nộp', /^Chưa báo cáo: 85\.780\/100\.076 đơn vị/],
    ['hoa', 'xã đông hưng 77 nộp chưa', /^UBND xã Đông Hưng 77: chưa báo cáo/],
    ['hoa', 'đơn vị nào bluezone cao nhất', /^Bluezone cao nhất/],
    ['hoa', 'tổng bluezone các trường', /^Bluezone \(trường học\): 150\.000\/200\.000/],
    ['hoa', '/baocao đông hưng 77', /^Báo cáo thay cho UBND xã Đông Hưng 77/],
    ['hoa', '/huy', /^Đã hủy/],
    ['hoa', '/tiendo đông hưng 77', /"đông hưng 77"/],
    ['hoa', '/lichsu XA-77', /^UBND xã Đông Hưng 77 chưa gửi báo cáo nào/],
    ['hoa', '/ganhnang', /^Gánh nặng báo cáo tháng 9\/2021, 100\.07\d đơn vị/],
    ['hoa', '/ganhnang đông hưng 82', /^Gánh nặng báo cáo của UBND xã Đông Hưng 82/],
    ['hoa', '/xingiahan', /^Không có đề nghị gia hạn/],
    ['hoa', '/hoi', /^Không có câu hỏi/],
    ['hoa', '/khokhan', /^Chưa có khó khăn/],
    ['hoa', '/doichieu', /^Không có người nào/],
    ['hoa', '/moi XA-83', /^Mã mời của UBND xã Đông Hưng 83/],
    ['hoa', '/thuhoi đông hưng 84', /"đông hưng 84"/],
    ['hoa', '/guilai', /^Không có tin nào cần gửi lại/],
    ['hoa', '/dong', /^Kết thúc văn bản số 101.*\nCòn 85\.780 báo cáo chưa gửi/s],
    ['hoa', 'thôi', /chưa thay đổi gì/],
    ['hoa', '/thuhoivanban', /nêu lý do/],
    ['hoa', '/huy', /chưa thay đổi gì/],
    ['hoa', '/xuat', /^Tài liệu của văn bản/],
    ['minh', '/tonghop', /^TỔNG HỢP/],
    ['minh', 'so với hôm qua thế nào', /hôm qua/],
    ['minh', 'liệu chiều nay có kịp đủ báo cáo không', /dự kiến/],
    ['lan', '/nhiemvu', /^CÔNG VĂN/],
    ['lan', '/baocao', /bao nhiêu người/],
    ['lan', '50', /^Đã ghi Số CBCCVC: 50/],
    ['lan', '45', /^Đã ghi Bluezone: 45\/50/],
    ['lan', '40', /^Đã ghi QR: 40\/50/],
    ['lan', '38', /^Đã ghi Smart Thanh Hóa: 38\/50/],
    ['lan', 'không', /^Báo cáo của UBND xã An Bình/],
    ['lan', 'đúng', /^Đã ghi nhận báo cáo/],
    ['lan', '/hoi báo cáo theo mẫu nào', /^Hệ thống đã chuyển câu hỏi/],
    ['lan', '/danop', /^Báo cáo đã nộp/],
    ['lan', '/lichsu', /^Các báo cáo của UBND xã An Bình/],
    ['dung', '/tonghop', /^TỔNG HỢP của Phòng Giáo dục và Đào tạo/],
    ['dung', '/nhac', /2 đơn vị chưa báo cáo/],
    ['dung', '/guitonghop', /^Chưa có đơn vị nào báo cáo/],
  ];

  test.each(few)('%s writes "%s", and little is read', async (who, text, answer) => {
    const { bytes } = await listenTo(() => people[who].says(text));
    people[who].sees(answer);
    expect(bytes).toBeLessThan(200_000);
  });

  /** What looks at each unit, since words may name any or all are meant: a page of units is one answer. */
  const each: [string, RegExp][] = [
    ['/mien đông hưng 78 vì lũ', /^Miễn báo cáo .*UBND xã Đông Hưng 78/s],
    ['/giahan đông hưng 79 đến 12/9 vì lũ', /^Gia hạn báo cáo .*UBND xã Đông Hưng 79/s],
    ['/nhac', /^Nhắc 85\.779 đơn vị chưa báo cáo/],
    ['/goidien', /^Chưa liên hệ được 100\.07\d đơn vị/],
  ];

  test.each(each)('staff write "%s", and it is read page by page', async (text, answer) => {
    const { largest } = await listenTo(() => people.hoa.says(text));
    people.hoa.sees(answer);
    await people.hoa.says('/huy');
    expect(largest).toBeLessThan(1_000_000);
  });

  test.each([
    ['in the morning before the deadline', '2021-09-08T08:00'],
    ['when it is overdue', '2021-09-13T08:00'],
  ])('reminders %s are told page by page', async (_, at) => {
    const { largest } = await listenTo(() => world.at(at));
    expect(largest).toBeLessThan(1_000_000);
  });
});
