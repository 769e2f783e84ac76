/** A roster's file, whatever it is: a text with cells, or a workbook. */
import { decodeText, type FileType, fileTypeOf } from '../../core/intake/text-file.ts';
import { fromLegacy, type LegacyEncoding, lettersOf } from '../../core/language/legacy-letters.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { findHeading } from '../../core/roster/heading.ts';
import type { RosterTable } from '../../core/roster/roster.ts';
import type { RosterError } from '../../core/roster/roster-fault.ts';
import { readCsv } from './csv.ts';
import { readWorkbook, type WorkbookFault } from './workbook.ts';

/** Why a file gives no table at all. */
export type RosterFileFault =
  | WorkbookFault
  | { type: 'not-a-table'; file: Exclude<FileType, 'text' | 'workbook'> }
  | { type: 'unknown-letters' | 'too-many-rows' };

/** The table of a file, what is wrong with its form, and what was done to read it. */
export type RosterFile = {
  table: RosterTable;
  errors: RosterError[];
  /** The sheet of a workbook; its hidden rows are read like others. */
  sheet?: { name: string; hiddenRows: number[] };
  /** The way in which the letters were kept, where it was an old one. */
  letters?: LegacyEncoding;
};

const mostRows = 100_000;

/** Reads a file into a table of text. `sheet` is asked of a workbook only. */
export async function readRosterFile(
  file: string | Uint8Array,
  sheet: string | undefined,
): Promise<Result<RosterFile, RosterFileFault>> {
  const read = typeof file === 'string' ? ok(fromText(file)) : await fromBytes(file, sheet);
  return read.ok && read.value.table.rows.length > mostRows ? fail({ type: 'too-many-rows' }) : read;
}

async function fromBytes(bytes: Uint8Array, sheet: string | undefined): Promise<Result<RosterFile, RosterFileFault>> {
  const type = fileTypeOf(bytes);
  if (type === 'workbook') {
    const workbook = await readWorkbook(bytes, sheet);
    if (!workbook.ok) return workbook;
    const { table, name, hiddenRows } = workbook.value;
    return ok({ ...withLetters(table), sheet: { name, hiddenRows } });
  }
  if (type !== 'text') return fail({ type: 'not-a-table', file: type });
  const text = decodeText(bytes);
  return text.ok ? ok(fromText(text.value)) : fail({ type: text.error });
}

function fromText(text: string): RosterFile {
  const letters = lettersOf(text);
  const plain = letters.type === 'legacy' ? fromLegacy(text, letters.encoding) : text;
  const { table, errors } = readCsv(plain);
  return {
    table,
    errors: [...errors, ...(letters.type === 'mixed' ? oldCells(table) : [])],
    ...(letters.type === 'legacy' && { letters: letters.encoding }),
  };
}

function withLetters(table: RosterTable): RosterFile {
  const letters = lettersOf(table.rows.map((cells) => cells.join('\n')).join('\n'));
  if (letters.type === 'unicode') return { table, errors: [] };
  if (letters.type === 'mixed') return { table, errors: oldCells(table) };
  const rows = table.rows.map((cells) => cells.map((cell) => fromLegacy(cell, letters.encoding)));
  return { table: { ...table, rows }, errors: [], letters: letters.encoding };
}

/** The cells whose letters are of an old font, where others are of Unicode: nobody can tell what the whole was meant to be. */
function oldCells(table: RosterTable): RosterError[] {
  const heading = findHeading(table.rows);
  return table.rows.flatMap((cells, index) =>
    cells.flatMap((cell, at): RosterError[] =>
      lettersOf(cell).type === 'unicode'
        ? []
        : [
            {
              row: index + table.firstRow,
              column: heading?.cells[at]?.column ?? '',
              fault: { type: 'old-letters', text: cell.slice(0, 60) },
            },
          ],
    ),
  );
}
