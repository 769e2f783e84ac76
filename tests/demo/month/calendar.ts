/** The days and hours of the play, told without the product's calendar, which they are held against. */
import { draw } from '../../proof/kit/random.ts';
import { daysOff, type Story, workedSaturdays } from './story.ts';

/** An instant of civil time, written '2025-04-01T08:00'. */
export const civilInstant = (moment: string): Date => new Date(`${moment}:00+07:00`);

const written = (instant: Date): string => new Date(instant.getTime() + 7 * 3_600_000).toISOString();
export const dayOf = (instant: Date): string => written(instant).slice(0, 10);
export const timeOf = (instant: Date): string => written(instant).slice(11, 16);
export const momentOf = (instant: Date): string => written(instant).slice(0, 16);

/** The day so many days later. */
export const dayAfter = (day: string, days = 1): string =>
  dayOf(new Date(civilInstant(`${day}T12:00`).getTime() + days * 86_400_000));

export function isOfficeDay(day: string): boolean {
  if (daysOff.includes(day)) return false;
  if (workedSaturdays.includes(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}

/** Whether people may be disturbed: office hours without the noon, on a working day. */
export function isOfficeTime(instant: Date): boolean {
  const time = timeOf(instant);
  return isOfficeDay(dayOf(instant)) && ((time >= '07:30' && time <= '11:30') || (time >= '13:30' && time <= '17:00'));
}

export const daysOfStory = ({ from, until }: Pick<Story, 'from' | 'until'>): string[] => {
  const days = [from];
  while ((days.at(-1) ?? until) < until) days.push(dayAfter(days.at(-1) ?? until));
  return days;
};

const hours = ['08', '09', '10', '14', '15', '16'];
const minutes = ['20', '50'];

/** A minute of office hours at which no job has its turn, drawn for a purpose. */
export const minuteOf = (day: string, seed: number, purpose: string): Date =>
  civilInstant(
    `${day}T${hours[draw(seed, `${purpose} hour`, 0, 5)]}:${minutes[draw(seed, `${purpose} minute`, 0, 1)]}`,
  );
