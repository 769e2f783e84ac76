/** The report of the collecting body to its leader: figures by software, judgement left to people. */
import { AlignmentType, Paragraph } from 'docx';
import { mostUnitsOnPaper, type ReportModel, standingOf, type UnitLine } from '../../../core/figures/papers.ts';
import {
  deliverySentence,
  progressSentence,
  signedSentence,
  totalLine,
  unreachableReasons,
} from '../../words/figures.ts';
import { count, longMoment, paperMoment } from '../../words/format.ts';
import { directiveCited, matterOf, papers as say } from '../wording.ts';
import { comparisonTable, groupTables, progressTable, unitTables } from './indicator-tables.ts';
import { body, textWidth } from './layout.ts';
import { foot, letterhead, title } from './letterhead.ts';
import { type Block, packPaper } from './paper.ts';
import { caption, gap, heading, marked, paragraph } from './parts.ts';

/** The number of the table of units: one stands before it more where there is a last period. */
const unitTable = ({ previous }: ReportModel): number => (previous ? 4 : 3);

const named = (lines: string[]): string => `${lines.join('; ')}.`;

/** So many names can be read in a paragraph. */
const mostNamed = 60;

/** `rest` says where those stand that are not named. */
function list(label: string, names: string[], rest: string): Block[] {
  if (names.length === 0) return [paragraph(`${label}: không có.`)];
  const more = names.length - mostNamed;
  const listed =
    more > 0 ? `${names.slice(0, mostNamed).join('; ')} và ${count(more)} đơn vị khác (${rest}).` : named(names);
  return [paragraph(`${label} (${count(names.length)} đơn vị): ${listed}`)];
}

/**
 * The units that were late, are missing, are excused, or cannot be told anything. Too many to name are only counted.
 */
function lists(model: ReportModel): Block[] {
  const { units, summary, round } = model;
  const { reported, onTime, excused } = summary.units;
  if (!units)
    return [
      paragraph(
        `a) Báo cáo sau hạn: ${count(reported - onTime)} đơn vị; b) Chưa báo cáo: ${count(summary.missing.length)} đơn vị; c) Được miễn báo cáo: ${count(excused)} đơn vị; d) Chưa liên hệ được qua hệ thống: ${count(summary.unreachable.length)} đơn vị. Danh sách từng đơn vị: xem bảng tổng hợp Excel kèm theo.`,
      ),
    ];
  const inTable = `xem cột Ghi chú của Bảng ${unitTable(model)}`;
  const of = (where: ReturnType<typeof standingOf>) => units.filter((line) => standingOf(line, round) === where);
  const lateName = ({ unit, firstReportedAt }: UnitLine) =>
    firstReportedAt ? `${unit.name} (${paperMoment(firstReportedAt)})` : unit.name;
  const names = (lines: UnitLine[]) => lines.map(({ unit }) => unit.name);
  return [
    ...list('a) Báo cáo sau hạn', of('late').map(lateName), inTable),
    ...list('b) Chưa báo cáo', names(of('owed')), inTable),
    ...list('c) Được miễn báo cáo', names(of('excused')), inTable),
    ...list(
      'd) Chưa liên hệ được qua hệ thống',
      summary.unreachable.map(({ unit, reason }) => `${unit.name} (${unreachableReasons[reason]})`),
      'xem bảng tổng hợp Excel kèm theo',
    ),
  ];
}

/** At most so many remarks of units are quoted; the workbook has them all. */
const mostQuoted = 30;

function remarks(units: UnitLine[] | null): Block[] {
  const noted = (units ?? []).filter((line) => line.report?.note);
  if (noted.length === 0) return [];
  const rest = noted.length - mostQuoted;
  return [
    paragraph('Nội dung các đơn vị nêu khi gửi số liệu (nguyên văn):', { keepNext: true }),
    ...noted.slice(0, mostQuoted).map(({ unit, report }) => paragraph(`- ${unit.name}: “${report?.note ?? ''}”`)),
    ...(rest > 0 ? [paragraph(`Và ${count(rest)} đơn vị khác (xem bảng tổng hợp Excel kèm theo).`)] : []),
  ];
}

/** The `.docx`. Above `mostUnitsOnPaper` units it names groups only and points to the workbook. */
export function buildDistrictReport(model: ReportModel): Promise<Uint8Array> {
  const matter = matterOf(model.directive.subject);
  const about = `kết quả thực hiện việc ${matter}`;
  const children: Block[] = [
    letterhead(model, model.now),
    ...title(say.report, [`Kết quả thực hiện việc ${matter}`, `(Số liệu tính đến ${longMoment(model.now)})`]),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: body.after * 2, after: body.after * 2 },
      children: marked(say.to(model.to)),
    }),
    paragraph(`Thực hiện ${directiveCited(model)}, ${model.office.name} báo cáo kết quả như sau:`),
    heading('I. TÌNH HÌNH TRIỂN KHAI', 1),
    paragraph(deliverySentence(model)),
    paragraph('[… nội dung chỉ đạo, tổ chức thực hiện: người soạn thảo bổ sung]'),
    heading('II. KẾT QUẢ THỰC HIỆN', 1),
    heading('1. Tiến độ báo cáo', 2),
    paragraph(progressSentence(model)),
    paragraph(signedSentence(model)),
    caption('Bảng 1. Tiến độ báo cáo theo nhóm đơn vị'),
    progressTable(model.groups, textWidth),
    gap(),
    heading('2. Số liệu tổng hợp', 2),
    ...model.summary.indicators.map((total) => paragraph(totalLine(total))),
    caption('Bảng 2. Số liệu theo nhóm đơn vị'),
    ...groupTables(model, textWidth),
    ...comparisonTable(model, 'Bảng 3. So sánh với kỳ báo cáo trước', textWidth),
    heading('3. Số liệu từng đơn vị', 2),
    ...(model.units
      ? [caption(`Bảng ${unitTable(model)}. Số liệu theo đơn vị`), ...unitTables(model, textWidth)]
      : [
          paragraph(
            `Có trên ${count(mostUnitsOnPaper)} đơn vị phải báo cáo; số liệu từng đơn vị: xem bảng tổng hợp Excel kèm theo (trang “Theo đơn vị”).`,
          ),
        ]),
    heading('4. Tình hình chấp hành chế độ báo cáo', 2),
    ...lists(model),
    heading('III. ĐÁNH GIÁ; KHÓ KHĂN, VƯỚNG MẮC', 1),
    ...remarks(model.units),
    paragraph('[… đánh giá kết quả; khó khăn, vướng mắc và nguyên nhân: người soạn thảo bổ sung]'),
    heading('IV. ĐỀ XUẤT, KIẾN NGHỊ', 1),
    paragraph('[… nhiệm vụ, giải pháp thời gian tới; đề xuất, kiến nghị: người soạn thảo bổ sung]'),
    paragraph(say.closing(`${about} của ${model.office.name}`), { keepNext: true }),
    gap(true),
    foot(model, [say.asAbove, say.others, say.filed]),
  ];
  return packPaper({ title: `${say.report} ${about}`, creator: model.office.name }, children);
}
