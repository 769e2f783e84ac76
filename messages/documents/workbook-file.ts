/** The one place that knows the writer of workbooks: sheets of plain cells in, the bytes of an `.xlsx` out. */
import { type CellStyle, colToLetter, type WriteOptions, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { safeCell } from '../../core/cells.ts';

/** How a column shows what it has; a `text` or a `word` is never a formula, whatever it begins with. */
export type Format = 'index' | 'count' | 'percent' | 'instant' | 'text' | 'word';

/** `formula` is written by this program alone; `result` is what it computes now, for readers that do not compute. */
export type Cell = string | number | Date | null | { formula: string; result: number | string; format?: Format };

export type SheetColumn = { title: string; width: number; format?: Format };

export type SheetTable = {
  name: string;
  /** Lines over the table: the first is its title. */
  above: string[];
  columns: SheetColumn[];
  /** A row between the lines above and the head, or under the table. */
  totals?: { at: 'top' | 'bottom'; cells: Cell[] };
  rows: Cell[][];
  /** How many of the columns go on paper; all of them where absent. */
  printed?: number;
};

/** The first row of a table's data, counted from 1. */
export const firstRow = (sheet: Pick<SheetTable, 'above' | 'totals'>): number =>
  sheet.above.length + (sheet.totals?.at === 'top' ? 3 : 2);

/** "A", "B", … of a column counted from 0. */
export const letter = (column: number): string => colToLetter(column);

const thin = { style: 'thin', color: { rgb: 'A6A6A6' } } as const;
const border = { top: thin, bottom: thin, left: thin, right: thin };
const font = { name: 'Times New Roman', size: 11 } as const;
const formats: Record<Format, string> = {
  index: '0',
  count: '#,##0',
  percent: '0.0%',
  instant: 'hh:mm dd/mm/yyyy',
  text: '@',
  word: '@',
};

const dataStyle = (format: Format = 'text'): CellStyle => ({
  font,
  border,
  numFmt: formats[format],
  alignment: {
    vertical: 'top',
    ...(format === 'text' && { wrapText: true }),
    ...((format === 'index' || format === 'word') && { horizontal: 'center' as const }),
  },
});
const headStyle: CellStyle = {
  font: { ...font, bold: true },
  border,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDEBF7' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};
const totalStyle = (format: Format = 'text'): CellStyle => ({
  ...dataStyle(format),
  font: { ...font, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF2CC' } },
});

/** Sheets know no time zone: the wall clock of Vietnam (UTC+7, no daylight saving) is written as it stands. */
const wallClock = (instant: Date): Date => new Date(instant.getTime() + 7 * 3_600_000);

type Plain = string | number | Date | null;

function plain(cell: Cell): Plain {
  if (typeof cell === 'string') return safeCell(cell);
  if (cell instanceof Date) return wallClock(cell);
  return cell !== null && typeof cell === 'object' ? null : cell;
}

/** A line's height in points. */
const lineHeight = 15;

/** Lines that a wrapped text takes in a column so many characters wide; letters are a little narrower than digits. */
const linesIn = (cell: Cell, width: number): number =>
  typeof cell === 'string'
    ? cell.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil((line.length * 0.9) / width)), 0)
    : 1;

/** The writer looks every cell's style up anew: above so many rows, cells keep their number format only. */
const mostDecorated = 20_000;

function sheetOf(sheet: SheetTable): WriteSheet {
  const { above, columns, totals, rows } = sheet;
  const headAt = firstRow(sheet) - 2;
  const last = letter(columns.length - 1);
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  const place = (row: number, values: Cell[], styleOf: (column: number, cell: Cell) => CellStyle | undefined): void =>
    columns.forEach((_, column) => {
      const cell = values[column] ?? null;
      const style = styleOf(column, cell);
      const isFormula = cell !== null && typeof cell === 'object' && !(cell instanceof Date);
      if (isFormula)
        cells.set(`${row},${column}`, {
          formula: cell.formula,
          formulaResult: cell.result,
          style: style ?? dataStyle(cell.format ?? columns[column]?.format),
        });
      else if (style) cells.set(`${row},${column}`, { value: plain(cell), style });
    });
  const heights: NonNullable<WriteSheet['rowDefs']> = new Map([[headAt, { height: 3 * lineHeight }]]);
  const empty = (): Plain[] => columns.map(() => null);
  const grid: Plain[][] = [
    ...above.map((text) => [safeCell(text)]),
    ...(totals?.at === 'top' ? [empty()] : []),
    empty(),
  ];
  above.forEach((text, row) => {
    cells.set(`${row},0`, {
      value: safeCell(text),
      style: { font: { ...font, bold: row === 0, size: row === 0 ? 14 : 11 }, numFmt: 'General' },
    });
  });
  const totalAt = totals?.at === 'top' ? headAt - 1 : headAt + 1 + rows.length;
  if (totals)
    place(totalAt, totals.cells, (column, cell) =>
      totalStyle(cell !== null && typeof cell === 'object' && 'format' in cell ? cell.format : columns[column]?.format),
    );
  place(
    headAt,
    columns.map((column) => column.title),
    () => headStyle,
  );
  rows.forEach((row, index) => {
    grid.push(row.map(plain));
    const lines = row.reduce<number>((most, cell, n) => Math.max(most, linesIn(cell, columns[n]?.width ?? 10)), 1);
    if (lines > 1) heights.set(headAt + 1 + index, { height: Math.min(lines, 20) * lineHeight });
    if (row.some((cell) => cell !== null && typeof cell === 'object' && !(cell instanceof Date)))
      place(headAt + 1 + index, row, () => undefined);
  });
  if (totals?.at === 'bottom') grid.push(empty());
  return {
    name: sheet.name,
    columns: columns.map(({ width, format }) =>
      rows.length > mostDecorated ? { width, numFmt: formats[format ?? 'text'] } : { width, style: dataStyle(format) },
    ),
    rows: grid,
    cells,
    rowDefs: heights,
    freezePane: { rows: headAt + 1 },
    ...(rows.length > 0 && { autoFilter: { range: `A${headAt + 1}:${last}${headAt + 1 + rows.length}` } }),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { top: 0.75, bottom: 0.6, left: 0.5, right: 0.4, header: 0.3, footer: 0.3 },
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: '&C&P/&N' },
  };
}

/**
 * The head repeated on every page, and the columns that go on paper. Written here as the names that spreadsheets reserve:
 * hucre 1.0.0 leaves a sheet's name unquoted in them, and Excel then calls the file damaged.
 */
function printNames(sheet: SheetTable): NonNullable<WriteOptions['namedRanges']> {
  const { name, rows, totals, printed } = sheet;
  const headAt = firstRow(sheet) - 1;
  const last = headAt + rows.length + (totals?.at === 'bottom' ? 1 : 0);
  const quoted = `'${name.replaceAll("'", "''")}'`;
  return [
    ...(printed
      ? [{ name: '_xlnm.Print_Area', scope: name, range: `${quoted}!$A$1:$${letter(printed - 1)}$${last}` }]
      : []),
    { name: '_xlnm.Print_Titles', scope: name, range: `${quoted}!$${headAt}:$${headAt}` },
  ];
}

/** The bytes of the workbook. */
export async function writeWorkbook(
  sheets: SheetTable[],
  about: { title: string; creator: string },
): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(sheetOf),
    namedRanges: sheets.flatMap(printNames),
    properties: about,
    defaultFont: font,
  });
}
