/** A directive is taken as the pattern of a new one. */
import type { DirectiveDraft } from '../../../core/directives/directive.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import { findLastCopy } from '../../../db/directives/changes.ts';
import { insertDraft, readDirective } from '../../../db/directives/directives.ts';
import { lockOfOffice } from '../../../db/directives/issuing.ts';
import { listUnits } from '../../../db/roster/units.ts';
import type { Work } from '../../delivery/work.ts';
import { type Cause, inboxOf } from '../cause.ts';
import { keepChange } from '../life/keep-change.ts';

/** What is registered of a document is its own: a copy has the symbol of its number alone, and no date. */
const copyOf = (draft: DirectiveDraft): DirectiveDraft => ({
  ...draft,
  number: draft.number.slice(draft.number.indexOf('/')),
  date: null,
});

/**
 * Makes a draft with the tasks and duties of a directive, without a number and a date; it is issued to nobody. While the last one
 * that was made so is not issued, it is that one.
 */
export async function duplicateDirective(
  work: Work,
  cause: Cause,
  id: number,
): Promise<Result<{ copy: number; isNew: boolean }, 'unknown'>> {
  const { tx, now, record } = work;
  await lockOfOffice(tx, id);
  const directive = await readDirective(tx, id);
  if (!directive) return fail('unknown');
  const draft = copyOf(directive.draft);
  const same = await findLastCopy(tx, id);
  const there = same === undefined ? undefined : await readDirective(tx, same);
  if (there?.state === 'draft') return ok({ copy: there.id, isNew: false });
  const units = await listUnits(tx, civilDate(directive.issuedAt ?? now));
  const copy = await insertDraft(tx, draft, new Map(units.map((unit) => [unit.code, unit.id])), now);
  const by = { by: cause.by, inboxId: inboxOf(cause) };
  record(await keepChange(work, by, { directiveId: id, change: { type: 'duplicated', as: copy }, reason: null }));
  return ok({ copy, isNew: true });
}
