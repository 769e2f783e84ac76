/** The report on paper: numbered, signed, stamped, and sent back as a number or a scan. */
import type { Saying, SignedOverview } from '../../core/conversation/context.ts';
import type { PaperNumber } from '../../core/language/paper-number.ts';
import type { ObligationFact } from '../../core/reports/obligation.ts';
import { count, isoDay, namesOf } from '../words/format.ts';

type Named = Pick<ObligationFact, 'unit'>;

const example = 'Ví dụ: 15/BC-UBND ngày 09/9/2021.';

/** "số 15/BC-UBND ngày 09/9/2021". */
const paperName = ({ number, date }: PaperNumber): string =>
  `số ${number}${date === null ? '' : ` ngày ${isoDay(date)}`}`;

export const askForPaper = ({ unit }: Named): Saying => ({
  text: `Đề nghị đồng chí gửi ảnh chụp hoặc tệp PDF báo cáo đã ký của ${unit.name}, hoặc ghi số, ngày của báo cáo. ${example}`,
  choices: [{ id: 'cancel', label: 'Hủy' }],
});

export const askForNumber = (): Saying => ({
  text: `Đề nghị đồng chí ghi số, ngày của báo cáo đã ký. ${example}`,
  choices: [{ id: 'skip', label: 'Bỏ qua' }],
});

export const askWhose = (obligations: ObligationFact[]): Saying => ({
  text: 'Đây là báo cáo đã ký của đơn vị nào?',
  choices: [
    ...obligations.map((o) => ({ id: `o:${o.id}`, label: o.unit.name.slice(0, 100) })),
    { id: 'cancel', label: 'Hủy' },
  ],
});

export const scanReceived = ({ unit }: Named): string => `Hệ thống đã nhận bản chụp báo cáo đã ký của ${unit.name}.`;

export const paperRecorded = ({ unit }: Named, paper: PaperNumber): string =>
  `Đã ghi nhận báo cáo đã ký của ${unit.name}: ${paperName(paper)}.`;

export const numberSkipped = (): string => 'Hệ thống đã ghi nhận. Khi có số, ngày, đồng chí gõ /daky.';

export const nothingRecorded = (): string => 'Hệ thống đã dừng, chưa ghi nhận báo cáo đã ký nào.';

export const numberUnread = (): string => 'Hệ thống chưa đọc được số của báo cáo, đề nghị nhập lại.';

export const dateUnread = (why: 'future' | 'unreadable'): string =>
  why === 'future' ? 'Ngày của báo cáo chưa tới, đề nghị nhập lại.' : 'Ngày của báo cáo không đúng, đề nghị nhập lại.';

export const figuresFirst = (): string =>
  'Đơn vị chưa báo cáo số liệu. Đề nghị đồng chí gõ /baocao để báo cáo trước, rồi gửi báo cáo đã ký.';

export const nothingToSign = (): string => 'Chưa có báo cáo nào đã nộp để gửi bản ký. Gõ /baocao để báo cáo.';

const mostNamed = 15;

const receivedLine = ({ name, number, date, isCurrent, link }: SignedOverview['received'][number]): string =>
  [
    `- ${name}: ${number === null ? 'bản chụp' : paperName({ number, date })}`,
    ...(isCurrent ? [] : ['(số liệu đã sửa sau khi ký)']),
    ...(link === null ? [] : [link]),
  ].join(' ');

/** For staff: the units whose paper came back, and the units that have reported figures only. */
export function signedOverview({ received, missing }: SignedOverview): string {
  return [
    `Báo cáo giấy đã ký: ${count(received.filter((r) => r.isCurrent).length)} đơn vị.`,
    ...received.slice(-mostNamed).map(receivedLine),
    missing.length > 0
      ? `Đã báo cáo số liệu, chưa có bản ký: ${namesOf(missing, mostNamed)}.`
      : 'Không còn đơn vị nào thiếu bản ký.',
    'Ghi thay đơn vị: gõ /daky và mã đơn vị.',
  ].join('\n');
}
