/** A text file of cells: comma, semicolon, tab or stroke between them, as its heading shows. */
import Papa from 'papaparse';
import { findHeading } from '../../core/roster/heading.ts';
import type { RosterTable } from '../../core/roster/roster.ts';
import type { RosterError } from '../../core/roster/roster-fault.ts';

/** A table, and where its quotes do not close. */
export type CsvTable = { table: RosterTable; errors: RosterError[] };

const delimiters = [',', ';', '\t', '|'] as const;

/**
 * Reads CSV. A first line `sep=;` says what stands between the cells, and is no row, as in a spreadsheet. Whatever the
 * reader of CSV finds wrong is returned.
 */
export function readCsv(text: string): CsvTable {
  const said = /^\uFEFF?"?sep=(.)"?[ ,;\t]*\r?\n/i.exec(text);
  const content = said ? text.slice(said[0].length) : text.replace(/^\uFEFF/, '');
  const { data, errors } = Papa.parse<string[]>(content, { delimiter: said?.[1] ?? delimiterOf(content) });
  return {
    table: { rows: data, firstRow: 1, joinsLines: false, merges: [] },
    errors: errors
      .filter(({ type }) => type === 'Quotes')
      .map(({ code, row = 0 }) => ({
        row: row + 1,
        column: columnAt(data, row),
        fault: { type: code === 'MissingQuotes' ? 'open-quote' : 'stray-quote' },
      }))
      .filter((error, at, all): error is RosterError => all.findIndex(({ row }) => row === error.row) === at),
  };
}

/** The column of the cell that swallowed others: the last of its row that holds a line break, else the last. */
function columnAt(data: string[][], row: number): string {
  const cells = data[row] ?? [];
  const broken = cells.findLastIndex((cell) => cell.includes('\n'));
  return findHeading(data)?.cells[broken < 0 ? cells.length - 1 : broken]?.column ?? '';
}

/** The sign under which the most columns of the heading are found; cells may hold the others. */
function delimiterOf(content: string): string {
  const beginning = content.slice(0, 20_000);
  const found = delimiters.map((delimiter) => {
    const { data } = Papa.parse<string[]>(beginning, { delimiter, preview: 40 });
    const columns = findHeading(data)?.cells.flatMap(({ column }) => column ?? []).length ?? 0;
    return { delimiter, columns };
  });
  return found.sort((a, b) => b.columns - a.columns)[0]?.delimiter ?? ',';
}
