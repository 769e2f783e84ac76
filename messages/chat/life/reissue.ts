/** A unit passes its part of a directive on to those below it. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { ReissueRefusal } from '../../../core/directives/life/reissue.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { civilDate, dayOffOn } from '../../../core/time/calendar.ts';
import { count, dayOffLines, moment, namesOf } from '../../words/format.ts';
import { directiveName, directiveTitle } from '../directive.ts';

type Passed = {
  directive: { number: string; date: string | null; subject: string };
  units: readonly UnitRef[];
  due: Date | null;
};

/** So many units are named. */
const mostNamed = 5;

const untilSaid = (due: Date | null): string => (due ? `, báo cáo trước ${moment(due)}` : '');

export const reissueHow = (): string =>
  [
    'Để chuyển phần việc của đơn vị xuống các đơn vị trực thuộc, đề nghị ‹đồng chí› gõ, ví dụ:',
    '- chuyển xuống các trường, hạn 06/9',
    '- chuyển xuống tất cả (hạn trước hạn của đơn vị một ngày làm việc)',
  ].join('\n');

/** To whom it goes, until when, and what the unit then does. */
export const reissuePreview = ({ directive, units, due, by }: Passed & { by: UnitRef }): Saying => ({
  text: [
    `Chuyển phần việc của ${by.name} theo ${directiveName(directive)} V/v ${directive.subject} xuống ${count(units.length)} đơn vị: ${namesOf(units, mostNamed)}.`,
    ...(due ? dayOffLines([dayOffOn(civilDate(due))]) : []),
    `Các đơn vị này nhận nhiệm vụ như của mình${untilSaid(due)}; báo cáo gửi ${by.name} tổng hợp (/tonghop, /guitonghop). Chuyển?`,
  ].join('\n'),
  choices: [
    { id: 'do', label: 'Chuyển' },
    { id: 'cancel', label: 'Không' },
  ],
});

export const reissueDone = ({ directive, units, due }: Passed): string =>
  `Đã chuyển ${directiveName(directive)} xuống ${count(units.length)} đơn vị${untilSaid(due)}. Gõ /tonghop để theo dõi.`;

export const reissueToldStaff = ({ directive, by, units, due }: Passed & { by: string }): string =>
  `${directiveTitle(directive)} V/v ${directive.subject}: ${by} đã chuyển xuống ${count(units.length)} đơn vị trực thuộc (${namesOf(units, mostNamed)})${untilSaid(due)}, và tổng hợp báo cáo của các đơn vị này.`;

/** Why nothing is passed on, and what to do. */
export function reissueRefused(refusal: ReissueRefusal): string {
  switch (refusal.why) {
    case 'has-nothing':
      return 'Văn bản này không giao việc cho đơn vị nên không có gì để chuyển xuống.';
    case 'nobody-below':
      return 'Không thấy đơn vị trực thuộc như vậy trong danh sách; đề nghị gõ lại tên, hoặc liên hệ chuyên viên để bổ sung danh sách đơn vị.';
    case 'have-it-already':
      return 'Các đơn vị này đã nhận văn bản rồi, hệ thống không chuyển nữa.';
    case 'not-earlier':
      return refusal.due
        ? `Hạn cho đơn vị trực thuộc phải còn ở phía trước và sớm hơn hạn của đơn vị (${moment(refusal.due)}).`
        : 'Văn bản không yêu cầu đơn vị báo cáo nên không đặt hạn được; đề nghị chuyển không kèm hạn.';
    case 'day-unclear':
      return 'Hệ thống chưa đọc được hạn; ví dụ: chuyển xuống các trường, hạn 06/9.';
    case 'roster-changed':
      return 'Văn bản không còn đúng với danh sách đơn vị nên chưa chuyển được; đề nghị liên hệ đơn vị ban hành để sửa văn bản.';
  }
}
