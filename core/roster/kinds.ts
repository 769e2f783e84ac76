/** The kinds of a roster's file: one spelling for each, and those that are probably meant as one asked about. */
import type { RosterUnit } from './cells.ts';
import type { KnownUnit } from './roster.ts';
import type { RosterError, RosterNote, Where } from './roster-fault.ts';
import { areNearKinds, kindKey, nearKindsAmong } from './twins.ts';

type Row = { row: number; unit: RosterUnit };

/**
 * Writes each kind as the roster writes it, or as most of the file does, in small letters where both occur. A kind that the
 * roster does not have and that is near another one is refused.
 */
export function settleKinds(
  rows: readonly Row[],
  known: readonly KnownUnit[],
): { errors: RosterError[]; notes: RosterNote[] } {
  const inRoster = spellingsOf(known.map(({ kind }) => kind));
  const inFile = spellingsOf(rows.map(({ unit }) => unit.kind));
  const notes: RosterNote[] = [];
  for (const { row, unit } of rows) {
    const { kind } = unit;
    if (kind === '') continue;
    const spelling = (inRoster.get(kindKey(kind)) ?? inFile.get(kindKey(kind)))?.spelling ?? kind;
    if (spelling === kind) continue;
    unit.kind = spelling;
    notes.push({ row, column: 'kind', note: { type: 'kind', from: kind, to: spelling } });
  }
  return { errors: nearTwins(rows, inRoster, inFile), notes };
}

type Spellings = ReadonlyMap<string, { spelling: string; count: number }>;

/** For each kind the spelling that is most used; of two as often used the one in small letters. */
function spellingsOf(kinds: readonly string[]): Spellings {
  const counts = new Map<string, Map<string, number>>();
  for (const kind of kinds) {
    const key = kindKey(kind);
    const spellings = counts.get(key) ?? new Map<string, number>();
    counts.set(key, spellings.set(kind, (spellings.get(kind) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([key, spellings]) => {
      const weight = ([word, count]: [string, number]) => count + (word === word.toLowerCase() ? 0.5 : 0);
      const [first] = [...spellings].sort((a, b) => weight(b) - weight(a));
      const count = [...spellings.values()].reduce((sum, each) => sum + each, 0);
      return [key, { spelling: first?.[0] ?? key, count }];
    }),
  );
}

/** The rows whose kind is near another: the one that the roster lacks, or the rarer of two new ones. */
function nearTwins(rows: readonly Row[], inRoster: Spellings, inFile: Spellings): RosterError[] {
  const keys = [...new Set([...inRoster.keys(), ...inFile.keys()])].filter((key) => key !== '');
  const near = nearKindsAmong(keys);
  const firstRow = new Map<string, number>();
  for (const { row, unit } of rows) {
    const key = kindKey(unit.kind);
    if (!firstRow.has(key)) firstRow.set(key, row);
  }
  const weigh = (key: string): number => (inRoster.has(key) ? Number.POSITIVE_INFINITY : (inFile.get(key)?.count ?? 0));
  const isStranger = (key: string, other: string): boolean =>
    weigh(key) < weigh(other) ||
    (weigh(key) === weigh(other) && !inRoster.has(key) && (firstRow.get(key) ?? 0) > (firstRow.get(other) ?? 0));
  return rows.flatMap(({ row, unit }): RosterError[] => {
    const key = kindKey(unit.kind);
    const other = near.get(key);
    if (other === undefined || !areNearKinds(key, other) || !isStranger(key, other)) return [];
    const shown = inRoster.get(other)?.spelling ?? inFile.get(other)?.spelling ?? other;
    const where: Where = inRoster.has(other) ? null : { row: firstRow.get(other) ?? 0 };
    return [{ row, column: 'kind', fault: { type: 'near-kind', kind: unit.kind, other: shown, where } }];
  });
}
