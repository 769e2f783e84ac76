/** What is told of units that stand in some way, one of them, or a section. */
import type {
  AskedCounts,
  LedgerFact,
  ListedUnit,
  UnitContact,
  UnitReport,
} from '../../../core/figures/asked/answer.ts';
import { percentOf, type UnreachableReason } from '../../../core/figures/summary.ts';
import type { AskedStanding } from '../../../core/language/asked/question.ts';
import { unreachableReasons } from '../../words/figures.ts';
import { asSentence, capital, count, moment, namesOf, overdueWords, percent, personNamed } from '../../words/format.ts';
import { sectionCounts } from '../../words/progress.ts';

type Fact<Type extends LedgerFact['type']> = Extract<LedgerFact, { type: Type }>;

const titles: Readonly<Record<AskedStanding, string>> = {
  owing: 'Chưa báo cáo',
  reported: 'Đã báo cáo',
  'on-time': 'Báo cáo đúng hạn',
  late: 'Báo cáo sau hạn',
  overdue: 'Quá hạn chưa báo cáo',
  today: 'Báo cáo trong hôm nay',
  received: 'Đã xác nhận nhận văn bản',
  silent: 'Đã xác nhận nhận văn bản, chưa báo cáo',
  unreceived: 'Chưa xác nhận nhận văn bản',
  unreachable: 'Chưa liên hệ được qua hệ thống',
  excused: 'Được miễn báo cáo',
  extended: 'Được gia hạn',
  'asked-extension': 'Đang xin gia hạn',
  promised: 'Đã hẹn giờ báo cáo',
  'broke-word': 'Đã lỡ hẹn',
  corrected: 'Đã sửa báo cáo',
  remarked: 'Nêu khó khăn, kiến nghị',
};

/** Of which units the count is a part: of those that were given tasks, or of those that are to report. */
const ofAssigned: readonly AskedStanding[] = ['received', 'unreceived', 'unreachable', 'excused'];

/** The instant beside a name is until when, else when. */
const untils: readonly AskedStanding[] = ['extended', 'promised'];
const isUntold: readonly AskedStanding[] = ['reported', 'on-time', 'received'];

/** As many names as a message holds. */
const mostNames = 15;

const share = (part: number, whole: number): string => {
  const value = percentOf(part, whole);
  return value === null ? '' : ` (${percent(value)})`;
};

/** "Trường học: " before what is told of some units alone. */
export const ofKind = (kind: string): string => (kind === '' ? '' : ` (${kind})`);

function listed({ unit, at, note }: ListedUnit, standing: AskedStanding): string {
  const reason = standing === 'unreachable' ? unreachableReasons[note as UnreachableReason] : (note ?? '');
  const time =
    at === null || isUntold.includes(standing) ? '' : `${untils.includes(standing) ? 'đến ' : ''}${moment(at)}`;
  const beside = [time, reason].filter(Boolean).join(', ');
  return beside === '' ? unit.name : `${unit.name} (${beside})`;
}

/** The names of the first of a list, and how many more there are. */
function named(names: readonly string[], all: number): string {
  if (all === 0) return '.';
  const rest = all - names.slice(0, mostNames).length;
  const more = rest > 0 ? ` và ${count(rest)} đơn vị khác` : '';
  return `: ${namesOf(names.slice(0, mostNames), mostNames)}${more}.`;
}

export function unitsText({ standing, counts, list }: Fact<'units'>, of: AskedCounts, kind: string): string {
  const whole = ofAssigned.includes(standing) ? of.assigned : of.reporting;
  const names = counts
    ? '.'
    : named(
        list.units.map((unit) => listed(unit, standing)),
        list.count,
      );
  return `${titles[standing]}${ofKind(kind)}: ${count(list.count)}/${count(whole)} đơn vị${share(list.count, whole)}${names}`;
}

export function orderText({ end, list }: Fact<'order'>, of: AskedCounts, kind: string): string {
  const title = `${end === 'first' ? 'Báo cáo sớm nhất' : 'Báo cáo gần đây nhất'}${ofKind(kind)}`;
  if (list.count === 0) return `${title}: không có dữ liệu, chưa đơn vị nào báo cáo.`;
  const names = list.units.map(({ unit, at }) => `${unit.name}${at ? ` (${moment(at)})` : ''}`);
  return `${title}: ${names.join('; ')}. Đã báo cáo: ${count(list.count)}/${count(of.reporting)} đơn vị.`;
}

