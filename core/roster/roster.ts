/** The roster of units as a table: what `units import` takes. */
import { fold, normalise } from '../language/text.ts';
import { cellsBy, type ReadRow, type RosterUnit, readRow } from './cells.ts';
import { findHeading, type Heading, type RosterColumn, requiredColumns, rosterColumns } from './heading.ts';
import { settleKinds } from './kinds.ts';
import { findCircles, resolveParents } from './parents.ts';
import type { RosterError, RosterNote } from './roster-fault.ts';
import { findTwins } from './same-units.ts';

/** A unit that the roster already has. */
export type KnownUnit = {
  code: string;
  name: string;
  kind: string;
  parentCode: string | null;
  aliases: readonly string[];
};

/** A table of cells as text. */
export type RosterTable = {
  rows: readonly (readonly string[])[];
  /** The number that a spreadsheet shows beside the first of `rows`. */
  firstRow: number;
  /** Whether a cell may hold a line break that a person typed. In a text file it is the mark of a lost quote. */
  joinsLines: boolean;
  /** Cells that were merged downwards: column, first and last row, counted from 0. */
  merges: readonly { column: number; from: number; to: number }[];
};

/** What a table says. With any error nothing may be written; `notes` say what was read otherwise than it is written. */
export type ReadRoster = { units: RosterUnit[]; errors: RosterError[]; notes: RosterNote[]; headingRow: number };

/**
 * Reads a table. Its heading may stand below a title, in English or Vietnamese. Twins (a unit or a kind that is probably
 * there already) are errors unless `allowTwins`.
 */
export function readRoster(
  table: RosterTable,
  known: readonly KnownUnit[],
  { allowTwins }: { allowTwins: boolean },
): ReadRoster {
  const heading = findHeading(table.rows) ?? headingOf(table.rows[0] ?? []);
  const headingRow = heading.row + table.firstRow;
  const columnErrors = checkHeading(heading, headingRow);
  if (columnErrors.length > 0) return { units: [], errors: columnErrors, notes: [], headingRow };
  const { rows, errors, notes } = readRows(table, heading);
  const units = rows.map(({ unit }) => unit);
  if (rows.length === 0) errors.push({ row: headingRow + 1, column: 'code', fault: { type: 'no-rows' } });
  const parents = resolveParents(rows, known);
  const kinds = settleKinds(rows, known);
  const twins = [...kinds.errors, ...findTwins(rows, known)];
  notes.push(...kinds.notes, ...parents.notes);
  errors.push(...repeatedCodes(rows), ...parents.errors, ...findCircles(rows, known));
  if (allowTwins)
    notes.push(
      ...twins.map(({ row, column, fault }) => ({ row, column, note: { type: 'twin-accepted' as const, fault } })),
    );
  else errors.push(...twins);
  return { units, errors: inOrder(errors), notes: inOrder(notes), headingRow };
}

const headingOf = (cells: readonly string[]): Heading => ({
  row: 0,
  rows: 1,
  cells: cells.map((text) => ({ text: normalise(text), column: undefined })),
});

const columnAt = (column: string): number => (rosterColumns as readonly string[]).indexOf(column);

const inOrder = <T extends { row: number; column: string }>(said: T[]): T[] =>
  said.sort((a, b) => a.row - b.row || columnAt(a.column) - columnAt(b.column));

function checkHeading({ cells }: Heading, row: number): RosterError[] {
  const named = cells.filter(({ column }) => column !== undefined);
  const missing = requiredColumns.filter((required) => !named.some(({ column }) => column === required));
  const repeated = named.filter(({ column, text }, at) => {
    const first = named.findIndex((other) => other.column === column);
    return first !== at && (column !== 'phone' || named[first]?.text === text);
  });
  return [
    ...missing.map((column): RosterError => ({ row, column, fault: { type: 'missing-column' } })),
    ...repeated.map(({ column }): RosterError => ({ row, column: column ?? '', fault: { type: 'repeated-column' } })),
  ];
}

function readRows(
  table: RosterTable,
  heading: Heading,
): { rows: ReadRow[]; errors: RosterError[]; notes: RosterNote[] } {
  const headingRow = heading.row + table.firstRow;
  const rows: ReadRow[] = [];
  const errors: RosterError[] = [];
  const notes: RosterNote[] = heading.cells
    .filter(({ text, column }) => text !== '' && column === undefined)
    .map(({ text }) => ({ row: headingRow, column: '', note: { type: 'ignored-column', heading: text.slice(0, 60) } }));
  if (heading.row > 0) notes.unshift({ row: headingRow, column: '', note: { type: 'heading-found' } });
  const from = heading.row + heading.rows;
  const fills = fillsOf(table, heading);
  const ends = endOf(table.rows, from, heading);
  for (const [index, cells] of table.rows.entries()) {
    const row = index + table.firstRow;
    if (index < from || cells.every((cell) => cell.trim() === '')) continue;
    if (
      index >= ends ||
      isHeadingAgain(cells, heading) ||
      (index === from && isNumbering(cells)) ||
      isTotal(cells, heading)
    ) {
      notes.push({ row, column: '', note: { type: 'skipped-row', text: shown(cells) } });
      continue;
    }
    const read = readRow(row, { ...cellsBy(heading, cells), ...fills.get(index) }, table);
    errors.push(...read.errors, ...surplusOf(row, cells, heading));
    notes.push(...read.notes);
    rows.push(read);
  }
  return { rows, errors, notes };
}

