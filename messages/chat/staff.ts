/** What staff and leaders read: directives, the preview before issuing, invites. */
import type { Saying } from '../../core/conversation/context.ts';
import type { DirectiveLine, ListedDirective } from '../../core/conversation/directive-line.ts';
import type { IssuePreview } from '../../core/conversation/preview.ts';
import type { Choice } from '../../core/delivery/layout.ts';
import type { DirectiveState } from '../../core/directives/assignment.ts';
import type { MissedTwin } from '../../core/directives/audience.ts';
import { lacksNumber } from '../../core/directives/directive.ts';
import { directiveTag } from '../../core/directives/find.ts';
import type { UnitRef } from '../../core/roster/person.ts';
import { channelName } from '../words/channels.ts';
import { count, day, dayOffLines, moment, namesOf } from '../words/format.ts';
import { kindName } from '../words/unit-kinds.ts';
import { directiveTitle, numberOf } from './directive.ts';

/** So many directives a list names, the newest; each is a choice. */
const mostListed = 10;

const stateWords: Record<DirectiveState, string> = {
  draft: 'chưa phát hành',
  issued: 'đã phát hành',
  closed: 'đã kết thúc',
  recalled: 'đã thu hồi',
};

/** The directives, each with the way on: to its summary, for staff also to its issuing. */
export function directiveList(directives: DirectiveLine[], isStaff: boolean): Saying {
  if (directives.length === 0)
    return { text: `Chưa có văn bản nào.${isStaff ? ' Đề nghị ‹đồng chí› nhờ quản trị viên nạp văn bản.' : ''}` };
  const shown = directives.slice(-mostListed);
  const left = directives.length - shown.length;
  return {
    text: [
      ...shown.map((d) => {
        const reported = `${count(d.reported)}/${count(d.reporting)} đơn vị đã báo cáo`;
        const state = d.state === 'draft' ? stateWords.draft : `${stateWords[d.state]}, ${reported}`;
        return `- Số ${numberOf(d.number)} – ${d.subject}: ${state}.${recurringLine(d)}`;
      }),
      ...(left > 0 ? [`và ${count(left)} văn bản cũ hơn: gõ /tonghop kèm số văn bản.`] : []),
    ].join('\n'),
    choices: shown.flatMap((d) => {
      if (d.state !== 'draft') return [directiveChoice('tonghop', d, 'Tổng hợp ')];
      return isStaff ? [directiveChoice('phathanh', d, 'Phát hành ')] : [];
    }),
  };
}

/** "Báo cáo định kỳ "trước ngày 20 hằng tháng", kỳ tới: 17h00 ngày 18/9/2026." */
const recurringLine = ({ recurring = [] }: DirectiveLine): string =>
  recurring
    .map(({ quote, next }) => ` Báo cáo định kỳ "${quote}", ${next ? `kỳ tới: ${moment(next)}` : 'không còn kỳ nào'}.`)
    .join('');

const directiveChoice = (command: string, { id, number, subject }: ListedDirective, what = '', rest = ''): Choice => ({
  id: `/${command} ${directiveTag(id)}${rest === '' ? '' : ` ${rest}`}`,
  label: `${what}${numberOf(number)} – ${subject}`.slice(0, 60),
});

export const unknownDirective = (said: string): string => `Không có văn bản số ${said.slice(0, 40)}.`;

/** A number that no directive has: which there are. */
export function noSuchDirective(said: string, there: ListedDirective[], command: string): Saying {
  const fitting = there.filter(({ state }) => (command === 'phathanh') === (state === 'draft'));
  const shown = (fitting.length > 0 ? fitting : there).slice(0, mostListed);
  return {
    text:
      shown.length === 0
        ? `${unknownDirective(said)} Hiện chưa có văn bản nào.`
        : [
            `${unknownDirective(said)} Hiện có:`,
            ...shown.map(({ number, subject }) => `- Số ${numberOf(number)} – ${subject}`),
          ].join('\n'),
    choices: fitting.slice(0, mostListed).map((d) => directiveChoice(command, d)),
  };
}

/** A number that several have. */
export const whichDirective = (those: ListedDirective[], command: string, rest: string): Saying => ({
  text: '‹Đồng chí› chọn văn bản nào?',
  choices: those.slice(0, mostListed).map((d) => directiveChoice(command, d, '', rest)),
});

export const notIssuedYet = ({ number }: ListedDirective): string =>
  `Văn bản số ${numberOf(number)} chưa phát hành nên chưa có số liệu.`;

export const nothingToIssue = (): string => 'Không có văn bản nào chờ phát hành. Gõ /vanban để xem danh sách.';

export const pickDraft = (drafts: DirectiveLine[]): Saying => ({
  text: '‹Đồng chí› phát hành văn bản nào?',
  choices: drafts.map((d) => ({
    id: `/phathanh ${directiveTag(d.id)}`,
    label: `${numberOf(d.number)} – ${d.subject}`.slice(0, 60),
  })),
});

/** "Hạn mức Zalo Bot: cần khoảng 388 tin (97 tin giao việc), tháng này còn 1.140 tin." */
function budgetLine({ channel, cost, whole, left }: IssuePreview['budgets'][number]): string {
  const need =
    whole > cost ? `khoảng ${count(whole)} tin cho cả đợt (${count(cost)} tin giao việc)` : `${count(cost)} tin`;
  const lack = whole > left ? ' Không đủ: phần thiếu sẽ đi kênh khác, không còn kênh nào thì cần gọi điện.' : '';
  return `Hạn mức ${channelName(channel)}: cần ${need}, tháng này còn ${count(left)} tin.${lack}`;
}

