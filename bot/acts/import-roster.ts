import { readRoster } from '../../core/roster/roster.ts';
import { changesOf, type RosterChange } from '../../core/roster/roster-change.ts';
import { civilDate } from '../../core/time/calendar.ts';
import type { Db } from '../../db/database.ts';
import { listUnits, lockRoster, saveRoster } from '../../db/roster/units.ts';
import { rosterFault, rosterNote } from '../../messages/words/roster-faults.ts';
import { readCsv } from '../intake/csv.ts';

/** One cell of the file, or one row where `column` is empty, and what is to be said of it. */
export type RosterRemark = { row: number; column: string; why: string };

/** What became of one unit; `fields` are its old and new values, and none for a unit that is new. */
export type UnitChange = {
  code: string;
  name: string;
  change: 'added' | 'changed';
  fields: { column: string; from: string | null; to: string | null }[];
};

export type RosterOutcome = {
  added: number;
  changed: number;
  /** Units of the file that are in the roster as they are. */
  unchanged: number;
  errors: RosterRemark[];
  /** What was read otherwise than it is written, or left out. */
  warnings: RosterRemark[];
  units: UnitChange[];
};

export type ImportOptions = { isDryRun: boolean; allowTwins?: boolean };

/**
 * Brings a CSV file into the roster, in one transaction, and says what was added and changed. With any error, or as a dry
 * run, nothing is written. `now` is civil time.
 */
export function importRoster(
  db: Db,
  text: string,
  now: Date,
  { isDryRun, allowTwins = false }: ImportOptions,
): Promise<RosterOutcome> {
  const { table, errors: quotes } = readCsv(text);
  return db.transaction(async (tx) => {
    await lockRoster(tx);
    const current = await listUnits(tx, civilDate(now));
    const read = readRoster(table, current, { allowTwins });
    const { units, notes } = read;
    const errors = quotes.length > 0 ? quotes : read.errors;
    const warnings = notes.map((note) => ({ row: note.row, column: note.column, why: rosterNote(note) }));
    if (errors.length > 0) {
      const why = errors.map(({ row, column, fault }) => ({ row, column, why: rosterFault(column, fault) }));
      return { added: 0, changed: 0, unchanged: 0, errors: why, warnings, units: [] };
    }
    const kept = current.map(({ id: _id, parentId: _parentId, parentCode: _parentCode, tags: _tags, ...unit }) => unit);
    const changes = changesOf(units, kept);
    if (!isDryRun) await saveRoster(tx, changes, current);
    const added = changes.filter((change) => change.type === 'add').length;
    return {
      added,
      changed: changes.length - added,
      unchanged: units.length - changes.length,
      errors: [],
      warnings,
      units: changes.map(changeShown),
    };
  });
}

const changeShown = ({ type, unit: { code, name }, fields }: RosterChange): UnitChange => ({
  code,
  name,
  change: type === 'add' ? 'added' : 'changed',
  fields,
});
