/** When whoever consolidates is asked whether what is in shall go up. Pure; instants are civil time. */
import { civilDate, instantAt, isWorkingTime } from '../time/calendar.ts';
import type { OfficeCalendar } from '../time/office-calendar.ts';
import type { PartView } from './part.ts';

/** Once a day, in the morning; nobody is asked in the middle of one's work for every report that comes. */
const morning = '08:00';

/**
 * What is asked: `first` once those below are due and nothing went up, on each working day until it does; `top-up` on the morning after
 * something came or changed since. `key` names the asking: the same is asked once.
 */
export type SubmissionAsk = { what: 'first' | 'top-up'; key: string };

/** `office`: the calendar of the office whose directive it is, where it has one. */
export function askForSubmission(
  { submitted, reports, news, belowDue }: Pick<PartView, 'submitted' | 'reports' | 'news' | 'belowDue'>,
  now: Date,
  office?: OfficeCalendar,
): SubmissionAsk | undefined {
  const today = civilDate(now);
  if (!isWorkingTime(now, office) || now < instantAt(today, morning)) return undefined;
  if (submitted === null)
    return reports.length > 0 && belowDue <= now ? { what: 'first', key: `first:${today}` } : undefined;
  const isNew = news.added.length + news.changed.length > 0;
  return isNew && civilDate(submitted.at) < today ? { what: 'top-up', key: `top-up:${today}` } : undefined;
}
