import { checkDraft, warnAboutAudiences, warnAboutDraft } from '../../core/directives/draft-check.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { civilDate } from '../../core/time/calendar.ts';
import type { Db } from '../../db/database.ts';
import { findSameDirective, insertDraft } from '../../db/directives/directives.ts';
import { listUnits, lockRoster } from '../../db/roster/units.ts';
import { draftProblem, draftRefused, draftWarning } from '../../messages/words/draft-faults.ts';
import { findTwinsOf } from '../facts/directives/draft-warnings.ts';
import { readDraft } from '../intake/reviewed-draft.ts';

export type ImportedDirective = { id: number; isNew: boolean; warnings: string[] };

/**
 * Stores a reviewed draft (YAML or JSON) in one transaction, or says everything that is wrong with it. A draft that is
 * there already, word for word, is not stored again. `now` is civil time.
 */
export async function importDirective(
  db: Db,
  file: string | Uint8Array,
  now: Date,
): Promise<Result<ImportedDirective>> {
  const read = readDraft(file);
  if (!read.ok) return read;
  const draft = read.value;
  return db.transaction(async (tx) => {
    await lockRoster(tx);
    const units = await listUnits(tx, civilDate(now));
    const problems = checkDraft(draft, units);
    if (problems.length > 0) return fail(draftRefused(problems.map(draftProblem)));
    const same = await findSameDirective(tx, draft);
    const others = (await findTwinsOf(tx, draft)).filter(({ id }) => id !== same);
    const warnings = [...warnAboutDraft(draft, now), ...warnAboutAudiences(draft, units), ...others].map(draftWarning);
    if (same !== undefined) return ok({ id: same, isNew: false, warnings });
    const id = await insertDraft(tx, draft, new Map(units.map((unit) => [unit.code, unit.id])), now);
    return ok({ id, isNew: true, warnings });
  });
}
