/** When the reminders (or the summaries) of a round are sent: slots, computed from the plan as data. */
import { Duration } from 'luxon';
import { type DeadlineRule, defaultReminders, type Plan } from '../directives/directive.ts';
import {
  addDays,
  civilDate,
  firstWorkingInstant,
  instantAt,
  isWorkingDay,
  isWorkingTime,
  lastWorkingDay,
  lastWorkingInstant,
  nextWorkingDay,
} from '../time/calendar.ts';
import type { OfficeCalendar } from '../time/office-calendar.ts';

/** `key` is the entry of the plan ('P3D', 'PT0S') or, after the deadline, 'day:2021-09-10'. */
export type Slot = { key: string; at: Date };

/** What a plan needs to know of a round. `closesAt` null: it stays open. `office`: the calendar of its issuer, where it has one. */
export type PlannedRound = { opensAt: Date; due: Date; closesAt: Date | null; office?: OfficeCalendar | null };

const morning = '08:00';

/** The morning of a day: 08:00, or when the office opens later. */
const morningOf = (date: string, office?: OfficeCalendar): Date =>
  latest(instantAt(date, morning), firstWorkingInstant(date, office));
const hour = 3_600_000;

/** Far beyond the longest run of days off. */
const searchDays = 40;

/**
 * Every slot up to and including `until`, in order of instants. All stand in office hours, at or before the instant
 * that the plan names, after `opensAt` and not after `closesAt`. Of two on one instant only the later in the plan
 * remains.
 */
export function slotsUntil(plan: Plan, round: PlannedRound, until: Date): Slot[] {
  return slotsBetween(plan, round, { after: round.opensAt, until });
}

/** The first slot strictly after the instant; undefined when the plan has no more. */
export function nextSlotAfter(plan: Plan, round: PlannedRound, instant: Date): Slot | undefined {
  const from = latest(instant, round.opensAt);
  const until = instantAt(addDays(civilDate(latest(from, round.due)), searchDays), morning);
  return slotsBetween(plan, round, { after: from, until, mostMornings: 1 })[0];
}

/** The next summary strictly after `now`. `completedAt` is when the last unit reported; null: one still owes. */
export function nextSummary(
  plan: Plan,
  round: PlannedRound,
  { completedAt, now }: { completedAt: Date | null; now: Date },
): Date | undefined {
  const next = nextSlotAfter(plan, round, now);
  if (!next || completedAt === null) return next?.at;
  const last = nextSlotAfter(plan, round, latest(completedAt, new Date(round.due.getTime() - 1)));
  return last && next.at <= last.at ? next.at : undefined;
}

/** Whether a summary is the last of its round: nobody owes any more, and the deadline has come. */
export const isLastSummary = (slot: Slot, round: PlannedRound, owed: number): boolean =>
  owed === 0 && slot.at >= round.due;

/** Whether a slot stands behind the deadline, as one of the working mornings on which what is late is asked for. */
export const isBehindDeadline = (slot: Slot): boolean => slot.key.startsWith(behindDeadline);

/** So many mornings behind its deadline a round is reminded of that is open for longer, where its plan says nothing: two weeks. */
const usualMornings = 10;

/** What the reminders of a round go by besides its plan. */
export type RemindedRound = Pick<PlannedRound, 'opensAt' | 'due'> & { deadline: Pick<DeadlineRule, 'rule'> };

/**
 * The plan of a round's reminders: they end after some mornings, also where the round is open for a month or a year. Of what recurs
 * the usual plan is one for a month: in a shorter round, which comes again soon, fewer ask (`usualBefore`). A plan that the
 * directive brings holds as it is.
 */
export const reminderPlan = (plan: Plan, round: RemindedRound): Plan => {
  const isUsual = plan.before.join() === defaultReminders.before.join();
  const before = isUsual && round.deadline.rule === 'recurring' ? usualBefore(round) : plan.before;
  return { ...plan, before, mornings: plan.mornings ?? usualMornings };
};

/** Up to two weeks the day before and three hours before; up to two days those hours alone. */
function usualBefore({ opensAt, due }: RemindedRound): string[] {
  const days = (due.getTime() - opensAt.getTime()) / (24 * hour);
  if (days > 14) return defaultReminders.before;
  return days > 2 ? ['P1D', 'PT3H'] : ['PT3H'];
}

