/** The proof behind a round's figures: who was told, who acknowledged, where every total comes from, every correction. */

import { type AnnexModel, changedValues, type RevisionLine, type ToldLine } from '../../../core/figures/papers.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { printedHead } from '../../words/chain-head.ts';
import { deliveryKind, inboxNumber, outcomeOf, sentBy, sourceOf } from '../../words/deliveries.ts';
import {
  changeText,
  deliverySentence,
  progressSentence,
  signedSentence,
  standing,
  totalLine,
  valueText,
} from '../../words/figures.ts';
import { count, paperMoment } from '../../words/format.ts';
import { directiveCited, matterOf, papers as say } from '../wording.ts';
import { groupTables, progressTable } from './indicator-tables.ts';
import { landscapeWidth } from './layout.ts';
import { annexTitle } from './letterhead.ts';
import { type Block, packPaper } from './paper.ts';
import { caption, gap, heading, paragraph } from './parts.ts';
import { alignOf, type Column, type Line, table } from './table.ts';

const wide = (columns: Column[], lines: Line[]): Block[] => [table(columns, lines, landscapeWidth), gap()];
const middle = { align: 'center' } as const;

const none = (sentence: string): Block[] => [paragraph(sentence)];

/** What was sent, when, by which channel and with which receipt. */
function deliveries({ deliveries: lines }: AnnexModel): Block[] {
  if (lines.length === 0) return none('Chưa có tin nào được gửi theo văn bản này.');
  return wide(
    [
      { title: 'TT', width: 4, ...middle },
      { title: 'Thời điểm', width: 15.5, ...middle },
      { title: 'Loại tin', width: 11 },
      { title: 'Về đơn vị', width: 19 },
      { title: 'Người, nhóm nhận', width: 14 },
      { title: 'Kênh', width: 9 },
      { title: 'Kết quả gửi', width: 32 },
    ],
    lines.map((line, index) => ({
      cells: [
        String(index + 1),
        paperMoment(line.writtenAt),
        deliveryKind(line.kind),
        line.unit?.name ?? '–',
        line.recipient,
        sentBy(line),
        outcomeOf(line, paperMoment),
      ],
    })),
  );
}

function acknowledgementOf({ acknowledged }: ToldLine): string {
  if (!acknowledged) return '–';
  const { by, at, message } = acknowledged;
  return `${by ?? '–'}, ${paperMoment(at)}${message === null ? '' : ` (${inboxNumber(message)})`}`;
}

/** Who got the tasks, who acknowledged them and by which message, and who reported. */
function acknowledgements({ units, told, round }: AnnexModel): Block[] {
  const lines = [
    ...units.map((line) => ({
      ...line,
      reported: line.firstReportedAt ? paperMoment(line.firstReportedAt) : '–',
      state: standing(line, round),
    })),
    ...told.map((line) => ({ ...line, reported: '–', state: 'Không phải báo cáo' })),
  ];
  return wide(
    [
      { title: 'TT', width: 4, ...middle },
      { title: 'Đơn vị', width: 28 },
      { title: 'Đã chuyển văn bản', width: 15.5, ...middle },
      { title: 'Xác nhận đã nhận', width: 30 },
      { title: 'Báo cáo lần đầu', width: 15.5, ...middle },
      { title: 'Tình trạng', width: 11, ...middle },
    ],
    lines.map((line, index) => ({
      cells: [
        String(index + 1),
        line.unit.name,
        line.deliveredAt ? paperMoment(line.deliveredAt) : '–',
        acknowledgementOf(line),
        line.reported,
        line.state,
      ],
    })),
  );
}

const personOf = ({ by, isOnBehalf }: RevisionLine): string => (isOnBehalf ? `${by} (nhập thay)` : by);

/** As many figures as fit beside each other with where they come from. */
const mostBeside = 4;

/** Figures opened: unit, values, person, message, time, revision; and the sums they make. */
function openedTotals({ revisions }: AnnexModel, some: Indicator[]): Block[] {
  const counted = revisions.filter((line) => line.isCurrent);
  const sumOf = ({ key, kind }: Indicator): string => {
    const numbers = counted.flatMap(({ values }) => (values[key]?.type === 'number' ? [values[key].value] : []));
    const isAdded = (kind === 'count' || kind === 'yes-no') && numbers.length > 0;
    return isAdded ? count(numbers.reduce((sum, value) => sum + value, 0)) : '';
  };
  const columns: Column[] = [
    { title: 'TT', width: 4, ...middle },
    { title: 'Đơn vị', width: 22 },
    ...some.map(({ label, kind }) => ({ title: label, width: 9, align: alignOf(kind) })),
    { title: 'Người báo cáo', width: 15 },
    { title: 'Theo tin nhắn', width: 18 },
    { title: 'Thời điểm', width: 11, ...middle },
    { title: 'Lần gửi', width: 5, ...middle },
  ];
  const lines = counted.map((line, index) => ({
    cells: [
      String(index + 1),
      line.unit.name,
      ...some.map(({ key, kind }) => valueText(line.values[key], kind)),
      personOf(line),
      sourceOf(line),
      paperMoment(line.at),
      count(line.revision),
    ],
  }));
  const sums = some.map(sumOf);
  const total: Line = { cells: ['', `Cộng ${count(counted.length)} đơn vị`, ...sums], isTotal: true };
  return wide(columns, sums.every((sum) => sum === '') ? lines : [...lines, total]);
}

