/** A slot for reminding: what is known is gathered, who is told is decided in core, and kept until it is said. */
import { createHash } from 'node:crypto';
import { findMentions } from '../../bot/delivery/mentions.ts';
import type { Work } from '../../bot/delivery/work.ts';
import { makeCallSheet } from '../../bot/facts/call-sheet.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import type { Message } from '../../core/delivery/message.ts';
import type { DirectiveRef } from '../../core/directives/assignment.ts';
import { periodIn } from '../../core/directives/recurring.ts';
import { decideReminders, onDemandLastsMs, type Reminder, type ReminderFacts } from '../../core/reminders/ladder.ts';
import type { NewNudge } from '../../core/reminders/nudge.ts';
import { behindDeadline, isBehindDeadline, nextSlotAfter, reminderPlan } from '../../core/reminders/plan.ts';
import { civilDate, toIso } from '../../core/time/calendar.ts';
import { readDirectiveRef } from '../../db/figures/summary.ts';
import { findPromised } from '../../db/reports/promises.ts';
import { findOwed, findOwedAfter } from '../../db/reports/rounds.ts';
import { findPresentHolders } from '../../db/roster/delegates.ts';
import { findGroupsOf } from '../../db/roster/groups.ts';
import { readLadder } from '../../db/roster/offices.ts';
import { findHolders } from '../../db/roster/people.ts';
import type { keepGroupPost } from '../../db/talk/group-posts.ts';
import { findAskedOnDemand } from '../../db/talk/nudges.ts';
import { countDone } from '../../db/time/job-runs.ts';
import { groupReminder } from '../../messages/chat/reminder.ts';
import { type DueSlot, deadlineKey } from './due.ts';

/** What a slot comes to: what is said in groups, and what people are to be reminded of. */
export type Reminded = { messages: Message[]; nudges: NewNudge[]; posts: RemindedGroup[] };

/** A reminder in a group: its message, and what is kept of it so that it can be corrected. */
export type RemindedGroup = { meaning: string; post: Parameters<typeof keepGroupPost>[2] };

/** What the slot comes to. `isPersonalWritten`: those who owe were seen to before, piece by piece. */
export async function remind(work: Work, due: DueSlot, isPersonalWritten = false): Promise<Reminded> {
  const facts = await gatherFacts(work, due);
  const told = decideReminders(facts).filter(({ why }) => !isPersonalWritten || why !== 'owes');
  return wordAll(work, due, told, true);
}

/** A round that closes later than this behind a slot (milliseconds of civil time) stays open as far as people can tell. */
const weekMs = 7 * 24 * 3600 * 1000;

/** In words for groups, as nudges for people; `isNoted`: the note that this slot was handled is written already. */
async function wordAll(work: Work, due: DueSlot, told: Reminder[], isNoted: boolean): Promise<Reminded> {
  if (told.length === 0) return { messages: [], nudges: [], posts: [] };
  const directive = await readDirectiveRef(work.tx, due.round.directiveId);
  // This slot is among those that were done, or will be.
  const turn = isBehindDeadline(due.slot)
    ? (await countDone(work.tx, 'remind', `${deadlineKey(due.round)}${behindDeadline}`)) + (isNoted ? 0 : 1)
    : 0;
  const said = { at: work.now, turn };
  const groups = told.flatMap((one) =>
    one.why === 'group-owes' ? [{ one, message: wordForGroup(one, due, directive, said) }] : [],
  );
  return {
    messages: groups.map(({ message }) => message),
    posts: groups.map(({ one, message }) => ({ meaning: message.meaning, post: postOf(one, due, message, said) })),
    nudges: told.flatMap((one) => (one.why === 'group-owes' ? [] : nudgesOf(one, due, turn))),
  };
}

/** A piece of those who owe: its last debt, and what its people are to be reminded of. */
export type RemindedPiece = { last: number; nudges: NewNudge[] };

/** What those are to be reminded of who owe the next debts behind `after`, at most so many; undefined where there is none left. */
export async function remindPiece(
  work: Work,
  due: DueSlot,
  { after, most }: { after: number; most: number },
): Promise<RemindedPiece | undefined> {
  const { round } = due;
  const debts = await findOwedAfter(work.tx, round.id, { after, most });
  const last = debts.at(-1);
  if (!last) return undefined;
  const owed = debts.filter((debt) => isOfDeadline(debt, round));
  const holders = await findPresentHolders(
    work.tx,
    owed.map(({ unit }) => unit.id),
    work.now,
  );
  const promised = new Set(
    await findPromised(
      work.tx,
      owed.map(({ id }) => id),
      work.now,
    ),
  );
  const justAsked = await findJustAsked(work, owed);
  const switches = await readLadder(work.tx, round.issuerId);
  const stage = { isDue: false, isLate: false, isLast: false };
  const nobody = { issuerId: round.issuerId, named: [], groups: [], staff: [], superiors: [], leaders: [] };
  const told = decideReminders({
    ...nobody,
    owed,
    promised,
    justAsked,
    holders,
    switches,
    stage,
    turn: 0,
    unreached: [],
  });
  const { nudges } = await wordAll(work, due, told, false);
  return { last: last.id, nudges };
}

