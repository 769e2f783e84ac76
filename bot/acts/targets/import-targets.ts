import Papa from 'papaparse';
import { decodeText } from '../../../core/intake/text-file.ts';
import { readTargets, type TargetError, type TargetForm } from '../../../core/reports/targets/read-targets.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import type { Db } from '../../../db/database.ts';
import type { Directive } from '../../../db/directives/directives.ts';
import { listIndicatorsOf, saveTargets } from '../../../db/reports/targets.ts';
import { listUnits } from '../../../db/roster/units.ts';
import { viewDirective } from '../../facts/directives/directive-view.ts';

export type TargetsOutcome = { units: number; targets: number; added: number; changed: number; errors: TargetError[] };

/**
 * Sets what units have been assigned to reach of a directive's indicators, from the text of a CSV file. Where anything in it is
 * wrong, all of that is returned and nothing is written; a dry run writes nothing. Undefined where the file is no text.
 */
export async function importTargets(
  db: Db,
  directive: Directive,
  bytes: Uint8Array,
  { now, isDryRun }: { now: Date; isDryRun: boolean },
): Promise<TargetsOutcome | undefined> {
  const text = decodeText(bytes);
  if (!text.ok) return undefined;
  const { data } = Papa.parse<string[]>(text.value.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  return db.transaction(async (tx) => {
    const { targets, errors } = readTargets(data, await formOf(tx, directive, now));
    const units = new Set(targets.map(({ unitId }) => unitId)).size;
    const saved = errors.length > 0 || isDryRun ? { added: 0, changed: 0 } : await saveTargets(tx, targets);
    return { units, targets: targets.length, ...saved, errors };
  });
}

/** Which units report which indicator: by the roster for a draft, by what was assigned once it is issued. */
async function formOf(db: Db, directive: Directive, now: Date): Promise<TargetForm> {
  const { duties } = await viewDirective(db, directive, now);
  const ids = new Map((await listUnits(db, civilDate(now))).map(({ code, id }) => [code, id]));
  return (await listIndicatorsOf(db, directive.id)).map(({ duty, indicator }) => {
    const codes = duties.find(({ key }) => key === duty)?.units ?? [];
    return { indicator, units: new Map(codes.flatMap((code): [string, number][] => idPair(code, ids))) };
  });
}

const idPair = (code: string, ids: ReadonlyMap<string, number>): [string, number][] => {
  const id = ids.get(code);
  return id === undefined ? [] : [[code, id]];
};
