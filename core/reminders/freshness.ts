/** Until when what a slot says may still be said, where an outage swallowed it. Pure. */
import type { Plan } from '../directives/directive.ts';
import { civilDate, instantAt } from '../time/calendar.ts';
import { nextSlotAfter, type PlannedRound, slotsUntil } from './plan.ts';

/** Nobody is reminded in the evening of what was due in the morning. */
const evening = '21:00';

/** What is said without a slot of a plan is fresh until the evening of its day. */
export const freshUntilEvening = (saidAt: Date): Date => instantAt(civilDate(saidAt), evening);

/**
 * The instant at which a slot's message has grown old. That is the next slot of its ladder, the deadline that it announces,
 * the end of its round or the evening of its day: the first of them. Undefined where the plan has no such slot up to `now`.
 */
export function freshUntil(key: string, plan: Plan, round: PlannedRound, now: Date): Date | undefined {
  const slot = slotsUntil(plan, round, now).find((one) => one.key === key);
  if (!slot) return undefined;
  const ends = [
    freshUntilEvening(slot.at),
    nextSlotAfter(plan, round, slot.at)?.at,
    slot.at < round.due ? round.due : undefined,
    round.closesAt ?? undefined,
  ];
  return new Date(Math.min(...ends.flatMap((end) => end?.getTime() ?? [])));
}
