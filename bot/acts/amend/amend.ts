/** A directive is amended: its draft is put anew, and only who is affected is told, with what changed. */
import { bodyOf } from '../../../core/delivery/layout.ts';
import type { Message, MessageKind } from '../../../core/delivery/message.ts';
import type { DirectiveDraft } from '../../../core/directives/directive.ts';
import { checkDraft, type DraftProblem } from '../../../core/directives/draft-check.ts';
import { type AmendRefusal, planAmendment } from '../../../core/directives/life/amend.ts';
import { withReissues } from '../../../core/directives/life/reissue.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import { readDirectiveFact } from '../../../db/audit/directives.ts';
import { withdrawAbout } from '../../../db/delivery/told.ts';
import { countReportsOf, hasDraft, listAssignmentRows } from '../../../db/directives/amending.ts';
import { listReissues } from '../../../db/directives/changes.ts';
import { readDirective } from '../../../db/directives/directives.ts';
import { lockOfOffice } from '../../../db/directives/issuing.ts';
import { readDirectiveRef } from '../../../db/figures/summary.ts';
import { findOpenObligations } from '../../../db/reports/obligations.ts';
import { findHolders } from '../../../db/roster/people.ts';
import { listUnits } from '../../../db/roster/units.ts';
import { amendmentTold } from '../../../messages/chat/life/amend.ts';
import type { Work } from '../../delivery/work.ts';
import { type Cause, inboxOf } from '../cause.ts';
import { sendTasks } from '../issue.ts';
import { keepChange } from '../life/keep-change.ts';
import { affectedUnits, type Rewriting, rewriteDirective } from './amended-rows.ts';

/** `told`: codes of the units that are affected; `carriedOver`: how many of their reports in force stay. */
export type AmendedDirective = { changed: boolean; told: string[]; carriedOver: number; messages: number };

export type NotAmended = AmendRefusal | { why: 'unknown' } | { why: 'wrong-draft'; problems: DraftProblem[] };

/**
 * Puts a draft in the place of an issued directive's. Keys say what is the same: answers to the same questions carry over, and who has
 * reported owes only what is asked anew. The same draft again changes nothing. Number, date and office stay.
 */
export async function amendDirective(
  work: Work,
  cause: Cause,
  id: number,
  { draft: given, reason }: { draft: DirectiveDraft; reason: string | null },
): Promise<Result<AmendedDirective, NotAmended>> {
  const { tx, now, record } = work;
  await lockOfOffice(tx, id);
  const directive = await readDirective(tx, id);
  if (!directive) return fail({ why: 'unknown' });
  if (directive.state !== 'issued') return fail({ why: directive.state === 'draft' ? 'not-issued' : 'ended' });
  if (given.issuer !== directive.issuerCode) return fail({ why: 'another-issuer' });
  const roster = await listUnits(tx, civilDate(now));
  // What units passed on to those below them stays with them.
  const draft = withReissues(given, await listReissues(tx, id), roster);
  const problems = checkDraft(draft, roster);
  if (problems.length > 0) return fail({ why: 'wrong-draft', problems });
  if (await hasDraft(tx, id, draft)) return ok({ changed: false, told: [], carriedOver: 0, messages: 0 });
  const before = directive.draft;
  const rewriting: Rewriting = { id, before, draft, roster, affected: planAmendment(before, draft, roster, now) };
  const { added, rounds, debts } = await rewriteDirective(work, rewriting);
  const units = affectedUnits(rewriting).map((unit) => unit.id);
  const carriedOver = await countReportsOf(tx, rounds, units);
  const change = { type: 'amended', units, told: units, carriedOver, ...debts, before } as const;
  const kept = await keepChange(work, { by: cause.by, inboxId: inboxOf(cause) }, { directiveId: id, change, reason });
  record(kept, await readDirectiveFact(tx, id));
  const messages = await tell(work, rewriting, { change: kept.id, reason, added });
  return ok({ changed: true, told: affectedUnits(rewriting).map(({ code }) => code), carriedOver, messages });
}

/** Kinds of what would say what does not hold any more. */
const oldWords: MessageKind[] = ['tasks', 'reminder'];

/**
 * Tells who is affected: units that have the directive only now, or have not received it yet, get their tasks; the others what changed.
 * What waits with the old words is withdrawn. Returns how many requests were written.
 */
async function tell(
  work: Work,
  rewriting: Rewriting,
  { change, reason, added }: { change: number; reason: string | null; added: number[] },
): Promise<number> {
  const { tx, now, say } = work;
  const { id, affected, roster } = rewriting;
  const units = affectedUnits(rewriting).map((unit) => unit.id);
  const rows = await listAssignmentRows(tx, id);
  const delivered = new Set(rows.flatMap(({ unitId, deliveredAt }) => (deliveredAt ? [unitId] : [])));
  const old = { kinds: oldWords, reason: 'the directive was amended', units };
  await withdrawAbout(tx, id, old, now);
  const amendments = new Map(affected.map((amendment) => [amendment.code, amendment]));
  const holders = (await findHolders(tx, [...new Set([...units, ...added])], ['head', 'delegate'])).flatMap(
    (holder) => {
      const unit = roster.find((one) => one.id === holder.unitId);
      return unit ? [{ ...holder, unit, amendment: amendments.get(unit.code) }] : [];
    },
  );
  const isAnew = ({ unitId, amendment }: (typeof holders)[number]): boolean =>
    amendment?.isDropped !== true && (added.includes(unitId) || !delivered.has(unitId));
  const directive = await readDirectiveRef(tx, id);
  const owed = (await findOpenObligations(tx, units, now)).filter((debt) => debt.directive.id === id);
  const names = new Map(roster.map(({ code, name }) => [code, name]));
  const messages = holders.flatMap((holder): Message[] => {
    const { unit, unitId, personId, amendment } = holder;
    if (!amendment || isAnew(holder) || !delivered.has(unitId)) return [];
    const debt = owed.find((one) => one.unit.id === unitId && one.state === 'owed');
    return [
      {
        meaning: `change-${change}:${unit.code}`,
        about: { directive: id, unit: unitId },
        recipient: { type: 'person', id: personId },
        kind: 'tasks',
        body: bodyOf(amendmentTold({ directive, unit, amendment, reason, names, debt })),
      },
    ];
  });
  return (await sendTasks(work, holders.filter(isAnew), id, `:change-${change}`)) + (await say(messages));
}