const shown = (cells: readonly string[]): string =>
  normalise(cells.filter((cell) => cell.trim() !== '').join(' '))
    .replace(/\n/g, ' ')
    .slice(0, 60);

/** A kind or a unit above that was merged over several rows stands in the first of them only: the cells that it fills. */
function fillsOf({ merges, rows }: RosterTable, heading: Heading): Map<number, Partial<Record<RosterColumn, string>>> {
  const fills = new Map<number, Partial<Record<RosterColumn, string>>>();
  for (const { column: at, from, to } of merges) {
    const column = heading.cells[at]?.column;
    if (column !== 'kind' && column !== 'parent') continue;
    for (let row = from + 1; row <= Math.min(to, rows.length - 1); row += 1)
      fills.set(row, { ...fills.get(row), [column]: rows[from]?.[at] ?? '' });
  }
  return fills;
}

/** A cell without a heading: a comma that was not quoted has moved the others, or somebody wrote a remark. */
function surplusOf(row: number, cells: readonly string[], { cells: heading }: Heading): RosterError[] {
  const at = cells.findIndex((cell, index) => cell.trim() !== '' && (heading[index]?.text ?? '') === '');
  if (at < 0) return [];
  const last = heading.findLast(({ column }) => column !== undefined)?.column ?? 'code';
  return [{ row, column: last, fault: { type: at < heading.length ? 'unnamed-column' : 'too-many-cells' } }];
}

/** The heading once more, as it stands at the top of a further page. */
const isHeadingAgain = (cells: readonly string[], { cells: heading }: Heading): boolean =>
  cells.every((cell, at) => normalise(cell).replace(/\n/g, ' ') === (heading[at]?.text ?? ''));

/** "(1) (2) (3)" below the heading. */
function isNumbering(cells: readonly string[]): boolean {
  const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return said.length >= 3 && said.every((cell) => /^\(?(\d{1,2}|[A-Z])\)?$/.test(cell));
}

const totals =
  /^(tong|cong|cong don vi|tong cong|tong so|tong cong so don vi|tong so don vi|tong cong don vi|total|grand total)$/;

const sums = /^tong (cong|so)(?! ty)\b|^danh sach( nay)? (co|gom) .*\bdon vi$/;

/** "Tổng cộng: 114 đơn vị", without a kind: a sum, and no unit. */
function isTotal(cells: readonly string[], heading: Heading): boolean {
  const { kind = '' } = cellsBy(heading, cells);
  const words = (cell: string) =>
    fold(cell)
      .replace(/[^\p{L} ]+/gu, ' ')
      .replace(/ +/g, ' ')
      .trim();
  return kind.trim() === '' && cells.some((cell) => totals.test(words(cell)) || sums.test(words(cell)));
}

const closing = /\bngay\b.*\bthang\b.*\bnam\b|^(nguoi lap|lap bieu|ky ten|noi nhan|xac nhan|thu truong|tm |kt |tl )/;

/** Where the list ends and the place for signatures begins: no row from there on has a code or a kind. */
function endOf(rows: readonly (readonly string[])[], from: number, heading: Heading): number {
  const isUnit = (cells: readonly string[]): boolean => {
    const { code = '', kind = '' } = cellsBy(heading, cells);
    return code.trim() !== '' || kind.trim() !== '';
  };
  const last = rows.findLastIndex((cells, index) => index >= from && isUnit(cells));
  const sign = rows.findIndex(
    (cells, index) =>
      index > last && index >= from && cells.some((cell) => closing.test(fold(cell).replace(/\./g, ' '))),
  );
  return sign < 0 ? rows.length : sign;
}

function repeatedCodes(rows: readonly ReadRow[]): RosterError[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ row, unit }): RosterError[] => {
    const firstRow = first.get(unit.code);
    if (firstRow === undefined) first.set(unit.code, row);
    return firstRow === undefined || unit.code === ''
      ? []
      : [{ row, column: 'code', fault: { type: 'repeated-code', firstRow } }];
  });
}
