/**
 * Simulated districts that report round after round. How units come to report is told here as people do it, and not as the
 * forecast believes it: they mean to report some time before the deadline, forget, are reminded, and work in office hours.
 */
import type { Chance } from '../plausible/chance.ts';

/** One unit in one round: hours before the deadline at which it reported and acknowledged; below 0: after it; null: not at all. */
export type Course = { reported: number; acknowledged: number | null };
/** By unit, round after round. */
export type ReportingDistrict = { name: string; hours: number; rounds: Course[][] };

/** `hours`: from the opening to the deadline; `mood`: how far rounds differ as a whole; `laggards`: the share of units that are mostly late. */
type Kind = { name: string; units: readonly [number, number]; hours: number; mood: number; laggards: number };

const kinds: readonly Kind[] = [
  { name: 'a district, each week', units: [90, 120], hours: 96, mood: 0.5, laggards: 0.12 },
  { name: 'a small district, each week', units: [20, 35], hours: 96, mood: 0.5, laggards: 0.15 },
  { name: 'a province of communes, each month', units: [150, 180], hours: 168, mood: 0.4, laggards: 0.1 },
  { name: 'at a day’s notice', units: [60, 110], hours: 30, mood: 0.7, laggards: 0.15 },
  { name: 'an unsteady office', units: [60, 110], hours: 96, mood: 1.1, laggards: 0.2 },
];

const mostRounds = 14;
/** When those who owe are reminded, hours before the deadline: as the usual plan has it. */
const reminders = [72, 24, 3, 0];

/** Nobody reports at night: the deadline is at 17:00, offices open at 8:00. What falls in between waits for the morning. */
const inOffice = (left: number): number => {
  const intoDay = ((left % 24) + 24) % 24;
  return intoDay <= 9 ? left : left - intoDay + 9;
};

type Habit = { promptness: number; forgets: number; wakes: number; acknowledges: number };

function habitOf(chance: Chance, { laggards }: Kind): Habit {
  const isLaggard = chance.happens(laggards);
  const promptness = isLaggard ? chance.normal(-2, 0.6) : chance.normal(0.6, 0.8);
  return {
    promptness,
    forgets: isLaggard ? chance.beta(8, 3) : chance.beta(2, 5),
    wakes: isLaggard ? chance.beta(2, 6) : chance.beta(6, 4),
    acknowledges: isLaggard ? chance.beta(3, 5) : chance.beta(7, 2),
  };
}

function courseOf(chance: Chance, habit: Habit, { hours }: Kind, mood: number): Course {
  const isPrompt = chance.happens(habit.acknowledges);
  const acknowledged = isPrompt ? Math.max(0, hours - 30 * -Math.log(chance.share())) : null;
  const meant = hours / 4 + (hours / 6) * (habit.promptness + mood + chance.normal(0, 0.8));
  const forgets = chance.happens(Math.min(0.95, habit.forgets * Math.exp(-0.5 * mood) * (isPrompt ? 0.8 : 1.2)));
  if (!forgets) return { reported: inOffice(Math.min(hours - 0.2, meant)), acknowledged };
  for (const at of reminders) {
    if (at >= hours || !chance.happens(habit.wakes * (isPrompt ? 1.1 : 0.8))) continue;
    return { reported: inOffice(at - 5 * -Math.log(chance.share()) * Math.exp(-0.4 * mood)), acknowledged };
  }
  return { reported: -48, acknowledged };
}

/** One district of each kind. */
export const makeReportingDistricts = (chance: Chance): ReportingDistrict[] =>
  kinds.map((kind) => {
    const habits = Array.from({ length: chance.whole(...kind.units) }, () => habitOf(chance, kind));
    const rounds = Array.from({ length: mostRounds }, () => {
      const mood = chance.normal(0, kind.mood);
      return habits.map((habit) => courseOf(chance, habit, kind, mood));
    });
    return { name: kind.name, hours: kind.hours, rounds };
  });
