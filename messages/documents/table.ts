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
import { marked, run } from './parts.ts';

export type Column = { title: string; width: number; align?: 'left' | 'center' | 'right' };
export type Line = { cells: string[]; isTotal?: true };

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };

const alignment = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

function cellOf(text: string, column: Column, isHead: boolean, isBold: boolean): TableCell {
  return new TableCell({
    width: { size: column.width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 60, right: 60, top: 20, bottom: 20, marginUnitType: WidthType.DXA },
    children: [
      new Paragraph({
        alignment: isHead ? AlignmentType.CENTER : alignment[column.align ?? 'left'],
        spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO },
        children:
          text === '' ? [run('\u00a0', { size: size.table })] : marked(text, { size: size.table, bold: isBold }),
      }),
    ],
  });
}

/** Widths are shares: they are stretched to `width` together. */
export function table(columns: Column[], lines: Line[], width: number): Table {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  const stretched = columns.map((column) => ({ ...column, width: Math.floor((column.width * width) / sum) }));
  const row = (cells: string[], isHead: boolean, isBold: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: stretched.map((column, index) => cellOf(cells[index] ?? '', column, isHead, isBold)),
    });
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
      ),
      ...lines.map(({ cells, isTotal }) => row(cells, false, isTotal === true)),
    ],
  });
}
