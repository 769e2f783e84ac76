/** Progress that was told and is not confirmed yet. */
import { z } from 'zod';
import type { Effect } from '../../../core/conversation/effect.ts';

const stateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('doing'), percent: z.string().nullable() }),
  z.object({ state: z.literal('done'), paper: z.string().nullable() }),
  z.object({ state: z.literal('blocked'), reason: z.string() }),
  z.object({ state: z.literal('na'), reason: z.string() }),
]);

/** Tasks of one section that are spoken of together, and what was said of them. */
const groupTold = z.object({
  section: z.string(),
  place: z.int().nullable(),
  tasks: z.array(z.int()),
  text: z.string(),
  needsProof: z.boolean(),
  value: stateSchema,
});

export const pendingProgressSchema = z.object({ assignment: z.int(), told: z.array(groupTold) });

export type PendingProgress = z.infer<typeof pendingProgressSchema>;

/** What is written once it is confirmed; `behalfReason`: why it is told for the unit. */
export const tellEffect = (
  { assignment, told }: PendingProgress,
  { isOnBehalf, behalfReason }: { isOnBehalf: boolean; behalfReason?: string | undefined },
): Effect => ({
  type: 'tell-progress',
  assignment,
  tasks: told.flatMap(({ tasks, value }) => tasks.map((task) => ({ task, value }))),
  isOnBehalf,
  ...(behalfReason !== undefined && { behalfReason }),
});
