/** The rows of a sheet as its file holds them (ECMA-376, 18.3.1.73): one text a row, nothing kept. */
import { safeCell } from '../cells.ts';
import { xmlText } from '../xml.ts';

/** How a column shows what it has; a `text` or a `word` is never a formula, whatever it begins with. */
export type Format =
  | 'index'
  | 'count'
  | 'tenths'
  | 'hundredths'
  | 'thousandths'
  | 'percent'
  | 'entered-percent'
  | 'instant'
  | 'text'
  | 'word';

/** `formula` is written by this program alone; `result` is what it computes now, for readers that do not compute. */
export type CellFormula = { formula: string; result: number | string | Digits; format?: Format };
/** A figure with its places, as it stands in the file. */
export type Digits = { digits: `${number}`; format?: Format };
export type Cell = string | number | Date | null | Digits | CellFormula;

/**
 * A column as its rows need it: "A", the number of its style in the file, its width in characters. `styles`: of cells
 * that are shown in another format.
 */
export type RowColumn = { letter: string; style: string; width: number; styles: ReadonlyMap<Format, string> };

const dayMs = 24 * 3_600_000;
/** Sheets count days from the end of 1899 and know no time zone: the wall clock of Vietnam is written as it stands. */
const serial = (instant: Date): number => (instant.getTime() + 7 * 3_600_000) / dayMs + 25_569;

/** The most that a cell holds. */
const longest = 32_767;
const codes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text between tags. Sheets read `_x000A_` as the letter of that number: a person's own stays as written. */
function escaped(text: string): string {
  const cut = xmlText(text.length > longest ? text.slice(0, longest) : text);
  const marked = cut.includes('_x') ? cut.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') : cut;
  return /[&<>]/.test(marked) ? marked.replace(/[&<>]/g, (sign) => codes[sign] ?? sign) : marked;
}

/** Names of groups and standings come again and again: what was found out about a text is kept for a while. */
const known = new Map<string, string>();
const mostKnown = 5_000;

function inline(text: string): string {
  const found = known.get(text);
  if (found !== undefined) return found;
  const xml = `<is><t xml:space="preserve">${escaped(safeCell(text))}</t></is>`;
  if (known.size >= mostKnown) known.clear();
  known.set(text, xml);
  return xml;
}

function cellXml(cell: Cell, { letter, style: own, styles }: RowColumn, row: number): string {
  const format = cell !== null && typeof cell === 'object' && 'format' in cell ? cell.format : undefined;
  const style = (format && styles.get(format)) ?? own;
  const start = `<c r="${letter}${row}" s="${style}"`;
  if (cell === null) return `${start}/>`;
  if (typeof cell === 'number') return `${start}><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `${start} t="inlineStr">${inline(cell)}</c>`;
  if (cell instanceof Date) return `${start}><v>${serial(cell)}</v></c>`;
  if ('digits' in cell) return `${start}><v>${cell.digits}</v></c>`;
  const type = typeof cell.result === 'string' ? ' t="str"' : '';
  const result =
    typeof cell.result === 'string'
      ? escaped(cell.result)
      : typeof cell.result === 'object'
        ? cell.result.digits
        : cell.result;
  return `${start}${type}><f>${escaped(cell.formula)}</f><v>${result}</v></c>`;
}

/** A line's height in points. */
export const lineHeight = 15;
const mostLines = 20;

/** Lines that a wrapped text takes in a column so many characters wide; letters are a little narrower than digits. */
function linesIn(text: string, width: number): number {
  const fits = width / 0.9;
  if (text.length <= fits && !text.includes('\n')) return 1;
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / fits)), 0);
}

/** One row, counted from 1. Every column gets a cell, so that the frame of the table has no holes. */
export function rowXml(cells: readonly Cell[], columns: readonly RowColumn[], row: number): string {
  let lines = 1;
  let xml = '';
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? null;
    if (typeof cell === 'string') lines = Math.max(lines, linesIn(cell, column.width));
    xml += cellXml(cell, column, row);
  }
  const height = lines > 1 ? ` ht="${Math.min(lines, mostLines) * lineHeight}" customHeight="1"` : '';
  return `<row r="${row}"${height}>${xml}</row>`;
}
