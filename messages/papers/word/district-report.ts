/** The report of the collecting body to its leader: figures by software, judgement left to people. */
import { mostUnitsOnPaper, type ReportModel, standingOf, type UnitLine } from '../../../core/figures/papers.ts';
import { isRemark } from '../../../core/language/assent/remark.ts';
import { byTopic } from '../../../core/reports/difficulty.ts';
import {
  basis,
  commonBasis,
  deliverySentence,
  lateWords,
  moreTime,
  progressSentence,
  reportedText,
  signedSentence,
  totalLine,
  totalsInSentence,
  unreachableText,
} from '../../words/figures.ts';
import { asSentence, capital, count, namesOf, paperMoment } from '../../words/format.ts';
import { directiveCited, matterOf, resultOf, papers as say } from '../wording.ts';
import { comparisonTable, groupTables, progressTable } from './indicator-tables.ts';
import { body, landscapeWidth } from './layout.ts';
import { addresseeLines, annexTitle, foot, letterhead, reportTitle } from './letterhead.ts';
import { type Block, type Part, packPaper } from './paper.ts';
import { caption, gap, heading, paragraph } from './parts.ts';
import { taskSentences, taskTables } from './tasks.ts';
import { missingTable, resultTables } from './unit-tables.ts';

/** The annexes by what they hold; those that have nothing to show are left out and the others numbered on. */
type AnnexKind = 'types' | 'results' | 'missing' | 'tasks';

const numerals = ['I', 'II', 'III', 'IV'];

function annexKinds({ units, tasks = [] }: ReportModel): AnnexKind[] {
  const has = (state: UnitLine['state']) => (units ?? []).some((line) => line.state === state);
  return [
    'types',
    ...(has('reported') ? (['results'] as const) : []),
    ...(has('owed') ? (['missing'] as const) : []),
    ...(tasks.some(({ state }) => state !== 'unsaid') ? (['tasks'] as const) : []),
  ];
}

/** "Phụ lục II"; undefined where the paper has no such annex. */
function annexOf(model: ReportModel, kind: AnnexKind): string | undefined {
  const at = annexKinds(model).indexOf(kind);
  return at < 0 ? undefined : say.annex(numerals[at]);
}

/** So many names are read in a sentence; more stand in an annex only. */
const mostNamed = 4;

function named(label: string, names: string[], elsewhere: string): string {
  const told = names.length <= mostNamed ? names.join('; ') : elsewhere;
  return `${label}: ${count(names.length)} đơn vị (${told}).`;
}

const inWorkbook = 'xem bảng tổng hợp Excel kèm theo';

/** Who was late, is missing, excused, or cannot be told anything: counted, and named where they are few. */
function discipline(model: ReportModel): Block[] {
  const { units, summary, round, now } = model;
  const { reported, onTime, excused } = summary.units;
  if (!units)
    return [
      paragraph(
        `Báo cáo quá hạn: ${count(reported - onTime)} đơn vị; chưa báo cáo: ${count(summary.missing.count)} đơn vị; được miễn báo cáo: ${count(excused)} đơn vị; chưa liên hệ được qua hệ thống: ${count(summary.unreachable.count)} đơn vị. Danh sách từng đơn vị: ${inWorkbook}.`,
      ),
    ];
  const of = (where: ReturnType<typeof standingOf>) => units.filter((line) => standingOf(line, round) === where);
  const names = (lines: UnitLine[]) => lines.map(({ unit }) => unit.name);
  const lateName = ({ unit, firstReportedAt }: UnitLine) =>
    firstReportedAt ? `${unit.name}, ${paperMoment(firstReportedAt)}` : unit.name;
  const late = lateWords(summary, now);
  const owedName = (line: UnitLine) => [line.unit.name, moreTime(line, model.round)].filter(Boolean).join(', ');
  const listed: [label: string, names: string[], elsewhere: string][] = [
    ['- Báo cáo quá hạn', of('late').map(lateName), `ghi chú tại ${annexOf(model, 'results')}`],
    [
      `- Chưa báo cáo${late === '' ? '' : `, ${late}`}`,
      of('owed').map(owedName),
      `danh sách tại ${annexOf(model, 'missing')}`,
    ],
    ['- Được miễn báo cáo', names(of('excused')), inWorkbook],
  ];
  const told = listed.filter(([, list]) => list.length > 0).map(([label, list, place]) => named(label, list, place));
  if (summary.unreachable.count > 0) told.push(`- ${unreachableText(summary.unreachable)}.`);
  return told.length > 0 ? told.map((line) => paragraph(line)) : [paragraph('Các đơn vị đã báo cáo đúng hạn, đầy đủ.')];
}

