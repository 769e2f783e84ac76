/** Short answers to what a head asks by themselves: until when, where to, whom, and what to do. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { Choice } from '../../../core/delivery/layout.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import type { OfficeContact } from '../../../core/roster/contact.ts';
import { contactText } from '../../words/contact.ts';
import { deadlineOf, directiveName, quickLine, reportChoice } from '../directive.ts';
import { alreadyReported } from '../report.ts';

/** What a unit's people still owe and have handed in, and whom they may call. */
export type Affairs = {
  owed: ObligationFact[];
  reported: ObligationFact[];
  contact: OfficeContact | undefined;
  now: Date;
};

/** More than these are not told one by one. */
const mostTold = 4;

const changeChoice = ({ id }: ObligationFact): Choice => ({ id: `/sua ${id}`, label: 'Sửa báo cáo' });

/** The ways on from an answer: to report what is owed, where it is plain what. */
const waysOn = ({ owed }: Affairs): Choice[] => {
  const [only, ...others] = owed;
  return only && others.length === 0 ? [reportChoice(only.id)] : [];
};

/** A sentence with the ways on from it. */
export const told = (text: string, affairs: Affairs): Saying => ({ text, choices: waysOn(affairs) });

const lateness = ({ overdueFrom }: ObligationFact, now: Date): string =>
  overdueFrom <= now ? ' Hiện đã quá hạn.' : '';

const deadlineLines = ({ owed, now }: Affairs): string[] =>
  owed
    .slice(0, mostTold)
    .map(
      (o) => `Hạn báo cáo của ${o.unit.name} theo ${directiveName(o.directive)}: ${deadlineOf(o)}.${lateness(o, now)}`,
    );

/** What is open, in a sentence. */
export function openNow({ owed, reported }: Affairs): string {
  const [first, ...others] = owed;
  if (first && others.length === 0) return `${first.unit.name} còn phải báo cáo, hạn ${deadlineOf(first)}.`;
  if (first) return `Còn ${owed.length} báo cáo phải gửi, sớm nhất hạn ${deadlineOf(soonest(owed, first))}.`;
  return reported.length > 0 ? 'Hiện không còn báo cáo nào phải gửi.' : 'Hiện không có báo cáo nào phải gửi.';
}

const soonest = (owed: ObligationFact[], first: ObligationFact): ObligationFact =>
  owed.reduce((before, o) => (o.due < before.due ? o : before), first);

export function deadlineAnswer(affairs: Affairs): Saying {
  const { owed, reported } = affairs;
  if (owed.length > 0) return told(deadlineLines(affairs).join('\n'), affairs);
  const [last] = reported;
  if (!last) return { text: openNow(affairs) };
  return { text: `${alreadyReported(last, false)} Hạn báo cáo: ${deadlineOf(last)}.` };
}

export function recipientAnswer(affairs: Affairs): Saying {
  const { contact } = affairs;
  const { office, receiver } = contact ?? {};
  const through = receiver && receiver.name !== office?.name ? ` (qua ${receiver.name})` : '';
  return told(
    [
      'Số liệu: ‹đồng chí› gửi ngay tại đây, gõ /baocao.',
      ...(office
        ? [`Báo cáo bằng văn bản: gửi ${office.name}${through}; gõ /daky để gửi số, ngày hoặc bản chụp.`]
        : []),
      `Cần hỏi thêm, đề nghị ‹đồng chí› liên hệ ${contactText(contact)}.`,
    ].join('\n'),
    affairs,
  );
}

export const contactAnswer = ({ contact }: Affairs): Saying => ({
  text: `Việc này đề nghị ‹đồng chí› liên hệ ${contactText(contact)}.`,
});

/** Nothing is promised: the deadline stays until somebody says otherwise. */
export const extensionAnswer = (affairs: Affairs): Saying =>
  told(
    [
      `Để xin gia hạn, ‹đồng chí› gõ "xin gia hạn đến ngày … vì …" hoặc liên hệ ${contactText(affairs.contact)}; hạn giữ nguyên cho đến khi có trả lời.`,
      ...(affairs.owed.length > 0 ? deadlineLines(affairs) : [openNow(affairs)]),
    ].join('\n'),
    affairs,
  );

