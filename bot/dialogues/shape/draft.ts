/** What a person has entered of a report on a page, and has not sent. */
import { z } from 'zod';
import { reportSchema } from './states.ts';

const entered = z.object({ state: z.string(), percent: z.string(), reason: z.string(), paper: z.string() });

export const draftSchema = reportSchema
  .pick({ base: true, answers: true, note: true, sure: true, progress: true, behalfReason: true, begunAt: true })
  .extend({
    /** It is entered for a unit that is not the person's own. */
    isOnBehalf: z.boolean().optional(),
    /** As it was typed, by the key of an indicator: what could not be read. */
    typed: z.record(z.string(), z.string()),
    /** By the name of a section: what was entered of tasks. */
    sections: z.record(z.string(), entered),
  });

export type Draft = z.infer<typeof draftSchema>;

/** By the debt that each is for. */
export type Drafts = Record<string, Draft>;

/** The drafts that are kept; one of a form that this version no longer knows is left out. */
export function readDrafts(kept: unknown): Drafts {
  const each = z.record(z.string(), z.unknown()).safeParse(kept ?? {}).data ?? {};
  return Object.fromEntries(
    Object.entries(each).flatMap(([debt, draft]) => {
      const read = draftSchema.safeParse(draft);
      return read.success ? [[debt, read.data]] : [];
    }),
  );
}
