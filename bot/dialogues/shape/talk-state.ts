import { z } from 'zod';

/** Staff are about to answer a question; `words`: what they have said, and may have meant as the answer. */
export const answeringSchema = z.object({
  dialogue: z.literal('answering'),
  question: z.int(),
  words: z.string().optional(),
});

export type AnsweringState = z.infer<typeof answeringSchema>;
