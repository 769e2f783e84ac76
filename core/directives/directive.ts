/**
 * A reviewed directive as data: the file that `directive import` takes. Nothing in the program knows a particular
 * directive; a second one comes from a second file.
 */
import { z } from 'zod';
import { normalise } from '../language/text.ts';
import { denominatorSchema, indicatorFaults, indicatorSchema, keySchema } from './indicator-draft.ts';
import { recurringSchema } from './recurring-draft.ts';

const isoDate = z.iso.date('ngày viết dạng 2021-09-10');
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'giờ viết dạng 16:00');
const span = z.tuple([z.int().min(0), z.int().min(0)]);

/**
 * The units that a task or a duty is for: of any of the kinds, tags or codes, or with a parent among `childrenOf`.
 * Those of `except` are left out.
 */
export const audienceSchema = z.strictObject({
  kinds: z.array(z.string()).default([]),
  tags: z.array(z.string()).default([]),
  codes: z.array(z.string()).default([]),
  childrenOf: z.array(z.string()).default([]),
  except: z.array(z.string()).default([]),
});
export type Audience = z.infer<typeof audienceSchema>;

/**
 * The rule of a deadline, with the words it came from:
 * - `before-day`: "trước ngày D"; with `lateOnDay` a report of D itself is late, without it only one after D
 * - `by-day`: "chậm nhất ngày D", "đến hết ngày D"
 * - `at`: an hour of a day
 * - `each-day`: the same hour of every working day (or every day) between two dates, one round a day; with `weekday`
 *   (1 is Monday) of one day of each week
 */
const datedSchema = z.discriminatedUnion('rule', [
  z.strictObject({
    rule: z.literal('before-day'),
    date: isoDate,
    lateOnDay: z.boolean().optional(),
    quote: z.string().min(1),
  }),
  z.strictObject({ rule: z.literal('by-day'), date: isoDate, quote: z.string().min(1) }),
  z.strictObject({ rule: z.literal('at'), date: isoDate, time: timeOfDay, quote: z.string().min(1) }),
  z.strictObject({
    rule: z.literal('each-day'),
    time: timeOfDay,
    from: isoDate,
    until: isoDate,
    weekday: z.int().min(1).max(7).optional(),
    workingDaysOnly: z.boolean().default(true),
    quote: z.string().min(1),
  }),
]);
/** A deadline whose days are all named. */
export type DatedRule = z.infer<typeof datedSchema>;

/** Those, and `recurring`: each week, month, quarter, half year or year until it is revoked. */
export const deadlineSchema = z.discriminatedUnion('rule', [...datedSchema.options, recurringSchema]);
/** Days that a daily deadline may span: a little over a year, so that no slip of a digit makes thousands of rounds. */
const mostDays = 400;

const spansTooLong = (rule: DeadlineRule): boolean =>
  rule.rule === 'each-day' && Date.parse(rule.until) - Date.parse(rule.from) >= mostDays * 86_400_000;

export type DeadlineRule = z.infer<typeof deadlineSchema>;

/** A deadline of a task: one day or hour, never a series. */
const taskDeadlineSchema = datedSchema.refine(({ rule }) => rule !== 'each-day', 'hạn của nhiệm vụ là một ngày');

/** How often progress is told anew while a task is not done. */
export const progressIntervals = ['day', 'week', 'month'] as const;
export type ProgressEvery = (typeof progressIntervals)[number];

/** The progress of a section's tasks is asked for; `proof`: what is done is proven by the number of a document, or by a file. */
const progressAskedSchema = z.strictObject({
  section: z.string(),
  every: z.enum(progressIntervals).optional(),
  proof: z.boolean().optional(),
  deadline: taskDeadlineSchema.optional(),
});

/**
 * When to remind and when to send the leader a summary. `before` lists ISO-8601 durations before the deadline. One of
 * whole days (P3D) means 08:00 of a working day, moved earlier where it must be. One of hours and minutes (PT3H, PT0S)
 * means the instant itself. `thenEachWorkingDay`: after the deadline, at 08:00 of every working day while a unit owes. Of summaries one more follows
 * when none does any more. `mornings`: no more of those mornings than so many.
 */
export const planSchema = z.strictObject({
  before: z.array(z.string().regex(/^P(\d+D|T(\d+H)?(\d+M)?(\d+S)?)$/, 'khoảng thời gian viết dạng P3D hoặc PT3H')),
  thenEachWorkingDay: z.boolean().default(false),
  mornings: z.int().min(1).max(250).optional(),
});
export type Plan = z.infer<typeof planSchema>;

export const defaultReminders: Plan = { before: ['P3D', 'P1D', 'PT3H', 'PT0S'], thenEachWorkingDay: true };
const defaultSummaries: Plan = { before: ['P1D', 'PT3H', 'PT0S'], thenEachWorkingDay: true };

/**
 * Who consolidates whom: the units of `audience` report to the unit with the code `by`, without it each to the unit right above it; that
 * one reports for them. They are due `earlier` than it is: working days (P1D), or hours and minutes (PT1H). Of two that claim a unit
 * the one named first has it.
 */
const consolidationSchema = z.strictObject({
  by: z.string().optional(),
  audience: audienceSchema,
  earlier: z
    .string()
    .regex(/^P(\d{1,2}D|T(?=\d)(\d{1,2}H)?(\d{1,2}M)?)$/, 'khoảng thời gian viết dạng P1D hoặc PT1H')
    .default('P1D'),
});
export type Consolidated = z.infer<typeof consolidationSchema>;