/** The morning of the nth working day behind an instant. */
function morningAfter(instant: Date, days: number, office?: OfficeCalendar): Date {
  let date = civilDate(instant);
  for (let day = 0; day < days; day += 1) date = nextWorkingDay(date, office);
  return morningOf(date, office);
}

/** What the keys of the mornings behind a deadline begin with. */
export const behindDeadline = 'day:';

/**
 * After downtime: which of the slots due and not yet handled are still worth sending, without a burst of stale ones.
 * A slot more than 12 hours late is skipped when a later one, due or to come (`next`), stands no later than 24
 * hours after `now`. One of the mornings behind the deadline is skipped then in any case. Every slot of `due` is in
 * one of the two lists, both in order of instants.
 */
export function chooseSlots(due: Slot[], next: Slot | undefined, now: Date): { send: Slot[]; skip: Slot[] } {
  const ordered = [...due].sort(byInstant);
  const later = next ? [...ordered, next] : ordered;
  const isStale = (slot: Slot) =>
    now.getTime() - slot.at.getTime() > 12 * hour &&
    (isBehindDeadline(slot) ||
      later.some((other) => other.at > slot.at && other.at.getTime() <= now.getTime() + 24 * hour));
  return { send: ordered.filter((slot) => !isStale(slot)), skip: ordered.filter(isStale) };
}

const byInstant = (a: Slot, b: Slot): number => a.at.getTime() - b.at.getTime();

const earliest = (a: Date, b: Date): Date => (a < b ? a : b);
const latest = (a: Date, b: Date): Date => (a > b ? a : b);

/** After `after` and not after `until`. Of the working mornings behind the deadline at most `mostMornings`. */
type Stretch = { after: Date; until: Date; mostMornings?: number };

function slotsBetween(plan: Plan, round: PlannedRound, { after, until, mostMornings = Infinity }: Stretch): Slot[] {
  const last = round.closesAt && round.closesAt < until ? round.closesAt : until;
  const office = round.office ?? undefined;
  const planned = plan.before.map((entry) => ({ key: entry, at: slotBefore(entry, round.due, office) }));
  const lastMorning =
    plan.mornings === undefined ? last : earliest(last, morningAfter(round.due, plan.mornings, office));
  const between = { after: latest(after, round.due), until: lastMorning, mostMornings };
  const mornings = plan.thenEachWorkingDay ? morningsBetween(between, office) : [];
  const byTime = new Map([...planned, ...mornings].map((slot) => [slot.at.getTime(), slot]));
  return [...byTime.values()].filter(({ at }) => at > after && at <= last).sort(byInstant);
}

/** Whole days: the morning of a working day; hours and minutes: the instant itself, or the office hours before it. */
function slotBefore(entry: string, due: Date, office?: OfficeCalendar): Date {
  const days = /^P(\d+)D$/.exec(entry)?.[1];
  if (days !== undefined) return morningOf(lastWorkingDay(addDays(civilDate(due), -Number(days)), office), office);
  const before = entry === 'PT' ? 0 : Duration.fromISO(entry).toMillis();
  return lastWorkingInstant(new Date(due.getTime() - before), office);
}

function morningsBetween({ after, until, mostMornings: most = Infinity }: Stretch, office?: OfficeCalendar): Slot[] {
  const slots: Slot[] = [];
  for (let date = civilDate(after); slots.length < most; date = addDays(date, 1)) {
    const at = morningOf(date, office);
    if (at > until) break;
    if (at > after && isWorkingDay(date, office)) slots.push({ key: `${behindDeadline}${date}`, at });
  }
  return slots;
}

/**
 * Whether a slot waits for the next open minute of its office: it is late, as after downtime, and `now` is quiet time. What came
 * since this process looked last (`lookedAt`; absent: it has not looked yet) is on time, however fast a simulated clock runs.
 */
export function waitsForOffice(
  slot: Slot,
  { office }: PlannedRound,
  { now, lookedAt }: { now: Date; lookedAt?: Date | undefined },
): boolean {
  const isOnTime =
    now.getTime() - slot.at.getTime() <= mostPunctualMs || (lookedAt !== undefined && slot.at > lookedAt);
  return !isOnTime && !isWorkingTime(now, office ?? undefined);
}

/** So late a slot may be and still be on time. */
const mostPunctualMs = 30 * 60_000;