export const exemptionAnswer = (affairs: Affairs): Saying =>
  affairs.owed.length === 0
    ? { text: openNow(affairs) }
    : told(
        `${openNow(affairs)} Nếu đơn vị không thuộc diện phải báo cáo, đề nghị ‹đồng chí› liên hệ ${contactText(affairs.contact)}.`,
        affairs,
      );

export function mistakeAnswer(affairs: Affairs): Saying {
  const { reported, contact } = affairs;
  if (reported.length === 0)
    return told(
      `Chưa có báo cáo nào của đơn vị được ghi nhận nên không có gì phải sửa. ${openNow(affairs)} Việc khác, đề nghị liên hệ ${contactText(contact)}.`,
      affairs,
    );
  const lines = reported.slice(0, mostTold).map((o) => alreadyReported(o, false));
  const [only, ...others] = reported;
  return { text: lines.join('\n'), choices: only && others.length === 0 ? [changeChoice(only)] : [] };
}

export function sentAnswer(affairs: Affairs): Saying {
  const { owed, reported } = affairs;
  const lines = [
    ...reported.slice(0, mostTold).map((o) => alreadyReported(o, false)),
    ...(owed.length > 0
      ? [`Hệ thống chưa nhận được báo cáo của ${owed.map(({ unit }) => unit.name).join('; ')}. ${openNow(affairs)}`]
      : []),
  ];
  return told(lines.length > 0 ? lines.join('\n') : openNow(affairs), affairs);
}

export function howAnswer(affairs: Affairs): Saying {
  const [only, ...others] = affairs.owed;
  const quick = only && others.length === 0 ? quickLine(only) : undefined;
  return told(
    [
      openNow(affairs),
      '‹Đồng chí› gõ "báo cáo": hệ thống hỏi lần lượt từng số, đọc lại để ‹đồng chí› xác nhận rồi mới ghi nhận.',
      ...(quick === undefined ? [] : [quick]),
      `Cần hướng dẫn thêm, gõ /trogiup hoặc liên hệ ${contactText(affairs.contact)}.`,
    ].join('\n'),
    affairs,
  );
}

export const troubleAnswer = (affairs: Affairs): Saying =>
  told(
    `Mong ‹đồng chí› thông cảm. ‹Đồng chí› gõ "báo cáo" hoặc "nhiệm vụ" để thử lại tại đây; nếu vẫn không được, đề nghị gọi ${contactText(affairs.contact)}.`,
    affairs,
  );

export const handoverAnswer = ({ contact }: Affairs): Saying => ({
  text: `Để người khác nhận việc của đơn vị, ‹đồng chí› gõ /uyquyen kèm tên người (thủ trưởng lấy mã mời cho cán bộ đầu mối), hoặc liên hệ ${contactText(contact)} để được cấp mã mời mới. Đã chuyển công tác, nghỉ hưu: gõ /bangiao. Nếu không muốn nhận tin nữa, ‹đồng chí› gõ "ngừng nhận tin".`,
  choices: [{ id: '/bangiao', label: 'Bàn giao' }],
});

export const whoAnswer = (affairs: Affairs): Saying =>
  told(
    `Đây là hệ thống giao việc và nhận báo cáo của ${affairs.contact?.office.name ?? 'cơ quan ban hành văn bản'}. ${openNow(affairs)} Cần trao đổi với người phụ trách, đề nghị liên hệ ${contactText(affairs.contact)}.`,
    affairs,
  );

/** To stop is asked once more, as the words were not the plain ones. */
export const stopQuestion = (): Saying => ({
  text: '‹Đồng chí› muốn ngừng nhận tin của hệ thống? Báo cáo của đơn vị khi đó gửi trực tiếp cho cán bộ theo dõi.',
  choices: [
    { id: '/ngungnhantin', label: 'Ngừng nhận tin' },
    { id: '/giunguyen', label: 'Giữ nguyên' },
  ],
  choiceStyle: 'values',
});

/** Directives of which the deadline is known where nobody of the reader's units owes anything: to who follows them. */
export const deadlineOfRound = (
  directive: { number: string; date: string | null },
  round: { due: Date; quote: string },
): string => `Hạn báo cáo theo ${directiveName(directive)}: ${deadlineOf(round)}.`;
