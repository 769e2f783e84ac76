import { z } from 'zod';

/** What a signed link opens: a unit's tasks in full, or a paper of a directive. */
export const linkTargetSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('tasks'), assignment: z.int() }),
  z.object({ what: z.literal('paper'), directive: z.int(), format: z.string(), unit: z.string().optional() }),
]);
export type LinkTarget = z.infer<typeof linkTargetSchema>;

/** Whether an address opens beyond this machine: without a public address only the browser chat can use links. */
export const opensElsewhere = (link: string): boolean => !/^https?:\/\/(127\.|localhost[:/]|\[::1\])/.test(link);