const isOfDeadline = (debt: { due: Date | null }, { isOfSome, due }: DueSlot['round']): boolean =>
  isOfSome ? debt.due?.getTime() === due.getTime() : debt.due === null;

async function findJustAsked({ tx, now }: Work, owed: readonly { id: number }[]): Promise<Set<number>> {
  const since = new Date(now.getTime() - onDemandLastsMs);
  const ids = owed.map(({ id }) => id);
  return new Set(await findAskedOnDemand(tx, ids, since));
}

/**
 * A deadline that only some units have is said to these alone: staff and groups are told at the round's own. There a unit with
 * more time is named once that is over too; one that another consolidates answers to that one, and is not.
 */
async function gatherFacts(work: Work, due: DueSlot): Promise<ReminderFacts> {
  const { tx, now } = work;
  const { round } = due;
  const { issuerId, isOfSome } = round;
  const staff = isOfSome ? [] : (await findHolders(tx, [issuerId], ['staff'])).map(({ personId }) => personId);
  const { calls } = staff.length > 0 ? await makeCallSheet(work, round.directiveId) : { calls: [] };
  const all = await findOwed(tx, round.id);
  const owed = all.filter((debt) => isOfDeadline(debt, round));
  const named = isOfSome
    ? []
    : all.filter((debt) => debt.consolidator === null && (debt.due === null || debt.due <= now));
  const holders = await findPresentHolders(
    tx,
    [...owed, ...named].map((o) => o.unit.id),
    now,
  );
  const ids = [...owed, ...named].map(({ id }) => id);
  const promised = new Set(await findPromised(tx, ids, now));
  const switches = await readLadder(tx, issuerId);
  const plan = reminderPlan(due.round.reminders, due.round);
  const { closesAt } = due.round;
  const staysOpen = closesAt === null || closesAt.getTime() - due.slot.at.getTime() > weekMs;
  const isLast = nextSlotAfter(plan, due.round, due.slot.at) === undefined && staysOpen;
  const stage = { isDue: now >= due.round.due, isLate: now >= due.round.overdueFrom, isLast: isLast && !isOfSome };
  const above = switches.superior ? owed.flatMap(({ unit }) => unit.parentId ?? []) : [];
  const superiors = await findPresentHolders(
    tx,
    [...new Set(above)].filter((id) => id !== issuerId),
    now,
  );
  const leaders = stage.isLast ? (await findHolders(tx, [issuerId], ['leader'])).map(({ personId }) => personId) : [];
  const people = holders.map((h) => h.personId);
  const groups = [];
  for (const group of named.length > 0 ? await findGroupsOf(tx, issuerId) : [])
    groups.push({ id: group.id, mentions: await findMentions(tx, group, people) });
  const turn = (await countDone(tx, 'remind', deadlineKey(round))) - 1;
  const ladder = { switches, stage, superiors, leaders };
  return {
    issuerId,
    owed,
    named,
    promised,
    justAsked: await findJustAsked(work, owed),
    holders,
    groups,
    staff,
    turn,
    unreached: calls.map(({ unit }) => unit),
    ...ladder,
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
  { group, owing, isCounted }: Extract<Reminder, { why: 'group-owes' }>,
  { round }: DueSlot,
  { body }: Message,
  { at, turn }: { at: Date; turn: number },
): RemindedGroup['post'] => ({
  type: 'reminder',
  groupId: group,
  directiveId: round.directiveId,
  roundId: round.id,
  text: body.text,
  named: owing.map(({ id }) => id),
  turn,
  isCounted,
  at,
});

/** The same list is told once a day, however many slots of however many directives the day has. */
function callsKey(office: number, day: string, units: readonly string[]): string {
  const list = createHash('sha256').update(units.toSorted().join()).digest('hex');
  return `office-${office}:calls:${day}:${list.slice(0, 16)}`;
}

/** What one person is to be reminded of; of units below it is one thing each. */
function nudgesOf(one: Exclude<Reminder, { why: 'group-owes' }>, due: DueSlot, turn: number): NewNudge[] {
  const { round, slot } = due;
  const named = `directive-${round.directiveId}`;
  const about = { directive: round.directiveId, round: round.id, slot: slot.key, turn, promised: null };
  const nudge = { ...about, person: one.person, why: one.why, unit: null, obligation: null };
  switch (one.why) {
    case 'owes': {
      const { unit, obligation } = one;
      const key = `${named}:${unit.code}:reminder:${slotName(due)}`;
      return [{ ...nudge, unit: unit.id, obligation, key }];
    }
    case 'superior':
      return one.debts.map(({ id, unit }) => ({
        ...nudge,
        unit: unit.id,
        obligation: id,
        key: `${named}:${unit.code}:superior:reminder:${slotName(due)}`,
      }));
    case 'ladder-ends':
      return [{ ...nudge, key: `${named}:reminders-end:${slotName(due)}` }];
    case 'not-reached':
      return [{ ...nudge, key: callsKey(round.issuerId, civilDate(slot.at), one.units) }];
  }
}
