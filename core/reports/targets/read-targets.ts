/** What units have been assigned to reach, read from a table of cells. */
import { fold } from '../../language/text.ts';
import { type Exact, exactOf } from '../exact.ts';
import { addsUp, placesOf } from '../indicators.ts';
import type { Indicator } from '../obligation.ts';

export type Target = { indicatorId: number; unitId: number; value: Exact };

export type TargetFault =
  | { type: 'no-code' }
  | { type: 'no-indicator'; keys: string[] }
  | { type: 'unknown-column'; keys: string[] }
  | { type: 'unknown-unit'; code: string }
  /** The unit does not report this indicator. */
  | { type: 'not-asked'; code: string }
  | { type: 'twice'; code: string }
  | { type: 'no-number'; found: string }
  /** "1.250" and "1,250" may be a thousand or a little more than one. */
  | { type: 'two-readings'; found: string }
  | { type: 'many-places'; found: string; places: number };

/** Rows are counted from 1, the heading first. */
export type TargetError = { row: number; column: string; fault: TargetFault };

/** The indicators that may have targets, each with the units that report it, by code. */
export type TargetForm = readonly { indicator: Indicator; units: ReadonlyMap<string, number> }[];

const codes = ['code', 'ma', 'ma don vi'];
const names = ['name', 'ten', 'ten don vi', 'don vi', 'stt', 'tt'];

/** Reads a heading of the unit's code and of indicators (by key or label), and a row for each unit; an empty cell sets nothing. */
export function readTargets(
  rows: readonly (readonly string[])[],
  form: TargetForm,
): { targets: Target[]; errors: TargetError[] } {
  const [heading = [], ...body] = rows;
  const keys = form.flatMap(({ indicator }) => (addsUp(indicator.kind) ? [indicator.key] : []));
  const codeAt = heading.findIndex((title) => codes.includes(fold(title.trim())));
  const columns = heading.map((title, at) =>
    at === codeAt || names.includes(fold(title.trim())) ? null : columnOf(title, form),
  );
  const errors: TargetError[] = columns.flatMap((column, at) =>
    column === undefined && (heading[at] ?? '').trim() !== ''
      ? [{ row: 1, column: heading[at] ?? '', fault: { type: 'unknown-column', keys } }]
      : [],
  );
  if (codeAt < 0) errors.push({ row: 1, column: '', fault: { type: 'no-code' } });
  if (!columns.some((column) => column)) errors.push({ row: 1, column: '', fault: { type: 'no-indicator', keys } });
  const targets: Target[] = [];
  const seen = new Set<string>();
  if (errors.length > 0) return { targets, errors };
  body.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    const row = index + 2;
    const code = (cells[codeAt] ?? '').trim();
    if (seen.has(code)) errors.push({ row, column: heading[codeAt] ?? '', fault: { type: 'twice', code } });
    else if (!form.some(({ units }) => units.has(code)))
      errors.push({ row, column: heading[codeAt] ?? '', fault: { type: 'unknown-unit', code } });
    else
      columns.forEach((column, at) => {
        const read = column && readCell((cells[at] ?? '').trim(), code, column);
        if (read && 'fault' in read) errors.push({ row, column: heading[at] ?? '', fault: read.fault });
        else if (read) targets.push(read);
      });
    seen.add(code);
  });
  return { targets, errors };
}

/** The only indicator of this key or label that adds up. */
function columnOf(title: string, form: TargetForm): TargetForm[number] | undefined {
  const found = form.filter(
    ({ indicator }) =>
      addsUp(indicator.kind) && (indicator.key === title.trim() || fold(indicator.label) === fold(title.trim())),
  );
  return found.length === 1 ? found[0] : undefined;
}

function readCell(
  cell: string,
  code: string,
  { indicator, units }: TargetForm[number],
): Target | { fault: TargetFault } | undefined {
  if (cell === '') return undefined;
  const unitId = units.get(code);
  if (unitId === undefined) return { fault: { type: 'not-asked', code } };
  if (/^\d{1,3}[.,]\d{3}$/.test(cell)) return { fault: { type: 'two-readings', found: cell } };
  const plain = plainNumber(cell);
  if (plain === undefined) return { fault: { type: 'no-number', found: cell.slice(0, 40) } };
  const places = placesOf(indicator);
  const value = exactOf(plain);
  if ((String(value).split('.')[1]?.length ?? 0) > places)
    return { fault: { type: 'many-places', found: cell, places } };
  return { indicatorId: indicator.id, unitId, value };
}

/** "1.250,5", "1250.5", "1 250" as a plain decimal. */
function plainNumber(cell: string): string | undefined {
  if (/^\d{1,15}([.,]\d{1,3})?$/.test(cell)) return cell.replace(',', '.');
  if (/^\d{1,3}(\.\d{3})+(,\d{1,3})?$/.test(cell)) return cell.replaceAll('.', '').replace(',', '.');
  return /^\d{1,3}( \d{3})+(,\d{1,3})?$/.test(cell) ? cell.replaceAll(' ', '').replace(',', '.') : undefined;
}
