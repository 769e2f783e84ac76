/** Tables with a repeated head and a row of totals. */
import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { size } from './layout.ts';
import { widthOf } from './lines.ts';
import { marked, run } from './parts.ts';

export type Column = { title: string; width: number; align?: 'left' | 'center' | 'right' };
export type Line = { cells: string[]; isTotal?: true };

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };

const alignment = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

const inset = 60;

function cellOf(text: string, column: Column, isHead: boolean, isBold: boolean, keepNext: boolean): TableCell {
  return new TableCell({
    width: { size: column.width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: inset, right: inset, top: 20, bottom: 20, marginUnitType: WidthType.DXA },
    children: [
      new Paragraph({
        keepNext,
        alignment: isHead ? AlignmentType.CENTER : alignment[column.align ?? 'left'],
        spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO },
        children:
          text === '' ? [run('\u00a0', { size: size.table })] : marked(text, { size: size.table, bold: isBold }),
      }),
    ],
  });
}

/** Shares stretched to `width` together; a column whose title has a longer word takes from the widest. */
function stretch(columns: Column[], width: number): Column[] {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  const asked = columns.map((column) => Math.floor((column.width * width) / sum));
  const longest = ({ title }: Column) => Math.max(...title.split(/\s+/).map((word) => widthOf(word, size.table * 10)));
  const needed = columns.map((column, index) =>
    Math.max(asked[index] ?? 0, Math.ceil(longest(column) * 1.06) + 2 * inset + 10),
  );
  const excess = needed.reduce((total, own) => total + own, 0) - asked.reduce((total, own) => total + own, 0);
  const widest = needed.indexOf(Math.max(...needed));
  const rest = (needed[widest] ?? 0) - excess;
  const widths = rest > width / 10 ? needed.with(widest, rest) : asked;
  return columns.map((column, index) => ({ ...column, width: widths[index] ?? 0 }));
}

/** A table of so many rows stays on one page. */
const mostKept = 12;

/** Widths are shares of the whole. A row of totals is not parted from the rows that it is about. */
export function table(columns: Column[], lines: Line[], width: number): Table {
  const stretched = stretch(columns, width);
  const row = (cells: string[], isHead: boolean, isBold: boolean, keepNext = false): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: stretched.map((column, index) => cellOf(cells[index] ?? '', column, isHead, isBold, keepNext)),
    });
  const isKept = (index: number): boolean =>
    index < lines.length - 1 &&
    (lines.length <= mostKept ||
      lines[index]?.isTotal === true ||
      (index === lines.length - 2 && lines.at(-1)?.isTotal === true));
  return new Table({
    width: { size: stretched.reduce((total, column) => total + column.width, 0), type: WidthType.DXA },
    columnWidths: stretched.map((column) => column.width),
    alignment: AlignmentType.CENTER,
    layout: TableLayoutType.FIXED,
    borders,
    rows: [
      row(
        stretched.map((column) => column.title),
        true,
        true,
        true,
      ),
      ...lines.map(({ cells, isTotal }, index) => row(cells, false, isTotal === true, isKept(index))),
    ],
  });
}
