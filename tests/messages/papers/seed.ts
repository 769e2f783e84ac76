import { createAuditor } from '../../../bot/audit/auditor.ts';
import { createSeal } from '../../../bot/audit/seal.ts';
import { termsOf } from '../../../bot/delivery/budgets.ts';
import { createTransact } from '../../../bot/delivery/transact.ts';
/** An office of about 110 units with reports in every state, for the papers' tests. Nothing in it is a real body. */

import { and, eq, inArray, sql } from 'drizzle-orm';
import { importDirective } from '../../../bot/acts/import-directive.ts';
import { importRoster } from '../../../bot/acts/import-roster.ts';
import { issueDirective } from '../../../bot/acts/issue.ts';
import { hashCode } from '../../../bot/links/codes.ts';
import { createVault } from '../../../bot/links/vault.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import type { Db } from '../../../db/database.ts';
import { listDirectives } from '../../../db/directives/directives.ts';
import { findIndicators } from '../../../db/reports/obligations.ts';
import { insertReport, type Submission } from '../../../db/reports/reports.ts';
import { listUnits } from '../../../db/roster/units.ts';
import {
  accounts,
  assignments,
  duties,
  groups,
  inbox,
  messages,
  obligations,
  outbox,
  people,
  rounds,
  unitRoles,
} from '../../../db/schema/tables.ts';

export const at = (time: string): Date => new Date(`${time}+07:00`);
export const now = at('2026-03-12T08:30:00');

const schools = 70;
const communes = 26;

/** The roster: an issuing committee, six offices, communes, a town, a company, and schools below an office. */
function rosterCsv(communeCount = communes, schoolCount = schools): string {
  const rows = [
    'code,name,kind,parent,aliases,staff,head_name,head_title,phone',
    'UB,Ủy ban nhân dân huyện Đông Hà,district,,UBND huyện,,,Chủ tịch UBND huyện,',
    'VP,Văn phòng HĐND và UBND,office,UB,,14,,Chánh Văn phòng,0900000001',
    'VHTT,Phòng Văn hóa và Thông tin,office,UB,PVHTT;Phòng VH&TT,7,Nguyễn Thị Ví Dụ,Trưởng phòng,',
    'GDDT,Phòng Giáo dục và Đào tạo,office,UB,Phòng GD&ĐT;PGDĐT,12,,Trưởng phòng,',
    'YT,Phòng Y tế,office,UB,PYT,5,,Trưởng phòng,',
    'VT,Viễn thông Đông Hà,telecom,UB,,40,,Giám đốc,',
    'TT-01,UBND thị trấn Đông Hà,town,UB,,24,,Chủ tịch UBND thị trấn,',
  ];
  for (let n = 1; n <= communeCount; n++)
    rows.push(`XA-${String(n).padStart(2, '0')},UBND xã Đông Hưng ${n},commune,UB,,${18 + (n % 9)},,Chủ tịch UBND xã,`);
  for (let n = 1; n <= schoolCount; n++)
    rows.push(`TH-${String(n).padStart(2, '0')},Trường Tiểu học Số ${n},school,GDDT,,${30 + (n % 7)},,Hiệu trưởng,`);
  return `${rows.join('\n')}\n`;
}

const text = 'Các đơn vị báo cáo kết quả trước ngày 10/3/2026; kỳ tiếp theo báo cáo lúc 16 giờ hằng ngày.';

const beforeTenth = { rule: 'before-day', date: '2026-03-10', quote: 'trước ngày 10/3/2026' };

/** One task, and a report of five indicators and a note. */
const directiveJson = (
  text: string,
  kinds: { told: string[]; reporting: string[] },
  deadline: object = beforeTenth,
): string =>
  JSON.stringify({
    type: 'công văn',
    number: '45/UBND-VHTT',
    date: '2026-03-02',
    subject: 'tăng cường chuyển đổi số trong hoạt động của cơ quan nhà nước',
    issuer: 'UB',
    text,
    tasks: [{ key: 't1', section: '1', text, span: [0, text.length], audience: { kinds: kinds.told } }],
    duties: [
      {
        key: 'bao-cao',
        title: 'Báo cáo kết quả',
        audience: { kinds: kinds.reporting },
        reportTo: 'VHTT',
        deadline,
        denominator: {
          key: 'canbo',
          label: 'Số cán bộ',
          fullLabel: 'Tổng số cán bộ, công chức, viên chức',
          unit: 'người',
          fromRoster: true,
        },
        indicators: [
          { key: 'chu-ky-so', label: 'Có chữ ký số', kind: 'count' },
          { key: 'tai-khoan', label: 'Có tài khoản dịch vụ công', kind: 'count' },
          { key: 'tap-huan', label: 'Đã tập huấn', kind: 'yes-no' },
          { key: 'hinh-thuc', label: 'Hình thức', kind: 'choice', options: ['Trực tiếp', 'Trực tuyến'] },
          { key: 'de-nghi', label: 'Đề nghị hỗ trợ', kind: 'text' },
        ],
        noteLabel: 'Ghi chú',
      },
    ],
  });

