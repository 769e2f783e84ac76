/** What whoever issues a draft should know of it beside its own words. */

import type { AudienceUnit } from '../../../core/directives/audience.ts';
import type { DirectiveDraft } from '../../../core/directives/directive.ts';
import {
  checkAudiences,
  type DraftProblem,
  type DraftWarning,
  warnAboutAudiences,
  warnAboutDraft,
} from '../../../core/directives/draft-check.ts';
import { isSameDocument } from '../../../core/directives/same-document.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import type { Db } from '../../../db/database.ts';
import { type Directive, findDirectivesOf, listDirectives } from '../../../db/directives/directives.ts';
import { listUnits } from '../../../db/roster/units.ts';

type SameDocument = Extract<DraftWarning, { type: 'same-document' }> & { id: number };

/**
 * The directives that are the same document as a draft, by number, date and office; those that are issued first. `given` is the
 * number that it got since.
 */
export async function findTwinsOf(
  db: Db,
  { issuer, number, date }: DirectiveDraft,
  given: { number: string; date: string | null } = { number, date },
): Promise<SameDocument[]> {
  const same = given.date === null ? [] : await findDirectivesOf(db, given.date);
  const mark = { number: given.number, date: given.date, issuer };
  return same
    .filter((other) => isSameDocument(other, mark))
    .map(({ id, state }): SameDocument => ({ type: 'same-document', id, isIssued: state !== 'draft' }))
    .sort((a, b) => Number(b.isIssued) - Number(a.isIssued));
}

/** What to warn of before a draft is issued, by the roster of `now` (civil time); nothing once it is issued. */
export async function warningsOf(db: Db, directive: Directive, now: Date): Promise<DraftWarning[]> {
  const { id, state, number, date } = directive;
  if (state !== 'draft') return [];
  const draft = { ...directive.draft, number, date };
  const units = await listUnits(db, civilDate(now));
  const twins = (await findTwinsOf(db, draft)).filter((twin) => twin.id !== id);
  return [...warnAboutDraft(draft, now), ...warnAboutAudiences(draft, units), ...twins];
}

/** A draft that would reach nobody, or not all that it means, and where. */
export type UnfitDraft = { id: number; problems: DraftProblem[]; warnings: DraftWarning[] };

/** The drafts whose audiences would be empty, name what is not there, or miss near twins, were the roster as `units`. */
export async function findUnfitDrafts(db: Db, units: readonly AudienceUnit[]): Promise<UnfitDraft[]> {
  const drafts = (await listDirectives(db)).filter(({ state }) => state === 'draft');
  return drafts
    .map(({ id, draft }) => ({
      id,
      problems: checkAudiences(draft, units),
      warnings: warnAboutAudiences(draft, units),
    }))
    .filter(({ problems, warnings }) => problems.length + warnings.length > 0);
}
