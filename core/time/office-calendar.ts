/** The hours of an office by season, and days off and worked that it alone has: data of the office. Civil time. */
import { z } from 'zod';

const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const dayOfYear = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);
const dateSchema = z.iso.date();

/** Closed intervals of a working day, in order; what lies between them is quiet. */
const hoursSchema = z
  .array(z.object({ from: timeOfDay, until: timeOfDay }))
  .min(1)
  .max(4)
  .refine(
    (hours) => hours.every(({ from, until }, at) => from < until && (at === 0 || (hours[at - 1]?.until ?? '') < from)),
    {
      message: 'hours overlap, or end before they begin',
    },
  );

const seasonSchema = z.object({ from: dayOfYear, until: dayOfYear, hours: hoursSchema });

export type WorkingHours = z.infer<typeof hoursSchema>;

/** Whether a day of the year ('MM-DD') is of a season: both its days included; it may lie over the turn of the year. */
const isInSeason = ({ from, until }: { from: string; until: string }, day: string): boolean =>
  from <= until ? from <= day && day <= until : from <= day || day <= until;

/** Every day of a leap year, as 'MM-DD'. */
const daysOfYear = Array.from({ length: 366 }, (_, at) =>
  new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(5, 10),
);

/**
 * The hours of an office: seasons that cover the year, each day once. `daysOff` and `workingInstead` are dates on which the office
 * rests or works otherwise than the country does.
 */
export const officeCalendarSchema = z.object({
  seasons: z
    .array(seasonSchema)
    .min(1)
    .max(12)
    .refine((seasons) => daysOfYear.every((day) => seasons.filter((season) => isInSeason(season, day)).length === 1), {
      message: 'seasons must cover every day of the year once',
    }),
  daysOff: z.array(dateSchema).max(1000).default([]),
  workingInstead: z.array(dateSchema).max(1000).default([]),
});
export type OfficeCalendar = z.infer<typeof officeCalendarSchema>;

/**
 * What applies where an office has said nothing. Offices differ by province and season: these are the hours that the usual ones have
 * in common, less the midday rest.
 */
export const usualCalendar: OfficeCalendar = {
  seasons: [
    {
      from: '01-01',
      until: '12-31',
      hours: [
        { from: '07:30', until: '11:30' },
        { from: '13:30', until: '17:00' },
      ],
    },
  ],
  daysOff: [],
  workingInstead: [],
};

/** The hours of a date ('YYYY-MM-DD'), whether it is a working day or not. */
export const hoursOf = ({ seasons }: OfficeCalendar, date: string): WorkingHours =>
  seasons.find((season) => isInSeason(season, date.slice(5)))?.hours ?? [];