const sectionTitles = { all: '', open: 'Chưa xong', done: 'Đã xong', blocked: 'Đang vướng' } as const;

export function sectionText({ only, total, list }: Fact<'section'>, of: AskedCounts, kind: string): string {
  if (only === 'all') return total ? `Mục ${total.section}${ofKind(kind)}: ${sectionCounts(total)}.` : '';
  const whole = total ? total.units - total.na : of.assigned;
  const title = `${sectionTitles[only]}${total ? ` mục ${total.section}` : ''}${ofKind(kind)}`;
  const names = named(
    list.units.map(({ unit, note, isLate }) => {
      const beside = [note ? `vướng: ${note}` : '', isLate ? 'quá hạn' : ''].filter(Boolean).join(', ');
      return beside === '' ? unit.name : `${unit.name} (${beside})`;
    }),
    list.count,
  );
  const unsaid =
    only === 'open' && total && total.unsaid > 0 ? ` Trong đó ${count(total.unsaid)} đơn vị chưa báo tiến độ.` : '';
  return `${title}: ${count(list.count)}/${count(whole)} đơn vị${share(list.count, whole)}${names}${unsaid}`;
}

export function withoutText({ figure, list }: Fact<'without'>, of: AskedCounts, kind: string): string {
  const names = named(
    list.units.map(({ unit }) => unit.name),
    list.count,
  );
  return `Chưa có số liệu ${figure.label}${ofKind(kind)}: ${count(list.count)}/${count(of.reporting)} đơn vị${share(list.count, of.reporting)}${names}`;
}

/** How one unit stands; when and by whom it was reported, and how often corrected. */
export function unitReportText({ report }: Fact<'unit'>, now: Date): string {
  const { unit, state } = report;
  if (state === 'excused') return `${unit.name}: được miễn báo cáo.`;
  return `${unit.name}: ${state === 'owed' ? owedText(report, now) : reportedText(report)}`;
}

function owedText({ due, overdueFrom, acknowledgedAt, first }: UnitReport, now: Date): string {
  const received = acknowledgedAt
    ? `đã xác nhận nhận văn bản lúc ${moment(acknowledgedAt)}`
    : 'chưa xác nhận nhận văn bản';
  const before = first ? ` Đã báo cáo lúc ${moment(first.at)}, nay phải báo cáo lại.` : '';
  return `chưa báo cáo; ${received}. Hạn ${moment(due)}, ${overdueWords(overdueFrom, now)}.${before}`;
}

function reportedText({ first, last, overdueFrom }: UnitReport): string {
  if (!first || !last) return 'đã báo cáo.';
  const time = first.at < overdueFrom ? 'đúng hạn' : 'sau hạn';
  const corrected =
    last.revision > 1
      ? ` Đã sửa ${count(last.revision - 1)} lần, lần cuối lúc ${moment(last.at)}, người gửi: ${personNamed(last.by)}.`
      : ' Chưa sửa lần nào.';
  return `đã báo cáo lúc ${moment(first.at)} (${time}), người gửi: ${personNamed(first.by)}.${corrected}`;
}

export function unitContactText({ unit, headName, headTitle, phone, people }: UnitContact): string {
  const head = [headTitle, headName].filter(Boolean).join(' ');
  const roster = [head, phone].filter(Boolean).join(', ');
  const hasPhone = phone !== null || people.some(({ phone: own }) => own !== null);
  const registered = people.map(({ name, phone: own }) => `${personNamed(name)}${own ? `, ${own}` : ''}`).join('; ');
  return [
    `${unit.name}: ${roster === '' ? 'danh sách đơn vị không có người liên hệ.' : asSentence(capital(roster))}`,
    registered === '' ? 'Chưa có người đăng ký trên hệ thống.' : `Người đã đăng ký: ${registered}.`,
    ...(hasPhone ? [] : ['Chưa có số điện thoại trong danh sách đơn vị.']),
  ].join('\n');
}

/** What holds one unit up. */
export function troublesText({ unit, blocked, remark }: Fact<'troubles'>): string {
  const told = [
    ...(blocked === null ? [] : [`vướng: ${blocked}`]),
    ...(remark === null ? [] : [`khó khăn, kiến nghị trong báo cáo: ${remark}`]),
  ];
  return asSentence(`${unit.name}: ${told.length === 0 ? 'chưa báo vướng mắc, khó khăn nào' : told.join('; ')}`);
}
