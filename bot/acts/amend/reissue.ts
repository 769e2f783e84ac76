/** A unit passes its part of a directive on: those below get it as their own, and its office hears of it. */
import { bodyOf } from '../../../core/delivery/layout.ts';
import type { Message } from '../../../core/delivery/message.ts';
import { planReissue, type ReissueRefusal } from '../../../core/directives/life/reissue.ts';
import type { SaidDay } from '../../../core/language/day.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import { listReissues } from '../../../db/directives/changes.ts';
import { readDirective } from '../../../db/directives/directives.ts';
import { lockOfOffice } from '../../../db/directives/issuing.ts';
import { readDirectiveRef } from '../../../db/figures/summary.ts';
import { findHolders } from '../../../db/roster/people.ts';
import { listUnits } from '../../../db/roster/units.ts';
import { reissueToldStaff } from '../../../messages/chat/life/reissue.ts';
import type { Work } from '../../delivery/work.ts';
import { type Cause, inboxOf } from '../cause.ts';
import { keepChange } from '../life/keep-change.ts';
import { amendDirective } from './amend.ts';

export type NotReissued = ReissueRefusal | { why: 'unknown' } | { why: 'not-issued' };

/** `by` and `codes` are codes of units; without `codes` all right below it. The same again changes nothing. */
export async function reissueDirective(
  work: Work,
  cause: Cause,
  directive: number,
  wanted: { by: string; codes: readonly string[] | null; until: SaidDay | null },
): Promise<Result<{ told: string[]; due: Date | null; messages: number }, NotReissued>> {
  const { tx, now, record, say } = work;
  await lockOfOffice(tx, directive);
  const row = await readDirective(tx, directive);
  if (!row) return fail({ why: 'unknown' });
  if (row.state !== 'issued') return fail({ why: 'not-issued' });
  const units = await listUnits(tx, civilDate(now));
  const below = units.filter(({ parentCode }) => parentCode === wanted.by).map(({ code }) => code);
  const codes = wanted.codes === null ? below : below.filter((code) => wanted.codes?.includes(code));
  const before = await listReissues(tx, directive);
  const plan = planReissue(row.draft, { ...wanted, codes }, { units, before, now });
  if ('why' in plan) return fail(plan);
  const { due, ...reissue } = plan;
  const told = units.filter(({ code }) => reissue.codes.includes(code));
  const change = { type: 'reissued', ...reissue, told: told.map(({ id }) => id) } as const;
  const doer = { by: cause.by, inboxId: inboxOf(cause) };
  const kept = await keepChange(work, doer, { directiveId: directive, change, reason: null });
  record(kept);
  const amended = await amendDirective(work, cause, directive, { draft: row.draft, reason: null });
  // The change is kept already: without the amendment nothing of it may stand.
  if (!amended.ok) throw new Error(`what was passed on does not amend the directive: ${amended.error.why}`);
  const by = units.find(({ code }) => code === reissue.by);
  const staff = by ? await findHolders(tx, [row.issuerId], ['staff']) : [];
  const ref = await readDirectiveRef(tx, directive);
  const messages = await say(
    staff.map(
      ({ personId }): Message => ({
        meaning: `change-${kept.id}:staff`,
        about: { directive },
        recipient: { type: 'person', id: personId },
        kind: 'receipt',
        body: bodyOf({ text: reissueToldStaff({ directive: ref, by: by?.name ?? '', units: told, due }) }),
      }),
    ),
  );
  return ok({ told: told.map(({ code }) => code), due, messages: messages + amended.value.messages });
}
