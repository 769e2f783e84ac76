/** What staff read when something is done to a directive. */
import type { Saying } from '../../../core/conversation/context.ts';
import { type StandingInView, waysOf } from '../../../core/conversation/preview.ts';
import type { ChangeAct, ChangeOrder, ChangePlan } from '../../../core/directives/life/change.ts';
import { type DirectiveStanding, isOwedBy, unitsOf } from '../../../core/directives/life/standing.ts';
import { dayOffOn } from '../../../core/time/calendar.ts';
import { capital, count, dayOffLines, moment, namesOf } from '../../words/format.ts';
import { submissionPreview } from '../consolidation/part.ts';
import { directiveName, numberOf } from '../directive.ts';
import { chaseCost } from './chase.ts';
import { deadlineSaid } from './extend.ts';

/** A directive as it is called where something is done to it. */
const named = (standing: Pick<DirectiveStanding, 'number' | 'date' | 'subject'>): string =>
  `${directiveName(standing)} V/v ${standing.subject}`;

const nothing: Record<ChangeAct, string> = {
  number: 'Chưa có văn bản nào để ghi số.',
  extend: 'Hiện không có văn bản nào đang thực hiện để gia hạn.',
  excuse: 'Hiện không có văn bản nào đang thực hiện để miễn báo cáo.',
  owe: 'Hiện không có văn bản nào đang thực hiện.',
  chase: 'Hiện không có văn bản nào đang thực hiện để nhắc.',
  return: 'Hiện không có báo cáo nào để trả lại.',
  consolidate: 'Hiện không có văn bản nào mà đơn vị của ‹đồng chí› phải tổng hợp.',
  close: 'Hiện không có văn bản nào đang thực hiện để kết thúc.',
  reopen: 'Hiện không có văn bản nào đã kết thúc để mở lại.',
  recall: 'Hiện không có văn bản nào đã phát hành để thu hồi.',
};
export const noneToChange = (act: ChangeAct): string => nothing[act];

export const whichToChange = (standings: readonly DirectiveStanding[]): Saying => ({
  text: '‹Đồng chí› chọn văn bản nào?',
  choices: standings.map((d) => ({ id: `d:${d.id}`, label: `${numberOf(d.number)} – ${d.subject}`.slice(0, 60) })),
});

export const directiveUnclear = (): string =>
  'Hệ thống chưa rõ văn bản nào. Đề nghị ‹đồng chí› chọn hoặc gõ số văn bản.';
export const changeCancelled = (): string => 'Hệ thống chưa thay đổi gì.';
export const changeNotSure = (): string =>
  'Hệ thống chưa rõ trả lời của ‹đồng chí› nên chưa thay đổi gì. Đề nghị ‹đồng chí› trả lời có hoặc không.';
export const changeGone = (): string =>
  'Việc này đã được làm hoặc không còn thuộc quyền của ‹đồng chí›. Gõ /vanban để xem danh sách.';

/** So many units are named. */
const mostNamed = 5;

/** The units that an order is about, by name. */
const unitsNamed = (units: readonly number[] | null, standing: DirectiveStanding): string =>
  units === null ? 'tất cả các đơn vị' : namesOf(unitsOf({ debts: standing.debts.filter(isOwedBy(units)) }), mostNamed);

/** What an order does, in a sentence that a question or a receipt goes on with. */
function sentenceOf(
  order: Exclude<ChangeOrder, { act: 'number' }>,
  plan: ChangePlan,
  standing: DirectiveStanding,
): string {
  const everybody = 'units' in order && order.units === null;
  const whom = unitsNamed(everybody || !('units' in plan) ? null : plan.units, standing);
  switch (order.act) {
    case 'chase':
      return `nhắc ${whom} chưa báo cáo theo ${named(standing)}`;
    case 'return':
      return `trả lại báo cáo của ${whom} theo ${named(standing)}`;
    case 'consolidate':
      return `gửi báo cáo tổng hợp theo ${named(standing)}`;
    case 'close':
      return `kết thúc ${named(standing)}`;
    case 'reopen':
      return `mở lại ${named(standing)}`;
    case 'recall':
      return `thu hồi ${named(standing)}`;
    case 'extend':
      return `gia hạn báo cáo theo ${named(standing)} cho ${whom} đến ${moment(deadlineSaid(order.until))}`;
    case 'excuse':
      return `miễn báo cáo theo ${named(standing)} cho ${whom}`;
    case 'owe':
      return `bỏ miễn, yêu cầu ${whom} báo cáo theo ${named(standing)}`;
  }
}

const words: Record<ChangeAct, string> = {
  number: 'Ghi số',
  extend: 'Gia hạn',
  excuse: 'Miễn báo cáo',
  owe: 'Bỏ miễn',
  chase: 'Nhắc',
  return: 'Trả lại',
  consolidate: 'Gửi',
  close: 'Kết thúc',
  reopen: 'Mở lại',
  recall: 'Thu hồi',
};

