/** A person tells how the tasks of a unit stand. */
import { z } from 'zod';
import { pendingProgressSchema } from './pending-progress.ts';
import { reportSchema, type State } from './states.ts';

export const progressTalkSchema = z.object({
  dialogue: z.literal('progress'),
  /** Null while it is asked which unit or directive is meant; `said` is then what was said of it. */
  assignment: z.int().nullable(),
  said: z.string().optional(),
  told: pendingProgressSchema.shape.told,
  /** One section after the other is asked for, until each was told. */
  isGuided: z.boolean().optional(),
  step: z.discriminatedUnion('at', [
    z.object({ at: z.literal('tell') }),
    /** How these sections stand, or this task. */
    z.object({ at: z.literal('state'), sections: z.array(z.string()), place: z.int().nullable() }),
    /** Why a group is blocked or not the unit's; by which document it is proven. */
    z.object({ at: z.literal('reason'), index: z.int() }),
    z.object({ at: z.literal('proof'), index: z.int() }),
    z.object({ at: z.literal('confirm') }),
  ]),
  /** Somebody tells it for this unit, and why where that was said. */
  behalf: z.object({ unit: z.int(), reason: z.string().optional() }).optional(),
  /** The report in the middle of which it was told. */
  report: reportSchema.optional(),
  /** As in a report. */
  begunAt: z.int().optional(),
});

export type ProgressTalk = z.infer<typeof progressTalkSchema>;

/** Nothing was told yet: whoever is asked may speak of other things. */
export const isUntold = (state: State): boolean =>
  state.dialogue === 'progress' && state.told.length === 0 && !state.report && !state.behalf;
