/** What stands in the plans: which slots are due now, in the order of their instants, and which comes next. */
import type { Plan } from '../../core/directives/directive.ts';
import {
  chooseSlots,
  nextSlotAfter,
  reminderPlan,
  type Slot,
  slotsUntil,
  waitsForOffice,
} from '../../core/reminders/plan.ts';
import { toIso } from '../../core/time/calendar.ts';
import type { Db } from '../../db/database.ts';
import { findOwnDeadlines } from '../../db/reports/deadlines.ts';
import { findOpenRounds } from '../../db/reports/rounds.ts';
import { readEpoch } from '../../db/time/epochs.ts';
import { findRuns } from '../../db/time/job-runs.ts';

/** A round by one of its deadlines: its own, or one that only some of its units have (`isOfSome`). */
export type OpenRound = Awaited<ReturnType<typeof findOpenRounds>>[number] & { isOfSome: boolean };

export type SlotJob = 'remind' | 'summarise';

export type DueSlot = { job: SlotJob; round: OpenRound; slot: Slot; period: string; verdict: 'send' | 'skip' };

const plansOf = (round: OpenRound): [SlotJob, Plan][] =>
  round.isOfSome
    ? [['remind', reminderPlan(round.reminders, round)]]
    : [
        ['remind', reminderPlan(round.reminders, round)],
        ['summarise', round.summaries],
      ];

/** What the slots of a deadline are kept under: a deadline that was moved, or is of some units, has its slots to itself. */
export const deadlineKey = ({ id, due, extendedAt, amendedAt, isOfSome }: OpenRound): string =>
  extendedAt || amendedAt || isOfSome ? `round-${id}:${toIso(due)}:` : `round-${id}:`;

const periodOf = (round: OpenRound, slot: Slot): string => `${deadlineKey(round)}${slot.key}`;

/** The rounds that are open, each once for each deadline that units which owe have in it. */
async function findDeadlines(db: Db, now: Date): Promise<OpenRound[]> {
  const rounds: OpenRound[] = [];
  for (const round of await findOpenRounds(db, now)) {
    rounds.push({ ...round, isOfSome: false });
    for (const own of await findOwnDeadlines(db, round.id)) rounds.push({ ...round, ...own, isOfSome: true });
  }
  // Of a deadline that was moved, what its plan would have said before is past.
  return rounds.map((round) => {
    const movedAt = Math.max(round.extendedAt?.getTime() ?? 0, round.amendedAt?.getTime() ?? 0);
    return movedAt > round.opensAt.getTime() ? { ...round, opensAt: new Date(movedAt) } : round;
  });
}

/** Slots up to the end of a hold after a restore may have been said in the time that was lost: they are missed. */
const partOf = (slots: Slot[], heldUntil: Date | null): { missed: Slot[]; ours: Slot[] } => ({
  missed: slots.filter(({ at }) => heldUntil !== null && at <= heldUntil),
  ours: slots.filter(({ at }) => heldUntil === null || at > heldUntil),
});

/**
 * The slots due at `now` that no run has handled; what is late waits for office hours. A closed round has none; while a restore's
 * hold lasts, no round has any. `lookedAt`: when this process looked last, where it did.
 */
export async function findDueSlots(db: Db, now: Date, lookedAt?: Date): Promise<DueSlot[]> {
  const epoch = await readEpoch(db);
  if (epoch?.hold === 'held') return [];
  const due: DueSlot[] = [];
  for (const round of await findDeadlines(db, now)) {
    if (round.closesAt && round.closesAt <= now) continue;
    for (const [job, plan] of plansOf(round)) {
      const passed = slotsUntil(plan, round, now);
      if (passed.length === 0) continue;
      const handled = await findRuns(db, job, deadlineKey(round));
      const open = passed.filter((slot) => !handled.has(periodOf(round, slot)));
      const { missed, ours } = partOf(open, epoch?.decidedAt ?? null);
      const { send, skip } = chooseSlots(ours, nextSlotAfter(plan, round, now), now);
      const verdict = (slots: Slot[], is: DueSlot['verdict']) =>
        due.push(...slots.map((slot) => ({ job, round, slot, period: periodOf(round, slot), verdict: is })));
      verdict(
        send.filter((slot) => !waitsForOffice(slot, round, { now, lookedAt })),
        'send',
      );
      verdict([...missed, ...skip], 'skip');
    }
  }
  return due.sort((a, b) => a.slot.at.getTime() - b.slot.at.getTime());
}

/** The next instant after `now` at which a plan has something to do or a round opens; undefined when there is none. */
export async function findNextInstant(db: Db, now: Date): Promise<Date | undefined> {
  const rounds = await findDeadlines(db, new Date(now.getTime() + 14 * 24 * 3600 * 1000));
  const instants = rounds.flatMap((round) => {
    if (round.closesAt && round.closesAt <= now) return [];
    const slots = plansOf(round).map(([, plan]) => nextSlotAfter(plan, round, now)?.at);
    return [...slots, round.opensAt > now ? round.opensAt : undefined].filter((at) => at !== undefined);
  });
  return instants.sort((a, b) => a.getTime() - b.getTime())[0];
}