function origins(model: AnnexModel): Block[] {
  if (model.revisions.length === 0) return none('Chưa có đơn vị nào gửi số liệu.');
  const parts = Array.from({ length: Math.ceil(model.form.length / mostBeside) }, (_, n) =>
    model.form.slice(n * mostBeside, (n + 1) * mostBeside),
  );
  return parts.flatMap((some) => openedTotals(model, some));
}

/** Every revision after the first, with what it changed. */
function corrections({ revisions, form }: AnnexModel): Block[] {
  const lines = revisions.flatMap((line, index): Line[] => {
    const before = revisions[index - 1];
    if (line.revision === 1 || before?.unit.id !== line.unit.id) return [];
    const changes = changeText(changedValues(before.values, line.values), form);
    return [
      {
        cells: [
          line.unit.name,
          `${count(before.revision)} → ${count(line.revision)}`,
          paperMoment(line.at),
          personOf(line),
          sourceOf(line),
          changes === '' ? 'Không đổi số liệu' : changes,
        ],
      },
    ];
  });
  if (lines.length === 0) return none('Không có lần sửa nào.');
  return wide(
    [
      { title: 'Đơn vị', width: 26 },
      { title: 'Lần gửi', width: 9, ...middle },
      { title: 'Thời điểm', width: 15, ...middle },
      { title: 'Người sửa', width: 20 },
      { title: 'Theo tin nhắn', width: 26 },
      { title: 'Thay đổi', width: 34 },
    ],
    lines,
  );
}

function details(model: AnnexModel): Block[] {
  if (model.scope.type === 'groups')
    return [
      heading('2. Chi tiết từng đơn vị', 1),
      paragraph(
        'Số đơn vị quá lớn để in từng dòng: hồ sơ của một đơn vị được lập riêng theo mã đơn vị; toàn bộ các lần gửi số liệu có trong bảng tổng hợp Excel (trang “Lịch sử”).',
      ),
    ];
  return [
    heading('2. Giao, nhận và nhắc', 1),
    heading('2.1. Các tin đã gửi', 2),
    ...deliveries(model),
    heading('2.2. Nhận văn bản, xác nhận và báo cáo', 2),
    ...acknowledgements(model),
    heading('3. Nguồn gốc từng số liệu', 1),
    ...origins(model),
    heading('4. Các lần sửa số liệu', 1),
    ...corrections(model),
  ];
}

/** The `.docx`, lying. */
export function buildAnnex(model: AnnexModel): Promise<Uint8Array> {
  const matter = matterOf(model.directive.subject);
  const of = model.scope.type === 'unit' ? [model.scope.name] : [];
  const blocks: Block[] = [
    ...annexTitle(
      {
        type: say.annex(),
        about: [say.proof, `Về việc ${matter}`, ...of],
        notes: [say.attachedTo(model.office), say.asOf(model.now)],
      },
      landscapeWidth,
    ),
    heading('1. Căn cứ và kết quả chung', 1),
    paragraph(`Căn cứ: ${directiveCited(model)}.`),
    paragraph(deliverySentence(model)),
    paragraph(progressSentence(model)),
    paragraph(signedSentence(model)),
    ...model.summary.indicators.map((total) => paragraph(totalLine(total, true))),
    caption('Tiến độ báo cáo theo loại đơn vị'),
    progressTable(model.groups, landscapeWidth),
    gap(),
    caption('Số liệu theo loại đơn vị (tính trên các đơn vị đã báo cáo)'),
    ...groupTables(model, landscapeWidth),
    ...details(model),
    ...(model.chain
      ? [heading(`${model.scope.type === 'groups' ? 3 : 5}. Sổ nhật ký`, 1), paragraph(printedHead(model.chain))]
      : []),
  ];
  return packPaper({ title: `Hồ sơ chứng minh số liệu: ${matter}`, creator: model.directive.issuer.name }, [
    { blocks, isLandscape: true },
  ]);
}
