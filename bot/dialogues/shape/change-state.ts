/** Something is to be done to a directive: what was said of it so far. */
import { z } from 'zod';

/** A day, and an hour of it where one was said. */
const moreTime = z.object({ amount: z.int(), of: z.enum(['day', 'working-day', 'hour']) });
const saidDay = z.object({ date: z.string(), time: z.string().nullable() });

export const changeSchema = z.object({
  dialogue: z.literal('change'),
  act: z.enum(['number', 'extend', 'excuse', 'owe', 'close', 'reopen', 'recall', 'chase', 'return', 'consolidate']),
  /** Null while it is asked which. */
  directive: z.int().nullable(),
  /** The number and date that it is to have. */
  number: z.string().optional(),
  date: z.string().optional(),
  /** The units that it is about, by their ids. */
  units: z.union([z.literal('everybody'), z.array(z.int())]).optional(),
  /** What was said of the units, while it is asked which directive it is. */
  who: z.string().optional(),
  until: saidDay.optional(),
  /** So much more time, while it is not known whose. */
  more: moreTime.optional(),
  reason: z.string().optional(),
  /** Which reports were shown before they go up. */
  seen: z.string().optional(),
});

export type ChangeState = z.infer<typeof changeSchema>;

/** A unit asks for more time: what was said so far. */
export const extensionSchema = z.object({
  dialogue: z.literal('extension'),
  /** The report that it is for; null while it is asked which. */
  obligation: z.int().nullable(),
  until: saidDay.optional(),
  more: moreTime.optional(),
  reason: z.string().optional(),
});

export type ExtensionState = z.infer<typeof extensionSchema>;
