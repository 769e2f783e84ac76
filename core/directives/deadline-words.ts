/** Whether a deadline says what its own words say. Pure; what differs is shown to whoever imports and issues. */
import { hoursIn, weekdayIn } from '../language/day.ts';
import { readRecurrence } from '../language/recurrence.ts';
import { fold, normalise } from '../language/text.ts';
import { weekdayOf, workingDayBefore } from '../time/calendar.ts';
import type { DeadlineRule } from './directive.ts';
import type { RecurringRule } from './recurring-draft.ts';

/**
 * What the words of a deadline say otherwise than its rule. `said` of a day may lack its year ('12-10'); `kept` null: the rule has no hour.
 * `day-itself`: whether the rule counts the day itself, where the words say the opposite.
 */
export type DeadlineDoubt =
  | { type: 'day'; said: string; kept: string }
  | { type: 'hour'; said: string; kept: string | null }
  | { type: 'weekday'; said: number; kept: number }
  | { type: 'day-itself'; counts: boolean }
  | { type: 'recurrence'; part: 'every' | 'weekday' | 'day' | 'month' | 'time' };

const dates = /(?<![\d/.-])(?:ngay )?([0-3]?\d)(?:[/.-]| thang )([01]?\d)(?:(?:[/.-]| nam )(\d{4}))?(?![\d/])/g;
/** Days from which something is counted, or of which figures are. */
const otherDates = new RegExp(`\\b(?:tu|tinh den)(?: het)? ${dates.source}`, 'g');

const pad = (number: string | undefined): string => (number ?? '').padStart(2, '0');
const folded = (text: string): string => fold(normalise(text)).replace(/\s+/g, ' ');

/** The days that a folded text names, '2026-12-10', or '12-10' where it names no year. */
const daysIn = (text: string): string[] =>
  [...text.matchAll(dates)].map(([, day, month, year]) => `${year ? `${year}-` : ''}${pad(month)}-${pad(day)}`);

/** Everything in which a rule differs from its `quote`; empty where the words are not read, or say the same. */
export function doubtsOf(rule: DeadlineRule): DeadlineDoubt[] {
  if (rule.rule === 'recurring') return recurringDoubts(rule);
  const whole = folded(rule.quote);
  const text = rule.rule === 'each-day' ? whole : whole.replace(otherDates, ' ');
  const said = daysIn(text);
  const rest = text.replace(dates, ' ');
  const kept = rule.rule === 'each-day' ? [rule.from, rule.until] : [rule.date];
  const isDay = (day: string): boolean => kept.some((date) => date.endsWith(day));
  const other = rule.rule === 'each-day' ? said.find((day) => !isDay(day)) : said.some(isDay) ? undefined : said[0];
  // "Trước ngày 10/12" may be drafted as the working day before it.
  const isBefore = /\btruoc\b/.test(text) && !/\b(?:trong|het) ngay\b/.test(text);
  const keptAt = other === undefined ? 0 : Math.min(said.indexOf(other), kept.length - 1);
  const isEve = other !== undefined && isBefore && kept.some((date) => eveOf(other, date) === date);
  return [
    ...(other !== undefined && !isEve ? [{ type: 'day' as const, said: other, kept: kept[keptAt] ?? '' }] : []),
    ...hourDoubts('time' in rule ? rule.time : null, hoursIn(rest)),
    ...weekdayDoubts(rule, rest),
    ...(said.some(isDay) && hoursIn(rest).length === 0 ? dayItselfDoubts(rule, text) : []),
  ];
}

/** The working day before a day; one without a year is of the year of `date`. */
const eveOf = (day: string, date: string): string =>
  workingDayBefore(day.length > 5 ? day : `${date.slice(0, 4)}-${day}`);

function hourDoubts(kept: string | null, said: readonly string[]): DeadlineDoubt[] {
  const [first] = said;
  return first === undefined || (kept !== null && said.includes(kept)) ? [] : [{ type: 'hour', said: first, kept }];
}

function weekdayDoubts(rule: Exclude<DeadlineRule, RecurringRule>, text: string): DeadlineDoubt[] {
  const kept = rule.rule === 'each-day' ? rule.weekday : weekdayOf(rule.date);
  const said = weekdayIn(text);
  const isOne = (text.match(/\bthu (?:hai|ba|tu|nam|sau|bay|[2-7])\b|\bchu nhat\b/g) ?? []).length === 1;
  return kept === undefined || said === undefined || !isOne || said === kept ? [] : [{ type: 'weekday', said, kept }];
}

function dayItselfDoubts({ rule }: DeadlineRule, text: string): DeadlineDoubt[] {
  const isBefore = /\btruoc\b/.test(text);
  const counts = /\b(?:cham nhat|muon nhat|den het|het ngay|trong ngay|han chot)\b/.test(text);
  if (rule === 'by-day' && isBefore && !/\b(?:trong|het) ngay\b/.test(text))
    return [{ type: 'day-itself', counts: true }];
  return rule === 'before-day' && !isBefore && counts ? [{ type: 'day-itself', counts: false }] : [];
}

function recurringDoubts(rule: RecurringRule): DeadlineDoubt[] {
  const said = readRecurrence(rule.quote);
  if (said?.every === undefined) return [];
  if (said.every !== rule.every) return [{ type: 'recurrence', part: 'every' }];
  const parts = (['weekday', 'day', 'month', 'time'] as const).filter(
    (part) => said[part] !== undefined && said[part] !== rule[part],
  );
  return parts.map((part) => ({ type: 'recurrence', part }));
}
