/** What a page posts: words or a tap, under an id of its own making. */
import { z } from 'zod';
import { fail, ok, type Result } from '../../../core/result.ts';
import { webProblem } from '../../../messages/pages/web.ts';

/** In UTF-16 units. */
export const longestText = 4000;

const id = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
const words = z
  .string()
  .max(longestText, webProblem.textTooLong)
  .refine((text) => text.trim() !== '', webProblem.emptyText);
const tapped = z.object({ id, tap: z.string().min(1).max(200) });
const written = z.object({ id, text: words });

export type PostedMessage = z.infer<typeof tapped> | z.infer<typeof written>;

/** Reads a posted body; the error is a sentence for the person. */
export function readMessage(body: unknown): Result<PostedMessage> {
  const tap = tapped.safeParse(body);
  if (tap.success) return ok(tap.data);
  const text = written.safeParse(body);
  if (text.success) return ok(text.data);
  const ours: string[] = [webProblem.textTooLong, webProblem.emptyText];
  return fail(text.error.issues.find(({ message }) => ours.includes(message))?.message ?? webProblem.badMessage);
}
