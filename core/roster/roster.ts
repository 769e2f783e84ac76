/** The roster of units as a table: what `units import` takes. */
import { normalise } from '../language/text.ts';

export const rosterColumns = [
  'code',
  'name',
  'kind',
  'parent',
  'aliases',
  'staff',
  'head_name',
  'head_title',
  'phone',
] as const;
export type RosterColumn = (typeof rosterColumns)[number];
const required: readonly RosterColumn[] = ['code', 'name', 'kind'];

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

export type RosterFault =
  | {
      type:
        | 'missing-column'
        | 'unknown-column'
        | 'repeated-column'
        | 'empty'
        | 'bad-code'
        | 'bad-staff'
        | 'too-many-cells'
        | 'no-rows';
    }
  | { type: 'repeated-code'; firstRow: number }
  | { type: 'unknown-parent'; parent: string }
  | { type: 'cycle'; codes: string[] };

/** `row` counts as a spreadsheet does: the heading is row 1. */
export type RosterError = { row: number; column: string; fault: RosterFault };

/** A unit that the roster already has. */
export type KnownUnit = { code: string; parentCode: string | null };

const codeShape = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u;

type Row = { row: number; unit: RosterUnit };

/** Reads a table of cells. Its first row names the columns. Any error means that nothing may be written. */
export function readRoster(
  table: readonly string[][],
  known: readonly KnownUnit[],
): { units: RosterUnit[]; errors: RosterError[] } {
  const heading = (table[0] ?? []).map((cell) => normalise(cell).toLowerCase());
  const columnErrors = checkHeading(heading);
  if (columnErrors.length > 0) return { units: [], errors: columnErrors };
  const rows: Row[] = [];
  const errors: RosterError[] = [];
  table.slice(1).forEach((cells, index) => {
    const texts = cells.map(normalise);
    if (texts.every((text) => text === '')) return;
    const row = index + 2;
    errors.push(...checkCells(row, heading, texts));
    rows.push({ row, unit: unitOf(heading, texts) });
  });
  if (rows.length === 0) errors.push({ row: 2, column: 'code', fault: { type: 'no-rows' } });
  errors.push(...checkCodes(rows), ...checkParents(rows, known));
  const order = (error: RosterError) => error.row * 100 + heading.indexOf(error.column);
  return { units: rows.map(({ unit }) => unit), errors: errors.sort((a, b) => order(a) - order(b)) };
}

function checkHeading(heading: readonly string[]): RosterError[] {
  const error = (column: string, type: 'missing-column' | 'unknown-column' | 'repeated-column'): RosterError => ({
    row: 1,
    column,
    fault: { type },
  });
  const isKnown = (column: string) => (rosterColumns as readonly string[]).includes(column);
  return [
    ...required.filter((column) => !heading.includes(column)).map((column) => error(column, 'missing-column')),
    ...heading.filter((column) => !isKnown(column)).map((column) => error(column, 'unknown-column')),
    ...heading
      .filter((column, at) => isKnown(column) && heading.indexOf(column) !== at)
      .map((column) => error(column, 'repeated-column')),
  ];
}

function checkCells(row: number, heading: readonly string[], texts: readonly string[]): RosterError[] {
  const cell = (column: RosterColumn) => texts[heading.indexOf(column)] ?? '';
  const errors: RosterError[] = required
    .filter((column) => cell(column) === '')
    .map((column) => ({ row, column, fault: { type: 'empty' } }));
  if (cell('code') !== '' && !codeShape.test(cell('code')))
    errors.push({ row, column: 'code', fault: { type: 'bad-code' } });
  if (!/^\d{0,7}$/.test(cell('staff'))) errors.push({ row, column: 'staff', fault: { type: 'bad-staff' } });
  if (texts.slice(heading.length).some((text) => text !== '')) {
    errors.push({ row, column: heading.at(-1) ?? 'code', fault: { type: 'too-many-cells' } });
  }
  return errors;
}

function unitOf(heading: readonly string[], texts: readonly string[]): RosterUnit {
  const cell = (column: RosterColumn) => texts[heading.indexOf(column)] ?? '';
  const has = (column: RosterColumn) => heading.includes(column);
  const orNull = (column: RosterColumn) => cell(column) || null;
  return {
    code: cell('code'),
    name: cell('name'),
    kind: cell('kind'),
    ...(has('parent') && { parent: orNull('parent') }),
    ...(has('aliases') && {
      aliases: cell('aliases')
        .split(/[;|]/)
        .map((alias) => alias.trim())
        .filter((alias) => alias !== ''),
    }),
    ...(has('staff') && { staff: cell('staff') === '' ? null : Number(cell('staff')) }),
    ...(has('head_name') && { headName: orNull('head_name') }),
    ...(has('head_title') && { headTitle: orNull('head_title') }),
    ...(has('phone') && { phone: orNull('phone') }),
  };
}

function checkCodes(rows: readonly Row[]): RosterError[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ row, unit }): RosterError[] => {
    const firstRow = first.get(unit.code);
    if (firstRow === undefined) first.set(unit.code, row);
    return firstRow === undefined || unit.code === ''
      ? []
      : [{ row, column: 'code', fault: { type: 'repeated-code', firstRow } }];
  });
}

function checkParents(rows: readonly Row[], known: readonly KnownUnit[]): RosterError[] {
  const parents = new Map(known.map((unit) => [unit.code, unit.parentCode]));
  for (const { unit } of rows)
    parents.set(unit.code, unit.parent === undefined ? (parents.get(unit.code) ?? null) : unit.parent);
  const circles = circlesIn(parents);
  return rows.flatMap(({ row, unit }): RosterError[] => {
    if (unit.parent && !parents.has(unit.parent))
      return [{ row, column: 'parent', fault: { type: 'unknown-parent', parent: unit.parent } }];
    const circle = circles.get(unit.code);
    return circle ? [{ row, column: 'parent', fault: { type: 'cycle', codes: wayRound(circle) } }] : [];
  });
}

/** A circle of units, each followed by the one above it, and where a unit stands in it. */
type PlaceInCircle = { units: readonly string[]; at: number };

/** Each unit that is above itself. Every unit is looked at once. */
function circlesIn(parents: ReadonlyMap<string, string | null>): Map<string, PlaceInCircle> {
  const circles = new Map<string, PlaceInCircle>();
  const seen = new Set<string>();
  for (const start of parents.keys()) {
    const way = new Map<string, number>();
    let at: string | null | undefined = start;
    while (at && !seen.has(at)) {
      seen.add(at);
      way.set(at, way.size);
      at = parents.get(at);
    }
    const from = at ? way.get(at) : undefined;
    if (from === undefined) continue;
    const units = [...way.keys()].slice(from);
    units.forEach((code, at) => {
      circles.set(code, { units, at });
    });
  }
  return circles;
}

/** Of a larger circle its beginning is enough to find it. */
const longestWay = 20;

/** The way from a unit up through its parents back to itself. */
function wayRound({ units, at }: PlaceInCircle): string[] {
  const way = [...units.slice(at, at + longestWay), ...units.slice(0, Math.max(0, at + longestWay - units.length))];
  const codes = way.slice(0, units.length);
  return [...codes, ...(units.length > longestWay ? ['…'] : []), ...units.slice(at, at + 1)];
}
