import type { AudienceUnit } from '../../core/directives/audience.ts';
import { readRoster } from '../../core/roster/roster.ts';
import { changesOf, type RosterChange } from '../../core/roster/roster-change.ts';
import { civilDate } from '../../core/time/calendar.ts';
import type { Db } from '../../db/database.ts';
import { listUnits, lockRoster, saveRoster, type Unit } from '../../db/roster/units.ts';
import { draftProblem, draftWarning } from '../../messages/words/draft-faults.ts';
import { hiddenRowsRead, lettersConverted, rosterFileFault, sheetRead } from '../../messages/words/file-faults.ts';
import { rosterFault, rosterNote } from '../../messages/words/roster-faults.ts';
import { findUnfitDrafts, type UnfitDraft } from '../facts/directives/draft-warnings.ts';
import { type RosterFile, readRosterFile } from '../intake/roster-file.ts';

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
  /** Units of the roster that the file lacks: they stay as they are. */
  absent: { code: string; name: string }[];
  /** What was read otherwise than it is written, or left out. */
  warnings: RosterRemark[];
  units: UnitChange[];
  /** Drafts that would reach nobody, or miss units, by the roster as it would be. */
  drafts: { id: number; why: string }[];
};

export type ImportOptions = {
  isDryRun: boolean;
  /** Takes units and kinds that look like others for what they say they are. */
  allowTwins?: boolean;
  /** The sheet of a workbook; absent: the only one with a heading. */
  sheet?: string | undefined;
};

/**
 * Brings a file (CSV, .xlsx) into the roster, in one transaction, and says what was added and changed. With any error, or as
 * a dry run, nothing is written. `now` is civil time.
 */
export async function importRoster(
  db: Db,
  file: string | Uint8Array,
  now: Date,
  { isDryRun, allowTwins = false, sheet }: ImportOptions,
): Promise<RosterOutcome> {
  const opened = await readRosterFile(file, sheet);
  if (!opened.ok) return refused([{ row: 1, column: '', why: rosterFileFault(opened.error) }], []);
  const { table, errors: formErrors } = opened.value;
  return db.transaction(async (tx) => {
    await lockRoster(tx);
    const current = await listUnits(tx, civilDate(now));
    const read = readRoster(table, current, { allowTwins });
    const errors = formErrors.length > 0 ? formErrors : read.errors;
    const warnings = [
      ...readingNotes(opened.value, read.headingRow),
      ...read.notes.map((note) => ({ row: note.row, column: note.column, why: rosterNote(note) })),
    ];
    if (errors.length > 0) {
      const whys = errors.map(({ row, column, fault }) => ({ row, column, why: rosterFault(column, fault) }));
      return refused(whys, warnings);
    }
    const kept = current.map(({ id: _id, parentId: _parentId, parentCode: _parentCode, tags: _tags, ...unit }) => unit);
    const changes = changesOf(read.units, kept);
    const drafts = (await findUnfitDrafts(tx, rosterAfter(current, changes))).map(draftShown);
    if (!isDryRun) await saveRoster(tx, changes, current);
    const added = changes.filter((change) => change.type === 'add').length;
    return {
      added,
      changed: changes.length - added,
      unchanged: read.units.length - changes.length,
      absent: absentFrom(read.units, current),
      errors: [],
      warnings,
      units: changes.map(changeShown),
      drafts,
    };
  });
}

const refused = (errors: RosterRemark[], warnings: RosterRemark[]): RosterOutcome => ({
  added: 0,
  changed: 0,
  unchanged: 0,
  absent: [],
  errors,
  warnings,
  units: [],
  drafts: [],
});

function absentFrom(units: readonly { code: string }[], current: readonly Unit[]): RosterOutcome['absent'] {
  const inFile = new Set(units.map(({ code }) => code));
  return current.filter(({ code }) => !inFile.has(code)).map(({ code, name }) => ({ code, name }));
}

/** How the file was read, as a whole. */
function readingNotes({ sheet, letters }: RosterFile, headingRow: number): RosterRemark[] {
  const said = [
    ...(sheet ? [sheetRead(sheet.name)] : []),
    ...(sheet && sheet.hiddenRows.length > 0 ? [hiddenRowsRead(sheet.hiddenRows)] : []),
    ...(letters ? [lettersConverted(letters)] : []),
  ];
  return said.map((why) => ({ row: headingRow, column: '', why }));
}

/** The units as audiences see them, once the changes are written. */
function rosterAfter(current: readonly Unit[], changes: readonly RosterChange[]): AudienceUnit[] {
  const tags = new Map(current.map((unit) => [unit.code, unit.tags]));
  const changed = changes.map(({ unit: { code, kind, parent } }): [string, AudienceUnit] => [
    code,
    { code, kind, parentCode: parent, tags: tags.get(code) ?? [] },
  ]);
  return [...new Map([...current.map((unit): [string, AudienceUnit] => [unit.code, unit]), ...changed]).values()];
}

const draftShown = ({ id, problems, warnings }: UnfitDraft): { id: number; why: string } => ({
  id,
  why: [...problems.map(draftProblem), ...warnings.map(draftWarning)].join('; '),
});

const changeShown = ({ type, unit: { code, name }, fields }: RosterChange): UnitChange => ({
  code,
  name,
  change: type === 'add' ? 'added' : 'changed',
  fields,
});
