/** The cells of one unit in a roster's file, each read within its bounds. */
import { type PhoneFault, phoneList, readPhones } from '../language/phone.ts';
import { fold, normalise } from '../language/text.ts';
import { bareName } from './bare-name.ts';
import { type Heading, type RosterColumn, requiredColumns, rosterColumns } from './heading.ts';
import type { RosterError, RosterFault, RosterNote } from './roster-fault.ts';

/** A unit as the table gives it. A column that the table lacks leaves its field undefined: nothing is said about it. */
export type RosterUnit = {
  code: string;
  name: string;
  kind: string;
  parent?: string | null;
  aliases?: string[];
  staff?: number | null;
  headName?: string | null;
  headTitle?: string | null;
  phone?: string | null;
};

/** What one row says: its unit, and everything that is wrong with it or was read otherwise than it is written. */
export type ReadRow = { row: number; unit: RosterUnit; errors: RosterError[]; notes: RosterNote[] };

/**
 * Characters that a cell may hold. The longest official name known has some 150; a message of a chat holds 2,000, and lists
 * fifteen names.
 */
const most: Readonly<Record<RosterColumn, number>> = {
  code: 40,
  name: 200,
  kind: 60,
  parent: 200,
  aliases: 600,
  staff: 40,
  head_name: 100,
  head_title: 150,
  phone: 120,
};
const mostAliases = 20;

const codeShape = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;
/** "01-Feb" and "02/01/2026": what spreadsheets make of codes like 1-2. */
const madeDate =
  /^\d{1,2}[-/](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|thg ?\d{1,2})\w*$|^\d{1,4}[-/]\d{1,2}[-/]\d{1,4}$/i;
/** "#REF!", "#N/A": a formula that failed. */
const formulaFault = /^#(REF|N\/A|NAME|VALUE|DIV\/0|NULL|NUM|SPILL|CALC)[!?]?$/i;
/** A question mark within a word, or the sign for a broken letter: letters that were lost when the file was saved. */
const lost = /\p{L}\?+\p{L}|\?{2,}\p{L}|\p{L}\?{2,}|\ufffd/u;

