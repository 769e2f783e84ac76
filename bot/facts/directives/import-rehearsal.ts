import { type MissedTwin, missedTwins } from '../../../core/directives/audience.ts';
import { checkDraft, warnAboutAudiences, warnAboutDraft } from '../../../core/directives/draft-check.ts';
import { ok, type Result } from '../../../core/result.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import type { Db } from '../../../db/database.ts';
import { listUnits } from '../../../db/roster/units.ts';
import { draftProblem, draftWarning } from '../../../messages/words/draft-faults.ts';
import { readDraft } from '../../intake/reviewed-draft.ts';
import { viewDraft } from './directive-view.ts';
import { findTwinsOf } from './draft-warnings.ts';

/** Whom a task or a duty would reach, and the units that it leaves out because their kind is written a little otherwise. */
export type RehearsedAudience = { type: 'task' | 'duty'; key: string; units: string[]; missed: MissedTwin[] } & (
  | { type: 'task'; section: string; text: string }
  | { type: 'duty'; title: string; due: string | null }
);

/** What importing a draft would come to; `errors` would keep it out. Instants are ISO with +07:00. */
export type ImportRehearsal = {
  isDryRun: true;
  number: string;
  subject: string;
  units: number;
  tasks: number;
  duties: number;
  due: string | null;
  audiences: RehearsedAudience[];
  errors: string[];
  warnings: string[];
};

/**
 * What a reviewed draft (YAML or JSON) would come to with the roster of `now`, civil time. It fails where the file is no draft;
 * what is wrong with a draft is part of the outcome.
 */
export async function rehearseImport(db: Db, file: string | Uint8Array, now: Date): Promise<Result<ImportRehearsal>> {
  const read = readDraft(file);
  if (!read.ok) return read;
  const draft = read.value;
  const roster = await listUnits(db, civilDate(now));
  const { tasks, duties } = viewDraft(draft, roster, now);
  const missedBy = (which: 'tasks' | 'duties', at: number): MissedTwin[] => {
    const audience = draft[which][at]?.audience;
    return audience ? missedTwins(audience, roster) : [];
  };
  const audiences: RehearsedAudience[] = [
    ...tasks.map(({ key, section, text, units }, at) => {
      return { type: 'task' as const, key, section, text, units, missed: missedBy('tasks', at) };
    }),
    ...duties.map(({ key, title, due, units }, at) => {
      return { type: 'duty' as const, key, title, due, units, missed: missedBy('duties', at) };
    }),
  ];
  const warnings = [
    ...warnAboutDraft(draft, now),
    ...warnAboutAudiences(draft, roster),
    ...(await findTwinsOf(db, draft)),
  ];
  return ok({
    isDryRun: true,
    number: draft.number,
    subject: draft.subject,
    units: new Set(audiences.flatMap(({ units }) => units)).size,
    tasks: tasks.length,
    duties: duties.length,
    due: duties.flatMap(({ due }) => due ?? []).sort()[0] ?? null,
    audiences,
    errors: checkDraft(draft, roster).map(draftProblem),
    warnings: warnings.map(draftWarning),
  });
}
