/** The proof behind a round's figures: who was told, who acknowledged, where every total comes from, every correction. */
import type { Indicator } from '../../core/facts.ts';
import { type AnnexModel, changedValues, type RevisionLine } from '../../core/papers.ts';
import { outcomeOf, sentBy, tellingKind } from '../annex.ts';
import { printedHead } from '../audit.ts';
import { channelName } from '../channels.ts';
import { count, longMoment, moment } from '../format.ts';
import {
  changeText,
  deliverySentence,
  progressSentence,
  signedSentence,
  standing,
  totalLine,
  valueText,
} from '../paper-figures.ts';
import { directiveCited, matterOf, papers as say } from '../papers.ts';
import { groupTables, progressTable } from './indicator-tables.ts';
import { landscapeWidth } from './layout.ts';
import { title } from './letterhead.ts';
import { type Block, packPaper } from './paper.ts';
import { caption, gap, heading, paragraph } from './parts.ts';
import { type Column, type Line, table } from './table.ts';

const wide = (columns: Column[], lines: Line[]): Block[] => [table(columns, lines, landscapeWidth), gap()];
const middle = { align: 'center' } as const;

const none = (sentence: string): Block[] => [paragraph(sentence)];

/** What was sent, when, by which channel and with which receipt. */
function tellings({ tellings: lines, units }: AnnexModel): Block[] {
  if (lines.length === 0) return none('Chưa có tin nào được gửi theo văn bản này.');
  const names = new Map(units.map(({ unit }) => [unit.code, unit.name]));
  return wide(
    [
      { title: 'TT', width: 5, ...middle },
      { title: 'Thời điểm', width: 15, ...middle },
      { title: 'Loại tin', width: 13 },
      { title: 'Về đơn vị', width: 24 },
      { title: 'Người, nhóm nhận', width: 20 },
      { title: 'Kênh', width: 12 },
      { title: 'Kết quả gửi', width: 34 },
    ],
    lines.map((line, index) => ({
      cells: [
        String(index + 1),
        moment(line.writtenAt),
        tellingKind(line.kind),
        line.unit === null ? '–' : (names.get(line.unit) ?? line.unit),
        line.recipient,
        sentBy(line),
        outcomeOf(line),
      ],
    })),
  );
}

/** Who got the tasks, who acknowledged them, and who reported. */
function acknowledgements({ units, round }: AnnexModel): Block[] {
  return wide(
    [
      { title: 'TT', width: 5, ...middle },
      { title: 'Đơn vị', width: 34 },
      { title: 'Đã chuyển văn bản', width: 17, ...middle },
      { title: 'Xác nhận đã nhận', width: 34 },
      { title: 'Báo cáo lần đầu', width: 17, ...middle },
      { title: 'Tình trạng', width: 14, ...middle },
    ],
    units.map((line, index) => ({
      cells: [
        String(index + 1),
        line.unit.name,
        line.deliveredAt ? moment(line.deliveredAt) : '–',
        line.acknowledged ? `${line.acknowledged.by ?? '–'}, ${moment(line.acknowledged.at)}` : '–',
        line.firstReportedAt ? moment(line.firstReportedAt) : '–',
        standing(line, round),
      ],
    })),
  );
}

const messageOf = ({ message }: RevisionLine): string =>
  message ? `${channelName(message.channel)}, tin ${message.externalId} (sổ nhận số ${count(message.id)})` : '–';

const personOf = ({ by, isOnBehalf }: RevisionLine): string => (isOnBehalf ? `${by} (nhập thay)` : by);

/** One indicator opened: unit, value, person, message, time, revision; and the sum it makes. */
function openedTotal(model: AnnexModel, indicator: Indicator, number: number): Block[] {
  const counted = model.revisions.filter((line) => line.isCurrent && line.values[indicator.key]);
  const all = counted.reduce((sum, { values }) => {
    const value = values[indicator.key];
    return sum + (value?.type === 'number' ? value.value : 0);
  }, 0);
  const isAdded = indicator.kind === 'count' || indicator.kind === 'yes-no';
  const total: Line[] = isAdded
    ? [{ cells: ['', `Cộng ${count(counted.length)} đơn vị`, count(all), '', '', '', ''], isTotal: true }]
    : [];
  return [
    heading(`3.${number}. ${indicator.label}`, 2),
    ...wide(
      [
        { title: 'TT', width: 5, ...middle },
        { title: 'Đơn vị', width: 28 },
        { title: 'Giá trị', width: 14, align: 'right' },
        { title: 'Người báo cáo', width: 22 },
        { title: 'Theo tin nhắn', width: 30 },
        { title: 'Thời điểm', width: 15, ...middle },
        { title: 'Lần gửi', width: 7, ...middle },
      ],
      [
        ...counted.map((line, index) => ({
          cells: [
            String(index + 1),
            line.unit.name,
            valueText(line.values[indicator.key], indicator.kind),
            personOf(line),
            messageOf(line),
            moment(line.at),
            count(line.revision),
          ],
        })),
        ...total,
      ],
    ),
  ];
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
          moment(line.at),
          personOf(line),
          messageOf(line),
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
    ...tellings(model),
    heading('2.2. Nhận văn bản, xác nhận và báo cáo', 2),
    ...acknowledgements(model),
    heading('3. Nguồn gốc từng số liệu', 1),
    ...model.form.flatMap((indicator, index) => openedTotal(model, indicator, index + 1)),
    heading('4. Các lần sửa số liệu', 1),
    ...corrections(model),
  ];
}

/** The `.docx`, lying. */
export function buildAnnex(model: AnnexModel): Promise<Buffer> {
  const matter = matterOf(model.directive.subject);
  const of = model.scope.type === 'unit' ? [model.scope.name] : [];
  const children: Block[] = [
    ...title(
      say.annex,
      [`Hồ sơ chứng minh số liệu: ${matter}`, ...of, `(Lập lúc ${longMoment(model.now)})`],
      landscapeWidth,
    ),
    heading('1. Căn cứ và kết quả chung', 1),
    paragraph(`Căn cứ: ${directiveCited(model)}.`),
    paragraph(deliverySentence(model)),
    paragraph(progressSentence(model)),
    paragraph(signedSentence(model)),
    ...model.summary.indicators.map((total) => paragraph(totalLine(total))),
    caption('Tiến độ báo cáo theo nhóm đơn vị'),
    progressTable(model.groups, landscapeWidth),
    gap(),
    ...groupTables(model, landscapeWidth),
    ...details(model),
    ...(model.chain ? [paragraph(printedHead(model.chain))] : []),
  ];
  return packPaper(
    { title: `Hồ sơ chứng minh số liệu: ${matter}`, creator: model.directive.issuer.name },
    children,
    true,
  );
}