/** Marks that stand for what the row above has: `-nt-`, `"`, "như trên". */
const ditto = /^(?:["'”“’〃]+|[-–—.]+ ?nt ?[-–—.]+|[-–—.]* ?nhu tren ?[-–—.]*)$/;
const inWords: readonly RosterColumn[] = ['name', 'kind', 'parent', 'head_name', 'head_title'];

type Cells = Readonly<Partial<Record<RosterColumn, string>>>;

/** Reads one row. `joinsLines`: a cell may hold a line break that a person typed; else it is the mark of a lost quote. */
export function readRow(row: number, cells: Cells, { joinsLines }: { joinsLines: boolean }): ReadRow {
  const errors: RosterError[] = [];
  const notes: RosterNote[] = [];
  const refuse = (column: RosterColumn, fault: RosterFault): void => void errors.push({ row, column, fault });
  const note = (column: RosterColumn, said: RosterNote['note']): void => void notes.push({ row, column, note: said });
  const text: Partial<Record<RosterColumn, string>> = {};
  for (const column of rosterColumns) {
    const cell = cells[column];
    if (cell === undefined) continue;
    const plain = normalise(cell);
    const fault = faultOf(column, plain, joinsLines);
    if (fault) refuse(column, fault);
    const isJoined = plain.includes('\n') && column !== 'aliases' && column !== 'phone';
    if (!fault && isJoined) note(column, { type: 'lines-joined' });
    // What is wrong is refused once, and read no further.
    text[column] = fault ? '' : isJoined ? plain.replace(/\n/g, ' ') : plain;
    if (!fault && text[column] === '' && requiredColumns.includes(column)) refuse(column, { type: 'empty' });
  }
  const code = codeOf(text.code ?? '', refuse);
  const unit = { code, name: text.name ?? '', kind: text.kind ?? '', ...optionalCells(text, { refuse, note }) };
  return { row, unit, errors, notes };
}

type Say = {
  refuse(column: RosterColumn, fault: RosterFault): void;
  note(column: RosterColumn, said: RosterNote['note']): void;
};

function faultOf(column: RosterColumn, text: string, joinsLines: boolean): RosterFault | undefined {
  if (text.length > most[column]) return { type: 'too-long', most: most[column] };
  if (text.includes('\n') && !joinsLines) return { type: 'line-break' };
  if (formulaFault.test(text)) return { type: 'cell-error' };
  if (inWords.includes(column) && ditto.test(fold(text))) return { type: 'ditto', text };
  return lost.test(text) ? { type: 'lost-letters', text: text.slice(0, 60) } : undefined;
}

function codeOf(code: string, refuse: Say['refuse']): string {
  if (madeDate.test(code)) refuse('code', { type: 'code-made-a-date' });
  else if (code !== '' && !codeShape.test(code)) refuse('code', { type: 'bad-code' });
  return code;
}

/** The cells that may be empty. A column that is not there is left out; an empty cell is null. */
function optionalCells(text: Partial<Record<RosterColumn, string>>, say: Say): Partial<RosterUnit> {
  const { parent, aliases, staff, head_name, head_title, phone } = text;
  return {
    ...(parent !== undefined && { parent: parent || null }),
    ...(aliases !== undefined && { aliases: aliasesOf(aliases, say.refuse) }),
    ...(staff !== undefined && { staff: staffOf(staff, say) }),
    ...(head_name !== undefined && { headName: headNameOf(head_name, say) }),
    ...(head_title !== undefined && { headTitle: head_title || null }),
    ...(phone !== undefined && { phone: phoneOf(phone, say) }),
  };
}

/** A name stands alone on papers, below the title of who signs. */
function headNameOf(cell: string, { note }: Say): string | null {
  const name = bareName(cell);
  if (name !== cell) note('head_name', { type: 'head-name', from: cell, to: name });
  return name || null;
}

function aliasesOf(cell: string, refuse: Say['refuse']): string[] {
  const aliases = cell
    .split(/[;|\n]/)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '');
  if (aliases.length > mostAliases) refuse('aliases', { type: 'too-many-aliases', most: mostAliases });
  return aliases;
}

const people = /^(nguoi|cb|can bo|cbccvc|cb ?cc ?vc|vien chuc|cong chuc|dong chi|d\/c|dc|bien che|giao vien|gv)$/;

/**
 * A number of staff: `50`, `50.0`, `1.234` (thousands), `50 người`. Nobody is a fraction of a person; `1,234` and `1 234` are
 * not guessed at, and neither is "khoảng 50".
 */
function staffOf(cell: string, { refuse, note }: Say): number | null {
  if (cell === '') return null;
  const [, digits = '', unit = ''] = /^([\d.,]+) ?([^\d]*)$/.exec(cell) ?? [];
  const whole = digits.replace(/[.,]0{1,2}$/, '');
  const isNumber = /^\d{1,7}$|^[1-9]\d{0,2}(\.\d{3}){1,2}$/.test(whole);
  if (!isNumber || (unit !== '' && !people.test(fold(unit)))) {
    refuse('staff', { type: 'bad-staff' });
    return null;
  }
  const staff = Number(whole.replace(/\./g, ''));
  if (String(staff) !== cell.replace(/^0+(?=\d)/, '')) note('staff', { type: 'staff', from: cell, to: staff });
  return staff;
}

function phoneOf(cell: string, { refuse, note }: Say): string | null {
  const { numbers, faults } = readPhones(cell);
  for (const fault of faults) refuse('phone', { type: 'bad-phone', fault: shortened(fault) });
  const phone = phoneList(numbers);
  const digits = (text: string): string => text.replace(/\D/g, '');
  if (faults.length === 0 && digits(phone) !== digits(cell)) note('phone', { type: 'phone', from: cell, to: phone });
  return phone || null;
}

const shortened = (fault: PhoneFault): PhoneFault => ({ ...fault, part: fault.part.slice(0, 40) });

/** The cells of a row by column. Two columns of telephone numbers are one: the office's and the mobile one. */
export function cellsBy(heading: Heading, cells: readonly string[]): Cells {
  const by: Partial<Record<RosterColumn, string>> = {};
  for (const [at, { column }] of heading.cells.entries()) {
    if (column === undefined) continue;
    const cell = cells[at] ?? '';
    by[column] = by[column] !== undefined && column === 'phone' ? `${by[column]};${cell}` : (by[column] ?? cell);
  }
  return by;
}
