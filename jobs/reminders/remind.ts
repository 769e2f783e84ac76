/** A slot for reminding: what is known is gathered, who is told is decided in core, and kept until it is said. */
import { findMentions } from '../../bot/delivery/mentions.ts';
import type { Reading, Work } from '../../bot/delivery/work.ts';
import { nameCalls } from '../../bot/facts/call-sheet.ts';
import { type GroupOwing, mostNamedInGroup, rotate } from '../../core/reminders/digest.ts';
import {
  decideReminders,
  onDemandLastsMs,
  type ReminderFacts,
  type Superior,
  toldAbove,
} from '../../core/reminders/ladder.ts';
import type { NewNudge } from '../../core/reminders/nudge.ts';
import { nextSlotAfter, reminderPlan } from '../../core/reminders/plan.ts';
import { chunks } from '../../db/engine/chunks.ts';
import { findFirstNamed, listNamedBelow, listOwedByParent, readOwing } from '../../db/reports/owing.ts';
import { findPromised } from '../../db/reports/promises.ts';
import { type DebtPiece, findOwed, findOwedPiece } from '../../db/reports/rounds.ts';
import { findPresentHolders } from '../../db/roster/delegates.ts';
import { findGroupsOf } from '../../db/roster/groups.ts';
import { readLadder } from '../../db/roster/offices.ts';
import { findHolders } from '../../db/roster/people.ts';
import { readUnitRefs } from '../../db/roster/units.ts';
import { findAskedOnDemand, writeNudges } from '../../db/talk/nudges.ts';
import { countDone } from '../../db/time/job-runs.ts';
import { type DueSlot, deadlineKey } from './due.ts';
import { nudgesAbove, type Reminded, turnOf, wordAll } from './slot-words.ts';

/** What the slot comes to, but for those above. `isPersonalWritten`: those who owe were seen to before, piece by piece. */
export async function remind(work: Work, due: DueSlot, isPersonalWritten: boolean): Promise<Reminded> {
  const facts = await gatherFacts(work, due, isPersonalWritten);
  return wordAll(work, due, decideReminders(facts), true);
}

/** A round that closes later than this behind a slot (milliseconds of civil time) stays open as far as people can tell. */
const weekMs = 7 * 24 * 3600 * 1000;

/** Of which no group hears. */
const nothingBelow: GroupOwing = { ids: [], first: [], holders: [], promised: 0 };

/** What those are to be reminded of who owe a piece of the round. */
export async function remindPiece(work: Work, due: DueSlot, piece: DebtPiece): Promise<NewNudge[]> {
  const { round } = due;
  const debts = await findOwedPiece(work.tx, round.id, piece);
  const personal = await gatherPersonal(
    work,
    debts.filter((debt) => isOfDeadline(debt, round)),
  );
  const told = decideReminders({
    ...personal,
    below: nothingBelow,
    isOwed: true,
    groups: [],
    staff: [],
    switches: await readLadder(work.tx, round.issuerId),
    stage: { isLate: false, isLast: false },
    leaders: [],
    unreached: undefined,
  });
  const { nudges } = await wordAll(work, due, told, false);
  return nudges;
}

const isOfDeadline = (debt: { due: Date | null }, { isOfSome, due }: DueSlot['round']): boolean =>
  isOfSome ? debt.due?.getTime() === due.getTime() : debt.due === null;

type Personal = Pick<ReminderFacts, 'owed' | 'promised' | 'justAsked' | 'holders'>;

/** What is known of those who owe. */
async function gatherPersonal({ tx, now }: Work, owed: Awaited<ReturnType<typeof findOwed>>): Promise<Personal> {
  const ids = owed.map(({ id }) => id);
  const unitIds = owed.map(({ unit }) => unit.id);
  const since = new Date(now.getTime() - onDemandLastsMs);
  return {
    owed,
    promised: new Set(await findPromised(tx, ids, now)),
    justAsked: new Set(await findAskedOnDemand(tx, ids, since)),
    holders: await findPresentHolders(tx, unitIds, now),
  };
}

/**
 * A deadline that only some units have is said to these alone: staff and groups are told at the round's own. There a unit with
 * more time is named once that is over too; one that another consolidates answers to that one, and is not.
 */
async function gatherFacts(work: Work, due: DueSlot, isPersonalWritten: boolean): Promise<ReminderFacts> {
  const { tx, now } = work;
  const { round } = due;
  const { issuerId, isOfSome } = round;
  const staff = isOfSome ? [] : (await findHolders(tx, [issuerId], ['staff'])).map(({ personId }) => personId);
  const owed = isPersonalWritten ? [] : (await findOwed(tx, round.id)).filter((debt) => isOfDeadline(debt, round));
  const personal = await gatherPersonal(work, owed);
  const plan = reminderPlan(round.reminders, round);
  const { closesAt } = round;
  const staysOpen = closesAt === null || closesAt.getTime() - due.slot.at.getTime() > weekMs;
  const isLast = nextSlotAfter(plan, round, due.slot.at) === undefined && staysOpen && !isOfSome;
  const leaders = isLast ? (await findHolders(tx, [issuerId], ['leader'])).map(({ personId }) => personId) : [];
  const below = isOfSome ? nothingBelow : await readBelow(work, due);
  const people = below.holders.map(({ personId }) => personId);
  const groups = [];
  for (const group of below.ids.length > 0 ? await findGroupsOf(tx, issuerId) : [])
    groups.push({ id: group.id, mentions: await findMentions(tx, group, people) });
  return {
    ...personal,
    below,
    isOwed: isLast && (await findFirstNamed(tx, round.id, { now, most: 1 })).count > 0,
    groups,
    staff,
    switches: await readLadder(tx, issuerId),
    stage: { isLate: now >= round.overdueFrom, isLast },
    leaders,
    unreached: staff.length > 0 ? await nameCalls(work, round.directiveId) : undefined,
  };
}

/** Of which units a group hears at this slot. */
async function readBelow({ tx, now }: Work, { round }: DueSlot): Promise<GroupOwing> {
  const { ids, promised } = await listNamedBelow(tx, round.id, { parentId: round.issuerId, now });
  const turned = rotate(ids, (await countDone(tx, 'remind', deadlineKey(round))) - 1);
  const first = turned.slice(0, mostNamedInGroup);
  const holders = await findPresentHolders(tx, first, now);
  return { ids: turned, first: await readUnitRefs(tx, first), holders, promised };
}

/** Who above is told at the slot, with the debts of the units right below them. Nobody is before the deadline has come. */
export async function listAbove({ tx, now }: Pick<Reading, 'tx' | 'now'>, { round }: DueSlot): Promise<Superior[]> {
  if (now < round.due || !(await readLadder(tx, round.issuerId)).superior) return [];
  const own = round.isOfSome ? round.due : null;
  const below = await listOwedByParent(tx, round.id, { own, but: round.issuerId, now });
  return toldAbove(await findPresentHolders(tx, [...below.keys()], now), below);
}

/** So many debts of one person are read and kept at once. */
const pieceLength = 250;

/** Keeps what those above are to be reminded of. */
export async function remindAbove(
  work: Work,
  due: DueSlot,
  told: readonly Superior[],
  isNoted: boolean,
): Promise<void> {
  const turn = told.length > 0 ? await turnOf(work, due, isNoted) : 0;
  for (const { person, debts } of told)
    for (const piece of chunks(debts, pieceLength))
      await writeNudges(work.tx, nudgesAbove(person, await readOwing(work.tx, piece), { due, turn }), work.now);
}
