/** The proof behind a round's figures: who was told, who acknowledged, where every total comes from, every correction. */

import {
  type AnnexModel,
  changedValues,
  type DeliveryLine,
  type RevisionLine,
  type ToldLine,
} from '../../../core/figures/papers.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { printedHead } from '../../words/chain-head.ts';
import { deliveryKind, outcomeOf, reachedBy, sentBy, sourceOf } from '../../words/deliveries.ts';
import {
  changeText,
  deliverySentence,
  progressSentence,
  signedSentence,
  standing,
  totalLine,
  valueText,
} from '../../words/figures.ts';
import { count, tableMoment } from '../../words/format.ts';
import { directiveCited, matterOf, papers as say } from '../wording.ts';
import { groupTables, progressTable } from './indicator-tables.ts';
import { landscapeWidth, size } from './layout.ts';
import { annexTitle } from './letterhead.ts';
import { type Block, packPaper } from './paper.ts';
import { caption, gap, heading, paragraph } from './parts.ts';
import { alignOf, type Column, type Line, table } from './table.ts';

const wide = (columns: Column[], lines: Line[]): Block[] => [
  table(columns, lines, landscapeWidth, { letters: size.denseTable }),
  gap(),
];
const middle = { align: 'center' } as const;

const none = (sentence: string): Block[] => [paragraph(sentence)];

/** By the codes of units: the message that brought each its tasks at the first try, in one piece. */
function firstTold({ deliveries }: AnnexModel): Map<string, DeliveryLine> {
  const told = new Map<string, DeliveryLine>();
  for (const line of deliveries) {
    const { unit, kind, sending } = line;
    const isPlain = kind === 'tasks' && sending?.state === 'sent' && sending.parts === 1 && sending.attempt === 1;
    if (unit && isPlain && !told.has(unit.code)) told.set(unit.code, line);
  }
  return told;
}

/** What else was sent, when, by which channel and with which receipt. */
function deliveries({ deliveries: all }: AnnexModel, told: ReadonlyMap<string, DeliveryLine>): Block[] {
  const shown = new Set(told.values());
  const lines = all.filter((line) => !shown.has(line));
  if (lines.length === 0) return none('Không có tin nào khác theo văn bản này.');
  return wide(
    [
      { title: 'TT', width: 4, ...middle },
      { title: 'Thời điểm', width: 13, ...middle },
      { title: 'Loại tin', width: 13 },
      { title: 'Về đơn vị', width: 18.5 },
      { title: 'Người, nhóm nhận', width: 14 },
      { title: 'Kênh', width: 17 },
      { title: 'Kết quả gửi', width: 32.5 },
    ],
    lines.map((line, index) => ({
      cells: [
        String(index + 1),
        tableMoment(line.writtenAt),
        deliveryKind(line.kind),
        line.unit?.name ?? '–',
        line.recipient,
        sentBy(line),
        outcomeOf(line, tableMoment),
      ],
    })),
  );
}

/** When, by which message, and who where it was another than the one whom the tasks reached. */
function acknowledgementOf({ acknowledged }: ToldLine, recipient: string | undefined): string {
  if (!acknowledged) return '–';
  const { by, at, message } = acknowledged;
  const who = by === recipient ? '' : `${by ?? 'Người không lưu tên'}, `;
  return `${who}${tableMoment(at)}${message === null ? '' : ` (${message})`}`;
}

/** Whom the tasks reached and when, who acknowledged them and by which message, and who reported. */
function acknowledgements({ units, told, round }: AnnexModel, tasksOf: ReadonlyMap<string, DeliveryLine>): Block[] {
  const lines = [
    ...units.map((line) => ({
      ...line,
      reported: line.firstReportedAt ? tableMoment(line.firstReportedAt) : '–',
      state: standing(line, round),
    })),
    ...told.map((line) => ({ ...line, reported: '–', state: 'Không phải báo cáo' })),
  ];
  return wide(
    [
      { title: 'TT', width: 4, ...middle },
      { title: 'Đơn vị', width: 27 },
      { title: 'Người nhận nhiệm vụ', width: 25 },
      { title: 'Đã chuyển văn bản', width: 13.5, ...middle },
      { title: 'Xác nhận đã nhận (số trong sổ nhận)', width: 19, ...middle },
      { title: 'Báo cáo lần đầu', width: 13.5, ...middle },
      { title: 'Tình trạng', width: 10, ...middle },
    ],
    lines.map((line, index) => {
      const told = tasksOf.get(line.unit.code);
      return {
        cells: [
          String(index + 1),
          line.unit.name,
          told ? reachedBy(told) : '–',
          line.deliveredAt ? tableMoment(line.deliveredAt) : '–',
          acknowledgementOf(line, told?.recipient),
          line.reported,
          line.state,
        ],
      };
    }),
  );
}

/** The number under which the message stands in the inbox. */
const inboxNumber = ({ message }: RevisionLine): string => (message ? String(message.id) : '–');

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
    { title: 'Đơn vị', width: 23.5 },
    ...some.map(({ label, kind }) => ({ title: label, width: 8, align: alignOf(kind) })),
    { title: 'Người báo cáo', width: 14 },
    { title: 'Theo tin nhắn', width: 15.5 },
    { title: 'Sổ nhận số', width: 5.5, ...middle },
    { title: 'Thời điểm', width: 13, ...middle },
    { title: 'Lần gửi', width: 4.5, ...middle },
  ];
  const lines = counted.map((line, index) => ({
    cells: [
      String(index + 1),
      line.unit.name,
      ...some.map(({ key, kind }) => valueText(line.values[key], kind)),
      personOf(line),
      sourceOf(line),
      inboxNumber(line),
      tableMoment(line.at),
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
          tableMoment(line.at),
          personOf(line),
          sourceOf(line),
          inboxNumber(line),
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
      { title: 'Theo tin nhắn', width: 19 },
      { title: 'Sổ nhận số', width: 8, ...middle },
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
  const told = firstTold(model);
  return [
    heading('2. Giao, nhận và nhắc', 1),
    heading('2.1. Giao nhiệm vụ, xác nhận và báo cáo', 2),
    paragraph('Người xác nhận là người nhận nhiệm vụ; người khác xác nhận thì có ghi tên.'),
    ...acknowledgements(model, told),
    heading('2.2. Các tin khác đã gửi', 2),
    ...deliveries(model, told),
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