const dutySchema = z.strictObject({
  key: keySchema,
  title: z.string().min(1),
  section: z.string().optional(),
  span: span.optional(),
  audience: audienceSchema,
  /** Code of the unit that collects. */
  reportTo: z.string(),
  consolidations: z.array(consolidationSchema).optional(),
  /** The report is a signed paper; what is answered in the chat are its figures. */
  inWriting: z.boolean().optional(),
  deadline: deadlineSchema,
  denominator: denominatorSchema.optional(),
  indicators: z.array(indicatorSchema).min(1),
  /** What must hold between the figures ("nam + nu = tong"), each with the sentence that says so. */
  rules: z.array(z.strictObject({ rule: z.string().min(1).max(300), message: z.string().min(1).max(200) })).default([]),
  /** The question of the optional remark at the end; absent: no remark is asked for. */
  noteLabel: z.string().optional(),
  reminders: planSchema.default(defaultReminders),
  summaries: planSchema.default(defaultSummaries),
});
export type DutyDraft = z.infer<typeof dutySchema>;

const taskSchema = z.strictObject({
  key: keySchema,
  section: z.string(),
  /** What people are sent, word for word. */
  text: z.string().min(1),
  /** UTF-16 offsets into the draft's `text`: the sentence the task came from. */
  span,
  audience: audienceSchema,
  /** Its own deadline, where it has one. */
  deadline: taskDeadlineSchema.optional(),
});

/** Of two titles ("KT. CHỦ TỊCH, PHÓ CHỦ TỊCH") the whole. A name alone is kept as one. */
const signerSchema = z.union([
  z.string().min(1).max(200),
  z.strictObject({ name: z.string().min(1).max(80), title: z.string().min(1).max(120).optional() }),
]);

/** What a document is about, without the "V/v" of its head: every message and paper puts its own before it. */
const withoutAbout = (subject: string): string => subject.replace(/^(?:v\/v|về việc)\s*:?\s*/iu, '').replace(/\.$/, '');

export const directiveDraftSchema = z
  .strictObject({
    type: z.string().default('công văn'),
    /** "123/UBND-VH&TT"; where the number is still blank, the symbol alone: "/UBND-VH&TT". */
    number: z
      .string()
      .transform((number) =>
        normalise(number)
          .replace(/\n/g, ' ')
          .replace(/^số\s*:?\s*/iu, ''),
      )
      .pipe(z.string().max(100).regex(/\//, 'viết dạng 123/UBND-VH&TT; chưa có số thì /UBND-VH&TT')),
    date: isoDate.nullable(),
    subject: z
      .string()
      .transform((subject) => withoutAbout(normalise(subject).replace(/\s+/g, ' ')))
      .pipe(z.string().min(1)),
    /** Code of the unit that issues. */
    issuer: z.string(),
    /** Who signs it: a name, or name and title as the document has them. */
    signer: signerSchema.optional(),
    /** The document that this one carries out: "Công văn số 13341/UBND-CNTT ngày 30/8/2021 của UBND tỉnh". */
    basis: z.string().min(1).optional(),
    /** Whom people may ask about it; absent: the staff who follow it. */
    contact: z
      .strictObject({
        name: z.string().min(1).max(80),
        title: z.string().min(1).max(120).optional(),
        phone: z.string().min(3).max(40).optional(),
      })
      .optional(),
    /** The whole text of the document. */
    text: z.string().min(1),
    tasks: z.array(taskSchema),
    duties: z.array(dutySchema),
    /** The sections whose progress is asked for. */
    progress: z.array(progressAskedSchema).optional(),
  })
  .superRefine((draft, context) => {
    const duplicate = (path: string, keys: string[]) =>
      keys
        .filter((value, index) => keys.indexOf(value) !== index)
        .forEach((value) => {
          context.addIssue({ code: 'custom', path: [path], message: `mã "${value}" bị lặp` });
        });
    duplicate(
      'tasks',
      draft.tasks.map((task) => task.key),
    );
    duplicate(
      'duties',
      draft.duties.map((duty) => duty.key),
    );
    const sections = (draft.progress ?? []).map(({ section }) => section);
    duplicate('progress', sections);
    sections.forEach((section, index) => {
      if (!draft.tasks.some((task) => task.section === section))
        context.addIssue({ code: 'custom', path: ['progress', index, 'section'], message: 'không có nhiệm vụ nào' });
    });
    draft.tasks.forEach((task, index) => {
      if (task.span[1] <= task.span[0] || task.span[1] > draft.text.length)
        context.addIssue({ code: 'custom', path: ['tasks', index, 'span'], message: 'không nằm trong phần text' });
    });
    draft.duties.forEach((duty, index) => {
      duplicate(`duties.${index}.indicators`, [
        ...duty.indicators.flatMap((i) => [i.key, ...i.breakdown.map((part) => part.key)]),
        ...(duty.denominator ? [duty.denominator.key] : []),
      ]);
      if (spansTooLong(duty.deadline))
        context.addIssue({
          code: 'custom',
          path: ['duties', index, 'deadline', 'until'],
          message: `báo cáo hằng ngày kéo dài quá ${mostDays} ngày; đề nghị kiểm tra lại ngày cuối`,
        });
      duty.indicators.forEach((indicator, at) => {
        for (const { field, message } of indicatorFaults(indicator))
          context.addIssue({ code: 'custom', path: ['duties', index, 'indicators', at, field], message });
      });
    });
  });
export type DirectiveDraft = z.infer<typeof directiveDraftSchema>;

/** True while the number is blank, as in "/UBND-VH&TT", or the Party's "-CV/HU". */
export const lacksNumber = (number: string): boolean => /^[/-]/.test(number.trim());