/** Imports a roster and a directive to its units; returns the directive's id. */
export async function importOffice(
  db: Db,
  rosterText: string,
  directive: { text: string; told: string[]; reporting: string[]; deadline?: object | undefined },
  issuedAt: Date,
): Promise<number> {
  const roster = await importRoster(db, rosterText, issuedAt, { isDryRun: false });
  if (roster.errors.length > 0) throw new Error(JSON.stringify(roster.errors));
  const imported = await importDirective(db, directiveJson(directive.text, directive, directive.deadline), issuedAt);
  if (!imported.ok) throw new Error(imported.error);
  return imported.value.id;
}

/** Issues a directive as the command line does. */
export async function issueAt(db: Db, id: number, issuedAt: Date): Promise<void> {
  const links = {
    to: () => 'https://chidao.example.vn/files/x',
    handed: (subject: string) => ({
      code: hashCode(subject),
      link: `https://chidao.example.vn/c/${hashCode(subject)}`,
    }),
    opening: () => [],
  };
  const clock = { civil: () => issuedAt, machine: () => issuedAt };
  const auditor = createAuditor(createSeal(Buffer.alloc(32, 1)), clock.civil);
  const terms = termsOf({ budgets: {}, freeReplies: 8 });
  const transact = createTransact({ db, clock, auditor, terms, links, vault: createVault(Buffer.alloc(32, 1)) });
  const issued = await transact((work) => issueDirective(work, { via: 'command', by: null }, id));
  if (!issued.ok) throw new Error(String(issued.error));
}

const reporting = ['office', 'town', 'commune', 'school'];

/**
 * Fills the database: every ninth unit owes, every eleventh is excused, every seventh reported late, every fifth corrected
 * its figures once. Returns the directive's id.
 */
export async function seed(
  db: Db,
  options: { communes?: number; schools?: number; deadline?: object } = {},
): Promise<number> {
  const issuedAt = at('2026-03-02T08:00:00');
  const { deadline } = options;
  const directive = { text, told: [...reporting, 'telecom'], reporting, deadline };
  const id = await importOffice(db, rosterCsv(options.communes, options.schools), directive, issuedAt);
  const units = (await listUnits(db, civilDate(issuedAt))).filter((unit) => unit.code !== 'UB');
  const holders = await db
    .insert(people)
    .values(units.map((unit) => ({ name: `Người báo cáo ${unit.code}`, createdAt: issuedAt })))
    .returning({ id: people.id });
  const registered = units.flatMap((unit, index) =>
    index % 13 === 12 ? [] : [{ unitId: unit.id, personId: holders[index]?.id ?? 0, address: String(1000 + index) }],
  );
  await db.insert(accounts).values(
    registered.map(({ personId, address }) => ({
      channel: 'telegram' as const,
      address,
      name: 'x',
      personId,
      lastSeenAt: issuedAt,
    })),
  );
  await db.insert(unitRoles).values(
    registered.map(({ personId, unitId }) => ({
      personId,
      unitId,
      role: 'head' as const,
      state: 'agreed' as const,
      from: issuedAt,
    })),
  );
  await db
    .insert(groups)
    .values({ channel: 'telegram', address: '-1', title: 'Nhóm chỉ đạo', issuerId: units[0]?.parentId ?? 0 });
  await issueAt(db, id, issuedAt);
  await deliver(db, issuedAt);
  await report(
    db,
    id,
    units,
    holders.map((h) => h.id),
  );
  return id;
}

