/** The proof behind a round's figures: who was told, who acknowledged, where every total comes from, every correction. */

import { type AnnexModel, changedValues, type RevisionLine } from '../../../core/figures/papers.ts';
import { addExact, type Exact } from '../../../core/reports/exact.ts';
import { hasTotal } from '../../../core/reports/indicators.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { printedHead } from '../../words/chain-head.ts';
import { sourceOf } from '../../words/deliveries.ts';
import {
  changeText,
  deliverySentence,
  progressSentence,
  signedSentence,
  totalLine,
  valueText,
} from '../../words/figures.ts';
import { count, tableMoment } from '../../words/format.ts';
import { signerNamed } from '../../words/people.ts';
import { directiveCited, matterOf, papers as say } from '../wording.ts';
import { acknowledgements, deliveries, firstTold, middle, none, wide } from './annex-told.ts';
import { groupTables, progressTable } from './indicator-tables.ts';
import { landscapeWidth } from './layout.ts';
import { annexTitle } from './letterhead.ts';
import { type Block, packPaper } from './paper.ts';
import { caption, gap, heading, paragraph } from './parts.ts';
import { alignOf, type Column, type Line } from './table.ts';

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
    const isAdded = hasTotal(kind) && numbers.length > 0;
    return isAdded ? count(numbers.reduce<Exact>(addExact, 0)) : '';
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

const signedBy = ({ signer }: AnnexModel['directive']): string => (signer ? `, ${signerNamed(signer)} ký` : '');

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
    paragraph(`Căn cứ: ${directiveCited(model)}${signedBy(model.directive)}.`),
    ...(model.approved ? [paragraph(say.approvedBy(model.approved))] : []),
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
