/** The rule of a report that is due again and again until it is revoked, as a draft has it. */
import { z } from 'zod';
import { readRecurrence, recurrences } from '../language/recurrence.ts';

/** The rule as it is kept: what the draft says of it, and what else its own words say. */
export type RecurringRule = {
  rule: 'recurring';
  every: (typeof recurrences)[number];
  /** Of a week, 1 is Monday. */
  weekday?: number;
  /** Of a month; 31 is the last one of a shorter month too. */
  day?: number;
  /** Of a year, or which one of a quarter (1 to 3) or of half a year (1 to 6). */
  month?: number;
  /** 'HH:mm': due and overdue at that hour. */
  time?: string;
  /** "Trước ngày D": due the working day before, overdue once D is over, with `lateOnDay` once it begins. */
  before: boolean;
  lateOnDay?: boolean;
  /** The first and the last day that it may fall on; without the last it goes on until it is revoked. */
  from?: string;
  until?: string;
  /** The day of the month at which figures of a month, a quarter or a year end; 0: at the end of the calendar's. */
  cutOff: number;
  quote: string;
};

/**
 * Figures of periodic reports run from the 15th to the 14th, as offices apply Nghị định 09/2019/NĐ-CP, article 12. A month ends on its 14th,
 * a quarter on the 14th of its last month, half a year on 14/6, a year on 14/12. So say Quyết định 01/2023/QĐ-UBND of Khánh Hòa, article 4,
 * and Thông tư 05/2023/TT-BYT, article 3; the decree itself was not read here. Some bodies follow the calendar: `cutOff: 0`.
 */
const usualCutOff = 14;

const isoDate = z.iso.date('ngày viết dạng 2021-09-10');
const written = z.strictObject({
  rule: z.literal('recurring'),
  every: z.enum(recurrences).optional(),
  weekday: z.int().min(1).max(7).optional(),
  day: z.int().min(1).max(31).optional(),
  month: z.int().min(1).max(12).optional(),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'giờ viết dạng 16:00')
    .optional(),
  before: z.boolean().optional(),
  lateOnDay: z.boolean().optional(),
  from: isoDate.optional(),
  until: isoDate.optional(),
  cutOff: z.int().min(0).max(28).default(usualCutOff),
  quote: z.string().min(1),
});

/** One of two days would be half of the reports. */
const severalSaid = (what: string): string =>
  `câu hạn nêu nhiều ${what}; mỗi ${what} ghi thành một nghĩa vụ báo cáo riêng, ghi rõ ở đây`;

const months = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/** What a draft leaves out is read from the words of its `quote`; what neither says is asked for. */
export const recurringSchema = written.transform((draft, context): RecurringRule => {
  const said = readRecurrence(draft.quote);
  const every = draft.every ?? said?.every;
  const read = said && said.every === every ? said : undefined;
  const refuse = (field: string, message: string): never => {
    context.addIssue({ code: 'custom', path: [field], message });
    return z.NEVER;
  };
  const several = (read ?? said)?.several ?? [];
  if (every === undefined)
    return refuse(
      'every',
      several.includes('every')
        ? severalSaid('chu kỳ')
        : 'chưa rõ chu kỳ; ghi week, month, quarter, half-year hoặc year',
    );
  const weekday = draft.weekday ?? read?.weekday;
  const day = draft.day ?? read?.day;
  const time = draft.time ?? read?.time;
  if (time === undefined && several.includes('time')) return refuse('time', severalSaid('giờ'));
  const { from, until, lateOnDay, cutOff, quote } = draft;
  if (from && until && until < from) return refuse('until', 'ngày cuối đứng trước ngày đầu');
  const rule = {
    rule: 'recurring' as const,
    every,
    ...(time !== undefined && { time }),
    before: draft.before ?? (time === undefined && read?.before === true),
    ...(lateOnDay !== undefined && { lateOnDay }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    cutOff,
    quote,
  };
  if (every === 'week')
    return weekday === undefined
      ? refuse('weekday', several.includes('weekday') ? severalSaid('thứ') : 'chưa rõ thứ mấy; 1 là thứ Hai')
      : { ...rule, weekday };
  if (day === undefined)
    return refuse(
      'day',
      several.includes('day') ? severalSaid('ngày') : 'chưa rõ ngày nào trong tháng; ngày cuối tháng ghi 31',
    );
  const month = draft.month ?? read?.month;
  if (every === 'month') return { ...rule, day };
  if (every === 'year' && month === undefined) return refuse('month', 'chưa rõ tháng nào trong năm');
  if (month !== undefined && month > months[every])
    return refuse('month', `chỉ từ 1 đến ${months[every]}: tháng thứ mấy của kỳ`);
  return { ...rule, day, month: month ?? months[every] };
});
