/** What units have reported so far, and who sent it. */
import type { Saying } from '../../core/conversation/context.ts';
import { mostShown, type PastReport } from '../../core/reports/history.ts';
import { spokenUnit } from '../../core/reports/indicators.ts';
import { withUnit } from '../words/figures.ts';
import { fileText } from '../words/file-answer.ts';
import { count, isoDay, moment, namesOf } from '../words/format.ts';
import { senderNamed } from '../words/senders.ts';

type Figure = PastReport['figures'][number];

function figureText({ kind, number, text, unit }: Figure): string {
  if (number === null && kind === 'file') return fileText(text ?? '');
  if (number === null) return kind === 'date' ? isoDay(text ?? '') : (text ?? '');
  return kind === 'yes-no' ? (number === 1 ? 'Có' : 'Không') : withUnit(count(number), spokenUnit({ kind, unit }));
}

/** "Bluezone 45; QR 40". */
export const pastFigures = (figures: readonly Figure[]): string =>
  figures.map((figure) => `${figure.label} ${figureText(figure)}`).join('; ');

function entry(report: PastReport, isNamed: boolean): string {
  const { unit, directive, revision, at, figures } = report;
  const time = revision === 1 ? 'lần đầu' : `lần ${revision}`;
  return `- ${isNamed ? `${unit.name}, ` : ''}văn bản số ${directive}, ${time}, ${senderNamed(report)} lúc ${moment(at)}: ${pastFigures(figures)}.`;
}

/** The past reports of units, newest first. */
export function reportHistory(units: { name: string }[], reports: PastReport[]): Saying {
  const shown = reports.slice(0, mostShown);
  const whose = namesOf(units, 3);
  if (shown.length === 0) return { text: `${whose} chưa gửi báo cáo nào.` };
  return {
    text: [
      `Các báo cáo của ${whose}, mới nhất trước:`,
      ...shown.map((report) => entry(report, units.length > 1)),
      ...(reports.length > shown.length ? [`Trên đây là ${mostShown} lần gửi gần nhất.`] : []),
    ].join('\n'),
  };
}

/** For staff who answer for no unit of their own. */
export const historyOfWhom = (): string => 'Đề nghị gõ /lichsu kèm mã hoặc tên đơn vị, ví dụ: /lichsu PHONG-YTE.';
