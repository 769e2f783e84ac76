/** The report on paper: numbered, signed, stamped, and sent back as a number or a scan. */
import type { Saying } from '../../core/conversation/context.ts';
import type { SignedOverview } from '../../core/conversation/scans.ts';
import type { PaperNumber } from '../../core/language/paper-number.ts';
import type { ObligationFact } from '../../core/reports/obligation.ts';
import { count, isoDay, moment, namesOf } from '../words/format.ts';
import { numberOf } from './directive.ts';

type Named = Pick<ObligationFact, 'unit'>;

const example = 'Ví dụ: 15/BC-UBND ngày 09/9/2021.';

/** "số 15/BC-UBND ngày 09/9/2021". */
const paperName = ({ number, date }: PaperNumber): string =>
  `số ${number}${date === null ? '' : ` ngày ${isoDay(date)}`}`;

export const askForPaper = ({ unit }: Named): Saying => ({
  text: `Đề nghị ‹đồng chí› gửi ảnh chụp hoặc tệp PDF báo cáo đã ký của ${unit.name}, hoặc ghi số, ngày của báo cáo. ${example}`,
  choices: [{ id: 'cancel', label: 'Hủy' }],
});

export const askForNumber = (): Saying => ({
  text: `Đề nghị ‹đồng chí› ghi số, ngày của báo cáo đã ký. ${example}`,
  choices: [{ id: 'skip', label: 'Bỏ qua' }],
});

/** Reports that are told apart by their unit alone need no more; of one unit's several, the title and the day are said. */
function whoseLabel(form: Whose, forms: readonly Whose[]): string {
  const isOnlyOne = forms.filter(({ unit }) => unit.id === form.unit.id).length === 1;
  return (isOnlyOne ? form.unit.name : `${form.unit.name} – ${form.title}, hạn ${moment(form.due)}`).slice(0, 100);
}

type Whose = Pick<ObligationFact, 'id' | 'unit' | 'title' | 'due'>;

export const askWhose = (forms: readonly Whose[], as: 'signed' | 'evidence'): Saying => ({
  text: as === 'signed' ? 'Đây là báo cáo đã ký của đơn vị nào?' : 'Đây là ảnh minh chứng của đơn vị nào?',
  choices: [
    ...forms.map((form) => ({ id: `o:${form.id}`, label: whoseLabel(form, forms) })),
    { id: 'cancel', label: 'Hủy' },
  ],
});

/** `form`: the only report that pictures can be of. */
export const askWhat = (form: Named | undefined): Saying => ({
  text: `Hệ thống đã nhận ảnh (tệp) của ‹đồng chí›. Đây có phải bản chụp báo cáo đã ký${form ? ` của ${form.unit.name}` : ''} không?`,
  choices: [
    { id: 'signed', label: 'Bản chụp báo cáo đã ký' },
    { id: 'evidence', label: 'Ảnh minh chứng khác' },
    { id: 'skip', label: 'Bỏ qua' },
  ],
});

export const pictureUnclear = (): string => 'Hệ thống chưa hiểu nội dung vừa rồi.';

export const evidenceKept = ({ unit }: Named): string =>
  `Hệ thống đã lưu làm minh chứng của ${unit.name}, không tính là báo cáo đã ký.`;

/** Nobody said for a day what they are. */
export const keptUnanswered = ({ unit }: { unit: { name: string } }, sent: Date): string =>
  `Ảnh (tệp) ‹đồng chí› gửi từ ${moment(sent)} được lưu làm minh chứng của ${unit.name}; nếu đó là báo cáo đã ký, đề nghị ‹đồng chí› gõ /daky rồi gửi lại.`;

/** Somebody sent as many files as are taken in a day. */
export const tooManyFiles = (most: number): string =>
  `Hệ thống không lưu ảnh (tệp) vừa gửi: mỗi người gửi tối đa ${count(most)} ảnh (tệp) một ngày, đề nghị ‹đồng chí› gửi tiếp vào ngày mai.`;

export const picturesDropped = (): string => 'Hệ thống bỏ qua ảnh (tệp) vừa gửi và không lưu.';

/** Said below the answer to what came with a file. */
export const fileIsEvidence = (): string => 'Ảnh (tệp) gửi kèm được lưu làm minh chứng.';
export const fileWaits = (): string => 'Hệ thống đã giữ ảnh (tệp) và sẽ hỏi ‹đồng chí› sau khi báo cáo xong.';
export const fileNotKept = (): string => 'Ảnh (tệp) gửi kèm không được lưu: ‹đồng chí› không có báo cáo nào đang mở.';

