/** A slot for the summary: everybody who leads the issuer gets it, with the chart. */
import type { Work } from '../../bot/delivery/work.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import type { Message } from '../../core/delivery/message.ts';
import { readSummary } from '../../db/figures/summary.ts';
import { findHolders } from '../../db/roster/people.ts';
import { drillChoices } from '../../messages/chat/drill-down/view.ts';
import { chartOf } from '../../messages/chat/papers-in-chat.ts';
import { summaryMessage } from '../../messages/chat/summary.ts';
import type { DueSlot } from './due.ts';

/** The messages of the slot. */
export async function summarise({ tx, now }: Work, { round, slot }: DueSlot): Promise<Message[]> {
  const leaders = await findHolders(tx, [round.issuerId], ['leader']);
  const summary = await readSummary(tx, round.directiveId, now, round.id);
  return leaders.map(
    (leader): Message => ({
      meaning: `directive-${round.directiveId}:summary:${round.key}:${slot.key}`,
      about: { directive: round.directiveId, round: round.id, slot: slot.key },
      recipient: { type: 'person', id: leader.personId },
      kind: 'summary',
      body: bodyOf({
        text: summaryMessage(summary, now),
        choices: drillChoices(summary, false),
        attachments: [chartOf(round.directiveId)],
      }),
    }),
  );
}