const missedLine = ({ word, near, codes }: MissedTwin): string =>
  `Lưu ý: nhóm "${word}" không gồm ${count(codes.length)} đơn vị loại "${near}" (${namesOf(codes, 5)}); nếu là một loại, đề nghị sửa danh sách đơn vị trước.`;

/** What units told already, so that it is not asked for nothing. */
const givenLines = (given: NonNullable<IssuePreview['given']>): string[] =>
  given.map(
    ({ label, units, from, until }) =>
      `${label}: ${count(units)} đơn vị đã báo ${day(from) === day(until) ? `ngày ${day(from)}` : `từ ${day(from)} đến ${day(until)}`}; số này được đưa ra để chọn.`,
  );

export const preview = (p: IssuePreview): Saying => ({
  text: [
    `${directiveTitle({ number: p.number, date: null, ...(p.type !== undefined && { type: p.type }) })}: ${p.subject}`,
    ...(lacksNumber(p.number) ? ['Lưu ý: văn bản chưa có số và ngày.'] : []),
    `Giao nhiệm vụ cho ${count(p.units)} đơn vị:`,
    ...p.groups.map((g) => `- ${kindName(g.kind)}: ${count(g.units)}`),
    `Phải báo cáo: ${count(p.reporting)} đơn vị${p.due ? `, hạn ${moment(p.due)}` : ''}.`,
    ...dayOffLines(p.daysOff ?? []),
    `Sẽ gửi ${count(p.messages)} tin nhắn; ${count(p.unregistered)} đơn vị chưa đăng ký sẽ nhận ngay khi đăng ký.`,
    ...(p.unreachable > 0
      ? [`${count(p.unreachable)} đơn vị đã đăng ký nhưng hiện không kênh nào nhắn được: cần gọi điện (/goidien).`]
      : []),
    ...p.budgets.map(budgetLine),
    ...(p.missed ?? []).map(missedLine),
    ...givenLines(p.given ?? []),
    'Phát hành văn bản này?',
  ].join('\n'),
  choices: [
    { id: 'issue', label: 'Phát hành' },
    { id: 'cancel', label: 'Không' },
  ],
});

export const issued = (p: IssuePreview): string =>
  `Đã phát hành văn bản số ${numberOf(p.number)}. Đã giao ${count(p.units)} đơn vị: ${[
    `${count(p.units - p.unregistered - p.unreachable)} nhận ngay`,
    ...(p.unregistered > 0 ? [`${count(p.unregistered)} chưa đăng ký`] : []),
    ...(p.unreachable > 0 ? [`${count(p.unreachable)} chưa liên hệ được`] : []),
  ].join(', ')}. Gõ /tonghop để theo dõi.`;

export const issueUnclear = (): string =>
  'Hệ thống chưa rõ trả lời của ‹đồng chí› nên chưa phát hành. Đề nghị ‹đồng chí› gõ "Phát hành" hoặc "Không".';
export const notIssued = (): string => 'Hệ thống chưa phát hành, văn bản vẫn ở trạng thái chờ.';

/** The same document was issued under another id. */
export const issuedAsAnother = (p: Pick<IssuePreview, 'number'>, issuedAs: number): string =>
  `Văn bản số ${numberOf(p.number)} cùng số, cùng ngày đã được phát hành (mã ${issuedAs}) nên hệ thống không phát hành lần nữa. Gõ /tonghop để theo dõi.`;

export const alreadyIssued = (): string =>
  'Văn bản này đã được phát hành trước đó, hệ thống không gửi lại. Gõ /tonghop để theo dõi.';

export const invitation = (unit: UnitRef, code: string, links: string[]): string =>
  [
    `Mã mời của ${unit.name} (dùng một lần, có hạn): ${code}`,
    ...links,
    'Đề nghị chuyển riêng cho thủ trưởng đơn vị.',
  ].join('\n');

export const inviteWhom = (): string => 'Đề nghị gõ /moi kèm mã hoặc tên đơn vị, ví dụ: /moi PHONG-YTE.';
export const unknownUnit = (words: string): string =>
  `Không tìm thấy đơn vị "${words}", đề nghị nhập lại mã hoặc tên đơn vị.`;
export const severalUnits = (command: string, units: UnitRef[]): Saying => ({
  text: '‹Đồng chí› chọn đơn vị nào?',
  choices: units.slice(0, 8).map((u) => ({ id: `/${command} ${u.code}`, label: u.name })),
});

/** A draft was made after a directive, or is there already. */
export const copied = ({ number, subject }: Pick<ListedDirective, 'number' | 'subject'>): string =>
  `Đã có bản nháp theo văn bản số ${numberOf(number)} – ${subject}: đủ nhiệm vụ và nội dung báo cáo, chưa có số, ngày, chưa gửi cho ai. Đề nghị ‹đồng chí› nhờ quản trị viên sửa hạn trong bản nháp trước khi /phathanh.`;
export const copyOfDraft = (): string => 'Văn bản này còn là bản nháp nên không cần nhân bản.';
export const nothingToCopy = (): string => 'Chưa có văn bản nào đã phát hành để nhân bản.';
