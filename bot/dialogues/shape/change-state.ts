/** Something is to be done to a directive: what was said of it so far. */
import { z } from 'zod';

export const changeSchema = z.object({
  dialogue: z.literal('change'),
  act: z.enum(['number']),
  /** Null while it is asked which. */
  directive: z.int().nullable(),
  /** The number and date that it is to have. */
  number: z.string().optional(),
  date: z.string().optional(),
  reason: z.string().optional(),
});

export type ChangeState = z.infer<typeof changeSchema>;
