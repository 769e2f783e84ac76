/** The Vietnamese guide quotes what the program says: every quoted line is held against the sentences themselves. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Saying } from '../core/conversation/context.ts';
import type { IssuePreview } from '../core/conversation/preview.ts';
import type { AssignmentFact } from '../core/directives/assignment.ts';
import type { Summary } from '../core/figures/summary.ts';
import type { ProgressForm } from '../core/progress/form.ts';
import type { GroupTold } from '../core/progress/heard.ts';
import type { Indicator, ObligationFact } from '../core/reports/obligation.ts';
import type { Answers } from '../core/reports/report.ts';
import type { RoleFact } from '../core/roster/person.ts';
import { acknowledged } from '../messages/chat/acknowledge.ts';
import { tasksMessage } from '../messages/chat/directive.ts';
import { drillChoices } from '../messages/chat/drill-down/view.ts';
import { staleTap } from '../messages/chat/help.ts';
import { amendmentTold } from '../messages/chat/life/amend.ts';
import { recallTold } from '../messages/chat/life/end.ts';
import { extensionTold, requestAsked, requestSent } from '../messages/chat/life/extend.ts';
import { takenOver } from '../messages/chat/people/delegation.ts';
import { progressReceipt } from '../messages/chat/progress/answers.ts';
import { progressReadBack } from '../messages/chat/progress/asking.ts';
import { agreed, notice } from '../messages/chat/registration.ts';
import * as report from '../messages/chat/report.ts';
import { askWhat, scanReceived } from '../messages/chat/signed.ts';
import { preview } from '../messages/chat/staff.ts';
import { summaryMessage } from '../messages/chat/summary.ts';
import { addressedTo } from '../messages/words/address.ts';

const at = (civil: string): Date => new Date(`${civil}:00+07:00`);
const now = at('2021-09-06T08:00');
const quote = 'trước ngày 10/9/2021';
const times = { due: at('2021-09-09T17:00'), overdueFrom: at('2021-09-11T00:00') };

const issuer = { id: 1, code: 'UBND-HUYEN', name: 'Ủy ban nhân dân huyện Quảng Xương' };
const subject = 'tăng cường sử dụng ứng dụng công nghệ trong phòng, chống dịch Covid-19';
const directive = {
  id: 1,
  type: 'công văn',
  number: '/UBND-VH&TT',
  date: null,
  subject,
  basis: 'Công văn số 13341/UBND-CNTT ngày 30/8/2021 của UBND tỉnh Thanh Hóa',
  issuer,
};
const collector = { id: 5, code: 'PHONG-VHTT', name: 'Phòng Văn hóa và Thông tin' };
const commune = { id: 2, code: 'XA-QUANG-BINH', name: 'UBND xã Quảng Bình', headTitle: 'Chủ tịch UBND xã', staff: 22 };
const office = { id: 3, code: 'PHONG-YTE', name: 'Phòng Y tế', headTitle: 'Trưởng phòng', staff: 5 };

const indicator = (id: number, key: string, label: string, fullLabel: string | null = null): Indicator => ({
  id,
  key,
  label,
  fullLabel,
  kind: 'count',
  options: [],
  isDenominator: key === 'cbccvc',
  fromRoster: key === 'cbccvc',
});
const indicators = [
  indicator(1, 'cbccvc', 'Số CBCCVC'),
  indicator(2, 'bluezone', 'Bluezone', 'Số người đã cài đặt Bluezone'),
  indicator(3, 'qr', 'QR', 'Số người đã quét mã QR'),
  indicator(4, 'smart', 'Smart Thanh Hóa', 'Số người đã cài đặt Smart Thanh Hóa'),
] as const;
const [staffCount, bluezone, qr, smart] = indicators;

const obligationOf = (unit: ObligationFact['unit']): ObligationFact => ({
  ...times,
  id: 1,
  directive,
  unit,
  title: '',
  reportTo: collector,
  inWriting: true,
  indicators: [...indicators],
  noteLabel: 'Khó khăn, kiến nghị',
  roundKey: 'once',
  quote,
  opensAt: now,
  closesAt: null,
  state: 'owed',
  current: null,
});
const owed = obligationOf(commune);
const assignment: AssignmentFact = { id: 1, directive, unit: commune, acknowledged: null, asksProgress: true };
const firstSection: ProgressForm = { id: 1, directive, unit: commune, tasks: [] };
const told: GroupTold[] = [
  {
    section: '1',
    place: null,
    tasks: [1, 2, 3, 4],
    text: 'Khẩn trương đăng ký “Điểm kiểm dịch” và áp dụng quét mã QR tại từng trụ sở do mình quản lý;',
    needsProof: false,
    value: { state: 'doing', percent: '60' },
  },
];
const head: RoleFact = { id: 1, role: 'head', state: 'asked', unit: commune };

const figures = (...values: number[]): Answers =>
  Object.fromEntries(values.map((value, i) => [indicators[i]?.key, { type: 'number', value }]));

const planned: IssuePreview = {
  ...directive,
  groups: [
    { kind: 'office', units: 12 },
    { kind: 'centre', units: 5 },
    { kind: 'town', units: 1 },
    { kind: 'commune', units: 25 },
    { kind: 'school', units: 68 },
    { kind: 'telecom', units: 3 },
  ],
  units: 114,
  reporting: 111,
  taken: [],
  messages: 1,
  budgets: [],
  unreachable: 0,
  unregistered: 113,
  due: times.due,
};

const total = (of: Indicator, sum: number, base: number) => ({
  key: of.key,
  label: of.label,
  kind: of.kind,
  total: sum,
  of: base,
  units: base > 0 ? 2 : 0,
});
const summary: Summary = {
  directive,
  round: { id: 1, key: 'once', quote, ...times },
  units: {
    assigned: 114,
    delivered: 1,
    acknowledged: 1,
    reporting: 111,
    reported: 2,
    onTime: 2,
    excused: 0,
    signed: 0,
    unreachable: 113,
  },
  indicators: [total(bluezone, 26, 28), total(qr, 25, 28), total(smart, 5, 28)],
  consolidations: [
    {
      unit: { id: 4, code: 'PHONG-GDDT', name: 'Phòng Giáo dục và Đào tạo' },
      reporting: 68,
      reported: 0,
      indicators: [total(bluezone, 0, 0), total(qr, 0, 0), total(smart, 0, 0)],
    },
  ],
  next: { reminder: new Date('2021-09-06T08:00:00+07:00'), summary: new Date('2021-09-08T08:00:00+07:00') },
  missing: { count: 0, first: [] },
  unreachable: { count: 0, first: [], reasons: {} },
};

const numbered = { ...directive, number: '45/UBND-VH&TT', date: '2021-09-06' };
const until = { date: '2021-09-15', time: null };
const later = at('2021-09-15T17:00');
const moved = {
  type: 'deadline',
  title: 'Số liệu',
  due: at('2021-09-14T17:00'),
  quote: 'trước ngày 15/9/2021',
  before: times.due,
} as const;

const answers = figures(23, 22, 20, 0);
const said: (string | Saying)[] = [
  notice([head], { offices: ['UBND huyện Quảng Xương'], contact: null, keptDays: 365 }),
  agreed([head]),
  tasksMessage(assignment, { tasks: [], obligations: [owed] }, now),
  acknowledged([assignment], [owed], now),
  report.ask(owed, staffCount, {}),
  report.noted(owed, staffCount, figures(23)),
  report.ask(owed, bluezone, figures(23)),
  report.noted(owed, bluezone, figures(23, 22)),
  report.ask(owed, qr, figures(23, 22)),
  report.noted(owed, qr, figures(23, 22, 20)),
  report.ask(owed, smart, figures(23, 22, 20)),
  report.zero(smart),
  report.noteQuestion('Khó khăn, kiến nghị'),
  report.readBack(owed, answers, 'hạ tầng yếu'),
  report.receipt(owed, answers, { now, revision: 1, isOnBehalf: false }),
  report.receipt(owed, answers, { now, revision: 2, isOnBehalf: false }),
  progressReadBack(firstSection, told),
  progressReceipt(firstSection, told, { owed: [owed], now }),
  askWhat(owed),
  scanReceived(owed),
  report.onBehalf(obligationOf(office)),
  report.ask(obligationOf(office), staffCount, {}),
  preview(planned),
  { text: summaryMessage(summary, now), choices: drillChoices(summary, true) },
  requestSent(commune, until, times.due),
  extensionTold({ unit: commune, directive: numbered, before: times.due, due: later, reason: 'mất điện', owed: 1 }),
  requestAsked({
    ...{ id: 1, obligation: 1, unit: commune, directive: numbered, by: 'Lê Văn B' },
    ...{ until, reason: 'mất điện', due: times.due },
  }),
  amendmentTold({
    ...{ directive: numbered, unit: commune, reason: 'mưa bão', names: new Map(), debt: owed },
    amendment: { code: commune.code, isNew: false, isDropped: false, changes: [moved] },
  }),
  recallTold(numbered, 'ban hành nhầm'),
  takenOver(commune, { directives: 1, obligations: [owed] }),
];

const sayings = said.map((each): Saying => (typeof each === 'string' ? { text: each } : each));
const lines = new Set(sayings.flatMap(({ text }) => addressedTo(text).split('\n')));
const labels = new Set(sayings.flatMap(({ choices }) => choices ?? []).map((choice) => choice.label));

const guide = readFileSync(join(import.meta.dirname, '../docs/huong-dan.md'), 'utf8');
const quoted = [...guide.matchAll(/^> ?(.*)$/gm)]
  .map(([, line = '']) => line.replace(/\\$/, '').replace(/^\\-/, '-').trim())
  .filter((line) => line !== '' && line !== '…');

test('every line that the guide quotes is said by the program, word for word', () => {
  const ofProgram = quoted.filter((line) => !line.startsWith('▸') && !line.startsWith('['));
  expect(ofProgram.length).toBeGreaterThan(40);
  expect(ofProgram.filter((line) => !lines.has(line))).toEqual([]);
  expect(guide).toContain(`“${staleTap().split('. ')[0]?.replace(/\.?$/, '.')}”`);
});

test('every button that the guide shows is offered by the program', () => {
  const shown = quoted.flatMap((line) => [...line.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1] ?? ''));
  expect(shown.length).toBeGreaterThan(10);
  expect(shown.filter((label) => !labels.has(label))).toEqual([]);
});
