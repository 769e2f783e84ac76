/** One unit's own draft report, filled with the figures it sent: to number, sign and stamp. */
import { AlignmentType, Paragraph } from 'docx';
import { baseOf, type UnitReportModel } from '../../../core/figures/papers.ts';
import { share, totalLine, valueText } from '../../words/figures.ts';
import { count, longMoment, ordinal } from '../../words/format.ts';
import { directiveCited, matterOf, papers as say } from '../wording.ts';
import { body, textWidth } from './layout.ts';
import { foot, letterhead, title } from './letterhead.ts';
import { type Block, packPaper } from './paper.ts';
import { caption, gap, heading, marked, paragraph } from './parts.ts';
import { alignOf, type Line, table } from './table.ts';

const toFill = '[… số liệu]';

function figures({ form, line }: UnitReportModel): Block {
  const base = baseOf(form);
  const of = base && line.values[base.key];
  const lines: Line[] = form.map((indicator, index) => {
    const value = line.values[indicator.key];
    const isShare = indicator.kind === 'count' && !indicator.isDenominator && value?.type === 'number';
    const part = isShare && of?.type === 'number' ? share(value.value, of.value) : '';
    return {
      cells: [String(index + 1), indicator.label, value ? valueText(value, indicator.kind) : toFill, part],
      align: ['center', 'left', alignOf(indicator.kind), 'right'],
    };
  });
  return table(
    [
      { title: 'TT', width: 8, align: 'center' },
      { title: 'Nội dung', width: 52 },
      { title: 'Kết quả', width: 24, align: 'right' },
      { title: 'Tỷ lệ', width: 16, align: 'right' },
    ],
    lines,
    textWidth,
  );
}

/** What the units below it reported, where it answers for others. */
function below({ below: group }: UnitReportModel): Block[] {
  if (!group) return [];
  const { reporting, reported, excused } = group.progress;
  return [
    heading('2. Số liệu của các đơn vị trực thuộc', 2),
    paragraph(
      `Có ${count(reported)}/${count(reporting - excused)} đơn vị trực thuộc đã báo cáo (${share(reported, reporting - excused)}).`,
    ),
    ...group.indicators
      .filter(({ kind }) => kind === 'count' || kind === 'yes-no')
      .map((total) => paragraph(totalLine(total))),
  ];
}

/** The `.docx`. Where the unit has not reported, its figures are marked blanks too. */
export function buildUnitReport(model: UnitReportModel): Promise<Uint8Array> {
  const matter = matterOf(model.directive.subject);
  const { report } = model.line;
  const children: Block[] = [
    letterhead(model, model.now),
    ...title(say.report, [`Kết quả thực hiện việc ${matter}`]),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: body.after * 2, after: body.after * 2 },
      children: marked(say.to(model.to)),
    }),
    paragraph(`Thực hiện ${directiveCited(model)}, ${model.office.name} báo cáo kết quả như sau:`),
    heading('I. TÌNH HÌNH TRIỂN KHAI', 1),
    paragraph('[… việc quán triệt, tổ chức thực hiện tại đơn vị]'),
    heading('II. KẾT QUẢ THỰC HIỆN', 1),
    ...(model.below ? [heading('1. Số liệu của đơn vị', 2)] : []),
    paragraph(
      report
        ? `Số liệu đơn vị đã gửi qua hệ thống lúc ${longMoment(report.at)} (lần gửi ${ordinal(report.revision)}):`
        : '[… đơn vị chưa gửi số liệu qua hệ thống: điền số liệu trước khi trình ký]',
    ),
    caption('Kết quả thực hiện'),
    figures(model),
    gap(),
    ...(report?.note ? [paragraph(`Ghi chú của đơn vị: “${report.note}”`)] : []),
    ...below(model),
    heading('III. KHÓ KHĂN, VƯỚNG MẮC', 1),
    paragraph('[… khó khăn, vướng mắc; ghi “Không” nếu không có]'),
    heading('IV. ĐỀ XUẤT, KIẾN NGHỊ', 1),
    paragraph('[… đề xuất, kiến nghị; ghi “Không” nếu không có]'),
    paragraph(say.closing(`kết quả thực hiện việc ${matter} của ${model.office.name}`), { keepNext: true }),
    gap(true),
    foot(model, [say.asAbove, say.filed]),
  ];
  return packPaper({ title: `${say.report} kết quả thực hiện việc ${matter}`, creator: model.office.name }, children);
}