const chaseWithout = 'Muốn kèm lời nhắn, ‹đồng chí› gõ câu đó.';

/** What is about to be done, and how many are told of it. */
export function changePreview(order: ChangeOrder, plan: ChangePlan, standing: StandingInView, now: Date): Saying {
  const word = words[order.act];
  const choices = [
    { id: 'do', label: word },
    { id: 'cancel', label: 'Không' },
  ];
  if (order.act === 'chase' && plan.type === 'chased') {
    const words = order.reason === null ? chaseWithout : `Kèm lời nhắn: ${order.reason}`;
    const whom = `Nhắc ${count(plan.told.length)} đơn vị chưa báo cáo theo ${named(standing)}: ${unitsNamed(plan.told, standing)}.`;
    return { text: [whom, ...chaseCost(plan.told, standing, now), words, 'Nhắc ngay?'].join('\n'), choices };
  }
  if (order.act === 'consolidate' && standing.view) return { text: submissionPreview(standing.view), choices };
  if (order.act === 'number') return { text: `Ghi số ${numberOf(order.number)}?`, choices };
  return {
    text: [
      `${capital(sentenceOf(order, plan, standing))}.`,
      ...(order.reason === null ? [] : [`Lý do: ${order.reason}.`]),
      ...(order.act === 'extend' ? dayOffLines([dayOffOn(order.until.date)]) : []),
      `${effectOf(plan, standing)} ${word}?`,
    ].join('\n'),
    choices,
  };
}

/** How many units would be told, and which have nobody who can be. */
function tellsUnits(units: readonly number[], standing: StandingInView): string {
  const without = withoutWay(units, standing);
  const reached = units.length - without.length;
  return [
    ...(reached > 0 || without.length === 0 ? [`Hệ thống sẽ báo cho ${count(reached)} đơn vị.`] : []),
    ...notTold(without, standing),
  ].join(' ');
}

/** Of these units those of which nobody can be told anything now. */
const withoutWay = (units: readonly number[], { ways }: StandingInView): number[] =>
  waysOf(units, ways?.units ?? []).flatMap(({ unit, people }) => (people.length === 0 ? [unit] : []));

const notTold = (units: readonly number[], standing: StandingInView): string[] =>
  units.length === 0
    ? []
    : [`Hiện không nhắn được cho ${unitsNamed(units, standing)}; đề nghị ‹đồng chí› báo bằng cách khác.`];

/** Who would be told, and what would end. */
function effectOf(plan: ChangePlan, standing: StandingInView): string {
  const { told, owing } = standing;
  switch (plan.type) {
    case 'closed':
      return `Còn ${count(owing)} báo cáo chưa gửi. Hệ thống gửi bản tổng hợp cuối cho lãnh đạo và thôi nhắc; báo cáo muộn chỉ chuyên viên ghi, kèm lý do.`;
    case 'reopened':
      return `Còn ${count(owing)} báo cáo chưa gửi; hệ thống lại nhận báo cáo và nhắc theo lịch.`;
    case 'recalled':
      return `Hệ thống sẽ báo cho ${count(told)} người và nhóm đã nhận. Văn bản đã thu hồi không mở lại được.`;
    case 'numbered':
      return '';
    default:
      return tellsUnits(plan.told, standing);
  }
}

/** What follows from it. */
const then: Record<Exclude<ChangeAct, 'number'>, string> = {
  extend: 'Việc nhắc và tổng hợp theo hạn mới.',
  excuse: 'Đơn vị không bị nhắc và không tính là chưa báo cáo.',
  owe: 'Đơn vị lại được nhắc theo lịch.',
  return: 'Đơn vị phải báo cáo lại; số liệu cũ không còn được tính.',
  consolidate: 'Đơn vị nào báo cáo sau, hệ thống hỏi ‹đồng chí› mỗi ngày một lần để gửi bổ sung.',
  chase: 'Đơn vị báo cáo trước khi tin được gửi thì không nhận tin.',
  close:
    'Lãnh đạo nhận bản tổng hợp cuối; hệ thống không nhắc nữa. Ghi báo cáo muộn: /baocao ĐƠN_VỊ lý do …; mở lại: /molai.',
  reopen: 'Các đơn vị lại báo cáo được và được nhắc theo lịch.',
  recall: 'Mọi người đã nhận văn bản được báo.',
};

/** What was done, to whoever did it. */
export const changeDone = (order: ChangeOrder, plan: ChangePlan, standing: StandingInView): string =>
  order.act === 'number'
    ? `Đã ghi: ${named({ ...standing, number: order.number, date: order.date })}. Các tin và báo cáo từ nay dùng số này.`
    : `Đã ${sentenceOf(order, plan, standing)}. ${[then[order.act], ...('told' in plan ? notTold(withoutWay(plan.told, standing), standing) : [])].join(' ')}`;
