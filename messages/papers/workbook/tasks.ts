/** The sheet of the workbook on tasks: each section at each unit. */
import type { TableModel } from '../../../core/figures/papers.ts';
import type { SectionLine } from '../../../core/progress/sections.ts';
import { fileText } from '../../words/file-answer.ts';
import { stateNames, tellerCell, timingText } from '../../words/progress.ts';
import type { SheetFrame } from './file.ts';
import type { Cell } from './rows.ts';
import { sheetHead } from './values.ts';

export const tasksSheet = (model: TableModel, length: number): SheetFrame => ({
  name: 'Tiến độ',
  above: sheetHead(model, 'TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ'),
  columns: [
    { title: 'TT', width: 6, format: 'index' },
    { title: 'Mục', width: 8, format: 'word' },
    { title: 'Đơn vị', width: 36 },
    { title: 'Tiến độ', width: 18 },
    { title: '% thực hiện', width: 10, format: 'word' },
    { title: 'Vướng mắc, lý do', width: 40 },
    { title: 'Văn bản minh chứng', width: 20 },
    { title: 'Thời hạn', width: 12, format: 'word' },
    { title: 'Người báo', width: 22 },
    { title: 'Thời điểm', width: 17, format: 'instant' },
    { title: 'Mã', width: 26 },
  ],
  printed: 10,
  length,
});

export const tasksRow = (line: SectionLine, index: number): Cell[] => [
  index + 1,
  line.section,
  line.unit.name,
  stateNames[line.state],
  line.percent === null ? null : line.percent.replace('.', ','),
  line.reasons.join('; ') || null,
  line.papers.map(fileText).join(', ') || null,
  timingText(line.timing) || null,
  line.told && tellerCell(line.told),
  line.told?.at ?? null,
  line.unit.code,
];
