/** What a forecast is made from, out of a simulated district, as the database gives it out of its rows. */
import type { ForecastFacts, Outcomes, OwingCell, PastRound } from '../../core/figures/forecast/forecast.ts';
import { mostPast } from '../../core/figures/forecast/forecast.ts';
import type { Course, ReportingDistrict } from './rounds.ts';

const due = new Date('2026-11-27T10:00:00Z');
const before = (hours: number): Date => new Date(due.getTime() - hours * 3_600_000);

/** Whether it owes so many hours before the deadline, and has acknowledged by then. */
const owes = ({ reported }: Course, left: number): boolean => reported < left;
const hasAcknowledged = ({ acknowledged }: Course, left: number): boolean =>
  acknowledged !== null && acknowledged >= left;
export const isInTime = ({ reported }: Course): boolean => reported >= 0;

const outcomes = (courses: readonly Course[]): Outcomes => ({
  owed: courses.length,
  met: courses.filter(isInTime).length,
});

const pastOf = (courses: readonly Course[], left: number): PastRound => {
  const owing = courses.filter((course) => owes(course, left));
  return {
    asked: courses.length,
    reported: courses.length - owing.length,
    acknowledged: outcomes(owing.filter((course) => hasAcknowledged(course, left))),
    silent: outcomes(owing.filter((course) => !hasAcknowledged(course, left))),
  };
};

/** The facts of a round so many hours before its deadline; each cell is one unit, `courses` are those that owe. */
export function factsAt(
  { hours, rounds }: Pick<ReportingDistrict, 'hours' | 'rounds'>,
  round: number,
  left: number,
): { facts: ForecastFacts; courses: Course[] } {
  const earlier = rounds.slice(Math.max(0, round - mostPast), round);
  const own = rounds[round] ?? [];
  const courses: Course[] = [];
  const cells = own.flatMap((course, unit): OwingCell[] => {
    if (!owes(course, left)) return [];
    courses.push(course);
    const past = outcomes(earlier.flatMap((courses) => courses[unit] ?? []).filter((course) => owes(course, left)));
    const first = [{ id: unit, code: String(unit), name: String(unit) }];
    return [{ past, isAcknowledged: hasAcknowledged(course, left), units: 1, first }];
  });
  const past = earlier.map((courses) => pastOf(courses, left)).reverse();
  const reported = own.length - cells.length;
  return {
    facts: { now: before(left), opensAt: before(hours), due, asked: own.length, reported, cells, past },
    courses,
  };
}
