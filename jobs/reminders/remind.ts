/** A slot for reminding: what is known is gathered, who is told is decided in core, and worded here. */
import { handLinks } from '../../bot/acts/hand-links.ts';
import { findMentions } from '../../bot/delivery/mentions.ts';
import type { Work } from '../../bot/delivery/work.ts';
import { type Call, makeCallSheet } from '../../bot/facts/call-sheet.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import { opensElsewhere } from '../../core/delivery/link.ts';
import type { Message, Subject } from '../../core/delivery/message.ts';
import type { DirectiveRef } from '../../core/directives/assignment.ts';
import { figurePeriod } from '../../core/directives/recurring.ts';
import { decideReminders, type Reminder, type ReminderFacts } from '../../core/reminders/ladder.ts';
import { behindDeadline, isBehindDeadline, nextSlotAfter, reminderPlan } from '../../core/reminders/plan.ts';
import type { Indicator } from '../../core/reports/obligation.ts';
import { toIso } from '../../core/time/calendar.ts';
import { readDirectiveRef } from '../../db/figures/summary.ts';
import { findIndicators } from '../../db/reports/obligations.ts';
import { findPromised } from '../../db/reports/promises.ts';
import { findOwed, findOwedAfter, type RoundDebt } from '../../db/reports/rounds.ts';
import { findPresentHolders } from '../../db/roster/delegates.ts';
import { findGroupsOf } from '../../db/roster/groups.ts';
import { readLadder } from '../../db/roster/offices.ts';
import { findHolders } from '../../db/roster/people.ts';
import { countDone } from '../../db/time/job-runs.ts';
import { callLines, callsBrief } from '../../messages/chat/call-sheet.ts';
import { quickLine, reportChoice } from '../../messages/chat/directive.ts';
import { groupReminder, reminder, remindersEnd, superiorReminder } from '../../messages/chat/reminder.ts';
import { type DueSlot, deadlineKey } from './due.ts';

/**
 * The messages of the slot. The invites behind the pages that staff are given are written as well. `isPersonalSaid`: those who
 * owe were told before, piece by piece.
 */
export async function remind(work: Work, due: DueSlot, isPersonalSaid = false): Promise<Message[]> {
  const { facts, calls, debts } = await gatherFacts(work, due);
  const told = decideReminders(facts).filter(({ why }) => !isPersonalSaid || why !== 'owes');
  return wordAll(work, due, { told, calls, debts, isNoted: true });
}

type Told = { told: Reminder[]; calls: Call[]; debts: ReadonlyMap<number, RoundDebt>; isNoted: boolean };

/** A round that closes later than this behind a slot (milliseconds of civil time) stays open as far as people can tell. */
const weekMs = 7 * 24 * 3600 * 1000;

/** Who is told, in words; `isNoted`: the note that this slot was handled is written already. */
async function wordAll(work: Work, due: DueSlot, { told, calls, debts, isNoted }: Told): Promise<Message[]> {
  if (told.length === 0) return [];
  const { directiveId, dutyId } = due.round;
  const directive = await readDirectiveRef(work.tx, directiveId);
  const indicators = (await findIndicators(work.tx, [dutyId])).get(dutyId) ?? [];
  // This slot is among those that were done, or will be.
  const turn = isBehindDeadline(due.slot)
    ? (await countDone(work.tx, 'remind', `${deadlineKey(due.round)}${behindDeadline}`)) + (isNoted ? 0 : 1)
    : 0;
  return told.map((one) => word(one, due, { directive, indicators, calls, debts, said: { at: work.now, turn } }));
}

/** A piece of those who owe: its last debt, and what its people are told. */
export type RemindedPiece = { last: number; messages: Message[] };

/** What those are told who owe the next debts behind `after`, at most so many; undefined where there is none left. */
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
  const switches = await readLadder(work.tx, round.issuerId);
  const stage = { isDue: false, isLate: false, isLast: false };
  const nobody = { issuerId: round.issuerId, named: [], groups: [], staff: [], superiors: [], leaders: [] };
  const told = decideReminders({ ...nobody, owed, promised, holders, switches, stage, turn: 0, unreached: 0 });
  const messages = await wordAll(work, due, { told, calls: [], debts: mapOf(owed), isNoted: false });
  return { last: last.id, messages };
}

