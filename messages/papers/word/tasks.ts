/** How tasks stand, on paper: sections over all units, and each section at each unit. */
import { mostUnitsOnPaper } from '../../../core/figures/papers.ts';
import { isShown, type SectionLine, totalSections } from '../../../core/progress/sections.ts';
import { count, tableMoment } from '../../words/format.ts';
import { isSectionUntold, sectionCounts, sectionState, tellerCell, timingText } from '../../words/progress.ts';
import { landscapeWidth } from './layout.ts';
import type { Block } from './paper.ts';
import { caption, gap, paragraph } from './parts.ts';
import { type Column, table } from './table.ts';

/** A sentence for each section, one alone where nobody has told anything; `place` is the annex with the units. */
export function taskSentences(lines: readonly SectionLine[], place: string): Block[] {
  const totals = totalSections(lines);
  if (totals.every(isSectionUntold)) return [paragraph('Chưa đơn vị nào báo tiến độ nhiệm vụ qua hệ thống.')];
  return [
    ...totals.map((total) => paragraph(`- Mục ${total.section}: ${sectionCounts(total)}.`)),
    paragraph(`Tiến độ do các đơn vị báo qua hệ thống; từng đơn vị: ${place}.`),
  ];
}

const right = { align: 'right' } as const;

function totalsTable(lines: readonly SectionLine[]): Block {
  const columns: Column[] = [
    { title: 'Mục', width: 10, align: 'center' },
    ...[
      'Số đơn vị',
      'Đã xong',
      'Đang thực hiện',
      'Vướng mắc',
      'Chưa thực hiện',
      'Chưa báo',
      'Không thuộc đơn vị',
      'Quá hạn',
    ].map((title) => ({ title, width: 13, ...right })),
  ];
  const rows = totalSections(lines).map(({ section, units, done, doing, blocked, none, unsaid, na, late }) => ({
    cells: [section, ...[units, done, doing, blocked, none, unsaid, na, late].map(count)],
  }));
  return table(columns, rows, landscapeWidth);
}

/** The annex: all units where they fit on paper, else those that are blocked. */
export function taskTables(lines: readonly SectionLine[]): Block[] {
  const isWhole = lines.length <= mostUnitsOnPaper;
  const shown = isWhole ? lines : lines.filter((line) => isShown(line, 'blocked')).slice(0, mostUnitsOnPaper);
  const columns: Column[] = [
    { title: 'TT', width: 6, align: 'center' },
    { title: 'Mục', width: 7, align: 'center' },
    { title: 'Đơn vị', width: 34 },
    { title: 'Tiến độ', width: 40 },
    { title: 'Thời hạn', width: 11, align: 'center' },
    { title: 'Người báo', width: 20 },
    { title: 'Thời điểm', width: 18, align: 'center' },
  ];
  const rows = shown.map((line, index) => ({
    cells: [
      String(index + 1),
      line.section,
      line.unit.name,
      sectionState(line),
      timingText(line.timing),
      line.told ? tellerCell(line.told) : '–',
      line.told ? tableMoment(line.told.at) : '–',
    ],
  }));
  return [
    caption('Bảng 1. Tiến độ theo mục'),
    totalsTable(lines),
    gap(),
    caption(isWhole ? 'Bảng 2. Tiến độ của từng đơn vị' : 'Bảng 2. Các đơn vị báo vướng mắc'),
    rows.length > 0 ? table(columns, rows, landscapeWidth) : paragraph('Không có đơn vị nào.'),
  ];
}
