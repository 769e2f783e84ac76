/** One unit's own draft report, filled with the figures it sent: to number, sign and stamp. */
import type { UnitLine, UnitReportModel } from '../../../core/figures/papers.ts';
import { isRemark } from '../../../core/language/assent/remark.ts';
import { addsUp, denominatorFor, spokenUnit } from '../../../core/reports/indicators.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { figureIn } from '../../../core/reports/report.ts';
import { labelWithUnit, planText, share, valueText } from '../../words/figures.ts';
import { asSentence, capital, count, paperMoment } from '../../words/format.ts';
import { directiveCited, matterOf, resultOf, papers as say } from '../wording.ts';
import { body, landscapeWidth, textWidth } from './layout.ts';
import { addresseeLines, annexTitle, foot, letterhead, reportTitle } from './letterhead.ts';
import { type Block, type Part, packPaper } from './paper.ts';
import { gap, heading, paragraph } from './parts.ts';
import { alignOf, type Column, type Line, table } from './table.ts';
import { levelTables, levelTotals } from './unit-tables.ts';

const toFill = '[… số liệu]';

/** Beyond so many letters an answer wants the wider column. */
const longAnswer = 40;

/** An answer in words gets the room; where nothing has a share there is no column of shares. */
function columnsOf(hasShares: boolean, isLong: boolean): Column[] {
  const forAnswers = isLong ? 46 : hasShares ? 18 : 28;
  return [
    { title: 'TT', width: 8, align: 'center' },
    { title: 'Nội dung', width: 92 - forAnswers - (hasShares ? 14 : 0) },
    { title: 'Kết quả', width: forAnswers, align: 'right' },
    ...(hasShares ? [{ title: 'Tỷ lệ', width: 14, align: 'right' as const }] : []),
  ];
}

function figures({ form, line }: UnitReportModel): Block {
  const mayShare = (indicator: Indicator): boolean =>
    addsUp(indicator.kind) && denominatorFor({ indicators: form }, indicator) !== undefined;
  const hasShares = line.targets !== undefined || form.some(mayShare);
  const isLong = Object.values(line.values).some((value) => value?.type === 'text' && value.value.length > longAnswer);
  const lines: Line[] = form.map((indicator, index) => {
    const value = line.values[indicator.key];
    const figure = figureIn(line.values, indicator.key);
    const of = addsUp(indicator.kind)
      ? figureIn(line.values, denominatorFor({ indicators: form }, indicator)?.key)
      : undefined;
    const plan = figure === undefined ? '' : planText(figure, line.targets?.[indicator.key], spokenUnit(indicator));
    const parts = [figure !== undefined && of !== undefined ? share(figure, of) : '', plan];
    const part = parts.filter((text) => text !== '').join('; ');
    return {
      cells: [
        String(index + 1),
        labelWithUnit(indicator),
        value ? valueText(value, indicator.kind) : toFill,
        ...(hasShares ? [part] : []),
      ],
      align: ['center', 'left', alignOf(indicator.kind), 'right'],
    };
  });
  return table(columnsOf(hasShares, isLong), lines, textWidth);
}

/** So many names can be read in a paragraph; all of them are in the annex. */
const mostNamed = 15;

function missingSentence(units: readonly UnitLine[]): string {
  const owing = units.filter(({ state }) => state === 'owed').map(({ unit }) => unit.name);
  if (owing.length === 0) return 'Tất cả các đơn vị trực thuộc phải báo cáo đã báo cáo.';
  const named = owing.length <= mostNamed ? `: ${owing.join('; ')}` : ' (danh sách tại Phụ lục)';
  return `Chưa báo cáo: ${count(owing.length)} đơn vị${named}.`;
}

/** What the units below it reported, by level, and together with its own. */
function below(model: UnitReportModel): Block[] {
  if (!model.below) return [];
  const { group, units } = model.below;
  const { reporting, reported, excused } = group.progress;
  const owing = reporting - excused;
  return [
    heading('2. Số liệu tổng hợp của các đơn vị trực thuộc', 2),
    paragraph(
      `Có ${count(reported)}/${count(owing)} đơn vị trực thuộc đã báo cáo (${share(reported, owing)}); số liệu và tỷ lệ dưới đây tính trên các đơn vị đã báo cáo.`,
    ),
    ...levelTotals(model, units, { name: model.office.name, line: model.line }, textWidth),
    paragraph(missingSentence(units)),
  ];
}

/** The table of the units below, lying, behind the signature. */
function annexes(model: UnitReportModel): Part[] {
  if (!model.below) return [];
  const about = {
    type: say.annex(),
    about: ['SỐ LIỆU CỦA CÁC ĐƠN VỊ TRỰC THUỘC'],
    notes: [say.attachedTo(model.office)],
  };
  return [
    { isLandscape: true, blocks: [...annexTitle(about, landscapeWidth), ...levelTables(model, model.below.units)] },
  ];
}

/** What the unit wrote when it reported, as a sentence of its own; a blank where it wrote nothing that says anything. */
function difficulties({ line: { report } }: UnitReportModel): string {
  const note = report?.note ?? '';
  if (report?.saidNoNote)
    return '[… khó khăn, vướng mắc: khi gửi số liệu đơn vị trả lời “không có”; ghi “Không” nếu đúng]';
  return isRemark(note) ? asSentence(note) : '[… khó khăn, vướng mắc; ghi “Không” nếu không có]';
}

/** The `.docx`. Where the unit has not reported, its figures are marked blanks too. */
export function buildUnitReport(model: UnitReportModel): Promise<Uint8Array> {
  const result = resultOf(matterOf(model.directive.subject));
  const { report } = model.line;
  const blocks: Block[] = [
    letterhead(model, model.now),
    ...reportTitle({ type: say.report, about: [capital(result)] }),
    ...addresseeLines(model.to, body.after),
    paragraph(`Thực hiện ${directiveCited(model)}, ${model.office.name} báo cáo kết quả như sau:`),
    heading('I. TÌNH HÌNH TRIỂN KHAI', 1),
    paragraph('[… việc quán triệt, tổ chức thực hiện tại đơn vị]'),
    heading('II. KẾT QUẢ THỰC HIỆN', 1),
    ...(model.below ? [heading('1. Số liệu của đơn vị', 2)] : []),
    paragraph(
      report ? `Kết quả đến ${paperMoment(report.at)}:` : '[… đơn vị chưa gửi số liệu: điền trước khi trình ký]',
      { keepNext: true },
    ),
    figures(model),
    gap(),
    ...below(model),
    heading('III. KHÓ KHĂN, VƯỚNG MẮC', 1),
    paragraph(difficulties(model)),
    heading('IV. ĐỀ XUẤT, KIẾN NGHỊ', 1),
    paragraph('[… đề xuất, kiến nghị; ghi “Không” nếu không có]', { keepNext: true }),
    paragraph(say.closing(`${result} của ${model.office.name}`), { keepNext: true }),
    gap(true),
    foot(model, [say.asAbove, say.filed]),
  ];
  const about = { title: `${say.report} ${result}`, creator: model.office.name };
  return packPaper(about, [{ blocks }, ...annexes(model)]);
}