const mapOf = (debts: RoundDebt[]): ReadonlyMap<number, RoundDebt> => new Map(debts.map((debt) => [debt.id, debt]));

const isOfDeadline = (debt: { due: Date | null }, { isOfSome, due }: DueSlot['round']): boolean =>
  isOfSome ? debt.due?.getTime() === due.getTime() : debt.due === null;

/**
 * A deadline that only some units have is said to these alone: staff and groups are told at the round's own. There a unit with
 * more time is named once that is over too; one that another consolidates answers to that one, and is not.
 */
async function gatherFacts(
  work: Work,
  due: DueSlot,
): Promise<{ facts: ReminderFacts; calls: Call[]; debts: ReadonlyMap<number, RoundDebt> }> {
  const { tx, now } = work;
  const { round } = due;
  const { issuerId, isOfSome } = round;
  const staff = isOfSome ? [] : (await findHolders(tx, [issuerId], ['staff'])).map(({ personId }) => personId);
  const { calls, handed } = staff.length > 0 ? await makeCallSheet(work, round.directiveId) : { calls: [], handed: [] };
  await handLinks(work, handed);
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
  const plan = reminderPlan(due.round.reminders);
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
  const facts = { issuerId, owed, named, promised, holders, groups, staff, turn, unreached: calls.length, ...ladder };
  return { facts, calls, debts: mapOf(owed) };
}

type Wording = {
  directive: DirectiveRef;
  indicators: Indicator[];
  calls: Call[];
  debts: ReadonlyMap<number, RoundDebt>;
  said: { at: Date; turn: number };
};

function word(one: Reminder, { round, slot }: DueSlot, wording: Wording): Message {
  const { directive, indicators, calls, debts, said } = wording;
  const named = `directive-${round.directiveId}`;
  const when =
    round.extendedAt || round.amendedAt || round.isOfSome
      ? `${round.key}:${toIso(round.due)}:${slot.key}`
      : `${round.key}:${slot.key}`;
  const about: Subject = { directive: round.directiveId, round: round.id, slot: slot.key };
  const { deadline, key } = round;
  const period = deadline.rule === 'recurring' ? figurePeriod(deadline, key) : undefined;
  const quoted = {
    ...round,
    quote: deadline.quote,
    isExtended: round.extendedAt !== null,
    ...(period && { period }),
  };
  switch (one.why) {
    case 'owes': {
      const labels = indicators.map((i) => i.label);
      const consolidator = debts.get(one.obligation)?.consolidator ?? null;
      const to = { collector: consolidator ?? round.reportTo, isConsolidated: consolidator !== null };
      const limit = { ...quoted, isEarlier: consolidator !== null && round.isOfSome && round.extendedAt === null };
      const closing = quickLine({ indicators });
      return {
        meaning: `${named}:${one.unit.code}:reminder:${when}`,
        about: { ...about, unit: one.unit.id },
        recipient: { type: 'person', id: one.person },
        kind: 'reminder',
        body: bodyOf({
          text: reminder({ unit: one.unit, directive, labels, round: limit, ...to }, said),
          choices: [reportChoice(one.obligation)],
          ...(closing !== undefined && { closing }),
        }),
        restsOn: one.obligation,
      };
    }
    case 'group-owes':
      return {
        meaning: `${named}:group:reminder:${when}`,
        about,
        recipient: { type: 'group', id: one.group },
        kind: 'group',
        body: bodyOf({ text: groupReminder(one, directive, quoted, said) }),
      };
    case 'superior':
      return {
        meaning: `${named}:superior:reminder:${when}`,
        about,
        recipient: { type: 'person', id: one.person },
        kind: 'reminder',
        body: bodyOf({ text: superiorReminder(one.units, directive, quoted, said) }),
      };
    case 'ladder-ends':
      return {
        meaning: `${named}:reminders-end:${when}`,
        about,
        recipient: { type: 'person', id: one.person },
        kind: 'calls',
        body: bodyOf(remindersEnd(one.units, directive)),
      };
    case 'not-reached': {
      const shown = calls.map((call) => ({ ...call, link: call.link && opensElsewhere(call.link) ? call.link : null }));
      return {
        meaning: `${named}:calls:${when}`,
        about,
        recipient: { type: 'person', id: one.person },
        kind: 'calls',
        body: bodyOf({ ...callLines(shown), briefs: [callsBrief(calls.length)] }),
      };
    }
  }
}
