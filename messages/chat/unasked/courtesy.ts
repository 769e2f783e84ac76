/** What is answered to thanks, greetings and nods; and to what is not understood. Nothing is said twice in a row. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { Role } from '../../../core/roster/people.ts';
import { contactText } from '../../words/contact.ts';
import { reportChoice } from '../directive.ts';
import { type Affairs, openNow } from './topics.ts';

/** Who is spoken to: what they may do, what they have to do, and how often in a row they were answered like this. */
export type Aside = { roles: Role[]; affairs: Affairs; times: number; closing: string | undefined };

const answersFor = (roles: Role[]): boolean => roles.some((role) => role === 'head' || role === 'delegate');
const chases = (roles: Role[]): boolean => roles.some((role) => role === 'staff' || role === 'leader');

/** The nth form of a sentence, so that the same is never said twice in a row. */
const varied = (times: number, ...forms: [string, ...string[]]): string => forms[times % forms.length] ?? forms[0];

const withClosing = (text: string, { closing, affairs: { owed }, roles }: Aside): Saying => {
  const [only, ...others] = answersFor(roles) ? owed : [];
  return {
    text,
    choices: only && others.length === 0 ? [reportChoice(only.id)] : [],
    ...(closing !== undefined && { closing }),
  };
};

/** What there is to do, for whoever has written nothing of substance. */
const next = ({ roles, affairs }: Aside): string =>
  answersFor(roles) ? openNow(affairs) : 'Gõ /tonghop để xem tình hình báo cáo, /trogiup để xem hướng dẫn.';

export const thankedAgain = (aside: Aside): Saying =>
  withClosing(
    varied(
      aside.times,
      'Hệ thống trân trọng cảm ơn ‹đồng chí›.',
      'Rất vui được phục vụ ‹đồng chí›. Khi cần, ‹đồng chí› cứ nhắn tại đây.',
    ),
    aside,
  );

export const greeted = (aside: Aside): Saying =>
  withClosing(`${varied(aside.times, 'Kính chào ‹đồng chí›.', 'Hệ thống xin nghe ‹đồng chí›.')} ${next(aside)}`, aside);

export const nodded = (aside: Aside): Saying =>
  withClosing(`${varied(aside.times, 'Hệ thống đã rõ.', 'Vâng, thưa ‹đồng chí›.')} ${next(aside)}`, aside);

const quoted = (said: string): string => {
  const line = said.replace(/\s+/g, ' ').trim();
  return `"${line.length > 60 ? `${line.slice(0, 60).trimEnd()}…` : line}"`;
};

/** What was not understood, what is open, and whom to call; the second time the words that are understood. */
export function notUnderstoodOf(said: string, aside: Aside): Saying {
  const { roles, affairs, times } = aside;
  const whom = contactText(affairs.contact);
  if (!answersFor(roles) && chases(roles)) return notUnderstoodByChaser(said, aside);
  return withClosing(
    varied(
      times,
      `Hệ thống chưa hiểu nội dung ${quoted(said)}. ‹Đồng chí› gõ /nhiemvu để xem nhiệm vụ, /baocao để báo cáo, /trogiup để xem hướng dẫn, /hoi kèm câu hỏi để hỏi người phụ trách; việc khác đề nghị liên hệ ${whom}. ${openNow(affairs)}`,
      `Hệ thống vẫn chưa hiểu nội dung ${quoted(said)}. ‹Đồng chí› có thể gõ: "báo cáo", "nhiệm vụ", "sửa báo cáo", "hạn khi nào", "nộp ở đâu", "ai phụ trách", "ngừng nhận tin". Cần trao đổi, đề nghị gọi ${whom}.`,
    ),
    aside,
  );
}

function notUnderstoodByChaser(said: string, { roles, affairs, times }: Aside): Saying {
  const whom = roles.includes('staff') ? '' : ` Cần trao đổi, đề nghị liên hệ ${contactText(affairs.contact)}.`;
  return {
    text: varied(
      times,
      `Hệ thống chưa hiểu nội dung ${quoted(said)}. ‹Đồng chí› gõ /tonghop, "ai chưa nộp", hoặc tên một đơn vị, nhóm, chỉ tiêu để xem; /trogiup để xem hướng dẫn.${whom}`,
      `Hệ thống vẫn chưa hiểu nội dung ${quoted(said)}. ‹Đồng chí› có thể gõ: "tổng hợp", "ai chưa nộp", "theo nhóm", "theo chỉ tiêu", "so với hôm qua", "biểu đồ", "danh sách gọi điện", hoặc tên đơn vị.${whom}`,
    ),
  };
}

/** What no text came with, a second time: the way without the chat as well. */
export const callInstead = ({ contact }: Affairs): string =>
  `Nếu không tiện gõ chữ, đề nghị ‹đồng chí› gọi ${contactText(contact)}.`;

/** A number that an older list might mean. */
export const whichList = (): string => 'Con số này chưa rõ trả lời cho mục nào. ‹Đồng chí› chọn:';
