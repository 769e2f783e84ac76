/** Units that a file would make a second time: under another spelling of their code, or under their name. */
import type { RosterUnit } from './cells.ts';
import type { KnownUnit } from './roster.ts';
import type { RosterError, RosterFault, Where } from './roster-fault.ts';
import { areNamesAlike, codeKey, nameKey } from './twins.ts';

type Row = { row: number; unit: RosterUnit };
type Placed = { code: string; name: string; parent: string | null; where: Where; isOld: boolean };

/**
 * The rows that make a twin: a new code that another unit has in another spelling, or a name that another unit below the
 * same parent has. Two units that the roster has already are two, whatever they are called.
 */
export function findTwins(rows: readonly Row[], known: readonly KnownUnit[]): RosterError[] {
  const before = new Map(known.map((unit) => [unit.code, unit]));
  const inFile = new Set(rows.map(({ unit }) => unit.code));
  const untouched = known.filter(({ code }) => !inFile.has(code)).map((unit): Placed => placedFrom(unit));
  const coming = rows.filter(({ unit }) => unit.code !== '').map((row) => placedIn(row, before));
  const everything = [...untouched, ...coming];
  const byCode = group(everything, ({ code }) => codeKey(code));
  const byName = group(everything, ({ parent, name }) => `${parent ?? ''}\n${nameKey(name)}`);
  const seen = new Set<string>();
  return coming.flatMap((unit): RosterError[] => {
    const row = unit.where?.row ?? 0;
    const isEarlier = (other: Placed) => other.where === null || other.where.row < row || other.isOld;
    if (seen.has(unit.code)) return [];
    seen.add(unit.code);
    const refuse = (column: string, fault: RosterFault): RosterError[] => [{ row, column, fault }];
    const code = byCode.get(codeKey(unit.code))?.find((other) => other.code !== unit.code && isEarlier(other));
    if (code && !unit.isOld) return refuse('code', { type: 'code-twin', other: code.code, where: code.where });
    // A name that could not be read is refused for what it is.
    const alike =
      unit.name === ''
        ? undefined
        : byName
            .get(`${unit.parent ?? ''}\n${nameKey(unit.name)}`)
            ?.find((other) => other.code !== unit.code && isEarlier(other) && areNamesAlike(unit.name, other.name));
    if (!alike || (unit.isOld && alike.isOld && isAsBefore(unit, before))) return [];
    return refuse('name', { type: 'name-twin', name: unit.name, other: alike.code, where: alike.where });
  });
}

const placedFrom = ({ code, name, parentCode }: KnownUnit): Placed => ({
  code,
  name,
  parent: parentCode,
  where: null,
  isOld: true,
});

function placedIn({ row, unit }: Row, before: ReadonlyMap<string, KnownUnit>): Placed {
  const old = before.get(unit.code);
  const parent = unit.parent === undefined ? (old?.parentCode ?? null) : unit.parent;
  return { code: unit.code, name: unit.name, parent, where: { row }, isOld: old !== undefined };
}

const isAsBefore = ({ code, name, parent }: Placed, before: ReadonlyMap<string, KnownUnit>): boolean => {
  const old = before.get(code);
  return old !== undefined && nameKey(old.name) === nameKey(name) && old.parentCode === parent;
};

function group(units: readonly Placed[], keyOf: (unit: Placed) => string): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const unit of units) {
    const key = keyOf(unit);
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [unit]);
    else if (members.length < mostOfAGroup) members.push(unit);
  }
  return groups;
}

/** Whoever shares a key with so many is refused for one of them. */
const mostOfAGroup = 100;