/** The scan came before the figures. */
export const scanKept = ({ unit }: Named, paper: PaperNumber | null): string =>
  `Hệ thống đã giữ bản chụp báo cáo đã ký của ${unit.name}${paper ? ` (${paperName(paper)})` : ''}, sẽ ghi nhận khi có số liệu.`;
export const scanWaits = (form: Named, paper: PaperNumber | null): string =>
  `${scanKept(form, paper)} Đề nghị ‹đồng chí› gõ /baocao để báo cáo số liệu.`;
export const earlyScanCounts = (): string => 'Bản chụp báo cáo đã ký gửi trước đó đã được ghi nhận.';

export const askWhetherSigned = ({ unit }: Named, paper: PaperNumber): Saying => ({
  text: `Đây có phải số, ngày của báo cáo đã ký của ${unit.name} (${paperName(paper)}) không?`,
  choices: [
    {
      id: `/daky ${paper.number}${paper.date === null ? '' : ` ${isoDay(paper.date)}`}`.slice(0, 64),
      label: 'Đúng, ghi nhận',
    },
  ],
});

/** A file that could not be had, told to its sender. */
export const fileLost = (sent: Date, why: 'form' | 'unreachable'): string =>
  why === 'form'
    ? `Tệp ‹đồng chí› gửi lúc ${moment(sent)} không phải ảnh JPG, PNG, tệp PDF hay Word nên hệ thống không lưu được. Đề nghị ‹đồng chí› gửi lại ảnh chụp hoặc tệp PDF.`
    : `Hệ thống không tải được ảnh (tệp) ‹đồng chí› gửi lúc ${moment(sent)}. Đề nghị ‹đồng chí› gửi lại.`;

export const scanReceived = ({ unit }: Named): string => `Hệ thống đã nhận bản chụp báo cáo đã ký của ${unit.name}.`;

/** To staff, once: the file of a signed report is not kept. `isFetched`: it came, and is no kind of file that is kept. */
export const scanLost = ({ name }: { name: string }, number: string, isFetched: boolean): string =>
  [
    `Hệ thống không lưu được tệp báo cáo đã ký của ${name} (văn bản số ${numberOf(number)}): ${
      isFetched ? 'tệp không phải PDF, Word, JPG hay PNG' : 'không tải được tệp từ nền tảng sau nhiều lần thử'
    }.`,
    'Đề nghị ‹đồng chí› báo đơn vị gửi lại bản chụp bằng lệnh /daky.',
  ].join('\n');

export const paperRecorded = ({ unit }: Named, paper: PaperNumber): string =>
  `Đã ghi nhận báo cáo đã ký của ${unit.name}: ${paperName(paper)}.`;

export const numberSkipped = (): string => 'Hệ thống đã ghi nhận. Khi có số, ngày, ‹đồng chí› gõ /daky.';

export const nothingRecorded = (): string => 'Hệ thống đã dừng, chưa ghi nhận báo cáo đã ký nào.';

export const numberUnread = (): string => 'Hệ thống chưa đọc được số của báo cáo, đề nghị nhập lại.';

export const dateUnread = (why: 'future' | 'unreadable'): string =>
  why === 'future' ? 'Ngày của báo cáo chưa tới, đề nghị nhập lại.' : 'Ngày của báo cáo không đúng, đề nghị nhập lại.';

export const figuresFirst = (): string =>
  'Đơn vị chưa báo cáo số liệu. Đề nghị ‹đồng chí› gõ /baocao để báo cáo trước, rồi gửi báo cáo đã ký.';

export const nothingToSign = (): string => 'Chưa có báo cáo nào đã nộp để gửi bản ký. Gõ /baocao để báo cáo.';

const mostNamed = 15;

const receivedLine = ({ name, number, date, isCurrent, links }: SignedOverview['received'][number]): string =>
  [
    `- ${name}: ${number === null ? 'bản chụp' : paperName({ number, date })}`,
    ...(isCurrent ? [] : ['(số liệu đã sửa sau khi ký)']),
    ...links,
  ].join(' ');

/** For staff: the units whose paper came back, and the units that have reported figures only. */
export function signedOverview({ received, missing, early }: SignedOverview): string {
  return [
    `Báo cáo giấy đã ký: ${count(received.filter((r) => r.isCurrent).length)} đơn vị.`,
    ...received.slice(-mostNamed).map(receivedLine),
    missing.length > 0
      ? `Đã báo cáo số liệu, chưa có bản ký: ${namesOf(missing, mostNamed)}.`
      : 'Không còn đơn vị nào thiếu bản ký.',
    ...(early.length > 0 ? [`Đã gửi bản ký, chưa báo cáo số liệu: ${namesOf(early, mostNamed)}.`] : []),
    'Ghi thay đơn vị: gõ /daky và mã đơn vị.',
  ].join('\n');
}
