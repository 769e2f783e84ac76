/**
 * A slot for the summary: everybody who leads the issuer gets it, with the chart. After the deadline it comes each working
 * morning while a unit owes, and once more when none does.
 */
import { askOfBlocked } from '../../bot/acts/talk/blocked.ts';
import type { Work } from '../../bot/delivery/work.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import type { Message } from '../../core/delivery/message.ts';
import { isLastSummary } from '../../core/reminders/plan.ts';
import { toIso } from '../../core/time/calendar.ts';
import { readDecisionsNeeded } from '../../db/figures/decisions.ts';
import { readSummary } from '../../db/figures/summary.ts';
import { findHolders } from '../../db/roster/people.ts';
import { decisionChoices, decisionLines } from '../../messages/chat/decisions/needed.ts';
import { drillChoices } from '../../messages/chat/drill-down/view.ts';
import { chartOf } from '../../messages/chat/papers-in-chat.ts';
import { lastSummaryMessage, summaryMessage } from '../../messages/chat/summary.ts';
import type { DueSlot } from './due.ts';

/** The messages of the slot. */
export async function summarise(work: Work, { round, slot }: DueSlot): Promise<Message[]> {
  const { tx, now } = work;
  const leaders = await findHolders(tx, [round.issuerId], ['leader']);
  const summary = await readSummary(tx, round.directiveId, now, round.id);
  const { reporting, reported, excused } = summary.units;
  const isLast = isLastSummary(slot, round, reporting - reported - excused);
  const told = isLast ? { ...summary, next: { reminder: null, summary: null } } : summary;
  const waiting = await readDecisionsNeeded(tx, round.directiveId);
  const blocked = leaders.length > 0 ? await askOfBlocked(work, round.directiveId) : [];
  const decisions = { ...waiting, blocked };
  const needed = decisionLines(decisions);
  const moved = round.extendedAt || round.amendedAt ? `${toIso(round.due)}:` : '';
  return leaders.map(
    (leader): Message => ({
      // The last is said once, whichever morning it falls on.
      meaning: `directive-${round.directiveId}:summary:${round.key}:${isLast ? 'last' : moved + slot.key}`,
      about: { directive: round.directiveId, round: round.id, slot: slot.key },
      recipient: { type: 'person', id: leader.personId },
      kind: 'summary',
      body: bodyOf({
        text: [isLast ? lastSummaryMessage(told, now) : summaryMessage(told, now), ...needed].join('\n'),
        choices: [...decisionChoices(decisions), ...drillChoices(summary, false)],
        attachments: [chartOf(round.directiveId)],
      }),
    }),
  );
}
