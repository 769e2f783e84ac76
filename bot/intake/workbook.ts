/** A workbook (.xlsx) as tables of text. */
import { type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import { fail, ok, type Result } from '../../core/result.ts';
import { findHeading, requiredColumns } from '../../core/roster/heading.ts';
import type { RosterTable } from '../../core/roster/roster.ts';
import { toIso } from '../../core/time/calendar.ts';

/** A table of a workbook: its sheet, and the rows (from 1) that were hidden there. */
export type SheetTable = { name: string; table: RosterTable; hiddenRows: number[] };

/** Why a workbook gives no roster; `names` are its sheets, or those of them that may be meant. */
export type WorkbookFault =
  | { type: 'unreadable-workbook' }
  | { type: 'too-large' }
  | { type: 'no-such-sheet'; names: string[] }
  | { type: 'several-sheets'; names: string[] };

/** Bytes that the parts of a workbook may unpack to: ten thousand units take some five million. */
const mostUnpacked = 200_000_000;

/**
 * The sheet that holds the roster: the one of the name asked for, else the only one with a heading. Hidden sheets count where
 * they are asked for, or where no other has a heading. A formula is the value that was stored with it.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  sheet: string | undefined,
): Promise<Result<SheetTable, WorkbookFault>> {
  if (unpackedSize(bytes) > mostUnpacked) return fail({ type: 'too-large' });
  let sheets: Sheet[];
  try {
    ({ sheets } = await readXlsx(bytes));
  } catch {
    return fail({ type: 'unreadable-workbook' });
  }
  const tables = sheets.map((each) => ({
    ...tableOf(each),
    isHidden: each.hidden === true || each.veryHidden === true,
  }));
  const names = tables.map(({ name }) => name);
  if (sheet !== undefined) {
    const named = tables.find(({ name }) => name.trim() === sheet.trim());
    return named ? ok(named) : fail({ type: 'no-such-sheet', names });
  }
  const whole = tables.filter(({ table }) => hasWholeHeading(table));
  const shown = whole.filter(({ isHidden }) => !isHidden);
  const meant = shown.length > 0 ? shown : whole;
  if (meant.length > 1) return fail({ type: 'several-sheets', names: meant.map(({ name }) => name) });
  const [chosen = tables.find(({ table }) => findHeading(table.rows)) ?? tables[0]] = meant;
  return chosen ? ok(chosen) : fail({ type: 'unreadable-workbook' });
}

function hasWholeHeading({ rows }: RosterTable): boolean {
  const named = findHeading(rows)?.cells.map(({ column }) => column) ?? [];
  return requiredColumns.every((column) => named.includes(column));
}

function tableOf({ name, rows, merges = [], rowDefs }: Sheet): SheetTable {
  const texts = rows.map((cells) => cells.map(textOf));
  const last = texts.findLastIndex((cells) => cells.some((cell) => cell.trim() !== ''));
  const hiddenRows = [...(rowDefs ?? [])]
    .filter(([row, { hidden }]) => hidden === true && row <= last && texts[row]?.some((cell) => cell.trim() !== ''))
    .map(([row]) => row + 1);
  return {
    name,
    hiddenRows,
    table: {
      rows: texts.slice(0, last + 1),
      firstRow: 1,
      joinsLines: true,
      merges: merges
        .filter(({ startRow, endRow }) => endRow > startRow)
        .map(({ startRow, endRow, startCol }) => ({ column: startCol, from: startRow, to: endRow })),
    },
  };
}

/** A cell as text. A number that is none of people keeps its decimal comma, so that nobody takes 1.234 for a thousand. */
function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return toIso(value).slice(0, 10);
  if (typeof value === 'number' && !Number.isInteger(value)) return String(value).replace('.', ',');
  return String(value);
}

/** What the parts of a zip unpack to, as its directory says; the reader holds each part to it. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size = 0;
  for (let at = 0; at + 46 <= bytes.length; at += 1)
    if (bytes[at] === 0x50 && view.getUint32(at, true) === 0x02014b50) size += view.getUint32(at + 24, true);
  return size;
}
