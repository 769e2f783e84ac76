/** The end of a directive: what waits is withdrawn, and who is concerned is told. */
import { bodyOf } from '../../../core/delivery/layout.ts';
import type { Message, MessageKind } from '../../../core/delivery/message.ts';
import type { Ending } from '../../../core/directives/life/end.ts';
import type { DirectiveStanding } from '../../../core/directives/life/standing.ts';
import { findTold, withdrawAbout } from '../../../db/delivery/told.ts';
import { setDirectiveState } from '../../../db/directives/issuing.ts';
import { readDirectiveRef, readSummary } from '../../../db/figures/summary.ts';
import { findHolders } from '../../../db/roster/people.ts';
import { reviveCards } from '../../../db/talk/group-posts.ts';
import { drillChoices } from '../../../messages/chat/drill-down/view.ts';
import { closingSummary, recallTold } from '../../../messages/chat/life/end.ts';
import { chartOf } from '../../../messages/chat/papers-in-chat.ts';
import type { Work } from '../../delivery/work.ts';
import { dropFromSummaries } from '../talk/summaries.ts';
import type { Doer } from './keep-change.ts';

/** Kinds of what asks for something; those of a recall besides tell what is to be done. */
const asking: MessageKind[] = ['reminder', 'group', 'card', 'calls'];
const telling: MessageKind[] = [...asking, 'tasks', 'summary', 'receipt'];

/** What an ending comes to: of the change with this id, done for a reason. */
export type Ended = { change: number; plan: Ending; reason: string | null };

/**
 * Closes a directive with a last summary to the leaders, lets it go on, or recalls it. Of a recall everybody is told who was told of
 * the directive, but who did it. Returns how many requests were written.
 */
export async function endDirective(work: Work, doer: Doer, { id }: DirectiveStanding, ended: Ended): Promise<number> {
  const { tx, now, say } = work;
  switch (ended.plan.type) {
    case 'closed':
      await setDirectiveState(tx, id, 'closed');
      await withdrawAbout(tx, id, { kinds: [...asking, 'summary'], reason: 'the directive was closed' }, now);
      return (
        (await dropFromSummaries(work, id, 'the directive was closed')) +
        (await say(await lastSummaries(work, id, ended.change)))
      );
    case 'reopened':
      await setDirectiveState(tx, id, 'issued');
      await reviveCards(tx, id);
      return 0;
    case 'recalled': {
      const told = await findTold(tx, id);
      await setDirectiveState(tx, id, 'recalled');
      await withdrawAbout(tx, id, { kinds: telling, reason: 'the directive was recalled' }, now);
      const anew = await dropFromSummaries(work, id, 'the directive was recalled');
      const body = bodyOf({ text: recallTold(await readDirectiveRef(tx, id), ended.reason ?? '') });
      const others = told.filter((recipient) => recipient.type !== 'person' || recipient.id !== doer.by);
      const meaning = `change-${ended.change}`;
      const recalls = others.map(
        (recipient): Message => ({ meaning, about: { directive: id }, recipient, kind: 'receipt', body }),
      );
      return anew + (await say(recalls));
    }
  }
}

async function lastSummaries({ tx, now }: Work, id: number, change: number): Promise<Message[]> {
  const summary = await readSummary(tx, id, now);
  const leaders = await findHolders(tx, [summary.directive.issuer.id], ['leader']);
  return leaders.map(
    ({ personId }): Message => ({
      meaning: `change-${change}:summary`,
      about: { directive: id, ...(summary.round && { round: summary.round.id }) },
      recipient: { type: 'person', id: personId },
      kind: 'summary',
      body: bodyOf({
        text: closingSummary(summary, now),
        choices: drillChoices(summary, false),
        attachments: summary.round ? [chartOf(id)] : [],
      }),
    }),
  );
}
