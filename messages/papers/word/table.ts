/**
 * Tables with a repeated head and a row of totals. The library holds every cell as some thirty objects. Of a long table
 * it therefore only makes the patterns of the rows, and the rows are put in as text when the file is packed.
 */
import { randomUUID } from 'node:crypto';
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
import { isFigure } from '../../../core/reports/indicators.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { joinParts, openPart, packPart, readParts } from '../zip.ts';
import { size } from './layout.ts';
import { widthOf } from './lines.ts';
import { marked, printable, run } from './parts.ts';

type Align = 'left' | 'center' | 'right';
export type Column = { title: string; width: number; align?: Align };
/** `align`: the alignment of each cell, if it differs from the column's. */
export type Line = { cells: string[]; isTotal?: true; align?: Align[] };

/** Numbers stand under each other; words do not. */
export const alignOf = (kind: Indicator['kind']): Align =>
  isFigure(kind) ? 'right' : kind === 'yes-no' || kind === 'date' ? 'center' : 'left';

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };

const alignment = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

const inset = 60;
const empty = '\u00a0';

type CellStyle = {
  width: number;
  align: Align | undefined;
  letters: number;
  isHead: boolean;
  isBold: boolean;
  isKept: boolean;
};

function cellOf(text: string, { width, align, letters, isHead, isBold, isKept }: CellStyle): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: inset, right: inset, top: 20, bottom: 20, marginUnitType: WidthType.DXA },
    children: [
      new Paragraph({
        keepNext: isKept,
        alignment: isHead ? AlignmentType.CENTER : alignment[align ?? 'left'],
        spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO },
        children:
          text === '' ? [run(empty, { size: letters, bold: isBold })] : marked(text, { size: letters, bold: isBold }),
      }),
    ],
  });
}

/** Shares stretched to `width` together; a column whose title has a longer word takes from the widest. */
function stretch(columns: Column[], width: number, letters: number): Column[] {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  const asked = columns.map((column) => Math.floor((column.width * width) / sum));
  const longest = ({ title }: Column) => Math.max(...title.split(/\s+/).map((word) => widthOf(word, letters * 10)));
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
/** Above so many rows a table is long. */
const mostHeld = 100;

/** A table with one row for each pattern, and which of them each line follows. */
export type LongTable = { frame: Table; rows: { pattern: number; cells: string[] }[]; patterns: number };

/** Where a line's text goes in a pattern: nothing that anybody could have written. */
const mark = randomUUID();

/** `letters`: their size in half points. `held`: above so many rows the table is long. */
type Setting = { letters?: number; held?: number };

/**
 * Widths are shares of the whole. A row of totals is not parted from the rows that it is about. `[…]` is marked in
 * short tables only.
 */
export function table(columns: Column[], lines: Line[], width: number, setting: Setting = {}): Table | LongTable {
  const { letters = size.table, held = mostHeld } = setting;
  const stretched = stretch(columns, width, letters);
  const isKept = (index: number): boolean =>
    index < lines.length - 1 &&
    (lines.length <= mostKept ||
      lines[index]?.isTotal === true ||
      (index === lines.length - 2 && lines.at(-1)?.isTotal === true));
  const rows = lines.map(
    ({ cells, isTotal, align }, index): Row => ({ cells, align, isBold: isTotal === true, isKept: isKept(index) }),
  );
  if (rows.length <= held) return frameOf(stretched, rows, letters);
  const keyOf = ({ isBold, isKept: kept, align = [] }: Row): string => [isBold, kept, ...align].join();
  const marks = stretched.map(() => mark);
  const patterns = new Map(rows.map((row) => [keyOf(row), { ...row, cells: marks }]));
  const keys = [...patterns.keys()];
  return {
    frame: frameOf(stretched, [...patterns.values()], letters),
    patterns: keys.length,
    rows: rows.map((row) => ({ cells: row.cells, pattern: keys.indexOf(keyOf(row)) })),
  };
}

type Row = { cells: string[]; align: Line['align']; isBold: boolean; isKept: boolean };

function frameOf(columns: Column[], rows: Row[], letters: number): Table {
  const row = ({ cells, align, isBold, isKept }: Row, isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: columns.map((column, index) =>
        cellOf(cells[index] ?? '', {
          width: column.width,
          align: align?.[index] ?? column.align,
          letters,
          isHead,
          isBold,
          isKept,
        }),
      ),
    });
  const head = { cells: columns.map((column) => column.title), align: undefined, isBold: true, isKept: true };
  return new Table({
    width: { size: columns.reduce((total, column) => total + column.width, 0), type: WidthType.DXA },
    columnWidths: columns.map((column) => column.width),
    alignment: AlignmentType.CENTER,
    layout: TableLayoutType.FIXED,
    borders,
    rows: [row(head, true), ...rows.map((line) => row(line, false))],
  });
}

const codes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const escaped = (text: string): string => printable(text).replace(/[&<>"']/g, (sign) => codes[sign] ?? sign);

const document = 'word/document.xml';
const rowEnd = '</w:tr>';

/** Puts the rows of long tables, in their order in the paper, into its file. */
export async function fillTables(file: Uint8Array, tables: readonly LongTable[]): Promise<Uint8Array> {
  if (tables.length === 0) return file;
  const parts = readParts(file);
  const xml = parts.get(document) ?? '';
  const filled = openPart(document);
  let at = 0;
  for (const { patterns, rows } of tables) {
    const from = xml.lastIndexOf('<w:tr>', xml.indexOf(mark, at));
    await filled.write(xml.slice(at, from));
    at = from;
    const pieces: string[][] = [];
    while (pieces.length < patterns) {
      const end = xml.indexOf(rowEnd, at) + rowEnd.length;
      pieces.push(xml.slice(at, end).split(mark));
      at = end;
    }
    for (const { pattern, cells } of rows) {
      const [first = '', ...rest] = pieces[pattern] ?? [];
      await filled.write(first + rest.map((piece, column) => escaped(cells[column] || empty) + piece).join(''));
    }
  }
  await filled.write(xml.slice(at));
  const packed = [];
  for (const [name, text] of parts) packed.push(await (name === document ? filled.end() : packPart(name, text)));
  return joinParts(packed);
}
