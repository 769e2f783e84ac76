/** Somebody of a unit says when they will report: until then, and a little longer, nobody of it is reminded. Pure. */
import type { UnitRef } from '../roster/person.ts';
import { civilDate, endOfDay, instantAt, nextWorkingDay } from '../time/calendar.ts';

/** `replaced`: another time was given before this one came, or the directive ended. */
export type PromiseState = 'waiting' | 'kept' | 'broken' | 'replaced';

/** A promise that has run out, and how its debt stands. */
export type EndedPromise = { until: Date; debt: 'owed' | 'reported' | 'excused'; firstReportedAt: Date | null };

/** Who is a few minutes late has kept their word. */
export const graceMs = 5 * 60_000;

/** The instant from which a unit that promised is reminded again. */
export const restsUntil = (until: Date): Date => new Date(until.getTime() + graceMs);

/** So many promises of one report that were broken are a matter for staff and leader. */
export const brokenTooOften = 2;

/**
 * Until when a report may be promised at `now`: up to its deadline. Where that is near or over, the end of the second working day
 * to come. Who needs longer asks for an extension.
 */
export function latestPromise(due: Date, now: Date): Date {
  const soon = instantAt(nextWorkingDay(nextWorkingDay(civilDate(now))), endOfDay);
  return due > soon ? due : soon;
}

/** Whether a promise that has run out was kept: the report came in by then, or none was owed any more. */
export function judgePromise({ until, debt, firstReportedAt }: EndedPromise): 'kept' | 'broken' {
  if (debt === 'owed') return 'broken';
  return firstReportedAt !== null && firstReportedAt > restsUntil(until) ? 'broken' : 'kept';
}

/** A unit that broke its word on one report, and which times it had named. */
export type BrokenWord = { unit: UnitRef; times: Date[] };
