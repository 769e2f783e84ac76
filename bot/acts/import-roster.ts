import Papa from 'papaparse';
import { readRoster } from '../../core/roster/roster.ts';
import { changesOf } from '../../core/roster/roster-change.ts';
import { civilDate } from '../../core/time/calendar.ts';
import type { Db } from '../../db/database.ts';
import { listUnits, lockRoster, saveRoster } from '../../db/roster/units.ts';
import { rosterFault } from '../../messages/words/roster-faults.ts';

export type RosterOutcome = { added: number; changed: number; errors: { row: number; column: string; why: string }[] };

/** The cells of a CSV file. The delimiter is the one of the heading: cells may hold the others. */
function cellsOf(text: string): string[][] {
  const content = text.replace(/^\uFEFF/, '');
  const heading = content.slice(0, content.search(/[\r\n]|$/));
  const delimiter = [',', ';', '\t'].find((sign) => heading.includes(sign)) ?? ',';
  return Papa.parse<string[]>(content, { delimiter }).data;
}

/**
 * Brings a CSV file into the roster, in one transaction, and says what was added and changed. With any error, or as a dry
 * run, nothing is written. `now` is civil time.
 */
export function importRoster(
  db: Db,
  text: string,
  now: Date,
  { isDryRun }: { isDryRun: boolean },
): Promise<RosterOutcome> {
  return db.transaction(async (tx) => {
    await lockRoster(tx);
    const current = await listUnits(tx, civilDate(now));
    const { units, errors } = readRoster(cellsOf(text), current);
    if (errors.length > 0) {
      const why = errors.map(({ row, column, fault }) => ({ row, column, why: rosterFault(column, fault) }));
      return { added: 0, changed: 0, errors: why };
    }
    const kept = current.map(({ id: _id, parentId: _parentId, parentCode: _parentCode, tags: _tags, ...unit }) => unit);
    const changes = changesOf(units, kept);
    if (!isDryRun) await saveRoster(tx, changes, current);
    const added = changes.filter((change) => change.type === 'add').length;
    return { added, changed: changes.length - added, errors: [] };
  });
}
