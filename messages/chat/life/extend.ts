/** More time to report: asked for, given, refused. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { Choice } from '../../../core/delivery/layout.ts';
import { deadlineUntil } from '../../../core/directives/life/extend.ts';
import type { ExtensionRequest } from '../../../core/directives/life/request.ts';
import type { SaidDay } from '../../../core/language/day.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { dayOffOn } from '../../../core/time/calendar.ts';
import { dayOffLines, dayOffSaid, moment, namesOf } from '../../words/format.ts';
import { directiveName, directiveTitle, reportChoice } from '../directive.ts';

/** The deadline that a day comes to. */
export const deadlineSaid = (until: SaidDay): Date => deadlineUntil(until).due;

export const whoQuestion = (): Saying => ({
  text: 'Cho đơn vị nào? ‹Đồng chí› gõ tên đơn vị (nhiều đơn vị thì cách nhau dấu phẩy), hoặc chọn tất cả.',
  choices: [
    { id: 'everybody', label: 'Tất cả các đơn vị' },
    { id: 'cancel', label: 'Không' },
  ],
});

export const untilQuestion = (): string => 'Gia hạn đến ngày nào? Ví dụ: 15/9, hoặc 10h ngày 15/9.';
export const reasonQuestion = (): string => 'Đề nghị ‹đồng chí› nêu lý do.';
export const dayUnclear = (): string => 'Hệ thống chưa đọc được ngày, đề nghị nhập lại (ví dụ 15/9/2021).';
export const unitUnknown = (said: string): string =>
  `Không có đơn vị "${said.slice(0, 60)}" phải báo cáo theo văn bản này.`;
export const severalMeant = (said: string, units: readonly UnitRef[]): string =>
  `"${said.slice(0, 60)}" có thể là ${namesOf(units, 5)}; đề nghị gõ đủ tên.`;

type Told = {
  unit: UnitRef;
  directive: { number: string; date: string | null; subject: string };
  before: Date;
  due: Date;
  reason: string;
  /** The report that is still owed. */
  owed: number | undefined;
};

/** What the people of a unit are told once it has more time. */
export const extensionTold = ({ unit, directive, before, due, reason, owed }: Told): Saying => ({
  text: [
    `${directiveTitle(directive)} V/v ${directive.subject}: ${unit.name} được gia hạn báo cáo đến ${moment(due)} (hạn trước: ${moment(before)}).`,
    `Lý do: ${reason}.`,
  ].join('\n'),
  choices: owed === undefined ? [] : [reportChoice(owed)],
});

/** What a unit that asks is told at once. */
export const requestSent = (unit: UnitRef, until: SaidDay, due: Date): string =>
  `Hệ thống đã chuyển đề nghị gia hạn của ${unit.name} đến ${moment(deadlineSaid(until))}. Hạn hiện tại ${moment(due)} giữ nguyên cho đến khi có trả lời.`;

export const requestUntilQuestion = (): string => '‹Đồng chí› xin gia hạn đến ngày nào? Ví dụ: 15/9.';
export const requestReasonQuestion = (): string => 'Đề nghị ‹đồng chí› nêu lý do xin gia hạn.';
export const requestNotLater = (due: Date): string =>
  `Hạn hiện tại là ${moment(due)}; đề nghị ‹đồng chí› nêu ngày muộn hơn.`;
export const requestDropped = (): string => 'Hệ thống chưa chuyển đề nghị nào; hạn báo cáo giữ nguyên.';
export const nothingToExtend = (): string => 'Hiện không có báo cáo nào phải gửi nên không cần gia hạn.';
export const whichToExtend = (
  those: { id: number; unit: UnitRef; directive: { number: string; date: string | null } }[],
): Saying => ({
  text: '‹Đồng chí› xin gia hạn báo cáo nào?',
  choices: those
    .slice(0, 8)
    .map((o) => ({ id: `o:${o.id}`, label: `${o.unit.name} – ${directiveName(o.directive)}`.slice(0, 60) })),
});

/** A request, to whoever may decide it; the words that decide it stand alone where it is the only one. */
export const requestAsked = (request: ExtensionRequest): Saying => ({
  text: [
    `${request.unit.name} (${request.by}) xin gia hạn báo cáo theo ${directiveName(request.directive)} đến ${moment(deadlineSaid(request.until))} (hạn hiện tại: ${moment(request.due)}).`,
    `Lý do: ${request.reason}.`,
    ...dayOffLines([dayOffOn(request.until.date)]),
    'Đồng ý gia hạn?',
  ].join('\n'),
  choices: [
    { id: `/dongygiahan ${request.id}`, label: 'Đồng ý' },
    { id: `/khonggiahan ${request.id}`, label: 'Không đồng ý' },
  ],
});

/** To a yes or a no in other words than those of the choices. */
export const decideInWords = (choices: Choice[]): Saying => ({
  text: 'Đề nghị ‹đồng chí› gõ "Đồng ý" để gia hạn, hoặc "Không đồng ý" để giữ nguyên hạn.',
  choices,
});

/** " (hạn ngày 12/9/2026 rơi vào thứ Bảy)". */
const dayOffBeside = ({ date }: SaidDay): string => {
  const dayOff = dayOffOn(date);
  return dayOff ? ` (${dayOffSaid(dayOff)})` : '';
};

export const noRequests = (): string => 'Không có đề nghị gia hạn nào chờ trả lời.';
export const requestGone = (): string => 'Đề nghị này đã được trả lời hoặc không còn cần trả lời.';

/** Several wait: each is decided by a choice of its own. */
export function requestList(requests: readonly ExtensionRequest[], isGranted: boolean): Saying {
  const [command, word] = isGranted ? ['dongygiahan', 'Gia hạn'] : ['khonggiahan', 'Không gia hạn'];
  return {
    text: [
      'Các đề nghị gia hạn chờ trả lời:',
      ...requests.map(
        (r) => `- ${r.unit.name}: đến ${moment(deadlineSaid(r.until))}${dayOffBeside(r.until)}; lý do: ${r.reason}.`,
      ),
    ].join('\n'),
    choices: requests
      .slice(0, 10)
      .map((r) => ({ id: `/${command} ${r.id}`, label: `${word} ${r.unit.name}`.slice(0, 60) })),
  };
}

export const requestGranted = (request: ExtensionRequest): string =>
  `Đã gia hạn cho ${request.unit.name} đến ${moment(deadlineSaid(request.until))} và báo cho đơn vị.`;
export const requestRefused = (request: ExtensionRequest): string =>
  `Đã báo ${request.unit.name}: không gia hạn, hạn giữ nguyên ${moment(request.due)}.`;

/** What a unit is told whose request was not granted. */
export const refusalTold = (request: ExtensionRequest): string =>
  `Đề nghị gia hạn của ${request.unit.name} theo ${directiveName(request.directive)} chưa được đồng ý; hạn báo cáo giữ nguyên ${moment(request.due)}.`;