/** At most so many remarks of units are quoted; the workbook has them all. */
const mostQuoted = 4;
const longestQuoted = 150;

const cut = (text: string): string =>
  text.length > longestQuoted ? `${text.slice(0, longestQuoted).trimEnd()}…` : text;

/** Difficulties as staff grouped them: what it is about, which units, and what was decided. */
const byGroup = (difficulties: ReportModel['difficulties']): Block[] =>
  byTopic(difficulties).flatMap(({ topic, rows }) => {
    const decided = [
      ...new Set(rows.flatMap(({ state, answer }) => (answer ? [`${decisions[state]} ${answer}`] : []))),
    ];
    const said = `- Nhóm ${topic} (${count(rows.length)} đơn vị: ${namesOf(
      rows.map(({ unit }) => unit),
      5,
    )}): ${cut(rows[0]?.note ?? '')}`;
    return [paragraph(asSentence(said)), ...decided.map((line) => paragraph(asSentence(`  ${cut(line)}`)))];
  });

const decisions: Record<string, string> = {
  answered: 'Đã trả lời:',
  forwarded: 'Đã chuyển',
  declined: 'Chưa giải quyết:',
};

/** The units whose remark stands in no group. */
function ungrouped({ units, difficulties }: ReportModel): UnitLine[] | null {
  const grouped = new Set(difficulties.map(({ unit }) => unit.id));
  return units?.filter(({ unit }) => !grouped.has(unit.id)) ?? null;
}

function remarks(units: UnitLine[] | null): Block[] {
  const noted = (units ?? []).filter(({ report }) => report?.note && isRemark(report.note));
  if (noted.length === 0) return [];
  const rest = noted.length - mostQuoted;
  return [
    paragraph('Nội dung các đơn vị nêu khi gửi số liệu:', { keepNext: true }),
    ...noted
      .slice(0, mostQuoted)
      .map(({ unit, report }) => paragraph(`- ${unit.name}: ${asSentence(cut(report?.note ?? ''))}`)),
    ...(rest > 0 ? [paragraph(`Và nội dung của ${count(rest)} đơn vị khác (${inWorkbook}).`)] : []),
  ];
}

/** Every total, and on how many units their shares rest. */
function totals(model: ReportModel): Block[] {
  const { indicators } = model.summary;
  const common = commonBasis(indicators);
  const place = [annexOf(model, 'types'), annexOf(model, 'results')].filter(Boolean).join(' và ');
  const rests = common === undefined ? '' : `Số liệu ${basis(common)}. `;
  return [
    ...indicators.map((total) => paragraph(totalLine(total, common === undefined))),
    paragraph(`${rests}Số liệu theo loại đơn vị, từng đơn vị: ${place}.`),
    ...(model.units
      ? []
      : [
          paragraph(
            `Có trên ${count(mostUnitsOnPaper)} đơn vị phải báo cáo; số liệu từng đơn vị: ${inWorkbook} (trang “Theo đơn vị”).`,
          ),
        ]),
  ];
}

/** How tasks stand, where the directive asks for it. */
function taskChapter(model: ReportModel): Block[] {
  const { tasks = [] } = model;
  if (tasks.length === 0) return [];
  return [heading('4. Tiến độ thực hiện nhiệm vụ', 2), ...taskSentences(tasks, annexOf(model, 'tasks') ?? '')];
}

