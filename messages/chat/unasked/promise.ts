/** What is answered to who says when they will report. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import { moment, namesOf } from '../../words/format.ts';
import { deadlineOf, reportChoice } from '../directive.ts';
import { alreadyReported } from '../report.ts';
import { type Affairs, told } from './topics.ts';

/** Nothing is noted down where no time was named. */
export const waitsForReport = (affairs: Affairs): Saying => {
  const named = affairs.owed.map((o) => `${o.unit.name}, hạn ${deadlineOf(o)}`).join('; ');
  const text = `Vâng, hệ thống chờ báo cáo của ${named}. Nếu ‹đồng chí› cho biết mấy giờ gửi (ví dụ: "15h gửi"), hệ thống không nhắc trước giờ đó. Khi có số liệu, ‹đồng chí› gõ "báo cáo" hoặc gửi số ngay tại đây.`;
  return told(text, affairs);
};

/** Whoever has reported may send other figures later: what is in stands until then. */
export function newFiguresLater(affairs: Affairs): Saying {
  const { reported } = affairs;
  const lines = reported.slice(0, 3).map((o) => `${alreadyReported(o, false)} Hạn báo cáo: ${deadlineOf(o)}.`);
  const [only, ...others] = reported;
  return {
    text: [
      ...lines,
      'Số đã báo giữ nguyên cho đến khi ‹đồng chí› gửi số mới: khi có, ‹đồng chí› ghi tên mục và số đúng tại đây.',
    ].join('\n'),
    choices: only && others.length === 0 ? [{ id: `/sua ${only.id}`, label: 'Sửa báo cáo' }] : [],
  };
}

/** Where figures are asked for, what was entered stays. */
export const waitsForFigures = (): string =>
  'Vâng, hệ thống giữ nguyên các số ‹đồng chí› đã nhập. Khi có số, ‹đồng chí› trả lời tiếp.';

const unitsOf = (owed: readonly ObligationFact[]): string =>
  namesOf([...new Set(owed.map(({ unit }) => unit.name))], 5);

/** A promise read back, with the deadline that stands. */
export function promiseTold(until: Date, meant: readonly ObligationFact[]): Saying {
  const [first, ...others] = meant;
  const text = [
    `Hệ thống ghi nhận: ${unitsOf(meant)} hẹn gửi báo cáo lúc ${moment(until)} và không nhắc trước giờ đó.`,
    ...(first && others.length === 0 ? [`Hạn: ${deadlineOf(first)}, giữ nguyên.`] : ['Hạn báo cáo giữ nguyên.']),
    'Nếu giờ hẹn khác, ‹đồng chí› nhắn lại giờ đúng.',
  ].join('\n');
  return { text, choices: first && others.length === 0 ? [reportChoice(first.id)] : [] };
}

/** A time too far behind the deadline is no promise: who needs it asks for it. */
export const promisedTooLate = (until: Date, { owed }: Affairs): string => {
  const [first] = owed;
  const limit = first ? ` ${deadlineOf(first)}` : '';
  return `${moment(until)} muộn hơn hạn${limit} nên hệ thống chưa ghi giờ hẹn. Để có thêm thời gian, ‹đồng chí› gõ "xin gia hạn đến ngày … vì …".`;
};