async function deliver(db: Db, issuedAt: Date): Promise<void> {
  const sentAt = new Date(issuedAt.getTime() + 5000);
  await db.update(outbox).set({ state: 'sent', externalId: sql`'tg-' || ${outbox.id}`, settledAt: sentAt });
  const told = db.select({ id: messages.delivers }).from(messages);
  await db.update(assignments).set({ deliveredAt: sentAt }).where(inArray(assignments.id, told));
  await db.insert(messages).values({
    meaning: 'directive-1:group:reminder:once:P1D',
    recipientType: 'group',
    recipientId: 1,
    directiveId: 1,
    slot: 'P1D',
    kind: 'group',
    body: { text: 'Nhắc', choices: [], choiceStyle: 'menu' },
    createdAt: at('2026-03-09T08:00:00'),
  });
}

async function report(
  db: Db,
  directiveId: number,
  units: { id: number; code: string; staff: number | null }[],
  personIds: number[],
): Promise<void> {
  const [duty] = await db.select().from(duties).where(eq(duties.directiveId, directiveId));
  const form: Indicator[] = (await findIndicators(db, [duty?.id ?? 0])).get(duty?.id ?? 0) ?? [];
  if (form.length === 0)
    throw new Error(`directive ${directiveId} of ${(await listDirectives(db)).length} has no form`);
  for (const [index, unit] of units.entries()) {
    const owed = await db.select().from(obligations).where(eq(obligations.unitId, unit.id)).orderBy(obligations.id);
    for (const [round, { id }] of owed.entries()) {
      if (index % 11 === 10) await db.update(obligations).set({ state: 'excused' }).where(eq(obligations.id, id));
      if (index % 9 === 8 || index % 11 === 10) continue;
      const hour = 8 + (index % 9);
      const first =
        index % 7 === 6
          ? at('2026-03-11T09:15:00')
          : at(`2026-03-0${3 + (index % 7)}T${String(hour).padStart(2, '0')}:20:00`);
      for (const base of index % 5 === 4 ? [0, 1] : [0])
        await submit(
          db,
          id,
          base,
          unit,
          personIds[index] ?? 0,
          new Date(first.getTime() + (base + round * 24) * 3_600_000),
          index + base,
        );
    }
    if (index % 3 > 0)
      await db
        .update(assignments)
        .set({ acknowledgedAt: at('2026-03-02T09:00:00'), acknowledgedBy: personIds[index] ?? 0 })
        .where(and(eq(assignments.unitId, unit.id), eq(assignments.directiveId, directiveId)));
  }
}

async function submit(
  db: Db,
  obligationId: number,
  base: number,
  unit: { code: string; staff: number | null },
  personId: number,
  when: Date,
  n: number,
): Promise<void> {
  const staff = unit.staff ?? 10;
  const [mail] = await db
    .insert(inbox)
    .values({
      channel: 'telegram',
      externalId: `update-${obligationId}-${base}`,
      inbound: {
        kind: 'text',
        channel: 'telegram',
        externalId: `update-${obligationId}-${base}`,
        from: { address: 'x', name: 'x' },
        text: 'Đúng, gửi',
      },
      receivedAt: when,
      state: 'done',
    })
    .returning({ id: inbox.id });
  const duty = db
    .select({ id: rounds.dutyId })
    .from(obligations)
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .where(eq(obligations.id, obligationId));
  const asked = [...(await findIndicators(db, duty)).values()].flat();
  const number = (value: number) => ({ type: 'number' as const, value });
  const report: Submission = {
    obligationId,
    base,
    personId,
    isOnBehalf: n % 17 === 3,
    note: n % 10 === 1 ? '=HYPERLINK("http://a.vn";"bấm")' : null,
    saidNoNote: false,
    indicators: asked,
    answers: {
      canbo: number(staff),
      'chu-ky-so': number(n % 12 === 0 ? 0 : Math.max(0, staff - (n % 6))),
      'tai-khoan': number(Math.floor(staff / 2)),
      'tap-huan': number(n % 4 === 0 ? 0 : 1),
      'hinh-thuc': { type: 'text', value: n % 2 === 0 ? 'Trực tiếp' : 'Trực tuyến' },
      'de-nghi': { type: 'text', value: n % 2 === 0 ? 'Không' : '+84 cần thêm máy quét' },
    },
    inboxId: mail?.id ?? 0,
  };
  await db.transaction((tx) => insertReport(tx, report, when));
}
