/**
 * The one place that knows the writer of workbooks. The writer makes everything but the rows of data: styles, heads,
 * totals, names, print set-up. It holds a whole sheet in memory, so the rows are put in here, piece by piece, as they
 * come.
 */
import { type CellStyle, colToLetter, type WriteOptions, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { safeCell } from '../cells.ts';
import { joinParts, type OpenPart, openPart, packPart, readParts } from '../zip.ts';
import { type Placed, placeRules } from './places.ts';
import { type Cell, type CellFormula, type Format, lineHeight, type RowColumn, rowXml } from './rows.ts';

export type SheetColumn = { title: string; width: number; format?: Format };

/** A sheet without its rows. */
export type SheetFrame = {
  name: string;
  /** Lines over the table: the first is its title. */
  above: string[];
  columns: SheetColumn[];
  /** A row between the lines above and the head, or under the table. */
  totals?: { at: 'top' | 'bottom'; cells: Cell[] };
  /** How many rows it will have: ranges, filter and printing name the last one before it is there. */
  length: number;
  /** How many of the columns go on paper; all of them where absent. */
  printed?: number;
  /** Formats that single cells have in place of their column's. */
  formats?: readonly Format[];
  /** Cells of such formats whose figures lose the places that they do not need, as the columns of such formats do. */
  placed?: readonly Placed[];
};

/** Takes rows for its sheets, each in order, and is ended once. */
export type WorkbookWriter = {
  add(sheet: SheetFrame, rows: Iterable<readonly Cell[]>): Promise<void>;
  finish(): Promise<Uint8Array>;
};

/** The first row of a table's data, counted from 1. */
export const firstRow = (sheet: Pick<SheetFrame, 'above' | 'totals'>): number =>
  sheet.above.length + (sheet.totals?.at === 'top' ? 3 : 2);

/** "A", "B", … of a column counted from 0. */
export const letter = (column: number): string => colToLetter(column);

const thin = { style: 'thin', color: { rgb: 'A6A6A6' } } as const;
const border = { top: thin, bottom: thin, left: thin, right: thin };
const font = { name: 'Times New Roman', size: 11 } as const;
const formats: Record<Format, string> = {
  index: '0',
  count: '#,##0',
  tenths: '#,##0.0',
  hundredths: '#,##0.00',
  thousandths: '#,##0.000',
  percent: '0.0%',
  'entered-percent': '0.00%',
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
    ...((format === 'index' || format === 'word' || format === 'instant') && { horizontal: 'center' as const }),
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

/** As many characters across a lying A4 sheet as are still read: about 70 % of 11 points. */
const mostAcross = 195;

/** Lines that the longest title takes over its column, three at least. */
const headLines = (columns: SheetColumn[]): number =>
  Math.max(3, ...columns.map(({ title, width }) => Math.ceil(title.length / (width * 0.85))));

/** The writer of totals takes numbers alone. */
const plainCell = (cell: Exclude<Cell, string | CellFormula>): number | Date | null =>
  cell !== null && typeof cell === 'object' && 'digits' in cell ? Number(cell.digits) : cell;
const plainResult = (result: CellFormula['result']): number | string =>
  typeof result === 'object' ? Number(result.digits) : result;

/** The sheet with one row of empty cells where its data begins: those tell the numbers of the columns' styles. */
function sheetOf(sheet: SheetFrame): WriteSheet {
  const { above, columns, totals, length } = sheet;
  const first = firstRow(sheet);
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  above.forEach((text, row) => {
    const style = { font: { ...font, bold: row === 0, size: row === 0 ? 14 : 11 }, numFmt: 'General' };
    cells.set(`${row},0`, { value: safeCell(text), style });
  });
  const totalRow = totals?.at === 'top' ? first - 2 : first + length;
  columns.forEach((column, at) => {
    cells.set(`${first - 2},${at}`, { value: safeCell(column.title), style: headStyle });
    cells.set(`${first - 1},${at}`, { value: null, style: dataStyle(column.format) });
    if (!totals) return;
    const cell = totals.cells[at] ?? null;
    const isFormula = cell !== null && typeof cell === 'object' && 'formula' in cell;
    const style = totalStyle(isFormula && cell.format ? cell.format : column.format);
    cells.set(
      `${totalRow - 1},${at}`,
      isFormula
        ? { formula: cell.formula, formulaResult: plainResult(cell.result), style }
        : { value: typeof cell === 'string' ? safeCell(cell) : plainCell(cell), style },
    );
  });
  (sheet.formats ?? []).forEach((format, at) => {
    cells.set(`${first - 1},${columns.length + at}`, { value: null, style: dataStyle(format) });
  });
  const [top, last] = [Math.min(first, totals ? totalRow : first), Math.max(first + length - 1, totals ? totalRow : 0)];
  const placed = columns.flatMap(({ format = 'text' }, at) => {
    const column = letter(at);
    return length === 0 ? [] : [{ first: `${column}${top}`, range: `${column}${top}:${column}${last}`, format }];
  });
  const printed = columns.slice(0, sheet.printed ?? columns.length).reduce((sum, { width }) => sum + width, 0);
  return {
    name: sheet.name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [],
    cells,
    rowDefs: new Map([[first - 2, { height: headLines(columns) * lineHeight }]]),
    conditionalRules: placeRules([...placed, ...(sheet.placed ?? [])]),
    freezePane: { rows: first - 1 },
    ...(length > 0 && { autoFilter: { range: `A${first - 1}:${letter(columns.length - 1)}${first - 1 + length}` } }),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: Math.ceil(printed / mostAcross),
      fitToHeight: 0,
      margins: { top: 0.75, bottom: 0.6, left: 0.5, right: 0.4, header: 0.3, footer: 0.3 },
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: '&C&P/&N' },
  };
}

/**
 * The head and the first two columns repeated on every page, and the columns that go on paper. These are names that spreadsheets reserve. hucre
 * 1.0.0 leaves the name of a sheet unquoted in them, and Excel then calls the file damaged; so they are written here.
 */
function printNames(sheet: SheetFrame): NonNullable<WriteOptions['namedRanges']> {
  const { name, length, totals, printed } = sheet;
  const headAt = firstRow(sheet) - 1;
  const last = headAt + length + (totals?.at === 'bottom' ? 1 : 0);
  const quoted = `'${name.replaceAll("'", "''")}'`;
  return [
    ...(printed
      ? [{ name: '_xlnm.Print_Area', scope: name, range: `${quoted}!$A$1:$${letter(printed - 1)}$${last}` }]
      : []),
    { name: '_xlnm.Print_Titles', scope: name, range: `${quoted}!$A:$B,${quoted}!$${headAt}:$${headAt}` },
  ];
}

/** A sheet that is being written: its part up to the next row, and what comes after the last one. */
type OpenSheet = { part: OpenPart; columns: RowColumn[]; row: number; after: string };

async function openSheet(sheet: SheetFrame, name: string, xml: string): Promise<OpenSheet> {
  const row = firstRow(sheet);
  const [empty, cells = ''] = new RegExp(`<row r="${row}"[^>]*>(.*?)</row>`, 's').exec(xml) ?? [];
  const found = [...cells.matchAll(/<c r="([A-Z]+)\d+" s="(\d+)"/g)];
  const { columns: heads, formats = [] } = sheet;
  if (empty === undefined || found.length !== heads.length + formats.length)
    throw new Error(`the frame of ${name} has no row to copy`);
  const at = xml.indexOf(empty);
  const part = openPart(name);
  await part.write(xml.slice(0, at));
  const styles = new Map(formats.map((format, n) => [format, found[heads.length + n]?.[2] ?? '']));
  const columns = found.slice(0, heads.length).map(([, column = '', style = ''], n) => ({
    letter: column,
    style,
    styles,
    width: heads[n]?.width ?? 10,
  }));
  return { part, columns, row, after: xml.slice(at + empty.length) };
}

/** Rows are packed in small portions: what dies young costs little. */
const mostText = 32_768;

/** Makes the frames of all sheets; their rows are then added in any order of the sheets. */
export async function openWorkbook(
  frames: readonly SheetFrame[],
  about: { title: string; creator: string },
): Promise<WorkbookWriter> {
  const frame = await writeXlsx({
    sheets: frames.map(sheetOf),
    namedRanges: frames.flatMap(printNames),
    properties: about,
    defaultFont: font,
  });
  const parts = readParts(frame);
  const open = new Map<SheetFrame, OpenSheet>();
  for (const [index, sheet] of frames.entries()) {
    const name = `xl/worksheets/sheet${index + 1}.xml`;
    open.set(sheet, await openSheet(sheet, name, parts.get(name) ?? ''));
    parts.delete(name);
  }
  return {
    async add(frame, rows) {
      const sheet = open.get(frame);
      if (!sheet) throw new Error(`${frame.name} is not a sheet of this workbook`);
      let xml = '';
      for (const cells of rows) {
        xml += rowXml(cells, sheet.columns, sheet.row++);
        if (xml.length < mostText) continue;
        await sheet.part.write(xml);
        xml = '';
      }
      if (xml !== '') await sheet.part.write(xml);
    },
    async finish() {
      const packed = [];
      for (const [name, text] of parts) packed.push(await packPart(name, text));
      for (const [frame, sheet] of open) {
        const rows = sheet.row - firstRow(frame);
        if (rows !== frame.length) throw new Error(`${frame.name} has ${rows} rows, not ${frame.length}`);
        await sheet.part.write(sheet.after);
        packed.push(await sheet.part.end());
      }
      return joinParts(packed);
    },
  };
}
