import { z } from 'zod';

/** Staff are about to answer a question. */
export const answeringSchema = z.object({ dialogue: z.literal('answering'), question: z.int() });

export type AnsweringState = z.infer<typeof answeringSchema>;
