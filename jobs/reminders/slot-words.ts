/** What a slot comes to, in words for groups, and as nudges for people until it is said. */
import type { Work } from '../../bot/delivery/work.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import type { Message } from '../../core/delivery/message.ts';
import type { DirectiveRef } from '../../core/directives/assignment.ts';
import { periodIn } from '../../core/directives/recurring.ts';
import type { Reminder } from '../../core/reminders/ladder.ts';
import type { NewNudge } from '../../core/reminders/nudge.ts';
import { behindDeadline, isBehindDeadline } from '../../core/reminders/plan.ts';
import type { UnitRef } from '../../core/roster/person.ts';
import { civilDate, toIso } from '../../core/time/calendar.ts';
import { readDirectiveRef } from '../../db/figures/summary.ts';
import type { keepGroupPost } from '../../db/talk/group-posts.ts';
import { countDone } from '../../db/time/job-runs.ts';
import { groupReminder } from '../../messages/chat/reminder.ts';
import { type DueSlot, deadlineKey } from './due.ts';

/** What a slot comes to: what is said in groups, and what people are to be reminded of. */
export type Reminded = { messages: Message[]; nudges: NewNudge[]; posts: RemindedGroup[] };

/** A reminder in a group: its message, and what is kept of it so that it can be corrected. */
export type RemindedGroup = { meaning: string; post: Parameters<typeof keepGroupPost>[2] };

/**
 * How many reminders behind the deadline this slot makes; 0 up to it. `isNoted`: the note that it was handled is written already. So
 * it is among those that were done, or will be.
 */
export const turnOf = async ({ tx }: Pick<Work, 'tx'>, { round, slot }: DueSlot, isNoted: boolean): Promise<number> =>
  isBehindDeadline(slot)
    ? (await countDone(tx, 'remind', `${deadlineKey(round)}${behindDeadline}`)) + (isNoted ? 0 : 1)
    : 0;

/** In words for groups, as nudges for people. */
export async function wordAll(work: Work, due: DueSlot, told: Reminder[], isNoted: boolean): Promise<Reminded> {
  if (told.length === 0) return { messages: [], nudges: [], posts: [] };
  const directive = await readDirectiveRef(work.tx, due.round.directiveId);
  const turn = await turnOf(work, due, isNoted);
  const said = { at: work.now, turn };
  const groups = told.flatMap((one) =>
    one.why === 'group-owes' ? [{ one, message: wordForGroup(one, due, directive, said) }] : [],
  );
  return {
    messages: groups.map(({ message }) => message),
    posts: groups.map(({ one, message }) => ({ meaning: message.meaning, post: postOf(one, due, message, said) })),
    nudges: told.flatMap((one) => (one.why === 'group-owes' ? [] : [nudgeOf(one, due, turn)])),
  };
}

/** What a slot is named by in a round: a deadline that was moved, or is of some units, has its slots to itself. */
const slotName = ({ round, slot }: DueSlot): string =>
  round.extendedAt || round.amendedAt || round.isOfSome
    ? `${round.key}:${toIso(round.due)}:${slot.key}`
    : `${round.key}:${slot.key}`;

function wordForGroup(
  one: Extract<Reminder, { why: 'group-owes' }>,
  due: DueSlot,
  directive: DirectiveRef,
  said: { at: Date; turn: number },
): Message {
  const { round, slot } = due;
  const isExtended = round.extendedAt !== null;
  const quoted = { ...round, quote: round.deadline.quote, isExtended, ...periodIn(round.deadline, round.key) };
  return {
    meaning: `directive-${round.directiveId}:group:reminder:${slotName(due)}`,
    about: { directive: round.directiveId, round: round.id, slot: slot.key },
    recipient: { type: 'group', id: one.group },
    kind: 'group',
    body: bodyOf({ text: groupReminder(one, directive, quoted, said) }),
  };
}

const postOf = (
  { group, ids, isCounted }: Extract<Reminder, { why: 'group-owes' }>,
  { round }: DueSlot,
  { body }: Message,
  { at, turn }: { at: Date; turn: number },
): RemindedGroup['post'] => ({
  type: 'reminder',
  groupId: group,
  directiveId: round.directiveId,
  roundId: round.id,
  text: body.text,
  named: [...ids],
  turn,
  isCounted,
  at,
});

const aboutOf = ({ round, slot }: DueSlot, turn: number) => ({
  directive: round.directiveId,
  round: round.id,
  slot: slot.key,
  turn,
  promised: null,
});

/** What one person is to be reminded of. The same list of calls is told once a day, however many slots of however many directives it has. */
function nudgeOf(one: Exclude<Reminder, { why: 'group-owes' }>, due: DueSlot, turn: number): NewNudge {
  const { round, slot } = due;
  const named = `directive-${round.directiveId}`;
  const nudge = { ...aboutOf(due, turn), person: one.person, why: one.why, unit: null, obligation: null };
  switch (one.why) {
    case 'owes': {
      const { unit, obligation } = one;
      const key = `${named}:${unit.code}:reminder:${slotName(due)}`;
      return { ...nudge, unit: unit.id, obligation, key };
    }
    case 'ladder-ends':
      return { ...nudge, key: `${named}:reminders-end:${slotName(due)}` };
    case 'not-reached':
      return { ...nudge, key: `office-${round.issuerId}:calls:${civilDate(slot.at)}:${one.list}` };
  }
}

/** What somebody above is to be reminded of: of each unit below that owes, one thing. */
export const nudgesAbove = (
  person: number,
  debts: readonly { id: number; unit: UnitRef }[],
  { due, turn }: { due: DueSlot; turn: number },
): NewNudge[] =>
  debts.map(({ id, unit }) => ({
    ...aboutOf(due, turn),
    person,
    why: 'superior',
    unit: unit.id,
    obligation: id,
    key: `directive-${due.round.directiveId}:${unit.code}:superior:reminder:${slotName(due)}`,
  }));