function annexPart(model: ReportModel, kind: AnnexKind): Part {
  const notes = [say.attachedTo(model.office), say.asOf(model.now)];
  const head = (about: string): Block[] =>
    annexTitle({ type: annexOf(model, kind) ?? '', about: [about], notes }, landscapeWidth);
  const units = model.units ?? [];
  const blocks = {
    types: () => [
      ...head('TIẾN ĐỘ BÁO CÁO VÀ SỐ LIỆU THEO LOẠI ĐƠN VỊ'),
      caption('Bảng 1. Tiến độ báo cáo theo loại đơn vị'),
      progressTable(model.groups, landscapeWidth),
      gap(),
      caption('Bảng 2. Số liệu theo loại đơn vị (tính trên các đơn vị đã báo cáo)'),
      ...groupTables(model, landscapeWidth),
      ...comparisonTable(model, 'Bảng 3. So sánh với kỳ báo cáo trước', landscapeWidth),
    ],
    results: () => [...head('SỐ LIỆU CỦA CÁC ĐƠN VỊ ĐÃ BÁO CÁO, XẾP THEO KẾT QUẢ'), ...resultTables(model, units)],
    missing: () => [
      ...head('DANH SÁCH ĐƠN VỊ CHƯA BÁO CÁO'),
      ...missingTable(
        units.filter(({ state }) => state === 'owed'),
        model.summary.unreachable.first,
      ),
    ],
    tasks: () => [...head('TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ'), ...taskTables(model.tasks ?? [])],
  };
  return { isLandscape: true, blocks: blocks[kind]() };
}

/**
 * The `.docx`: what a leader reads on two pages, then the tables as annexes. Above `mostUnitsOnPaper` units it has types
 * of units only and points to the workbook.
 */
export function buildDistrictReport(model: ReportModel): Promise<Uint8Array> {
  const about = resultOf(matterOf(model.directive.subject));
  const blocks: Block[] = [
    letterhead(model, model.now),
    ...reportTitle({ type: say.report, about: [capital(about)], notes: [say.asOf(model.now)] }),
    ...addresseeLines(model.to, body.after),
    paragraph(
      `Thực hiện ${directiveCited(model)}, ${model.office.name} báo cáo: có ${reportedText(model)}${totalsInSentence(model.summary.indicators)}. Kết quả cụ thể như sau:`,
    ),
    heading('I. TÌNH HÌNH TRIỂN KHAI', 1),
    paragraph(deliverySentence(model)),
    paragraph('[… nội dung chỉ đạo, tổ chức thực hiện: người soạn thảo bổ sung]'),
    heading('II. KẾT QUẢ THỰC HIỆN', 1),
    heading('1. Tiến độ báo cáo', 2),
    paragraph(progressSentence(model)),
    paragraph(signedSentence(model)),
    heading('2. Số liệu tổng hợp', 2),
    ...totals(model),
    heading('3. Tình hình chấp hành chế độ báo cáo', 2),
    ...discipline(model),
    ...taskChapter(model),
    heading('III. ĐÁNH GIÁ; KHÓ KHĂN, VƯỚNG MẮC', 1),
    ...byGroup(model.difficulties),
    ...remarks(ungrouped(model)),
    paragraph('[… đánh giá kết quả; khó khăn, vướng mắc và nguyên nhân: người soạn thảo bổ sung]'),
    heading('IV. ĐỀ XUẤT, KIẾN NGHỊ', 1),
    paragraph('[… nhiệm vụ, giải pháp thời gian tới; đề xuất, kiến nghị: người soạn thảo bổ sung]', { keepNext: true }),
    paragraph(say.closing(`${about} của ${model.office.name}`), { keepNext: true }),
    gap(true),
    foot(model, [say.asAbove, say.others, say.filed]),
  ];
  const parts: Part[] = [{ blocks }, ...annexKinds(model).map((kind) => annexPart(model, kind))];
  return packPaper({ title: `${say.report} ${about}`, creator: model.office.name }, parts);
}
