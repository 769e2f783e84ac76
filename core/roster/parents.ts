/** The units above: found by code, or by name as offices write them, and never in a circle. */
import type { RosterUnit } from './cells.ts';
import type { KnownUnit } from './roster.ts';
import type { RosterError, RosterNote } from './roster-fault.ts';
import { areNamesAlike, codeKey, nameKey } from './twins.ts';

type Row = { row: number; unit: RosterUnit };

/**
 * Puts the code of the unit above in place of what the file calls it: a code in another spelling, a name, an alias. What means
 * no unit, or several, is refused.
 */
export function resolveParents(
  rows: readonly Row[],
  known: readonly KnownUnit[],
): { errors: RosterError[]; notes: RosterNote[] } {
  const errors: RosterError[] = [];
  const notes: RosterNote[] = [];
  const codesCalled = directoryOf([...known, ...rows.map(({ unit }) => unit)]);
  for (const { row, unit } of rows) {
    const said = unit.parent;
    if (!said) continue;
    const codes = codesCalled(said);
    const [code] = codes;
    if (code === undefined) errors.push({ row, column: 'parent', fault: { type: 'unknown-parent', parent: said } });
    else if (codes.length > 1)
      errors.push({
        row,
        column: 'parent',
        fault: { type: 'ambiguous-parent', parent: said, codes: codes.slice(0, 5) },
      });
    else if (code !== said) {
      unit.parent = code;
      notes.push({ row, column: 'parent', note: { type: 'parent', from: said, to: code } });
    }
  }
  return { errors, notes };
}

/** Finds the codes of the units that a text may mean: exactly, else by another spelling of a code, else by name or alias. */
function directoryOf(
  units: readonly { code: string; name: string; aliases?: readonly string[] }[],
): (said: string) => string[] {
  const exact = new Set(units.map(({ code }) => code));
  const byCode = groupBy(units, ({ code }) => [codeKey(code)]);
  const byName = groupBy(units, ({ name, aliases = [] }) => [name, ...aliases].map(nameKey));
  return (said) => {
    if (exact.has(said)) return [said];
    const codes = byCode.get(codeKey(said)) ?? [];
    if (codes.length > 0) return [...new Set(codes.map(({ code }) => code))];
    const alike = (byName.get(nameKey(said)) ?? []).filter(({ name, aliases = [] }) =>
      [name, ...aliases].some((called) => nameKey(called) === nameKey(said) && areNamesAlike(called, said)),
    );
    return [...new Set(alike.map(({ code }) => code))];
  };
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items)
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else if (key !== '') groups.set(key, [item]);
    }
  return groups;
}

/** The units that would be above themselves, each with the way round. */
export function findCircles(rows: readonly Row[], known: readonly KnownUnit[]): RosterError[] {
  const parents = new Map(known.map((unit) => [unit.code, unit.parentCode]));
  for (const { unit } of rows)
    parents.set(unit.code, unit.parent === undefined ? (parents.get(unit.code) ?? null) : unit.parent);
  const circles = circlesIn(parents);
  return rows.flatMap(({ row, unit }): RosterError[] => {
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
